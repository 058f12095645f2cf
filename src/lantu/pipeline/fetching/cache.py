"""What was fetched before, kept in the plan folder by address: a second run asks for nothing it has."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = ".fetched"
"""Inside the folder of documents; removing it loses nothing but time."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as it came last from its address."""

    data: bytes
    marks: Mapping[str, str]


class Cache:
    """The documents fetched before, by address.

    Parameters
    ----------
    folder:
        Where they are kept; made when the first is.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, url: str) -> Kept | None:
        """Give what came last from this address, or None; what is damaged is as if it were not there."""
        path = self._path(url)
        try:
            told = json.loads(path.with_suffix(".json").read_text("utf-8"))
            data = path.read_bytes()
        except (OSError, ValueError):
            return None
        if not isinstance(told, dict) or told.get("url") != url or told.get("sha256") != _digest(data):
            return None
        marks = told.get("marks")
        return Kept(data, {str(key): str(value) for key, value in marks.items()} if isinstance(marks, dict) else {})

    def put(self, url: str, data: bytes, marks: Mapping[str, str]) -> None:
        """Keep what came from this address."""
        path = self._path(url)
        told = {"url": url, "sha256": _digest(data), "marks": dict(marks)}
        write_whole(path, data)
        write_whole(path.with_suffix(".json"), json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True).encode())

    def _path(self, url: str) -> Path:
        return self.folder / hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)
