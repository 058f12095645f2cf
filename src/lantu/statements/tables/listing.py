"""State the rows of a list of tasks: what each promises, who leads and supports it, until when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from lantu.model import Basis, Commitment, Observation, Passage, Period, Span

from ..phrases import VERBS
from ..sections import Section
from ..stating import Stating
from .heads import Row
from .names import bare_name
from .tasks import Task, read_tasks
from .units import unit_in
from .values import Value, read_value

LONGEST = 200
"""Characters of the longest task that is one act without a number."""
_SURE = 0.85


class TaskReader:
    """Reads lists of tasks.

    Parameters
    ----------
    told:
        Where statements are collected.
    sentences:
        Reads the sentences of a passage.
    """

    def __init__(self, told: Stating, sentences: Callable[[Passage], None]) -> None:
        self.told, self.sentences = told, sentences

    def read(self, rows: Sequence[Row]) -> bool:
        """State the rows; False where the table is no list of tasks."""
        outline = self.told.outline
        tasks = read_tasks(rows, self.told.document.text, outline.clock.target)
        if tasks is None:
            return False
        section, mode = outline.section, outline.mode
        for task in tasks:
            if not (task.reported and mode != "plan"):
                # A report that lists what became of its tasks promises them no more.
                self._promises(task, section)
            outline.mode, outline.section = "release", replace(outline.reviewed(), theme=task.theme or section.theme)
            for cell in task.progress:
                self.sentences(cell)
            outline.mode, outline.section = mode, section
        return True

    def _promises(self, task: Task, section: Section) -> None:
        """Read goals, then the name, as promises of the deadline; a task without any number is an act."""
        first, first_act = len(self.told.statements), len(self.told.acts)
        outline = self.told.outline
        planned = outline.planned()
        if task.period is not None:
            planned = replace(planned, period=task.period, rule="deadline_column")
        outline.section = replace(planned, theme=task.theme or section.theme)
        named = ""
        for cell, year in task.goals:
            if year is not None and task.period is None:
                outline.section = replace(outline.section, period=Period.year(year), rule="column_years")
            value = read_value(cell.text)
            if value is None:
                named = cell.text
                self.sentences(cell)
            else:
                self._bare_goal(task, cell, value, named)
        if not task.again:
            self.sentences(task.name)
            if len(self.told.statements) == first and len(self.told.acts) == first_act:
                self._act(task)
        self._assign(task, first, first_act)

    def _bare_goal(self, task: Task, cell: Passage, value: Value, named: str) -> None:
        """State a goal that is a number alone: what it counts is the goal before it, or the task."""
        unit, name = unit_in(named or task.name.text)
        if value.unit is None and unit is None:
            self.told.unread_cell(cell)
            return
        indicator = bare_name(name)
        quantity = value.quantity(unit or (0, ""))
        section = self.told.outline.section
        share = quantity.unit in ("%", "‰")
        basis = Basis.SHARE if share else Basis.INCREMENT if VERBS.begins(indicator) else Basis.LEVEL
        self.told.add(
            Commitment(
                span=Span(self.told.id, *cell.origin_range(value.start, value.end)),
                sentence=Span(self.told.id, *_together(task.name, cell)),
                indicator=self.told.setting.indicator_aliases.get(indicator, indicator),
                quantity=self.told.in_plan_units(quantity),
                comparator=value.bound,
                basis=basis,
                period=section.period,
                period_rule=section.rule if section.period else None,
                theme=section.theme,
                place=self.told.place_name,
                confidence=_SURE,
            )
        )

    def _act(self, task: Task) -> None:
        section, name = self.told.outline.section, task.name
        end = min(len(name.text), LONGEST)
        span = Span(self.told.id, *name.origin_range(0, end))
        if span.id in self.told.setting.ignore:
            return
        self.told.acts.append(
            Commitment(
                span=span,
                sentence=span,
                indicator=bare_name(name.text[:end]).rstrip("。；;") or name.text,
                period=section.period,
                period_rule=section.rule if section.period else None,
                theme=section.theme,
                place=self.told.place_name,
                confidence=_SURE,
            )
        )

    def _assign(self, task: Task, first: int, first_act: int) -> None:
        """Give the offices, and a yearly return, to what was just promised."""
        for found, start in ((self.told.statements, first), (self.told.acts, first_act)):
            found[start:] = [self._assigned(one, task) for one in found[start:]]

    @staticmethod
    def _assigned(one: Commitment | Observation, task: Task) -> Commitment | Observation:
        if isinstance(one, Observation):
            return one
        yearly = "yearly" if task.yearly else one.recurrence
        return replace(one, **task.offices, recurrence=yearly)


def _together(name: Passage, cell: Passage) -> tuple[int, int]:
    """Give the range that covers both cells."""
    places = [place for each in (name, cell) for place in each.pieces]
    return min(start for start, _ in places), max(end for _, end in places)
