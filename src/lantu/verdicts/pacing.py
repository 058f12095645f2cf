"""The measure that a pack's bands are read on: attainment less expected progress, or observed over required growth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from lantu.model import Interval, Period

from .attainment import Aim, Share
from .intervals import within
from .pace import Milestone, elapsed, expected, growth_ratio, in_years
from .packs import Limits

ONE = Decimal(1)


def pace_of(
    aim: Aim,
    values: Interval,
    as_of: date | None,
    promised: Period | None,
    share: Share | None,
    limits: Limits,
    milestones: Sequence[Milestone] = (),
) -> tuple[Decimal | None, Share | None]:
    """Give expected progress and the pack's measure; None where no pace is defined.

    What adds up has a pace, and so has a level whose value before the period is known; rates and acts have none
    unless the pack holds rates against their target at any time, or milestones were set for them.
    """
    if promised is None or as_of is None:
        return None, None
    if limits.measure == "growth_ratio":
        return None, _growth(aim, values, promised, as_of)
    if share is None:
        return None, None
    if not aim.additive and aim.baseline is None and not milestones:
        return None, _less(share, ONE) if limits.rates_on_pace and aim.rate else None
    planned = expected(promised, as_of, milestones)
    return planned, None if planned is None else _less(share, planned)


def bent(curve: Sequence[tuple[Decimal, Decimal]], promised: Period | None) -> tuple[Milestone, ...]:
    """Give a pack's curve as milestones of one period: on the day by which that share of its days has gone."""
    if promised is None or promised.start is None or promised.days is None:
        return ()
    start, days = promised.start, promised.days
    return tuple((start + timedelta(days=max(int(gone * days), 1) - 1), planned) for gone, planned in curve)


def gone(promised: Period | None, as_of: date | None) -> Decimal | None:
    """Give the share of the period that has gone at the end of a day."""
    days = None if promised is None or as_of is None else elapsed(promised, as_of)
    return None if days is None else Decimal(days[0]) / Decimal(days[1])


def _less(share: Share, planned: Decimal) -> Share:
    low, high = share
    return None if low is None else low - planned, None if high is None else high - planned


def _growth(aim: Aim, values: Interval, promised: Period, as_of: date) -> Share | None:
    value, start = values.low, promised.start
    if aim.baseline is None or aim.threshold is None or value is None or start is None:
        return None
    ratio = growth_ratio(
        (aim.baseline, in_years(start)), (value, in_years(as_of)), (aim.threshold, in_years(promised.end))
    )
    if ratio is None:
        return None
    reached = within(Interval(aim.baseline, aim.baseline), aim.region)
    fell_back = reached and within(values, aim.region) is False
    return (-abs(ratio), -abs(ratio)) if fell_back else (ratio, ratio)
