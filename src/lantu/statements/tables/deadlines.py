"""Deadlines as lists print them: 2025年12月底前, 年底前, 2023—2025年, 长期坚持."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from lantu.model import Period

_YEARS = re.compile(r"((?:19|20)[0-9]{2})年?[—–\-－~～至到]{1,2}((?:19|20)[0-9]{2})年?(?![0-9月.\-/])")
_DAY = re.compile(r"((?:19|20)[0-9]{2})(?:年|[-/.])([0-9]{1,2})(?:月|[-/.]|(?![0-9]))(?:([0-9]{1,2})日?)?")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})年?(?:(?P<half>上半年)|第?(?P<quarter>[一二三四1-4])季度)?")
_MONTH = re.compile(r"(?<![0-9])([0-9]{1,2})月")
_YEAR_END = re.compile(r"年底|年末|年内|全年")
_HALVES = {"上半年": 6, "一季度": 3, "二季度": 6, "三季度": 9, "四季度": 12}
_EACH = re.compile(r"每年|逐年|每季度|每月")


def read_deadline(printed: str, year: int | None) -> tuple[Period | None, bool]:
    """Give the last day (or the years) and whether it recurs every year.

    Parameters
    ----------
    year:
        The year that 年底 and 9月 mean; None where nobody says.

    >>> read_deadline("2025年9月底前", None)
    (Period(start=None, end=datetime.date(2025, 9, 30)), False)
    """
    text = re.sub(r"\s", "", printed)
    years = _YEARS.search(text)
    if years is not None and int(years[1]) <= int(years[2]):
        return Period.years(int(years[1]), int(years[2])), False
    ends = [one for one in (*_days(text), *_year_ends(text)) if one is not None]
    if ends:
        return Period(None, max(ends)), False
    if _EACH.search(text):
        return (None if year is None else Period.year(year)), True
    return (None if year is None else _within(text, year)), False


def _days(text: str) -> list[date | None]:
    return [_end(int(one[1]), int(one[2]), one[3]) for one in _DAY.finditer(text)]


def _year_ends(text: str) -> list[date | None]:
    found: list[date | None] = []
    for one in _YEAR.finditer(text):
        if one["half"]:
            found.append(date(int(one[1]), 6, 30))
        elif one["quarter"]:
            found.append(_end(int(one[1]), 3 * ("一二三四".find(one["quarter"]) % 4 + 1), None))
        elif not _DAY.match(text, one.start()):
            found.append(date(int(one[1]), 12, 31))
    return found


def _within(text: str, year: int) -> Period | None:
    for words, month in _HALVES.items():
        if words in text:
            return Period(None, date(year, month, monthrange(year, month)[1]))
    months = [int(one[1]) for one in _MONTH.finditer(text) if 1 <= int(one[1]) <= 12]
    if months:
        return Period(None, date(year, max(months), monthrange(year, max(months))[1]))
    return Period(None, date(year, 12, 31)) if _YEAR_END.search(text) else None


def _end(year: int, month: int, day: str | None) -> date | None:
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return date(year, month, min(int(day), last) if day and int(day) > 0 else last)
