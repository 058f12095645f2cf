"""Read a document: its commitments, acts, observations, claims, and what could not be read with confidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from lantu.documents import Document
from lantu.model import (
    Basis,
    Claim,
    Commitment,
    Issue,
    Level,
    Observation,
    Passage,
    PassageKind,
    Span,
    Status,
)

from . import judge
from .draft import Draft
from .drafts import drafts
from .items import items
from .refuse import refused
from .scan import Found, numbers
from .sections import Outline
from .setting import Setting
from .times import Time, times

_SENTENCE = re.compile(r"[^。；;！!？?\n…]{1,1500}[。；;！!？?\n…]?")
_QUOTED = re.compile(
    r"“[^”]{0,60}”|《[^》]{0,80}》|\"[^\"]{0,40}\"|〔[^〕]{0,12}〕|\[[0-9]{1,3}\]|［[0-9]{1,3}］|﹝[0-9]{1,3}﹞|【[^】]{0,20}】|[（(][^（）()]{0,80}[)）]"
)
_BRACKET_OK = re.compile(r"[（(](?:增长|下降|同比|其中|占|增幅|比)")
_NOTE = re.compile(
    r"[^，。；]{0,16}?(?:名词(?:解释|注释|注解|说明|术语)|注释|注解|用语解释|用语说明|有关情况说明|名词及)"
)
_ANNEX = re.compile(r"附(?:件|表|录)?[：:0-9一二三]|[^，。]{0,12}(?:实事|目标)")
_QUIET = frozenset(
    {
        "in_name",
        "ordinal",
        "describing",
        "span",
        "per_unit",
        "streak",
        "chinese_name",
        "structure",
        "grade",
        "threshold",
        "attribute",
        "size",
        "baseline",
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one document."""

    commitments: tuple[Commitment, ...] = ()
    acts: tuple[Commitment, ...] = ()
    observations: tuple[Observation, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()


class _Reader:
    """The state of reading one document."""

    def __init__(self, document: Document, setting: Setting) -> None:
        self.document, self.setting = document, setting
        self.id = document.id
        self.outline = Outline(document, setting)
        self.statements: list[Commitment | Observation] = []
        self.issues: list[Issue] = []

    def read(self) -> Reading:
        noting = False
        for passage in self.document.passages:
            if passage.kind is PassageKind.HEADING:
                # A glossary explains words with figures of its own (PM2.5, 五个一); it ends at the next annex.
                noting = bool(_NOTE.match(passage.text)) or (noting and not _ANNEX.match(passage.text))
                self.outline.enter_heading(passage.text, passage.level)
            elif passage.kind is PassageKind.BODY and not noting:
                if _NOTE.match(passage.text) and len(passage.text) < 40:
                    noting = True
                    continue
                self.outline.enter_paragraph(passage.text)
                self._passage(passage)
        return Reading(
            commitments=tuple(s for s in self.statements if isinstance(s, Commitment)),
            observations=tuple(s for s in self.statements if isinstance(s, Observation)),
            issues=tuple(self.issues),
        )

    def _passage(self, passage: Passage) -> None:
        text = passage.text
        found = numbers(text)
        if not found:
            return
        quotes = [match.span() for match in _QUOTED.finditer(text) if not _BRACKET_OK.match(match[0])]
        at = 0
        carried: list[Time] = []
        for match in _SENTENCE.finditer(text):
            start, end = match.span()
            first = at
            while at < len(found) and found[at].start < end:
                at += 1
            self.outline.turn_at(text[start:end])
            if at > first:
                named = carried + times(text, start, end, self.outline.clock)
                self._sentence(passage, start, end, found[first:at], quotes, named)
                carried = named[-1:] if text[end - 1] in "；;" else []
            elif text[end - 1] not in "；;":
                carried = []

    def _sentence(
        self,
        passage: Passage,
        start: int,
        end: int,
        found: list[Found],
        quotes: list[tuple[int, int]],
        named: list[Time],
    ) -> None:  # noqa: PLR0913
        text = passage.text
        last = end - 1 if text[end - 1] in "。；;！!？?\n…" else end
        near = [quote for quote in quotes if quote[1] > start and quote[0] < end]
        kept = []
        for index, number in enumerate(found):
            rule = refused(text, start, last, found, index, near)
            if not rule:
                kept.append(number)
            elif rule == "no_unit":
                self._unread(passage, number)
        if not kept:
            return
        before_end = start
        for draft in drafts(text, start, items(text, start, last, kept, near)):
            self._state(passage, start, last, draft, named, text[max(start, before_end - 0) : draft.item.number.start])
            before_end = draft.item.number.end

    def _state(self, passage: Passage, start: int, end: int, draft: Draft, named: list[Time], before: str) -> None:  # noqa: PLR0913
        outline, number = self.outline, draft.item.number
        section = outline.section
        time = judge.when(section, named, number.start)
        planned = judge.is_planned(outline, section, time, before, draft)
        days, rule, yearly = judge.period(section, time, planned=planned, outline=outline)
        base, direction = judge.basis(draft, planned=planned)
        span = Span(self.id, *passage.origin_range(number.start, number.end))
        if span.id in self.setting.ignore:
            return
        common = {
            "span": span,
            "sentence": Span(self.id, *passage.origin_range(start, end)),
            "indicator": self.setting.indicator_aliases.get(draft.indicator, draft.indicator) or "?",
            "quantity": number.quantity(),
            "comparator": judge.comparator(draft, None),
            "basis": base,
            "accumulation": judge.accumulation(draft, time, before, base),
            "direction": direction,
            "period": days,
            "period_rule": rule,
            "recurrence": "yearly" if yearly or draft.tail.yearly else None,
            "theme": section.theme,
            "place": self.setting.place or self.document.place,
            "confidence": 0.9 if days is not None else 0.6,
        }
        if days is None:
            quote = passage.text[number.start : number.end]
            self.issues.append(
                Issue("undated", f"no year for 「{draft.indicator} {quote}」", source=self.document.name, span=span)
            )
        if planned:
            self.statements.append(Commitment(**common, strength=judge.strength(draft, before)))  # type: ignore[arg-type]
        else:
            self.statements.append(
                Observation(**common, status=judge.status(draft, expected=draft.tail.expected or "预计" in before))
            )  # type: ignore[arg-type]

    def _unread(self, passage: Passage, number: Found) -> None:
        text = passage.text
        around = text[max(0, number.start - 1) : number.end + 1]
        if not any("一" <= c <= "鿿" for c in around[-1:]) or number.chinese:
            return
        if text[number.end : number.end + 1] in "年月日号.、．)）":
            return
        span = Span(self.id, *passage.origin_range(number.start, number.end))
        self.issues.append(
            Issue(
                "unread_number",
                f"no unit for 「{text[number.start : number.end + 4]}」",
                Level.INFO,
                self.document.name,
                span,
            )
        )


def read_statements(document: Document, setting: Setting | None = None) -> Reading:
    """Read the statements of a document.

    Parameters
    ----------
    document:
        The document with its passages; statements are read from headings' sections and bodies alone.
    setting:
        What is known from outside; all of it is optional.
    """
    return _Reader(document, setting or Setting()).read()


_ = (Basis, Status, bisect_left)
