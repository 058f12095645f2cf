"""What the columns of a table hold, told by the words and years of its head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from lantu.model import Passage

from ..lexicon import alternation, word_list
from .units import Unit, unit_in

Row = Sequence[Passage]

DEPTH = 6
"""The head stands within so many rows."""
WIDEST = 60
"""A table of more columns is a sheet of data."""
LAYERS = 3
"""A head has at most so many rows."""


class Holds(Enum):
    """What a column holds."""

    NAME = auto()
    GROUP = auto()
    UNIT = auto()
    BINDING = auto()
    VALUE = auto()
    NUMBER = auto()
    TASK = auto()
    GOAL = auto()
    LEAD = auto()
    SUPPORT = auto()
    DEADLINE = auto()
    PROGRESS = auto()
    OTHER = auto()


class Measure(Enum):
    """What a column of values measures: what stands in a year, growth a year, a sum over years, or plain growth."""

    LEVEL = auto()
    YEARLY = auto()
    TOTAL = auto()
    GROWTH = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Parameters
    ----------
    head:
        The words of its head, from the top down.
    year:
        The year named there; of a span of years the last.
    first:
        The first year of a span (十四五, 2021—2025年), or None.
    planned:
        True for a target, False for a result, None where the head does not say.
    expected:
        Whether the result is only expected (预计).
    summed:
        Whether the head says 累计 anywhere, beside another measure.
    unit:
        The unit in the head.
    """

    at: int
    holds: Holds
    head: str
    year: int | None = None
    first: int | None = None
    planned: bool | None = None
    expected: bool = False
    measure: Measure = Measure.LEVEL
    summed: bool = False
    unit: Unit | None = None


_OF_TASKS = frozenset({Holds.LEAD, Holds.SUPPORT, Holds.DEADLINE, Holds.PROGRESS})
_LIST = word_list("heads")
_SPACE = re.compile(r"\s+")
_PATTERNS = {Holds[name.upper()]: re.compile(f"(?:{alternation(text)})") for name, text in _LIST["columns"].items()}
_YEARS = re.compile(r"((?:19|20)[0-9]{2})(?:年?[—–\-－~～至到]{1,2}((?:19|20)[0-9]{2}))?")
_PLAN_YEARS = re.compile(
    r"[“\"]?(十[一二三四五六]|[一二三四五六七八九十])五[”\"]?(?=时期|期间|规划|计划|年均|目标|末|$|累计|平均|期)"
)
_FIRST = {"九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026, "十六": 2031}
_VALUE = re.compile(alternation(_LIST["value"]))
_PLANNED = re.compile(alternation(_LIST["planned"]))
_REPORTED = re.compile(alternation(_LIST["reported"]))
_EXPECTED = re.compile("预计|预期完成|初步")
_RATE = re.compile(alternation(_LIST["rates"]))
_YEARLY = re.compile("年均|年平均|平均增|年递增")
_TOTAL = re.compile("累计|合计|总计|五年增")
_GROWTH = re.compile("增长|增速|增幅|升降|变化")


def head_of(rows: Sequence[Row]) -> tuple[tuple[Column, ...], int] | None:
    """Give the columns of a table and how many rows stand above its body, or None where no head is known."""
    for top in range(min(DEPTH, len(rows) - 1) if len(rows[0]) <= WIDEST else 0):
        if len({cell.text for cell in rows[top] if cell.text}) < 2:
            continue  # one cell over the whole width: a caption, or 单位：万元
        plain = [_plain(cell) for cell in rows[top]]
        if any(_holds(text) in (Holds.NAME, Holds.TASK) for text in plain):
            bottom = _bottom(rows, top, plain)
            layers = rows[top:bottom]
            columns = _with_inner_names(_column(at, layers) for at in range(len(plain)))
            return tuple(_by_company(list(columns))), bottom
    return None


def _with_inner_names(columns: Iterable[Column]) -> Iterator[Column]:
    """Let a column without head beside the names hold names too: the parts of what stands left of them."""
    before: Column | None = None
    for column in columns:
        if not column.head and before is not None and before.holds is Holds.NAME:
            column = replace(column, holds=Holds.NAME)  # noqa: PLW2901
        yield column
        before = column


def _by_company(columns: Sequence[Column]) -> Iterator[Column]:
    """Read a head by those beside it.

    目标 beside 指标 is its value, 指标 beside 任务 the goal of the task, 项目 beside years 指标; 责任单位 beside
    牵头单位 are those who support.
    """
    held = {column.holds for column in columns}
    named = any(_leads(column) for column in columns)
    counted = not held.isdisjoint({Holds.UNIT, Holds.VALUE}) and held.isdisjoint(_OF_TASKS)
    tasks = Holds.TASK in held and (not counted or Holds.NAME in held)
    for column in columns:
        if tasks and column.holds is Holds.NAME:
            yield replace(column, holds=Holds.GOAL)
        elif not tasks and column.holds is Holds.TASK:
            yield replace(column, holds=Holds.NAME)
        elif not tasks and column.holds is Holds.GOAL:
            yield _value_column(column.at, column.head)
        elif named and column.holds is Holds.LEAD and not _leads(column):
            yield replace(column, holds=Holds.SUPPORT)
        else:
            yield column


def _leads(column: Column) -> bool:
    return column.holds is Holds.LEAD and "牵头" in column.head


def _plain(cell: Passage) -> str:
    return _SPACE.sub("", cell.text)


def _bottom(rows: Sequence[Row], top: int, plain: list[str]) -> int:
    """Give where the body begins: a second row of the head has the same or no name, and no values."""
    named = [at for at, text in enumerate(plain) if _holds(text) in (Holds.NAME, Holds.TASK, Holds.GROUP)]
    bottom = top + 1
    while bottom < min(top + LAYERS, len(rows) - 1):
        below = [_plain(cell) for cell in rows[bottom]]
        if any(below[at] not in ("", plain[at]) for at in named) or not any(_holds(text) for text in below if text):
            break
        bottom += 1
    return bottom


def _holds(text: str) -> Holds | None:
    """Tell what a head's own words say a column holds, or None for words that are no head."""
    if not text or len(text) > 40:
        return None
    for holds, pattern in _PATTERNS.items():
        if pattern.fullmatch(text):
            return holds
    return Holds.VALUE if _VALUE.search(text) or _YEARS.search(text) else None


def _column(at: int, layers: Sequence[Row]) -> Column:
    words = list(dict.fromkeys(text for text in (_plain(row[at]) for row in layers) if text))
    head = "".join(words)
    told = [_holds(word) for word in words]
    holds = next((one for one in told if one and one is not Holds.VALUE), _holds(head) or Holds.OTHER)
    if holds is Holds.OTHER and Holds.VALUE in told:
        holds = Holds.VALUE
    if holds is not Holds.VALUE or _RATE.search(head):
        return Column(at, Holds.OTHER if holds is Holds.VALUE else holds, head)
    return _value_column(at, head)


def _value_column(at: int, head: str) -> Column:
    first, year = _years(head)
    measure = Measure.LEVEL
    if _YEARLY.search(head):
        measure = Measure.YEARLY
    elif _TOTAL.search(head):
        measure = Measure.TOTAL
    elif _GROWTH.search(head):
        measure = Measure.GROWTH
    return Column(
        at,
        Holds.VALUE,
        head,
        year,
        first,
        _planned(head),
        _EXPECTED.search(head) is not None,
        measure,
        _TOTAL.search(head) is not None,
        unit_in(head)[0],
    )


def _planned(head: str) -> bool | None:
    if _REPORTED.search(head):
        return False
    return True if _PLANNED.search(head) else None


def _years(head: str) -> tuple[int | None, int | None]:
    named = _YEARS.search(head)
    if named is not None:
        return (int(named[1]), int(named[2])) if named[2] else (None, int(named[1]))
    plan = _PLAN_YEARS.search(head)
    if plan is None or plan[1] not in _FIRST:
        return None, None
    return _FIRST[plan[1]], _FIRST[plan[1]] + 4
