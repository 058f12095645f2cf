"""Rows of a list of tasks (序号 | 任务 | 指标 | 牵头单位 | 配合单位 | 完成时限), as what is to be read from each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lantu.model import Passage, Period

from .deadlines import read_deadline
from .heads import Column, Holds, Row, head_of
from .names import bare_name
from .offices import read_offices

Offices = dict[str, Any]
"""Tuples of names under ``led_by`` and ``supported_by``, the fields of a commitment."""

_NOTES = re.compile(r"\A(?:注|备注|说明|填表)[：:]")


@dataclass(frozen=True, slots=True)
class Task:
    """One row of a list of tasks.

    Parameters
    ----------
    name:
        The cell that says what is to be done.
    goals:
        The cells that say how much of it, each with the year of its column.
    progress:
        The cells that say how far it has come.
    offices:
        Who leads and who supports it.
    again:
        Whether the name is that of the row above (a merged cell), so that it was read already.
    reported:
        Whether the list has a column of progress.
    """

    name: Passage
    goals: tuple[tuple[Passage, int | None], ...]
    progress: tuple[Passage, ...]
    offices: Offices
    period: Period | None
    yearly: bool
    theme: str | None
    again: bool
    reported: bool


def is_task_list(columns: Sequence[Column]) -> bool:
    """Tell a list of tasks: a column of tasks, and one of offices, deadlines, goals or progress."""
    held = {column.holds for column in columns}
    beside = {Holds.LEAD, Holds.SUPPORT, Holds.DEADLINE, Holds.GOAL, Holds.PROGRESS}
    return Holds.TASK in held and not held.isdisjoint(beside)


def read_tasks(rows: Sequence[Row], text: str, year: int | None) -> Iterator[Task] | None:
    """Give the tasks of a table, or None where it is no list of tasks.

    Parameters
    ----------
    text:
        The document's text, for the white space inside cells.
    year:
        The year that 年底前 means.
    """
    head = head_of(rows)
    if head is None or not is_task_list(head[0]):
        return None
    return _tasks(rows, head[0], head[1], text, year)


def _tasks(rows: Sequence[Row], columns: Sequence[Column], body: int, text: str, year: int | None) -> Iterator[Task]:
    theme: str | None = None
    before = ""
    for row in rows[body:]:
        filled = list(dict.fromkeys(cell.text for cell in row if cell.text))
        if len(filled) == 1:
            theme = theme if _NOTES.match(filled[0]) else bare_name(filled[0]) or theme
            continue
        names = [row[column.at] for column in columns if column.holds is Holds.TASK and row[column.at].text]
        if not filled or not (names or before):
            continue
        name = names[-1] if names else _first(row)
        own = "".join(cell.text for cell in names) or before
        grouped = next((row[column.at].text for column in columns if column.holds is Holds.GROUP), "")
        outer = bare_name(grouped) or (bare_name(names[0].text) if len(names) > 1 else "") or theme
        yield _task(row, columns, name, text, year, outer, again=own == before)
        before = own


def _first(row: Row) -> Passage:
    return next(cell for cell in row if cell.text)


def _task(
    row: Row, columns: Sequence[Column], name: Passage, text: str, year: int | None, theme: str | None, *, again: bool
) -> Task:
    period, yearly = None, False
    for column in columns:
        if column.holds is Holds.DEADLINE and row[column.at].text:
            period, yearly = read_deadline(_printed(row[column.at], text), year)
    goals = [(row[c.at], c.year) for c in columns if _is_goal(c) and row[c.at].text]
    progress = [row[c.at] for c in columns if _is_progress(c) and row[c.at].text]
    return Task(
        name=name,
        goals=tuple(goals),
        progress=tuple(progress),
        offices=offices_in(row, columns, text),
        period=period,
        yearly=yearly,
        theme=theme,
        again=again,
        reported=any(_is_progress(column) for column in columns),
    )


def offices_in(row: Row, columns: Sequence[Column], text: str) -> Offices:
    """Give who leads (``led_by``) and who supports (``supported_by``) what a row states."""
    led: list[str] = []
    supported: list[str] = []
    for column in columns:
        if column.holds in (Holds.LEAD, Holds.SUPPORT) and row[column.at].text:
            lead, support = read_offices(_printed(row[column.at], text), leading=column.holds is Holds.LEAD)
            led += lead
            supported += support
    return {"led_by": tuple(dict.fromkeys(led)), "supported_by": tuple(dict.fromkeys(supported))}


def _is_goal(column: Column) -> bool:
    return column.holds is Holds.GOAL or (column.holds is Holds.VALUE and column.planned is not False)


def _is_progress(column: Column) -> bool:
    return column.holds is Holds.PROGRESS or (column.holds is Holds.VALUE and column.planned is False)


def _printed(cell: Passage, text: str) -> str:
    return text[cell.pieces[0][0] : cell.pieces[-1][1]] if cell.pieces else ""
