"""Make sentences whole that the layout broke over columns, blank lines, boxes and captions.

A line that stops within a sentence is joined with the line that continues it. What decides is evidence, added up
in log odds: how the characters hold together where they meet (`cohesion`), commas and open brackets, how
the document sets its lines (`profile`), and what stands between the two. A line that begins a list item or a
numbered heading continues nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lantu.model import Passage, PassageKind

from .cohesion import cohesion
from .lexicon import lexicon
from .lines import Line
from .profile import Profile
from .segments import Hint
from .shapes import CLOSERS, SHORT, ended, holds_figure, holds_sentence

NEVER = -99.0
"""Log odds of a sentence that is over."""

OPEN = 3
"""How many unfinished paragraphs are kept in mind."""

APART = frozenset(
    {
        PassageKind.BOX,
        PassageKind.ADVERTISEMENT,
        PassageKind.CAPTION,
        PassageKind.BYLINE,
        PassageKind.TABLE,
    }
)
"""What is no part of a sentence and may stand between its halves."""

ACROSS_APART, ACROSS_BODY, ACROSS_HEADING = 1.0, 5.0, 5.0
"""What a box, another paragraph and a heading between two halves cost, in log odds."""

TITLE = 60
"""A heading over several lines is at most this long."""

_COMMAS = "，、,"
_ANNEX = ("附件", "附表", "附录")
_CLOSING = frozenset("，、。；：！？）》”’」』】〕%％‰")
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("(", ")"))


class Paragraph:
    """The lines of a paragraph so far, and what joining one more to it costs."""

    __slots__ = ("cost", "kind", "level", "lines")

    def __init__(self, line: Line, kind: PassageKind, level: int = 0) -> None:
        self.lines = [line]
        self.kind = kind
        self.level = level
        self.cost = 0.0

    @property
    def unfinished(self) -> bool:
        """Whether it stops within a sentence."""
        return self.kind is PassageKind.BODY and self.lines[-1].hint is not Hint.CELL and not ended(self.lines[-1].text)

    def passage(self, text: str) -> Passage:
        """Give the paragraph as a passage of ``text``."""
        if len(self.lines) == 1:
            return Passage(self.kind, self.lines[0].text, self.lines[0].pieces, self.level)
        pieces = tuple(piece for line in self.lines for piece in line.pieces)
        joined = "".join([text[a:b] for a, b in pieces])
        first = self.lines[0]
        if first.kind in (PassageKind.HEADING, None) and len(joined) <= TITLE and not holds_sentence(joined):
            return Passage(PassageKind.HEADING, joined, pieces, first.level or 2)
        return Passage(self.kind, joined, pieces, self.level)


def join(lines: Sequence[Line], text: str) -> Iterator[Passage]:
    """Give the passages of the lines in the order in which they begin."""
    profile = Profile.of(lines)
    paragraphs: list[Paragraph] = []
    unfinished: list[Paragraph] = []
    for index, line in enumerate(lines):
        into = _continued(unfinished, line, profile)
        if into is not None:
            into.lines.append(line)
            unfinished.remove(into)
            current = into
        else:
            current = _begin(lines, index, profile, first=not any(p.kind is PassageKind.BODY for p in paragraphs[-3:]))
            paragraphs.append(current)
        _remember(unfinished, current)
    return (paragraph.passage(text) for paragraph in paragraphs)


def _continued(unfinished: Sequence[Paragraph], line: Line, profile: Profile) -> Paragraph | None:
    """Give the unfinished paragraph that the line continues, if any."""
    if not unfinished or line.kind not in (PassageKind.BODY, None) or line.hint is Hint.CELL:
        return None
    scores = [runs_on(p.lines, line, profile) - p.cost for p in unfinished]
    best = max(range(len(scores)), key=lambda i: (scores[i], i))
    return unfinished[best] if scores[best] > 0 else None


def _remember(unfinished: list[Paragraph], current: Paragraph) -> None:
    """Count what now stands between the unfinished paragraphs and the line to come."""
    for paragraph in unfinished:
        if current.kind in APART:
            paragraph.cost = max(paragraph.cost, ACROSS_APART)
        elif current.kind is PassageKind.BODY:
            paragraph.cost = max(paragraph.cost + 1, ACROSS_BODY)
        else:
            paragraph.cost = max(paragraph.cost + 1, ACROSS_HEADING)
    current.cost = 0.0
    if current.unfinished:
        unfinished.append(current)
        del unfinished[:-OPEN]


def _begin(lines: Sequence[Line], index: int, profile: Profile, *, first: bool) -> Paragraph:
    """Begin a passage with a line that continues nothing; decide there whether a short line is a heading."""
    line = lines[index]
    if line.kind is PassageKind.HEADING and (line.hashes or line.hint is Hint.HEADING or ended(line.text)):
        return Paragraph(line, PassageKind.HEADING, line.level)
    if line.kind is PassageKind.HEADING or line.kind is None or _bare(line):
        after = next((one for one in lines[index + 1 :][:8] if one.kind not in APART), None)
        if after is not None and after.kind is not PassageKind.HEADING and runs_on([line], after, profile) > 0:
            return Paragraph(line, PassageKind.BODY)
        if line.kind is PassageKind.HEADING:
            return Paragraph(line, PassageKind.HEADING, line.level)
        if not line.bold and (holds_figure(line.text) or line.level) and not line.text.startswith(_ANNEX):
            return Paragraph(line, PassageKind.BODY)
        level = 1 if first and index < 6 else 4 if profile.numbered else 2
        return Paragraph(line, PassageKind.HEADING, level)
    return Paragraph(line, line.kind)


def _bare(line: Line) -> bool:
    """Tell whether a line of some length without a single sentence end may yet be a heading."""
    text = line.text
    return (
        line.kind is PassageKind.BODY and len(text) <= SHORT * 3 // 2 and not holds_sentence(text) and not ended(text)
    )


def runs_on(before: Sequence[Line], after: Line, profile: Profile) -> float:
    """Give the log odds that the sentence which the lines ``before`` leave open runs on in ``after``."""
    last = before[-1].text
    if ended(last):
        return NEVER
    table = cohesion()
    odds = 5.0 + table.inside(after.text) if last[-1] in _COMMAS else float(table.odds(last, after.text))
    if after.text[0] in _CLOSING:
        odds += 8
    if after.level or after.bullet or lexicon().starters.match(after.text) is not None:
        odds -= 12
    if _left_open(last):
        odds += 4
    return odds + _prose(before, profile) + _setting(before[-1], after, profile)


def _left_open(text: str) -> bool:
    tail = text[-200:]
    return any(tail.rfind(opening) > tail.rfind(closing) for opening, closing in _PAIRS)


def _prose(before: Sequence[Line], profile: Profile) -> float:
    """Weigh whether what stops is prose, which wants its full stop, or may be a heading, which has none."""
    last = before[-1]
    closed = -2.0 if last.text[-1] in CLOSERS else 0.0
    if len(before) > 1 or holds_sentence(last.text) or last.text[-1] in _COMMAS:
        return closed + 1.0 + profile.broken
    if last.level or last.bold or lexicon().starters.match(last.text) is not None:
        return closed - 6.0
    if profile.marked:
        return closed + 3.0
    return closed - (3.0 if len(last.text) <= SHORT else 2.0)


def _setting(last: Line, after: Line, profile: Profile) -> float:
    """Weigh where the two lines begin and end on the page."""
    odds = 0.0
    if profile.indented:
        odds += -4.0 if after.indent >= 2 else 2.0
    if profile.width is not None and after.gap == 1:
        odds += 3.0 if 5 * len(last.text) >= 4 * profile.width else -3.0
    return odds
