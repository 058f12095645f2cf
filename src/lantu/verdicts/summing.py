"""Add figures of disjoint parts of a period: annual values make up a target over several years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from lantu.model import Period

DAY = timedelta(days=1)


def disjoint_periods(periods: Sequence[Period]) -> list[Period]:
    """Give periods that do not overlap, the longest first where two do, in order of time.

    A period of which only the end is known takes no part.
    """
    chosen: list[Period] = []
    known = [period for period in periods if period.start is not None]
    for period in sorted(known, key=lambda each: (-(each.days or 0), each.start or each.end)):
        if all(_apart(period, other) for other in chosen):
            chosen.append(period)
    return sorted(chosen, key=lambda each: each.start or each.end)


def covers_from(start: object, chosen: Sequence[Period]) -> bool:
    """Tell whether the periods run on from ``start`` without a gap."""
    unbroken = all(later.start is not None and later.start - earlier.end == DAY for earlier, later in pairwise(chosen))
    return bool(chosen) and chosen[0].start == start and unbroken


def _apart(one: Period, other: Period) -> bool:
    return (other.start is not None and one.end < other.start) or (one.start is not None and other.end < one.start)
