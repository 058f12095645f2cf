"""Rows of an indicator table (指标 | 2020年 | 2025年 | 年均增长 | 属性) as commitments and observations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import reduce
from typing import Any

from lantu.model import Commitment, Comparator, Observation, Passage, Period, Quantity, Span, Status

from ..sections import Outline
from ..stating import Stating
from .heads import Column, Holds, Measure, Row, head_of
from .judging import OF_CHANGE, Judged, judge
from .names import bare_name
from .tasks import Offices, offices_in
from .units import Unit, read_unit, unit_in
from .values import Value, holds_digit, read_value

_NOTES = re.compile(r"\A(?:注|备注|说明)[：:0-9]?")
_OFFICIAL = re.compile("约束|预期|指导")
_EVALUATED = re.compile("(?:实现|完成|执行|实施)情况|完成指标|对比")
_PROMISED = re.compile("目标|规划|计划|预期|发展主要指标")


_TURNED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the body: what it is about, its unit, its values by column."""

    name: str
    unit: Unit | None
    group: str | None
    binding: bool | None
    values: dict[int, tuple[Passage, Value]]
    offices: Offices
    start: int
    end: int


class Indicators:
    """A table of indicators with what its columns mean in this document."""

    def __init__(self, rows: Sequence[Row], columns: Sequence[Column], body: int, told: Stating) -> None:
        self.rows, self.body, self.told = rows, body, told
        self.caption = "".join(cell.text for row in rows[:body] for cell in dict.fromkeys(row))
        self.notes = "".join(row[0].text for row in rows[body:] if _NOTES.match(row[0].text))
        self.columns = tuple(_resolved(columns, self._evaluated(), told.outline))
        self.base = _base_year(self.columns)
        self.caption_unit = _caption_unit(rows[:body])
        self.outer: list[tuple[str, Unit | None]] = []
        self.parent: tuple[str, Unit | None] | None = None
        """A row with a name and no value, of which the rows below without a number of their own are parts."""

    def _evaluated(self) -> bool:
        near = self.caption + self.told.outline.heading
        return _EVALUATED.search(near) is not None

    def state(self) -> None:
        """Add the statements of every row."""
        group: str | None = None
        before: Row = self.rows[self.body - 1]
        for row in self.rows[self.body :]:
            filled = list(dict.fromkeys(cell.text for cell in row if cell.text))
            if len(filled) == 1 and not _NOTES.match(filled[0]):
                unit, name = unit_in(filled[0])
                self.outer = [(bare_name(name), unit)] if unit else []
                group = group if unit else bare_name(name) or group
            elif filled and not _NOTES.match(filled[0]):
                entry = self._entry(row, before, group)
                self._state_row(entry)
                if entry.name and not entry.values:
                    self.parent = entry.name, unit_in(self._held(row, Holds.UNIT))[0] or entry.unit
                elif self._held(row, Holds.NUMBER):
                    self.parent = None
            before = row

    def _state_row(self, entry: Entry) -> None:
        for column in self.columns:
            if column.at in entry.values:
                cell, value = entry.values[column.at]
                judged = judge(entry.name, entry.unit, column, value, self.base, levels=self._levels(entry, column))
                self._state_value(entry, column, cell, value, judged)

    def _levels(self, entry: Entry, column: Column) -> list[Decimal]:
        """Give the row's own levels beside a column: what stands at the start and at the end."""
        return [
            value.number
            for other in self.columns
            if other.measure is Measure.LEVEL and other.at != column.at and other.at in entry.values
            for _, value in [entry.values[other.at]]
            if not value.bracket
        ]

    def _state_value(self, entry: Entry, column: Column, cell: Passage, value: Value, judged: Judged) -> None:
        planned = bool(column.planned)
        quantity, bound = value.quantity(judged.unit), value.bound
        if judged.direction is not None and quantity.value < 0 and quantity.upper is None:
            # Fell by 0.3 is how the model says grew by -0.3; at least -0.3 is fell by at most 0.3.
            quantity, bound = Quantity(-quantity.value, quantity.unit, quantity.grain), _TURNED.get(bound, bound)
        common: dict[str, Any] = {
            "span": Span(self.told.id, *cell.origin_range(value.start, value.end)),
            "sentence": Span(self.told.id, entry.start, entry.end),
            "indicator": self.told.setting.indicator_aliases.get(judged.indicator, judged.indicator),
            "quantity": self.told.in_plan_units(quantity),
            "comparator": bound,
            "basis": judged.basis,
            "accumulation": judged.accumulation,
            "direction": judged.direction,
            "period": judged.period or self._default_period(planned=planned),
            "period_rule": "column_years" if judged.period else "table_section",
            "theme": entry.group or self.told.outline.section.theme,
            "place": self.told.place_name,
            "confidence": judged.confidence if judged.period else judged.confidence - 0.2,
        }
        if planned:
            baseline = self._baseline(entry, column, quantity.unit)
            self.told.add(Commitment(**common, **entry.offices, baseline=baseline, binding=entry.binding))
        else:
            self.told.add(Observation(**common, status=Status.EXPECTED if column.expected else Status.DONE))

    def _default_period(self, *, planned: bool) -> Period | None:
        outline = self.told.outline
        if planned == outline.section.planned:
            return outline.section.period
        return outline.horizon if planned else None

    def _baseline(self, entry: Entry, column: Column, unit: str) -> Decimal | None:
        """Give the value of the first year, where the target is a level in the same unit."""
        if column.measure is not Measure.LEVEL or self.base is None:
            return None
        for other in self.columns:
            if other.planned is False and other.year == self.base and other.at in entry.values:
                _, value = entry.values[other.at]
                if other.measure is Measure.LEVEL and not value.bracket:
                    quantity = value.quantity(entry.unit or other.unit or (0, ""))
                    return quantity.value if quantity.unit == unit else None
        return None

    def _entry(self, row: Row, before: Row, group: str | None) -> Entry:
        name, unit = self._name(row)
        stated = [column for column in self.columns if column.holds is Holds.VALUE]
        values = {column.at: (row[column.at], value) for column in stated if (value := read_value(row[column.at].text))}
        for column in stated:
            if column.at not in values and holds_digit(row[column.at].text):
                self.told.unread_cell(row[column.at])
        own = [cell for cell in row if cell.pieces and cell not in before] or [cell for cell in row if cell.pieces]
        return Entry(
            name,
            unit or self.caption_unit,
            bare_name(self._held(row, Holds.GROUP)) or group,
            _binding(self._held(row, Holds.BINDING)),
            values if name else {},
            offices_in(row, self.columns, self.told.document.text),
            min(cell.pieces[0][0] for cell in own),
            max(cell.pieces[-1][1] for cell in own),
        )

    def _name(self, row: Row) -> tuple[str, Unit | None]:
        """Give what a row is about and its unit; a name without unit below one that has it is a part of that one."""
        cells = [row[column.at].text for column in self.columns if column.holds is Holds.NAME]
        layers = [(bare_name(name), unit) for unit, name in map(unit_in, dict.fromkeys(filter(None, cells)))]
        held = self._held(row, Holds.UNIT)
        unit = read_unit(held, known=False) if held else None
        open_above = bool(layers) and len(layers) < len(set(cells))  # the outer cell is empty: it goes on from above
        counted = any(column.holds is Holds.NUMBER for column in self.columns)
        if self.parent is not None and counted and layers and not self._held(row, Holds.NUMBER):
            layers = [self.parent, *layers]
        bare = len(layers) == 1 and layers[0][1] is None and unit is None
        if open_above or (bare and self.outer and self.outer[0][1]):
            layers = self.outer[:1] + layers
        else:
            self.outer = layers[:1] if len(layers) > 1 else []
        name = reduce(_within, (name for name, _ in layers), "")
        return name, unit or next((unit for _, unit in reversed(layers) if unit), None)

    def _held(self, row: Row, holds: Holds) -> str:
        return next((row[column.at].text for column in self.columns if column.holds is holds), "")


def read_indicators(rows: Sequence[Row], told: Stating) -> bool:
    """State the rows of a table of indicators; False where it is no such table."""
    head = head_of(rows)
    if head is None:
        return False
    columns, body = head
    held = [column.holds for column in columns]
    if Holds.NAME not in held or Holds.VALUE not in held:
        return False
    Indicators(rows, columns, body, told).state()
    return True


def _within(outer: str, inner: str) -> str:
    """Name a part of what the outer name counts: 排放总量减少 and 二氧化硫 are 排放总量二氧化硫减少."""
    change = OF_CHANGE.search(outer)
    return outer + inner if change is None else outer[: change.start()] + inner + change[0]


def _binding(text: str) -> bool | None:
    mark = _OFFICIAL.search(text)
    return None if mark is None else mark[0] == "约束"


def _caption_unit(rows: Sequence[Row]) -> Unit | None:
    for row in rows:
        for cell in row:
            mark = re.search(r"单位[：:]\s*(\S{1,8})", cell.text)
            if mark is not None:
                return read_unit(mark[1])
    return None


def _base_year(columns: Sequence[Column]) -> int | None:
    years = [column.year for column in columns if column.year and column.measure is Measure.LEVEL and not column.first]
    return min(years) if len(set(years)) > 1 else None


def _resolved(columns: Sequence[Column], evaluated: bool, outline: Outline) -> list[Column]:
    """Decide for each column of values whether it promises or reports, where its head does not say."""
    told = [column for column in columns if column.holds is Holds.VALUE]
    promised = any(column.planned for column in told)
    attributed = any(column.holds is Holds.BINDING for column in columns)
    levels = [column.year for column in told if column.measure is Measure.LEVEL and column.year and not column.first]
    out: list[Column] = []
    last: Column | None = None
    for column in columns:
        if column.holds is not Holds.VALUE:
            out.append(column)
            continue
        planned, year, first = column.planned, column.year, column.first
        if year is None and column.measure is not Measure.LEVEL and last is not None and last.planned == planned:
            year = last.year
        if planned is None:
            planned = _promises(column, last, evaluated or promised, attributed, levels, outline)
            if year is None and column.measure is not Measure.LEVEL and last is not None:
                year = last.year
        if year is None and column.planned is not None and levels:
            year = max(levels) if column.planned or len(set(levels)) == 1 else None
        resolved = replace(column, planned=planned, year=year, first=first)
        out.append(resolved)
        last = resolved if column.measure is Measure.LEVEL or last is None else last
    return out


def _promises(
    column: Column, last: Column | None, evaluated: bool, attributed: bool, levels: Sequence[int], outline: Outline
) -> bool:
    if column.measure is not Measure.LEVEL and last is not None:
        return bool(last.planned)
    if evaluated or column.year is None:
        return not evaluated and outline.section.planned and column.year is None
    clock = outline.clock
    if clock.this is not None and clock.reviewed is not None:
        first = len(set(levels)) > 1 and column.year == min(levels)
        return column.year > clock.reviewed or (outline.mode == "plan" and column.year == clock.this and not first)
    later = len(set(levels)) > 1 and column.year > min(levels)
    return later and (attributed or outline.mode == "plan" or outline.section.planned)
