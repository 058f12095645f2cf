"""The same commitment restated in a later document: raised, lowered, deferred, narrowed or widened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from lantu.model import Commitment, Line, Source

from .measures import is_falling, kind_of
from .units import conversion
from .words import Wording, read_wording

_ZH = {
    "raised": "上调",
    "lowered": "下调",
    "deferred": "延期",
    "brought_forward": "提前",
    "narrowed": "收窄",
    "widened": "放宽范围",
    "restated": "重申",
}


class Moved(NamedTuple):
    """How a later document restates a commitment: the badge, the line that says so, the id of the later one."""

    badge: str
    line: Line
    by: str


def goalposts(commitments: Sequence[Commitment], sources: Mapping[str, Source]) -> dict[str, Moved]:
    """Give for each commitment that a later document restates the badge and the line that says how.

    Each version has its own verdict; the headline stays on the original, which carries the badge.
    """
    versions: dict[tuple[str, str, str], list[Commitment]] = defaultdict(list)
    for each in commitments:
        if each.quantity is not None:
            core = read_wording(each.indicator).core
            for slot in (f"by {each.period.end}" if each.period else "undated", f"= {each.quantity.value}"):
                versions[core, kind_of(each), slot].append(each)
    moved: dict[str, Moved] = {}
    for told in versions.values():
        for original, later in _successive(told, sources):
            badge = _badge(original, later)
            if badge is not None and (original.id not in moved or moved[original.id].badge == "restated"):
                moved[original.id] = Moved(badge, _line(badge, later, sources), later.id)
    return moved


def _successive(told: Iterable[Commitment], sources: Mapping[str, Source]) -> Iterable[tuple[Commitment, Commitment]]:
    """Give each commitment with the next later document's version of it."""

    def day(each: Commitment) -> date:
        source = sources.get(each.span.document)
        return date.min if source is None or source.published is None else source.published

    ordered = sorted((each for each in told if day(each) != date.min), key=lambda each: (day(each), each.span))
    for place, original in enumerate(ordered):
        later = next((each for each in ordered[place + 1 :] if day(each) > day(original)), None)
        if later is not None:
            yield original, later


def _badge(original: Commitment, later: Commitment) -> str | None:
    if original.place != later.place or original.recurrence != later.recurrence:
        return None
    scope = _scope(read_wording(original.indicator), read_wording(later.indicator))
    change = _change(original, later)
    if scope is None or change is None:
        return None
    if scope != "same":
        return scope if original.period == later.period else None
    if _end(original) != _end(later):
        return _moved_in_time(original, later) if change == 0 else None
    if change == 0:
        return "restated"
    return "raised" if (change > 0) != is_falling(original) else "lowered"


def _change(original: Commitment, later: Commitment) -> Decimal | None:
    """Give by how much the later number is larger, in the original's unit; None where units differ."""
    if original.quantity is None or later.quantity is None:
        return None
    found = conversion(later.quantity.unit, original.quantity.unit, later.indicator, original.indicator)
    return None if found is None else later.quantity.value * found.factor - original.quantity.value


def _moved_in_time(original: Commitment, later: Commitment) -> str | None:
    before, after = _end(original), _end(later)
    if before is None or after is None:
        return None
    return "deferred" if after > before else "brought_forward"


def _end(commitment: Commitment) -> date | None:
    return None if commitment.period is None else commitment.period.end


def _scope(ours: Wording, theirs: Wording) -> str | None:
    """Compare the qualifiers: the same, narrowed or widened in all that differ, or None where they exclude."""
    narrower = wider = False
    for name in ours.qualifiers.keys() | theirs.qualifiers.keys():
        mine = ours.qualifiers.get(name, (frozenset(), ()))[0]
        yours = theirs.qualifiers.get(name, (frozenset(), ()))[0]
        if mine == yours:
            continue
        narrower = narrower or (not mine and bool(yours)) or (bool(yours) and yours < mine)
        wider = wider or (not yours and bool(mine)) or (bool(mine) and mine < yours)
        if mine and yours and not (mine < yours or yours < mine):
            return None
    if narrower and wider:
        return None
    return "narrowed" if narrower else "widened" if wider else "same"


def _line(badge: str, later: Commitment, sources: Mapping[str, Source]) -> Line:
    name = sources[later.span.document].name
    by = "" if later.period is None else f" by {later.period.end}"
    return Line(
        f"goalpost_{badge}",
        f"{badge} in {name}: {later.quantity}{by}; this verdict is on the original",
        f"{name} 中{_ZH[badge]}为 {later.quantity}{by.replace(' by ', ',时限 ')};本判定针对原承诺",
    )
