"""Read printed values as intervals and compare them in three values: true, false, unknown.

A document that prints 500余场 does not say 500 and does not say 563: it says a number from 500 up to the next
printed hundred. Everything after this module works on such intervals, so that a verdict either holds for
every number the document can mean or is not given (the comparator table of docs/explanation/verdicts.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lantu.model import Basis, Comparator, Interval, Quantity

ZERO = Decimal(0)
PERCENT = frozenset({"%", "百分点", "个百分点", "‰"})


def observed(quantity: Quantity, comparator: Comparator | None) -> Interval:
    """Give the interval of values that a reported number can mean, in its own unit.

    >>> str(observed(Quantity.parse("500场"), Comparator.MORE_THAN))
    '(500, 600)'
    """
    value, grain = quantity.value, quantity.grain
    if quantity.upper is not None:
        return Interval(value, quantity.upper)
    if comparator is Comparator.ABOUT:
        slack = tolerance(quantity)
        return Interval(value - slack, value + slack)
    if comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN):
        return Interval(value, value + grain, comparator is Comparator.MORE_THAN, True)
    if comparator in (Comparator.AT_MOST, Comparator.LESS_THAN):
        return Interval(value - grain, value, True, comparator is Comparator.LESS_THAN)
    return Interval(value, value)


def tolerance(quantity: Quantity) -> Decimal:
    """Give the slack of 左右 and 约: half the printed grain, but never half of a round number.

    ``10%左右`` prints whole points, so its slack is half a point, not five; other round numbers
    (``100家左右``) get a twentieth of themselves.
    """
    if quantity.unit in PERCENT:
        return min(quantity.grain, Decimal(1)) / 2
    return min(quantity.grain / 2, abs(quantity.value) / 20) or quantity.grain / 2


def goal(quantity: Quantity, comparator: Comparator | None, *, falling: bool, basis: Basis | None = None) -> Interval:
    """Give the region of values that satisfies a target.

    Parameters
    ----------
    falling:
        True where less is better (失业率, 办结时间): a bare number is then a ceiling.
    basis:
        Of an addition or a growth rate, doing more than a printed range is no breach; a level or share
        promised as a range must stay inside.
    """
    value = quantity.value
    if quantity.upper is not None:
        return _range_goal(quantity, falling, basis)
    if comparator is Comparator.AT_MOST:
        return Interval(None, value)
    if comparator is Comparator.LESS_THAN:
        return Interval(None, value, high_open=True)
    if comparator is Comparator.MORE_THAN:
        return Interval(value, None, low_open=True)
    slack = tolerance(quantity) if comparator is Comparator.ABOUT else ZERO
    if falling and comparator is not Comparator.AT_LEAST:
        return Interval(None, value + slack)
    return Interval(value - slack, None)


def _range_goal(quantity: Quantity, falling: bool, basis: Basis | None) -> Interval:
    if basis in (Basis.INCREMENT, Basis.CHANGE):
        return Interval(None, quantity.upper) if falling else Interval(quantity.value, None)
    return Interval(quantity.value, quantity.upper)


def within(values: Interval, region: Interval) -> bool | None:
    """Tell whether all of ``values`` lie in ``region`` (True), none does (False), or it stays open (None)."""
    if _below(values, region) or _below(region, values):
        return False
    return True if _starts_inside(values, region) and _ends_inside(values, region) else None


def disjoint(one: Interval, other: Interval) -> bool:
    """Tell whether no number belongs to both."""
    return _below(one, other) or _below(other, one)


def _below(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))


def _starts_inside(values: Interval, region: Interval) -> bool:
    if region.low is None:
        return True
    if values.low is None:
        return False
    return values.low > region.low or (values.low == region.low and (values.low_open or not region.low_open))


def _ends_inside(values: Interval, region: Interval) -> bool:
    if region.high is None:
        return True
    if values.high is None:
        return False
    return values.high < region.high or (values.high == region.high and (values.high_open or not region.high_open))


def lower_bound(values: Interval) -> Interval:
    """Give what is known when the evidence covers only a part: at least its lowest value, no ceiling."""
    return Interval(values.low, None, values.low_open)


def upper_bound(values: Interval) -> Interval:
    """Give what is known when the evidence covers more than the scope: from zero to its highest value."""
    if values.high is None or values.high < ZERO:
        return Interval(None, None)
    return Interval(ZERO, values.high, False, values.high_open and values.high > ZERO)


def scale(values: Interval, factor: Decimal) -> Interval:
    """Multiply by a factor; a negative one mirrors the ends."""
    low = None if values.low is None else values.low * factor
    high = None if values.high is None else values.high * factor
    if factor < ZERO:
        return Interval(high, low, values.high_open, values.low_open)
    return Interval(low, high, values.low_open, values.high_open)


def total(parts: Iterable[Interval]) -> Interval:
    """Add values over disjoint periods or parts."""
    low: Decimal | None = ZERO
    high: Decimal | None = ZERO
    low_open = high_open = False
    for part in parts:
        low = None if low is None or part.low is None else low + part.low
        high = None if high is None or part.high is None else high + part.high
        low_open, high_open = low_open or part.low_open, high_open or part.high_open
    return Interval(low, high, low_open, high_open)


def difference(later: Interval, earlier: Interval) -> Interval:
    """Give what was added between two stocks: every later value less every earlier one."""
    return total((later, scale(earlier, Decimal(-1))))
