"""Put drafts, acts and claims into the words of the model, each with its place, period and confidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lantu.documents import Document
from lantu.model import Claim, Commitment, Comparator, Issue, Level, Observation, Passage, Quantity, Span, Status

from . import judge, tense
from .acts import Act
from .claims import SelfPraise
from .confidence import confidence
from .draft import Draft
from .scan import Found
from .sections import Outline
from .setting import Setting
from .times import Time

REVIEW = 0.7
"""A statement of less confidence waits for a reviewer: an issue says so."""
_GOAL = re.compile(r"(?<=...)的(?:总?目标|目标任务|目标值)$")
_MARKS = frozenset("（(〔[［﹝")
_MARK = re.compile(r"[（(〔\[［﹝]\^?[0-9]{1,3}[)）〕\]］﹞]")
"""A footnote's mark inside an indicator."""


@dataclass(slots=True)
class Place:
    """A sentence: its passage, where it stands in the passage's text, and the times it names."""

    passage: Passage
    start: int
    end: int
    times: tuple[Time, ...] = ()


class Stating:
    """Collects the statements of one document."""

    def __init__(self, document: Document, setting: Setting, outline: Outline) -> None:
        self.document, self.setting, self.outline = document, setting, outline
        self.id = document.id
        self.place_name = setting.place or document.place
        self.statements: list[Commitment | Observation] = []
        self.acts: list[Commitment | Observation] = []
        self.claims: list[Claim] = []
        self.issues: list[Issue] = []

    def state(self, place: Place, draft: Draft, time: Time | None, before: str, base_value: Found | None) -> None:
        """Add the statement that a draft makes.

        Parameters
        ----------
        time:
            The time that governs it.
        before:
            The words since the number before it.
        base_value:
            The number that the clause counts from (由33%提高到43%), or None.
        """
        outline, number = self.outline, draft.item.number
        section = outline.section
        promising = draft.tail.future and draft.tail.strength is not None
        planned = tense.is_planned(outline, time, before, promising=promising)
        days, rule, yearly = tense.period(outline, time, planned=planned)
        base, direction = judge.basis(draft)
        span = self._span(place.passage, number.start, number.end)
        if self.setting.ignore and span.id in self.setting.ignore:
            return
        if days is None:
            self._undated(place, draft, span)
        sure = confidence(draft, rule if days is not None else None)
        if days is not None and sure < REVIEW:
            self._doubtful(place, draft, span)
        common: dict[str, Any] = {
            "span": span,
            "sentence": self._span(place.passage, place.start, place.end),
            "indicator": self._named(draft.indicator),
            "quantity": self.in_plan_units(number.quantity()),
            "comparator": judge.comparator(draft),
            "basis": base,
            "accumulation": judge.accumulation(draft, time, before, base),
            "direction": direction,
            "period": days,
            "period_rule": rule if days is not None else None,
            "recurrence": "yearly" if yearly or draft.tail.yearly else None,
            "theme": section.theme,
            "place": self.place_name,
            "confidence": sure,
            # 目标由90公里调整为75公里 tells the former goal, not the value before.
            "baseline": None if base_value is None or _GOAL.search(draft.indicator) else base_value.quantity().value,
        }
        if planned:
            strength, binding = judge.strength(draft, before), judge.binding(place.passage.text, number.end, place.end)
            self.statements.append(Commitment(**common, strength=strength, binding=binding))
        else:
            expected = draft.tail.expected or "预计" in before
            self.statements.append(Observation(**common, status=judge.status(draft, expected=expected)))

    def add(self, statement: Commitment | Observation) -> None:
        """Add a statement that was read from a row of a table, unless a look-up strikes it out."""
        if statement.id in self.setting.ignore:
            return
        if statement.period is None:
            self.issues.append(
                Issue.worded(
                    "undated",
                    "no year for 「%(words)s」 in its table",
                    Level.WARNING,
                    self.document.name,
                    statement.span,
                    words=statement.indicator,
                )
            )
        self.statements.append(statement)

    def unread_table(self, passage: Passage) -> None:
        """Report a table with figures whose columns are not known; of its cells only whole sentences are read."""
        cells = [cell for row in passage.rows for cell in row if cell.pieces]
        if any(c.isdigit() for cell in cells for c in cell.text):
            head = " | ".join(cell.text[:8] for cell in passage.rows[0][:6])
            span = Span(self.id, cells[0].pieces[0][0], max(cell.pieces[-1][1] for cell in cells))
            self.issues.append(
                Issue.worded(
                    "unread_table",
                    "columns not known, only sentences were read: %(head)s",
                    Level.INFO,
                    self.document.name,
                    span,
                    head=head,
                )
            )

    def unread_cell(self, cell: Passage) -> None:
        """Report a cell with a digit in a column of values that is no plain value."""
        span, shown = self._span(cell, 0, len(cell.text)), cell.text[:16]
        self.issues.append(
            Issue.worded(
                "unread_number",
                "no plain value in the cell 「%(words)s」",
                Level.INFO,
                self.document.name,
                span,
                words=shown,
            )
        )

    def act(self, place: Place, act: Act) -> None:
        """Add an act without a number."""
        section = self.outline.section
        time = tense.when(place.times, act.start)
        text = place.passage.text
        planned = tense.is_planned(self.outline, time, text[place.start : act.start])
        days, rule, _ = tense.period(self.outline, time, planned=planned)
        common: dict[str, Any] = {
            "span": self._span(place.passage, act.start, act.end),
            "sentence": self._span(place.passage, place.start, place.end),
            "indicator": self._named(act.what),
            "comparator": Comparator.ALL if act.universal else None,
            "period": days,
            "period_rule": rule if days is not None else None,
            "theme": section.theme,
            "place": self.place_name,
            "confidence": 0.7,
        }
        status = Status.STARTED if act.begun else Status.DONE
        self.acts.append(Commitment(**common) if planned else Observation(**common, status=status))

    def claim(self, place: Place, claim: SelfPraise) -> None:
        """Add the source's own verdict on the statements of its sentence; promises (确保完成目标) are none."""
        text, section = place.passage.text, self.outline.section
        time = tense.when(place.times, claim.start)
        if tense.is_planned(self.outline, time, text[place.start : claim.start]):
            return
        sentence = self._span(place.passage, place.start, place.end)
        near = [s for s in self.statements[-12:] if s.sentence == sentence and isinstance(s, Observation)]
        near.sort(key=lambda s: abs(s.span.start - self._span(place.passage, claim.start, claim.end).start))
        days, _, _ = tense.period(self.outline, time, planned=False)
        about = claim.about or (near[0].indicator if near else "")
        self.claims.append(
            Claim(
                span=self._span(place.passage, claim.start, claim.end),
                sentence=sentence,
                says=claim.says,
                indicator=self._named(about) if about else "",
                period=days,
                theme=section.theme,
                place=self.place_name,
                about=tuple(s.id for s in near),
                confidence=0.8,
            )
        )

    def unread(self, place: Place, number: Found) -> None:
        """Report a number that has no unit and is no name, date or mark, so that nothing is dropped in silence."""
        text = place.passage.text
        after = text[number.end : number.end + 1]
        before = text[number.start - 1 : number.start]
        if (
            number.chinese
            or not after
            or not "一" <= after <= "鿿"
            or after in "年月日号届次第"
            or (before.isalpha() and before.isascii())
        ):
            return
        printed = text[number.start : number.end + 4]
        span = self._span(place.passage, number.start, number.end)
        self.issues.append(
            Issue.worded(
                "unread_number", "no unit known for 「%(words)s」", Level.INFO, self.document.name, span, words=printed
            )
        )

    def _undated(self, place: Place, draft: Draft, span: Span) -> None:
        printed = place.passage.text[draft.item.number.start : draft.item.number.end]
        self.issues.append(
            Issue.worded(
                "undated",
                "no year before 「%(words)s」",
                Level.WARNING,
                self.document.name,
                span,
                words=draft.indicator + printed,
            )
        )

    def _doubtful(self, place: Place, draft: Draft, span: Span) -> None:
        printed = place.passage.text[draft.item.number.start : draft.item.number.end]
        self.issues.append(
            Issue.worded(
                "doubtful_reading",
                "read as 「%(words)s」, by rules that are often wrong: compare with the sentence",
                Level.INFO,
                self.document.name,
                span,
                words=draft.indicator + printed,
            )
        )

    def _span(self, passage: Passage, start: int, end: int) -> Span:
        return Span(self.id, *passage.origin_range(start, end))

    def _named(self, indicator: str) -> str:
        if _MARKS.isdisjoint(indicator) is False:
            indicator = _MARK.sub("", indicator)
        indicator = _GOAL.sub("", indicator)
        return self.setting.indicator_aliases.get(indicator, indicator) if indicator else "—"

    def in_plan_units(self, quantity: Quantity) -> Quantity:
        """Give the quantity in the unit that the plan's look-ups write for it."""
        unit = self.setting.unit_synonyms.get(quantity.unit)
        return quantity if unit is None else Quantity(quantity.value, unit, quantity.grain, quantity.upper)
