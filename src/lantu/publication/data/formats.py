"""Which formats there are; each gives its files, and nothing but its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lantu.model import InputError

from ..language import mark
from . import comma, parquet, workbook
from .release import Files, Release


@dataclass(frozen=True, slots=True)
class Format:
    """One format of the data.

    Parameters
    ----------
    title, use:
        What it is called, and for whom it is good: messages of the catalogue.
    files:
        Gives its files.
    start:
        The file to open first, below the folder of the data.
    extra:
        The optional part of the program that it needs, or None.
    """

    title: str
    use: str
    start: str
    files: Callable[[Release], Files]
    extra: str | None = None


FORMATS: Mapping[str, Format] = {
    "csv": Format(
        mark("CSV tables"),
        mark("For any program: six tables with a Frictionless Data Package and CSVW metadata."),
        "csv/datapackage.json",
        comma.files,
    ),
    "xlsx": Format(
        mark("Workbook (XLSX)"),
        mark("For offices: the ledger as they lay it out, printable, then every table."),
        "ledger.xlsx",
        workbook.files,
    ),
    "parquet": Format(
        mark("Parquet"),
        mark("For analysis of many plans: the same six tables, typed."),
        "parquet/commitments.parquet",
        parquet.files,
        extra="data",
    ),
}
"""Every format, by the name that ``lantu export`` knows it by."""

PLAIN = tuple(name for name, form in FORMATS.items() if form.extra is None)
"""The formats that every installation can write; ``lantu build`` writes these beside the site."""


def export(name: str, release: Release, folder: Path) -> list[Path]:
    """Write one format into ``folder`` and give the files written, in a fixed order.

    The same release gives the same bytes. Files of other names that stand there are left alone.

    Raises
    ------
    InputError
        Where there is no format of this name, or a part of the program that it needs is not installed.
    """
    if name not in FORMATS:
        raise InputError(f"no format '{name}'", f"formats are {', '.join(FORMATS)}")
    files = list(FORMATS[name].files(release))  # all of it is made before anything is written
    return [_written(folder / path, content) for path, content in files]


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
