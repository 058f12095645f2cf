"""Write a format: each gives its files, and nothing but its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lantu.model import InputError

from . import atom, comma, iati, linked, opensdg, parquet, report, sdmx, workbook
from .release import Files, Release

WRITERS: Mapping[str, Callable[[Release], Files]] = {
    "csv": comma.files,
    "xlsx": workbook.files,
    "jsonld": linked.files,
    "sdmx": sdmx.files,
    "iati": iati.files,
    "opensdg": opensdg.files,
    "atom": atom.files,
    "parquet": parquet.files,
    "report": report.files,
}
"""What gives the files of a format, by its name."""


def files(name: str, release: Release) -> Files:
    """Give the files of one format; the same release gives the same bytes.

    Raises
    ------
    InputError
        Where there is no format of this name, or a part of the program that it needs is not installed.
    """
    if name not in WRITERS:
        raise InputError(f"no format '{name}'", f"formats are {', '.join(WRITERS)}")
    return WRITERS[name](release)


def export(name: str, release: Release, folder: Path) -> list[Path]:
    """Write one format into ``folder`` and give the files written, in a fixed order.

    Files of other names that stand there are left alone. Raises what `files` raises.
    """
    made = list(files(name, release))  # all of it is made before anything is written
    return [_written(folder / path, content) for path, content in made]


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
