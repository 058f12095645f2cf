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
from .junction import COMMAS, NEVER, meeting
from .lexicon import lexicon
from .lines import Line
from .profile import INDENT, Profile
from .segments import Hint
from .shapes import CLOSERS, SHORT, ended, holds_figure, holds_sentence

OPEN = 3
"""How many unfinished paragraphs are kept in mind."""

AHEAD = 8
"""How many lines further on a better continuation is looked for."""

BETTER = 6.0
"""By how much, in log odds, it must be better."""

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

TOP = 6
"""Short lines among so many at the top, before any paragraph, are the title."""

TITLE = 60
"""A heading over several lines is at most this long."""

_ANNEX = ("附件", "附表", "附录")


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
    top = True
    for index, line in enumerate(lines):
        into = _continued(unfinished, lines, index, profile)
        if into is not None:
            into.lines.append(line)
            unfinished.remove(into)
            current = into
        else:
            current = _begin(lines, index, profile, top=top)
            paragraphs.append(current)
            top = top and current.kind is not PassageKind.BODY and current.level <= 1
        _remember(unfinished, current)
    return (paragraph.passage(text) for paragraph in paragraphs)


def _continued(
    unfinished: Sequence[Paragraph], lines: Sequence[Line], index: int, profile: Profile
) -> Paragraph | None:
    """Give the unfinished paragraph that the line continues, if any."""
    line = lines[index]
    if not unfinished or not _may_continue(line):
        return None
    scores = [_score(p, line, profile) for p in unfinished]
    best = max(range(len(scores)), key=lambda i: (scores[i], i))
    if scores[best] <= 0 or _waits(unfinished[best], lines, index, profile):
        return None
    return unfinished[best]


def _score(paragraph: Paragraph, line: Line, profile: Profile) -> float:
    """Weigh a line against an unfinished paragraph; over other text only what meets at the break counts."""
    if paragraph.cost < ACROSS_BODY:
        return runs_on(paragraph.lines, line, profile) - paragraph.cost
    return meeting(paragraph.lines[-1].text, line) - paragraph.cost


def _may_continue(line: Line) -> bool:
    return line.kind in (PassageKind.BODY, None) and line.hint is not Hint.CELL


def _waits(paragraph: Paragraph, lines: Sequence[Line], index: int, profile: Profile) -> bool:
    """Tell whether a line further on, which nothing before it leads to, continues the paragraph much better."""
    if lines[index].gap == 1 and profile.width is not None:
        return False
    lead, last = lines[index], paragraph.lines[-1].text
    here = meeting(last, lead)
    for line in lines[index + 1 : index + 1 + AHEAD]:
        if not _may_continue(line):
            continue
        if ended(lead.text) and cohesion().inside(line.text) > 0 and meeting(last, line) - BETTER >= here:
            return True
        lead = line
    return False


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


def _begin(lines: Sequence[Line], index: int, profile: Profile, *, top: bool) -> Paragraph:
    """Begin a passage with a line that continues nothing; decide there whether a short line is a heading."""
    line = lines[index]
    if line.kind is PassageKind.HEADING and (line.hashes or line.hint is Hint.HEADING or ended(line.text)):
        return Paragraph(line, PassageKind.HEADING, line.level)
    if line.kind not in (PassageKind.HEADING, None) and not _bare(line):
        return Paragraph(line, line.kind or PassageKind.BODY)
    after = next((one for one in lines[index + 1 :][:8] if one.kind not in APART), None)
    if after is not None and after.kind is not PassageKind.HEADING and runs_on([line], after, profile) > 0:
        return Paragraph(line, PassageKind.BODY)
    top = top and index < TOP
    if _item(line, after) and not top and not line.text.startswith(_ANNEX):
        return Paragraph(line, PassageKind.BODY)
    return Paragraph(line, PassageKind.HEADING, line.level or (1 if top else 4 if profile.numbered else 2))


def _item(line: Line, after: Line | None) -> bool:
    """Tell whether a short line is an item of a list or a subtitle that states figures, not a heading."""
    if line.bold:
        return False
    if line.kind is PassageKind.HEADING:
        listed = line.level >= 4 or (after is not None and after.level == line.level)
        return listed and holds_figure(line.text[3:])
    return line.level > 0 or holds_figure(line.text)


def _bare(line: Line) -> bool:
    """Tell whether a line of some length without a single sentence end may yet be a heading."""
    text = line.text
    if line.kind is not PassageKind.BODY or text[-1] in COMMAS or ended(text):
        return False
    return len(text) <= TITLE and not holds_sentence(text)


def runs_on(before: Sequence[Line], after: Line, profile: Profile) -> float:
    """Give the log odds that the sentence which the lines ``before`` leave open runs on in ``after``."""
    last = before[-1]
    odds = meeting(last.text, after)
    if odds == NEVER:
        return NEVER
    if last.text[-1] in COMMAS:
        odds += 5
    return odds + _prose(before, profile) + _setting(last, after, profile)


def _prose(before: Sequence[Line], profile: Profile) -> float:
    """Weigh whether what stops is prose, which wants its full stop, or may be a heading, which has none."""
    last = before[-1]
    closed = -2.0 if last.text[-1] in CLOSERS else 0.0
    if len(before) > 1 or holds_sentence(last.text) or last.text[-1] in COMMAS:
        return closed + 1.0 + profile.broken
    if last.level or last.bold or lexicon().starters.match(last.text) is not None:
        return 2 * closed - 6.0 + max(0.0, profile.broken) * 3 / 4
    if profile.marked:
        return closed + 3.0
    commas = 1.5 * min(2, sum(map(last.text.count, COMMAS)))
    return closed + commas + max(0.0, profile.broken) - (4.0 if len(last.text) <= SHORT else 3.0)


def _setting(last: Line, after: Line, profile: Profile) -> float:
    """Weigh where the two lines begin and end on the page."""
    odds = 0.0
    if profile.indented:
        odds += -9.0 if after.indent >= INDENT else 2.0
    if profile.width is not None and after.gap == 1:
        odds += 6.0 if 5 * len(last.text) >= 4 * profile.width else -3.0
    return odds
