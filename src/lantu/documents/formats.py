"""Which format a file is in, decided by its content, and which reader takes it.

This is the place where readers of further formats are hung in: `sniff` names the format, `READERS` gives
what turns its bytes into an `Extract`. A format that is recognised but has no reader yet is refused by name.
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from enum import StrEnum

from lantu.model import InputError

from .decoding import decode
from .extract import Extract
from .office import read_list, read_word, read_workbook
from .office.archive import NO_ZIP
from .pages import Watch, read_image, read_pdf, unwatched
from .web import read_page


class Format(StrEnum):
    """A format that is recognised by its first bytes."""

    TEXT = "text"
    PDF = "PDF"
    DOCX = "DOCX"
    SPREADSHEET = "XLSX"
    HTML = "HTML"
    IMAGE = "image"
    WORD = "old or encrypted Word or Excel (OLE)"
    RTF = "RTF"
    ARCHIVE = "archive"


Reader = Callable[[bytes, str], Extract]
"""Turns the bytes of a file and its name into the text that spans point into, with what the format knows of it."""

PagedReader = Callable[[bytes, str, Watch], Extract]
"""A reader of pages, which may take long, and tells of each."""


LISTS = (".csv", ".tsv")
"""Endings of lists: nothing else tells them from text."""


def _read_plain(data: bytes, name: str) -> Extract:
    return read_list(data, name) if name.lower().endswith(LISTS) else Extract(decode(data, name))


READERS: Mapping[Format, Reader] = {
    Format.TEXT: _read_plain,
    Format.HTML: read_page,
    Format.DOCX: read_word,
    Format.SPREADSHEET: read_workbook,
}

PAGED_READERS: Mapping[Format, PagedReader] = {Format.PDF: read_pdf, Format.IMAGE: read_image}

_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF-", Format.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.WORD),
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG\r\n\x1a\n", Format.IMAGE),
    (b"\xff\xd8\xff", Format.IMAGE),
    (b"GIF8", Format.IMAGE),
    (b"II*\x00", Format.IMAGE),
    (b"MM\x00*", Format.IMAGE),
    (b"\x1f\x8b\x08", Format.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Format.ARCHIVE),
    (b"Rar!\x1a\x07", Format.ARCHIVE),
)
_HTML = re.compile(rb"\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,2000}?-->\s{0,100}){0,9}"
                   rb"<(?:!doctype\s{1,10}html|(?:html|head|body|meta|title|div|table|link|style|script)[\s>])",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_HEAD = 8192


def sniff(data: bytes) -> Format:
    """Name the format of a file by its content; whatever is not recognised is taken for text."""
    for magic, format_ in _MAGIC:
        if data.startswith(magic):
            return format_
    if data.startswith(b"PK\x03\x04"):
        return _sniff_zip(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return Format.IMAGE
    return Format.HTML if _HTML.match(_ascii(data[:_HEAD])) else Format.TEXT


def _ascii(head: bytes) -> bytes:
    """Give the first bytes without a byte order mark, and without the zero bytes of UTF-16."""
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if head.startswith(mark):
            return head[len(mark) :].replace(b"\x00", b"")
    return head


def _sniff_zip(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except NO_ZIP:
        return Format.ARCHIVE
    if any(name.startswith("word/") for name in names):
        return Format.DOCX
    return Format.SPREADSHEET if any(name.startswith("xl/") for name in names) else Format.ARCHIVE


def extract(data: bytes, name: str, watch: Watch = unwatched) -> Extract:
    """Turn the bytes of a file into the text that spans point into, by the reader of its format.

    Raises
    ------
    InputError
        Where no reader takes the format, or the reader cannot make text of it.
    """
    format_ = sniff(data)
    if format_ in PAGED_READERS:
        return PAGED_READERS[format_](data, name, watch)
    reader = READERS.get(format_)
    if reader is None:
        raise InputError(
            f"{name}: this is a file of format {format_}, which is recognised and not read yet",
            "save its text as a UTF-8 text file and give that",
        )
    try:
        return reader(data, name)
    except InputError as error:
        if error.problem.startswith(name):
            raise
        raise InputError(f"{name}: {error.problem}", error.remedy) from None
