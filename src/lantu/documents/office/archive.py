"""Open the archive that a Word file or spreadsheet is: bounded, without entities, never unpacked to a file."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from lantu.model import InputError, Issue, Level

PARTS = 10_000
"""An archive of more parts is refused."""
LARGEST_PART = 48 * 1024 * 1024
"""Bytes of the largest part that is read; a book of a thousand pages has some 20 MB of XML."""
LARGEST = 1024 * 1024 * 1024
"""Bytes to which all parts together may unpack; pictures are counted and never unpacked."""
NO_ZIP = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError)
"""What opening bytes that are no whole archive can raise."""
_HEAD = 4096
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_AGAIN = "save it again from the program that made it, or give its text"


class Archive:
    """The parts of one file.

    Raises
    ------
    InputError
        Where it is damaged, encrypted, or unpacks to more than a document can hold.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._infos = {info.filename: info for info in self._zip.infolist()}
        except NO_ZIP as error:
            raise InputError(f"{name}: its archive is damaged ({error})", _AGAIN) from None
        self._check()

    def _check(self) -> None:
        infos = self._zip.infolist()
        unpacked = sum(info.file_size for info in infos)
        if len(infos) > PARTS or unpacked > LARGEST:
            raise InputError(
                f"{self.name}: {len(infos):,} parts that unpack to {unpacked:,} bytes, this is no document", _AGAIN
            )
        if any(info.flag_bits & 1 for info in infos):
            raise InputError(f"{self.name}: it is encrypted", "save it without a password")

    def issues(self) -> tuple[Issue, ...]:
        """Say that there are macros; they are data here and never run."""
        if not any(name.lower().endswith("vbaproject.bin") for name in self._infos):
            return ()
        return (Issue.worded("macros", "holds macros, which are never run", Level.INFO, self.name),)

    def root(self, part: str) -> Any:
        """Parse a part, or give None where there is none of that name.

        Raises
        ------
        InputError
            Where it is too large, damaged, or declares a document type (the door of external entities).
        """
        data = self._read(part)
        if data is None:
            return None
        from lxml import etree  # noqa: PLC0415 - a part that is loaded when such a file is read

        head = data[:_HEAD].upper()
        if b"\x00" in head or b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise InputError(f"{self.name}: its part {part} declares a document type or is no UTF-8", _AGAIN)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise InputError(f"{self.name}: its part {part} is damaged ({_first_line(error)})", _AGAIN) from None
        if root.getroottree().docinfo.doctype:
            raise InputError(f"{self.name}: its part {part} declares a document type", _AGAIN)
        return root

    def _read(self, part: str) -> bytes | None:
        info = self._infos.get(part)
        if info is None:
            return None
        if info.file_size > LARGEST_PART:
            raise InputError(
                f"{self.name}: its part {part} unpacks to {info.file_size:,} bytes, the limit is {LARGEST_PART:,}",
                "split the file or give its text",
            )
        try:
            with self._zip.open(info) as file:
                return file.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise InputError(f"{self.name}: its part {part} is damaged ({_first_line(error)})", _AGAIN) from None

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Give what a part refers to inside the archive: by id the kind and the part's name."""
        folder, _, own = part.rpartition("/")
        root = self.root(f"{folder}/_rels/{own}.rels" if folder else f"_rels/{own}.rels")
        found: dict[str, tuple[str, str]] = {}
        for one in () if root is None else root.iter(_RELATION):
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target") or "")).lstrip("/")
                found[one.get("Id") or ""] = ((one.get("Type") or "").rpartition("/")[2], target)
        return found

    def main_part(self, usual: str) -> str:
        """Give the name of the main part: what the archive names so, else the usual one."""
        return next((target for kind, target in self.related("").values() if kind == "officeDocument"), usual)


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:120]
