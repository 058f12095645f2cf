"""The yearly reports of one place, from files or from a corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from lantu.documents import read_file, read_text
from lantu.model import InputError

from .chains import YearlyReport
from .reading import Track, untracked
from .targets import Corpus


def reports_of(paths: Sequence[Path], track: Track = untracked) -> Iterator[YearlyReport]:
    """Read files; the year is that of the day a report names, the next where it was given in December.

    Raises
    ------
    InputError
        Where a file cannot be read or names no day.
    """
    for path in track(paths, "reading"):
        document = read_file(path, name=str(path))
        if document.published is None:
            raise InputError(f"{path}: names no day on which it was given", "write it under the title: 2024年1月18日")
        day = document.published
        yield YearlyReport(day.year + (day.month == 12), document, day)


def reports_of_corpus(path: Path, place: str) -> Iterator[YearlyReport]:
    """Give a place's reports from a Parquet file with the columns place, target_year and text; the first of a year.

    Raises
    ------
    InputError
        Where the file cannot be read, or holds no report of the place.
    """
    seen: set[int] = set()
    for row in Corpus(path).rows():
        year = int(row.get("target_year") or 0)
        if row.get("place") == place and year and year not in seen and (row.get("text") or "").strip():
            seen.add(year)
            yield YearlyReport(year, read_text(row["text"], name=f"{place} {year}"), _day(row.get("delivered")))
    if not seen:
        raise InputError(f"{path}: holds no report of {place}", "write the place as the column place does: 泉州市")


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
