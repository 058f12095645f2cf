"""What a value of an indicator table is (level, share, growth, a sum over years), in which unit, over which days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lantu.model import Accumulation, Basis, Direction, Period

from .heads import Column, Measure
from .units import Unit
from .values import Value

_SHARES = frozenset({"%", "‰"})
_FALL = re.compile(r"(?:下降|降低|减少|削减|压减|减排)(?:率|幅度|比例|量|[（(].{0,12})?$")
_RISE = re.compile(r"(?:增长|增速|增长速度|(?<!自然)增长率|增幅|提高|增加)$")
_MEAN = re.compile(r"年均|年平均")
OF_CHANGE = re.compile(
    r"(?:年均|平均|五年|累计)*(?:增长|增速|增长速度|增长率|增幅|提高|增加|下降|降低|减少|削减|压减|减排)(?:率|速度|幅度|比例|量)?$"
)
_ADDED = re.compile(r"新增|新建|转移|改造|建设|培训|开工|完成|五年|累计")
POINTS = "百分点"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a value says, beside its number."""

    indicator: str
    unit: Unit
    basis: Basis
    accumulation: Accumulation | None
    direction: Direction | None
    period: Period | None
    confidence: float


def judge(
    name: str, unit: Unit | None, column: Column, value: Value, base: int | None, *, levels: Sequence[Decimal]
) -> Judged:
    """Judge one value.

    Parameters
    ----------
    name, unit:
        Of its row.
    base:
        The first year of the table's levels.
    levels:
        The levels in the same row: with them a sum over years is how much the level changes.
    """
    if _sums(name, unit, column, value, levels):
        return _total(name, unit, column, value, base, levels)
    if column.measure in (Measure.YEARLY, Measure.GROWTH) or (
        column.measure is Measure.LEVEL and _is_change(name, unit)
    ):
        return _growth(name, unit, column, value, base, levels)
    return _level(name, unit, column)


def _is_change(name: str, unit: Unit | None) -> bool:
    return unit is not None and unit[1] in _SHARES and (_FALL.search(name) or _RISE.search(name)) is not None


def _sums(name: str, unit: Unit | None, column: Column, value: Value, levels: Sequence[Decimal]) -> bool:
    if value.total or column.measure is Measure.TOTAL:
        return True
    if value.bracket:
        return value.bracket not in "(（" or column.summed
    # 年均/累计 over a count that has no level: what is added in all.
    rated = unit is None or unit[1] in _SHARES
    return column.summed and not levels and not rated and value.unit is None and _ADDED.search(name) is not None


def _total(
    name: str, unit: Unit | None, column: Column, value: Value, base: int | None, levels: Sequence[Decimal]
) -> Judged:
    own = value.unit or unit or (0, "")
    period = _span(column, base)
    if own[1] in _SHARES:
        changed = _FALL.search(name) or _RISE.search(name)
        down = value.down or value.number < 0 or _FALL.search(name) is not None
        shown = own if changed else (own[0], POINTS)
        return _changed(name, shown, down, Accumulation.CUMULATIVE, period)
    if (levels or not unit) and _differs(value, levels):
        return _changed(name, own, value.down or value.number < 0, Accumulation.CUMULATIVE, period)
    basis = Basis.INCREMENT if _ADDED.search(name) or not levels else Basis.LEVEL
    return Judged(name, own, basis, Accumulation.CUMULATIVE, None, period, 0.95)


def _differs(value: Value, levels: Sequence[Decimal]) -> bool:
    """Tell a change of the level, which lies within the levels, from what a flow adds up to over the years."""
    if value.bracket or len(levels) < 2:
        return bool(value.bracket)
    return abs(abs(value.number) - abs(levels[-1] - levels[0])) <= value.grain


def _growth(
    name: str, unit: Unit | None, column: Column, value: Value, base: int | None, levels: Sequence[Decimal]
) -> Judged:
    yearly = column.measure is Measure.YEARLY or _MEAN.search(name) is not None
    own = value.unit or (column.unit if column.measure is not Measure.LEVEL else unit) or (0, "%")
    down = value.down or value.number < 0 or _FALL.search(name) is not None
    mean = Accumulation.ANNUAL_AVERAGE if yearly else None
    in_its_year = column.measure is Measure.LEVEL and not yearly and column.first is None
    if column.measure is Measure.GROWTH or (in_its_year and (levels or not column.planned)):
        # 旅游收入增长（%） | 2011年 | 2016年: the growth of each of these years.
        period = None if column.year is None else Period.year(column.year)
    else:
        period = _span(column, base)
    return _changed(name, own, down, mean, period)


def _changed(name: str, unit: Unit, down: bool, over: Accumulation | None, period: Period | None) -> Judged:
    about = OF_CHANGE.sub("", name) or name
    return Judged(about, unit, Basis.CHANGE, over, Direction.DOWN if down else Direction.UP, period, 0.93)


def _level(name: str, unit: Unit | None, column: Column) -> Judged:
    own = unit or (column.unit if column.measure is Measure.LEVEL else None) or (0, "")
    basis = Basis.SHARE if own[1] in _SHARES else Basis.INCREMENT if _ADDED.match(name) else Basis.LEVEL
    over = Accumulation.PERIOD if basis is Basis.INCREMENT else None
    return Judged(name, own, basis, over, None, _stood(column), 0.95)


def _stood(column: Column) -> Period | None:
    if column.year is None:
        return None
    if column.first is not None:
        return Period(None, date(column.year, 12, 31))  # 十四五目标: by the end of the plan
    return Period.year(column.year)


def _span(column: Column, base: int | None) -> Period | None:
    """Give the years over which a sum or a mean runs: those of the head, else from the year after the first level."""
    if column.year is None:
        return None
    if column.first is not None:
        return Period.years(column.first, column.year)
    if base is not None and base < column.year:
        return Period.years(base + 1, column.year)
    return Period(None, date(column.year, 12, 31))
