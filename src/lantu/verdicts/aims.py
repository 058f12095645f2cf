"""What a commitment asks of a value, and whether the values reported satisfy it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lantu.model import Basis, Commitment, Comparator, Interval, Period, Quantity

from .attainment import Aim, attainment
from .evidence import Figure, baseline
from .intervals import goal, within
from .measures import Kind, is_falling, kind_of
from .units import dimension

TENFOLD, EIGHTFOLD, FAR_POINTS = Decimal(10), Decimal(8), Decimal(30)
"""A count ten times its target, or a growth rate eight times and 30 points beyond it, waits for a reviewer."""
_BOUNDED = frozenset({Comparator.ABOUT, Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.ALL})
_A_YEAR = 366


def quantity_of(commitment: Commitment) -> Quantity:
    """Give the number of a commitment that has one.

    Raises
    ------
    ValueError
        For an act: those are settled by `settle_act`.
    """
    if commitment.quantity is None:
        raise ValueError(f"commitment {commitment.id} has no number: settle it as an act")
    return commitment.quantity


def aim_of(commitment: Commitment, promised: Period | None, found: Sequence[Figure]) -> Aim:
    """Give what a commitment asks for, as a region of values with the way to measure the distance."""
    quantity, kind = quantity_of(commitment), kind_of(commitment)
    falling = is_falling(commitment)
    region = goal(quantity, commitment.comparator, falling=falling, basis=commitment.basis)
    bounded = commitment.comparator in _BOUNDED or quantity.upper is not None or kind is Kind.RANK
    return Aim(
        region=region,
        threshold=quantity.value,
        falling=region.low is None,
        open_ended=not falling and not bounded,
        additive=_adds_up(commitment, promised, kind),
        rate=kind is Kind.CHANGE,
        baseline=_baseline_value(kind, found, promised) if commitment.baseline is None else commitment.baseline,
    )


def _adds_up(commitment: Commitment, promised: Period | None, kind: Kind) -> bool:
    """An addition adds up; a total of the period does so within a year: beyond, it is a level to be reached."""
    if kind is Kind.ACTIVITY:
        return True
    if kind is not Kind.FLOW:
        return False
    within_a_year = promised is not None and promised.days is not None and promised.days <= _A_YEAR
    return within_a_year or commitment.basis is Basis.INCREMENT


def _baseline_value(kind: Kind, found: Sequence[Figure], promised: Period | None) -> Decimal | None:
    if kind not in (Kind.STOCK, Kind.COUNT, Kind.SHARE):
        return None
    before = baseline(found, promised)
    values = None if before is None else before.values
    return values.low if values is not None and values.low == values.high else None


def is_satisfied(values: Interval, aim: Aim, *, countable: bool) -> bool | None:
    """Test the promise; a measured value printed as the very bound of 突破 may lie on either side of it."""
    region = aim.region
    bound = region.low if region.low_open else region.high if region.high_open else None
    touches = bound is not None and values.low == values.high == bound
    return None if touches and not countable else within(values, region)


def is_countable(quantity: Quantity) -> bool:
    """Tell whether the unit counts things, so that a printed value is the value itself."""
    return dimension(quantity.unit) == "count"


def is_implausible(values: Interval, aim: Aim) -> bool:
    """Tell whether a figure is so far beyond its target that another scope or a slip is likelier than success."""
    low, target = values.low, aim.threshold
    if low is None or target is None or target <= 0 or aim.falling:
        return False
    if aim.rate:
        return low >= target * EIGHTFOLD and low - target >= FAR_POINTS
    return low >= target * TENFOLD


def beyond(values: Interval, aim: Aim) -> Decimal | None:
    """Give the lowest value over the target itself, whatever the baseline."""
    share = attainment(values, Aim(region=aim.region, threshold=aim.threshold, falling=aim.falling))
    return None if share is None else share[0]
