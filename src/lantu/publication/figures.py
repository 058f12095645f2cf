"""Numbers, quantities, shares, days and periods as the readers of each language write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel.dates import format_date

from lantu.model import plain

from .language import Language, mark

_BOUNDS = {
    "at_least": mark("at least %(figure)s"),
    "more_than": mark("more than %(figure)s"),
    "at_most": mark("at most %(figure)s"),
    "less_than": mark("less than %(figure)s"),
    "about": mark("about %(figure)s"),
    "all": mark("all (%(figure)s)"),
}
_ATTAINED = (mark("at least %(figure)s"), mark("at most %(figure)s"))
_ONE = Decimal(1)


@cache
def _units() -> dict[str, str]:
    text = (Path(__file__).parent / "units.yaml").read_text("utf-8")
    units: dict[str, str] = yaml.safe_load(text)
    return units


def number(value: Decimal, language: Language) -> str:
    """Write a number in full precision: 16300 is ``1.63万`` in Chinese and ``16,300`` in English."""
    if language.code == "en":
        return format(Decimal(plain(value)), ",f")
    for scale, word in ((8, "亿"), (4, "万")):
        if abs(value) >= 10**scale:
            return plain(value.scaleb(-scale)) + word
    return plain(value)


def quantity(record: Mapping[str, Any], language: Language) -> str:
    """Write the value of a statement's record with its unit, or nothing for an act without a number."""
    if record["value"] is None:
        return ""
    name: str = record["unit"]
    dash = "—" if language.code == "zh" else "–"
    ends = [number(Decimal(end), language) for end in (record["value"], record["upper"]) if end is not None]
    if name in ("%", "‰"):
        return dash.join(end + name for end in ends)
    if language.code == "zh":
        return dash.join(ends) + name
    return f"{dash.join(ends)} {unit(name, language)}".strip()


def unit(name: str, language: Language) -> str:
    """Write the name of a unit alone."""
    return name if language.code == "zh" else _units().get(name, name)


def bounded(record: Mapping[str, Any], language: Language) -> str:
    """Write a quantity with the word that bounds it: ``at least 16,300``."""
    figure = quantity(record, language)
    words = _BOUNDS.get(record["comparator"] or "")
    return language.fill(words, figure=figure) if words and figure else figure


def share(value: Decimal) -> str:
    """Write a share as a percentage with at most one decimal; what is short of the whole never reads 100%."""
    percent = (value * 100).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
    if value < _ONE and percent >= 100:
        percent = Decimal("99.9")
    return plain(percent).replace("-", "−") + "%"


def attained(ends: tuple[Decimal | None, Decimal | None], language: Language) -> str:
    """Write an attainment: one figure, a range, or the one bound that is known."""
    low, high = ends
    if low is not None and high is not None:
        return share(low) if share(low) == share(high) else f"{share(low)}–{share(high)}"
    if low is None and high is None:
        return ""
    words = _ATTAINED[0 if high is None else 1]
    known = low if low is not None else high
    return "" if known is None else language.fill(words, figure=share(known))


def ends(record: Sequence[str | None]) -> tuple[Decimal | None, Decimal | None]:
    """Read the two ends of an attainment as a verdict's record writes them."""
    low, high = (None if end is None else Decimal(end) for end in record)
    return low, high


@cache
def day(when: date, language: Language) -> str:
    """Write a day: 2022年12月2日, 2 December 2022."""
    return format_date(when, "long", locale=language.babel)


@cache
def period(first: date | None, last: date, language: Language) -> str:
    """Write a period: a year, several years, months, days from and to, or a deadline alone."""
    if first is None:
        return language.fill(mark("by %(day)s"), day=day(last, language))
    if first == last:
        return day(last, language)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _years(first.year, last.year, language)
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and first.year == last.year:
        return _months(first, last, language)
    dash = "—" if language.code == "zh" else " to "
    return f"{day(first, language)}{dash}{day(last, language)}"


def _years(first: int, last: int, language: Language) -> str:
    if language.code == "zh":
        return f"{first}年" if first == last else f"{first}—{last}年"
    return str(first) if first == last else f"{first}–{last}"


def _months(first: date, last: date, language: Language) -> str:
    if language.code == "zh":
        return (
            f"{first.year}年{first.month}—{last.month}月"
            if first.month != last.month
            else f"{first:%Y}年{first.month}月"
        )
    named = [format_date(day, "MMMM", locale=language.babel) for day in (first, last)]
    return f"{named[0]} {first.year}" if named[0] == named[1] else f"{named[0]} to {named[1]} {first.year}"
