"""The years that a title or a lead names as the horizon of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from lantu.model import Passage, PassageKind

_RANGE = re.compile(r"((?:19|20)[0-9]{2})年?\s?(?:[-—–－~～至到]{1,2})\s?((?:19|20)[0-9]{2})年?")
_YEARLY = "工作报告"
_NAMED = re.compile("《([^《》]{4,60})》")


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("horizons.yaml").read_text("utf-8"))
    return rules


def find_years(title: str | None, lead: Sequence[Passage], published: date | None, text: str) -> tuple[int, int] | None:
    """Give the first and last year of the horizon, or None where neither title nor lead names one."""
    for name in _names(title, lead):
        years = _years_of(name) or _span_of(name, published, text)
        if years is not None:
            return years
    return None


def _names(title: str | None, lead: Sequence[Passage]) -> Iterator[str]:
    """Give the title, the headings at the top, and, but for a yearly work report, the works that the lead names."""
    if title:
        yield title
        if _YEARLY in title:
            return
    yield from (p.text for p in lead[:6] if p.kind is PassageKind.HEADING and p.level <= 1)
    bodies = [p.text for p in lead if p.kind is PassageKind.BODY][:3]
    for text in bodies:
        yield from _NAMED.findall(text[:600])


def _years_of(name: str) -> tuple[int, int] | None:
    if not any(word in name for word in _rules()["plans"]):
        return None
    found = _RANGE.search(name)
    if found is not None and int(found[1]) <= int(found[2]) <= int(found[1]) + 30:
        return int(found[1]), int(found[2])
    for plan, (first, last) in sorted(_rules()["five_year_plans"].items(), key=lambda item: -len(item[0])):
        if f"“{plan}”" in name or f"{plan}规划" in name:
            return first, last
    return None


def _span_of(name: str, published: date | None, text: str) -> tuple[int, int] | None:
    """Read 三年行动方案: as many years from that of publication, if the text names the last of them."""
    if published is None or not any(word in name for word in _rules()["plans"]):
        return None
    for word, years in _rules()["spans"].items():
        last = published.year + years - 1
        if word in name and f"{last}年" in text:
            return published.year, last
    return None
