"""Read a document: its commitments, acts, observations, claims, and what could not be read with confidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lantu.documents import Document
from lantu.model import Claim, Commitment, Issue, Observation, Passage, PassageKind

from .acts import acts
from .assigning import Assigning
from .claims import claims
from .draft import Draft
from .drafts import drafts
from .items import items
from .placing import blurred, placed, trusted
from .refuse import refused
from .scan import Found, mend_digits, numbers
from .sections import Outline
from .setting import Setting
from .stating import Place, Stating
from .tables import TaskReader, read_indicators
from .tense import respective, when
from .times import Time, times

# A clause without end is cut, so that the cost of a sentence stays bounded.
_SENTENCE = re.compile(r"[^。；;！!？?\n…]{1,1500}[。；;！!？?\n…]?")
_ENDS = "。；;！!？?\n…"
_QUOTED = re.compile(
    r"“[^”]{0,60}”|《[^》]{0,80}》|\"[^\"]{0,40}\"|〔[^〕]{0,12}〕|\[[0-9]{1,3}\]|［[0-9]{1,3}］|﹝[0-9]{1,3}﹞|【[^】]{0,20}】|[（(][^（）()]{0,80}[)）]"
)
_LIST_DONE = re.compile(
    r"[“\"](?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})件(?:民生|惠民|为民|便民)(?:办)?实事[”\"](?:已|均|全部|全面|圆满|如期)"
)
"""A list of promises in quotation marks is counted where it is told done: “十件民生实事”全部完成."""
_BRACKET_STATES = re.compile(r"[（(](?:增长|下降|同比|其中|占|增幅|比)")
# Half-width marks between words, not those inside 1,234 or 8:30 or 1:2.5.
_HALF_WIDTH = re.compile(r"[,:](?![0-9])|(?<![0-9])[,:]|[;!?]")
_FULL_WIDTH = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？"}
_NOTES = re.compile(
    r"[^，。；]{0,16}?(?:名词(?:解释|注释|注解|说明|术语)|注释|注解|用语解释|用语说明|有关情况说明|名词及)"
)
_ANNEX = re.compile(r"附(?:件|表|录)?[：:0-9一二三]|[^，。]{0,12}(?:实事|目标)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one document.

    ``acts`` are commitments without a number, ``acts_done`` the acts that the document reports as done; neither is
    mixed into the quantified ``commitments`` and ``observations``.
    """

    commitments: tuple[Commitment, ...] = ()
    acts: tuple[Commitment, ...] = ()
    observations: tuple[Observation, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()
    acts_done: tuple[Observation, ...] = ()


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


def _full_width(passage: Passage) -> Passage:
    """Write marks full-width and misread digits as digits, so that every rule sees one spelling; no offset moves."""
    text = passage.text
    full = mend_digits(text)
    if any(mark in text for mark in _FULL_WIDTH):
        full = _HALF_WIDTH.sub(lambda mark: _FULL_WIDTH[mark[0]], full)
    return passage if full == text else replace(passage, text=full)


def _states(text: str, start: int) -> bool:
    """Whether what the bracket or quotation mark at ``start`` opens states numbers as any other words do."""
    return _BRACKET_STATES.match(text, start) is not None or _LIST_DONE.match(text, start) is not None


def _going_on(named: Sequence[Time], numbers: Sequence[int]) -> tuple[Time, ...]:
    """Give the time that goes on behind a semicolon: the last one, but for years together told beside a figure.

    新增8000人，三年累计新增2.1万人；改造… goes on with the year of the first figure; where 三年累计 opens the sentence,
    with the three.
    """
    aside = [time.rule == "years_together" and any(at < time.start for at in numbers) for time in named]
    return tuple(time for time, beside in zip(named, aside, strict=True) if not beside)[-1:]


class _Reader:
    """The state of reading one document."""

    def __init__(self, document: Document, setting: Setting) -> None:
        self.document = document
        self.outline = Outline(document, setting)
        self.stating = Stating(document, setting, self.outline)
        self.assigning = Assigning(self.stating)
        self.tasks = TaskReader(self.stating, lambda cell: self._passage(_full_width(cell)))

    def read(self) -> Reading:
        noting = False
        read_to = 0
        for passage in map(_full_width, self.document.passages):
            if passage.pieces[0][0] < read_to:
                continue  # a row of a table that was read as a whole
            if passage.rows and self._table(passage):
                read_to = max(cell.pieces[-1][1] for row in passage.rows for cell in row if cell.pieces)
            elif self.assigning.takes_line(passage):
                continue
            elif passage.kind in (PassageKind.HEADING, PassageKind.KICKER):
                self.assigning.enter_heading()
                # A glossary explains words with figures of its own (PM2.5, 五个一); it ends at the next annex.
                noting = bool(_NOTES.match(passage.text)) or (noting and not _ANNEX.match(passage.text))
                self.outline.enter_heading(passage.text, passage.level)
            elif passage.kind is PassageKind.BODY and not noting:
                if len(passage.text) < 40 and _NOTES.match(passage.text):
                    noting = True
                    continue
                self.outline.enter_paragraph(passage.text)
                first, first_act = len(self.stating.statements), len(self.stating.acts)
                self._passage(passage)
                self.assigning.remarks_in(passage, first, first_act)
        return self._reading()

    def _table(self, passage: Passage) -> bool:
        """Read the table that begins with this passage; what is no known kind of table is read as its lines are."""
        if self.tasks.read(passage.rows) or read_indicators(passage.rows, self.stating):
            return True
        self.stating.unread_table(passage)
        return False

    def _reading(self) -> Reading:
        told, document = self.stating, self.document
        statements = [placed(one, document) for one in told.statements]
        acts = [placed(one, document) for one in told.acts]
        hard = [issue for one in statements if (issue := blurred(one, document)) is not None]
        return Reading(
            commitments=tuple(s for s in statements if isinstance(s, Commitment)),
            acts=tuple(s for s in acts if isinstance(s, Commitment)),
            observations=tuple(s for s in statements if isinstance(s, Observation)),
            claims=tuple(trusted(claim, document) for claim in told.claims),
            issues=(*told.issues, *hard),
            acts_done=tuple(s for s in acts if isinstance(s, Observation)),
        )

    def _passage(self, passage: Passage) -> None:
        text = passage.text
        found = numbers(text)
        names = [match.span() for match in _QUOTED.finditer(text) if not _states(text, match.start())] if found else []
        at = 0
        carried: tuple[Time, ...] = ()
        draft: Draft | None = None
        for match in _SENTENCE.finditer(text):
            start, end = match.span()
            first = at
            while at < len(found) and found[at].start < end:
                at += 1
            self.outline.turn_at(text, start, end)
            near = [name for name in names if name[1] > start and name[0] < end] if names and at > first else []
            named = (*carried, *times(text, start, end, self.outline.clock))
            place = Place(passage, start, end - (text[end - 1] in _ENDS), named)
            draft = self._sentence(place, found[first:at], near, draft)
            if text[end - 1] in "；;":
                carried = _going_on(named, [number.start for number in found[first:at]])
            else:
                carried, draft = (), None

    def _sentence(
        self, place: Place, found: list[Found], names: list[tuple[int, int]], carried: Draft | None
    ) -> Draft | None:
        """State what one sentence says, and give its last draft for what follows a semicolon."""
        text, start, end = place.passage.text, place.start, place.end
        kept: list[Found] = []
        baselines: dict[int, Found] = {}
        before: Found | None = None
        for index, number in enumerate(found):
            rule = refused(text, start, end, found, index, names)
            if not rule:
                kept.append(number)
                if before is not None and before.printed == number.printed:
                    baselines[number.start] = before
            elif rule == "no_unit":
                self.stating.unread(place, number)
            before = number if rule == "baseline" else None
        before_end, draft = start, carried
        respectively = respective(text, place.times, [number.start for number in kept])
        for draft in drafts(text, start, items(text, start, end, kept, names), carried) if kept else ():
            at = draft.item.number.start
            time = respectively.get(at) or when(place.times, at)
            self.stating.state(place, draft, time, text[before_end:at], baselines.get(at))
            before_end = draft.item.number.end
        for claim in claims(text, start, end):
            self.stating.claim(place, claim)
        for act in acts(text, start, end):
            self.stating.act(place, act)
        return draft
