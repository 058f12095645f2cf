"""Tell what kind of number a statement gives: rising or falling, flow or stock, growth or level (``measures.yaml``)."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from lantu.model import Accumulation, Basis, Direction, Reviewability, Statement

from .data import read_data
from .units import dimension
from .words import fold

_ADDING = (Accumulation.PERIOD, Accumulation.YEAR_TO_DATE)
_EVENTS = frozenset({"场", "场次", "人次", "次", "班次", "列", "期"})
_GROWTH_UNITS = frozenset({"%", "‰", "百分点", "倍"})


class Kind(StrEnum):
    """What a number counts, as far as the words tell; decides which numbers may meet.

    ``count`` is a level of which the words do not tell whether it is a stock or was done in the period.
    """

    CHANGE = "change"
    SHARE = "share"
    RANK = "rank"
    STOCK = "stock"
    FLOW = "flow"
    ACTIVITY = "activity"
    COUNT = "count"


@lru_cache(maxsize=16)
def _pattern(group: str) -> re.Pattern[str]:
    words = sorted((fold(word) for word in read_data("measures.yaml")[group]), key=lambda word: (-len(word), word))
    return re.compile("|".join(re.escape(word) for word in words))


@lru_cache(maxsize=262_144)
def _speaks_of(group: str, indicator: str) -> bool:
    return _pattern(group).search(fold(indicator)) is not None


def kind_of(statement: Statement) -> Kind:
    """Give the kind of a statement's number; a percentage whose words say growth is a change however it was read."""
    unit = "" if statement.quantity is None else statement.quantity.unit
    if statement.basis is Basis.RANK:
        return Kind.RANK
    if statement.basis is Basis.CHANGE:
        grown = statement.direction is not Direction.DOWN and dimension(unit) == "count"
        return Kind.ACTIVITY if grown and _speaks_of("added", statement.indicator) else Kind.CHANGE
    if unit in _GROWTH_UNITS:
        return Kind.CHANGE if unit != "%" or _speaks_of("change", statement.indicator) else Kind.SHARE
    if statement.basis is Basis.STANDARD or (_speaks_of("stock", statement.indicator) and not _adds(statement)):
        return Kind.STOCK
    if unit in _EVENTS:
        return Kind.ACTIVITY
    return _done(statement) if statement.basis is Basis.INCREMENT else _level(statement)


def _adds(statement: Statement) -> bool:
    """Tell whether the words promise or tell an addition to a stock (新增集中供热覆盖面积)."""
    added = statement.basis is Basis.INCREMENT and statement.accumulation is not Accumulation.CUMULATIVE
    return added and _speaks_of("added", statement.indicator)


def _done(statement: Statement) -> Kind:
    return Kind.FLOW if _speaks_of("flow_total", statement.indicator) else Kind.ACTIVITY


def _level(statement: Statement) -> Kind:
    if statement.accumulation is Accumulation.CUMULATIVE:
        return Kind.STOCK
    if _speaks_of("flow_total", statement.indicator):
        return Kind.FLOW
    return Kind.ACTIVITY if _speaks_of("activity", statement.indicator) else Kind.COUNT


def is_falling(statement: Statement) -> bool:
    """Tell whether less is better; a promised fall (能耗下降3.8%) is a magnitude of which more is better."""
    if statement.direction is Direction.DOWN:
        return False
    return statement.basis is Basis.RANK or _speaks_of("falling", statement.indicator)


def is_additive(statement: Statement) -> bool:
    """Tell whether the value adds up over its period and cannot fall back: additions, flows, events."""
    return kind_of(statement) in (Kind.ACTIVITY, Kind.FLOW) or (
        statement.accumulation in _ADDING and kind_of(statement) is Kind.COUNT
    )


def is_bounding(statement: Statement) -> bool:
    """Tell whether the value of a part is a lower bound for the whole: counts and totals, no rates or averages."""
    kind = kind_of(statement)
    if kind in (Kind.CHANGE, Kind.SHARE, Kind.RANK) or statement.basis is Basis.STANDARD:
        return False
    return not _speaks_of("average", statement.indicator)


def is_universal(statement: Statement) -> bool:
    """Tell whether the words promise the whole (全覆盖, 清零)."""
    return _speaks_of("universal", statement.indicator)


def is_at_constant_prices(statement: Statement) -> bool:
    """Tell whether the growth of this is counted at constant prices, while its levels are printed at current ones."""
    return _speaks_of("constant_prices", statement.indicator)


def reviewability(statement: Statement) -> Reviewability:
    """Tell how a commitment can be checked: R0 not at all, R1 by an act, R2 and R3 by its number."""
    if statement.quantity is None:
        checkable = _speaks_of("act", statement.indicator) or is_universal(statement)
        return Reviewability.R1 if checkable else Reviewability.R0
    own = statement.period is not None and statement.period_rule not in ("horizon", "plan_horizon")
    return Reviewability.R3 if own else Reviewability.R2
