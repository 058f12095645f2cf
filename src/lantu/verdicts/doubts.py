"""Figures that pass every gate and yet are likelier of another scope than of a success: they wait for a reviewer.

A promise of one port (进出口额 30 亿元) is easily answered by the city's total, one of new parks by all parks there
are, one year's growth by that of five: what the words leave unsaid shows in the size of the number alone.
"""

from __future__ import annotations

import re
from decimal import Decimal

from lantu.model import Basis, Commitment, Interval, Line, Observation

from .comparison import Comparison, Use
from .measures import Kind, is_falling, kind_of

TWICE = Decimal(2)
"""So many times its target a total, or a count that is not said to be new, is likelier of something larger."""
MANY_YEARS, FAR_POINTS = Decimal("2.5"), Decimal(20)
"""A growth rate beyond both, or a count beyond the first, is likelier of several years in a document that sums those
up too."""
_NEW = re.compile("新|净增|增加|增设|扩大|完成")


def doubt(
    commitment: Commitment, observation: Observation, comparison: Comparison, values: Interval | None, *, sums_up: bool
) -> Line | None:
    """Say why a figure is likelier of another scope, or give None.

    Parameters
    ----------
    values:
        The figure in the commitment's unit.
    sums_up:
        The document of the figure also tells of several years together.
    """
    low = None if values is None else values.low
    if low is None or not _can_be_too_much(commitment, comparison):
        return None
    target = Decimal(0) if commitment.quantity is None else commitment.quantity.value
    if kind_of(commitment) is Kind.CHANGE:
        far = low >= target * MANY_YEARS and low - target >= FAR_POINTS
        return _YEARS if sums_up and far else None
    if sums_up and low >= target * MANY_YEARS and kind_of(commitment) is not Kind.SHARE:
        return _SUM
    return None if low < target * TWICE else _of_more(commitment, observation)


def _can_be_too_much(commitment: Commitment, comparison: Comparison) -> bool:
    positive = commitment.quantity is not None and commitment.quantity.value > 0
    return positive and not is_falling(commitment) and comparison.use is Use.VALUE


def _of_more(commitment: Commitment, observation: Observation) -> Line | None:
    kind = kind_of(commitment)
    if kind is Kind.ACTIVITY:
        new = _NEW.search(commitment.indicator) and not _NEW.search(observation.indicator)
        return _STOCK if new else None
    return None if commitment.basis is Basis.INCREMENT or kind is Kind.SHARE else _LARGER


_YEARS = Line(
    "growth_of_years",
    "so much growth may be that of the several years that the document also sums up",
    "文件同时回顾多年,该增幅可能为多年累计",
)
_SUM = Line(
    "sum_of_years",
    "so many may be those of the several years that the document also sums up",
    "文件同时回顾多年,该数可能为多年合计",
)
_STOCK = Line(
    "may_be_stock",
    "promised is what is new; the report does not say that all of this is",
    "承诺为新增,通报未说明全部为新增",
)
_LARGER = Line(
    "may_be_larger_whole",
    "a total of twice its target or more may be that of a larger whole",
    "总量达目标两倍以上,可能为更大范围的数据",
)
