"""序时进度: how much should have been achieved by a day, and how growth compares with the growth that is needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal, localcontext
from itertools import pairwise

from lantu.model import Period

ZERO, ONE = Decimal(0), Decimal(1)
YEAR_DAYS = Decimal("365.25")

Milestone = tuple[date, Decimal]
"""By the end of this day this share of the target is planned."""


def elapsed(period: Period, as_of: date) -> tuple[int, int] | None:
    """Give the days gone by the end of ``as_of`` and the days in all, both ends included; None for a bare deadline.

    >>> elapsed(Period.year(2022), date(2022, 11, 30))
    (334, 365)
    """
    if period.start is None or period.days is None:
        return None
    gone = (as_of - period.start).days + 1
    return max(0, min(gone, period.days)), period.days


def expected(period: Period, as_of: date, milestones: Sequence[Milestone] = ()) -> Decimal | None:
    """Give the share of the target that is expected at the end of ``as_of``.

    Explicit milestones are joined by straight lines; without any, progress is linear in days.
    """
    if period.start is None:
        return None
    if milestones:
        return _piecewise(period, as_of, milestones)
    share = elapsed(period, as_of)
    return None if share is None else Decimal(share[0]) / Decimal(share[1])


def _piecewise(period: Period, as_of: date, milestones: Sequence[Milestone]) -> Decimal:
    start = period.start or as_of
    points = [(start - timedelta(days=1), ZERO), *sorted(milestones)]
    if points[-1][0] < period.end:
        points.append((period.end, ONE))
    if as_of <= points[0][0]:
        return ZERO
    for (earlier, low), (later, high) in pairwise(points):
        if as_of <= later:
            part = Decimal((as_of - earlier).days) / Decimal((later - earlier).days)
            return low + (high - low) * part
    return points[-1][1]


def growth_ratio(
    base: tuple[Decimal, Decimal] | None, current: tuple[Decimal, Decimal] | None, target: tuple[Decimal, Decimal]
) -> Decimal | None:
    """Give observed over required compound annual growth.

    Each argument is (value, time in years). None where a value is missing, no time has passed, or the growth
    is not defined: a base or target of zero, or a base that equals the target.

    >>> growth_ratio((Decimal(100), Decimal(2015)), (Decimal(121), Decimal(2017)), (Decimal(110), Decimal(2016)))
    Decimal('1')
    """
    if base is None or current is None:
        return None
    seen = _annual_growth(base, current)
    needed = _annual_growth(base, target)
    return None if seen is None or not needed else _rounded(seen / needed)


def _rounded(ratio: Decimal) -> Decimal:
    """Round to ten decimals; of a ratio too large for them, as a single day can give, keep sixteen digits."""
    return ratio.quantize(Decimal(1).scaleb(max(-10, ratio.adjusted() - 15))).normalize()


def _annual_growth(base: tuple[Decimal, Decimal], later: tuple[Decimal, Decimal]) -> Decimal | None:
    years = later[1] - base[1]
    if years <= ZERO or base[0] <= ZERO or later[0] < ZERO:
        return None
    with localcontext() as context:
        context.prec = 34
        ratio = later[0] / base[0]
        return ratio ** (ONE / years) - ONE if ratio else -ONE


def in_years(day: date) -> Decimal:
    """Give a day as a number of years, for growth between two days."""
    return Decimal(day.toordinal()) / YEAR_DAYS
