"""Read the parts of a proof back: target, figures, thresholds, days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from lantu.model import Basis, Comparability, Comparator, Interval, Period, Quantity

from .attainment import Aim
from .comparison import Use
from .evidence import bounded, from_baseline
from .intervals import goal, lower_bound, observed, scale
from .packs import Limits
from .proof import THRESHOLDS


def aim_in(target: Mapping[str, Any]) -> Aim:
    """Read what the promise asks for."""
    quantity = _quantity(target)
    basis = None if target["basis"] is None else Basis(target["basis"])
    region = goal(quantity, _comparator(target), falling=target["less_is_better"], basis=basis)
    return Aim(
        region=region,
        threshold=quantity.value,
        falling=region.low is None,
        open_ended=target["open_ended"],
        additive=target["adds_up"],
        rate=target["growth"],
        baseline=_decimal(target["baseline"]),
    )


def values_of(figure: Mapping[str, Any]) -> Interval:
    """Compute the interval of a figure from what was printed."""
    printed = scale(observed(_quantity(figure), _comparator(figure)), Decimal(figure["factor"]))
    values = bounded(printed, Comparability(figure["scope"]))
    if figure["part_of_period"]:
        return lower_bound(values)
    if figure["before"] is None:
        return values
    reckoned = from_baseline(values, Interval.parse(figure["before"]), Use(figure["use"]))
    if reckoned is None:
        raise ValueError(f"figure {figure['observation']}: nothing can be reckoned from {figure['before']}")
    return reckoned


def limits_in(stated: Mapping[str, Any]) -> Limits:
    """Read the thresholds of the pack."""
    numbers: dict[str, Any] = {name: Decimal(stated[name]) for name in THRESHOLDS}
    named = {name: stated[name] for name in ("name", "measure", "rates_on_pace", "grace_days")}
    return Limits(**named, **numbers)


def period_in(days: list[str | None] | None) -> Period | None:
    """Read the days that a proof states."""
    if days is None:
        return None
    end = day_in(days[1])
    if end is None:
        raise ValueError("a period without an end: give its last day")
    return Period(day_in(days[0]), end)


def day_in(text: str | None) -> date | None:
    """Read a day in ISO form."""
    return None if text is None else date.fromisoformat(text)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _comparator(stated: Mapping[str, Any]) -> Comparator | None:
    return None if stated["comparator"] is None else Comparator(stated["comparator"])


def _quantity(stated: Mapping[str, Any]) -> Quantity:
    return Quantity(Decimal(stated["value"]), stated["unit"], Decimal(stated["grain"]), _decimal(stated["upper"]))
