"""Where the parts of the site's two drawings stand, in per cent of their width; the templates draw them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .press import looks


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a stacked bar: a verdict, how many there are, where it begins and how wide it is."""

    kind: str
    count: int
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis: in per cent of its width, and the side to which its label has room."""

    x: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Pace:
    """Attainment on an axis that always holds 0, the target and every figure; nothing is clamped.

    ``reached`` (begins at ``reached_x``) is what was surely reached, from 0; ``uncertain`` (begins at ``low``)
    what the evidence leaves open. ``open_high`` tells that nothing bounds it above.
    """

    zero: Tick
    target: Tick
    low: Tick
    high: Tick
    reached_x: str
    reached: str
    uncertain: str
    expected: Tick | None
    open_high: bool


def stack(kinds: Mapping[str, int]) -> tuple[Part, ...]:
    """Lay out counts of verdicts as one bar, in the order of the legend."""
    total, before, parts = sum(kinds.values()), 0, []
    for kind in looks():
        count = kinds.get(kind, 0)
        if count:
            parts.append(Part(kind, count, _percent(before, total), _percent(count, total)))
            before += count
    return tuple(parts)


def pace(verdict: Mapping[str, Any]) -> Pace | None:
    """Lay out the attainment of a verdict beside the expected progress, or None where it has no percentage."""
    ends = verdict["attainment"]
    if ends is None or ends == [None, None]:
        return None
    low, high = (None if end is None else Decimal(end) for end in ends)
    expected = None if verdict["expected"] is None else Decimal(verdict["expected"])
    known = [Decimal(0), Decimal(1), *(value for value in (low, high, expected) if value is not None)]
    first, last = min(known), max(known)
    room = (last - first) * Decimal("0.06") if high is None or last > 1 else Decimal(0)
    last += room

    def at(value: Decimal) -> Decimal:
        return (value - first) * 100 / (last - first)

    sure, most = (min(known) if low is None else low), (last if high is None else high)
    return Pace(
        zero=_tick(at(Decimal(0))),
        target=_tick(at(Decimal(1))),
        low=_tick(at(sure)),
        high=_tick(at(most)),
        reached_x=f"{at(min(Decimal(0), sure)):.2f}%",
        reached=f"{abs(at(sure) - at(Decimal(0))):.2f}%",
        uncertain=f"{at(most) - at(sure):.2f}%",
        expected=None if expected is None else _tick(at(expected)),
        open_high=high is None,
    )


def _tick(at: Decimal) -> Tick:
    return Tick(f"{at:.2f}%", "start" if at < 25 else "end" if at > 75 else "middle")


def _percent(count: int, total: int) -> str:
    return f"{100 * count / total:.3f}%"
