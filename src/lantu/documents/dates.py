"""Days as documents print them, in Arabic or Chinese digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_ARABIC = r"[0-9０-９]"
_CHINESE = "〇○ＯO零一二三四五六七八九"
_DAY = re.compile(
    rf"((?:19|20){_ARABIC}{{2}}|[１２][９０]{_ARABIC}{{2}}|[一二][{_CHINESE}]{{3}})\s?年\s?"
    rf"({_ARABIC}{{1,2}}|[{_CHINESE}十]{{1,3}})\s?月\s?({_ARABIC}{{1,2}}|[{_CHINESE}十]{{1,3}})\s?日"
)
_NUMERIC = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_./年]?)([0-9]{2})[-_./月]?([0-9]{2})(?![0-9])")
_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | dict.fromkeys("〇○ＯO", "0")


def days_in(text: str) -> Iterator[tuple[int, date]]:
    """Give the days printed as 2022年2月18日 or 二〇二三年一月十五日, each with where it stands."""
    for match in _DAY.finditer(text):
        day = _date(_year(match[1]), _small(match[2]), _small(match[3]))
        if day is not None:
            yield match.start(), day


def day_in_name(name: str) -> date | None:
    """Give the last day printed in digits in a file's name (``release-2022-12-02.txt``)."""
    days = [_date(int(m[1]), int(m[3]), int(m[4])) for m in _NUMERIC.finditer(name)]
    return next((day for day in reversed(days) if day is not None), None)


def small_number(printed: str) -> int:
    """Read a month or day: ``12``, ``１２`` or ``十二``."""
    return _small(printed)


def date_of(year: int, month: int, day: int) -> date | None:
    """Give the date, or None where the calendar has no such day."""
    return _date(year, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(printed: str) -> int:
    return int("".join(_DIGITS.get(c, c) for c in printed))


def _small(printed: str) -> int:
    if "十" not in printed:
        return int("".join(_DIGITS.get(c, c) for c in printed))
    tens, _, ones = printed.partition("十")
    return (int(_DIGITS[tens]) if tens in _DIGITS else 1) * 10 + (int(_DIGITS[ones]) if ones in _DIGITS else 0)
