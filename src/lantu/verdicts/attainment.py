"""How much of a target a value reaches: never clamped, None where a share has no meaning."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lantu.model import Interval

from .intervals import within

ZERO, ONE = Decimal(0), Decimal(1)

Share = tuple[Decimal | None, Decimal | None]
"""Lowest and highest share of the target reached; None where that end is unbounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What a commitment asks of a value, in the target's own unit.

    Parameters
    ----------
    region:
        The values that satisfy it.
    threshold:
        The number that shares are taken of; None where the target has no percentage.
    falling:
        Less is better.
    open_ended:
        Going further than the target counts as exceeding it.
    additive:
        The value adds up over the period and cannot fall back (an addition, a flow, an event).
    rate:
        The value is a growth rate.
    baseline:
        The value before the period, where an earlier document tells it.
    """

    region: Interval
    threshold: Decimal | None
    falling: bool = False
    open_ended: bool = True
    additive: bool = True
    rate: bool = False
    baseline: Decimal | None = None


def attainment(values: Interval, aim: Aim) -> Share | None:
    """Give the share of the target that the values reach.

    With a baseline B it is (v - B) / (T - B); without one v / T, or T / v where less is better. There is none
    for a target of zero or less, and for one that was reached before the period began: it is held or not, and
    falling back through it would read as progress. Of `all` it is covered over total.
    """
    target, baseline = aim.threshold, aim.baseline
    if target is None:
        return None
    if baseline is not None:
        path = target - baseline
        if path == ZERO or within(Interval(baseline, baseline), aim.region):
            return None
        low, high = _minus(values.low, baseline, path), _minus(values.high, baseline, path)
        return (high, low) if path < ZERO else (low, high)
    if target <= ZERO:
        return None
    if aim.falling:
        return _inverse(values, target)
    return _minus(values.low, ZERO, target), _minus(values.high, ZERO, target)


def _minus(value: Decimal | None, baseline: Decimal, path: Decimal) -> Decimal | None:
    return None if value is None else (value - baseline) / path


def _inverse(values: Interval, target: Decimal) -> Share:
    """Less is better: the share falls as the value rises, and has no upper end at zero."""
    low = target / values.high if values.high is not None and values.high > ZERO else None
    high = target / values.low if values.low is not None and values.low > ZERO else None
    return low, high
