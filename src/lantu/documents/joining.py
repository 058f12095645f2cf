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
from .evidence import runs_on
from .junction import COMMAS, meeting
from .lines import Line
from .paragraph import TITLE, Paragraph
from .profile import SURE, Profile
from .segments import Hint
from .shapes import ended, holds_figure, holds_sentence

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

_ANNEX = ("附件", "附表", "附录", "专栏")


def join(lines: Sequence[Line], text: str) -> Iterator[Passage]:
    """Give the passages of the lines in the order in which they begin."""
    profile = Profile.of(lines)
    paragraphs: list[Paragraph] = []
    unfinished: list[Paragraph] = []
    top = True
    for index, line in enumerate(lines):
        into = _continued(unfinished, lines, index, profile)
        if into is not None:
            into.add(line)
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
        return runs_on(paragraph, line, profile) - paragraph.cost
    return meeting(paragraph.last.text, line) - paragraph.cost


def _may_continue(line: Line) -> bool:
    return line.kind in (PassageKind.BODY, None) and line.hint is not Hint.CELL


def _waits(paragraph: Paragraph, lines: Sequence[Line], index: int, profile: Profile) -> bool:
    """Tell whether a line further on, which nothing before it leads to, continues the paragraph much better."""
    if lines[index].gap == 1 and profile.width is not None:
        return False
    lead, last = lines[index], paragraph.last.text
    here = meeting(last, lead)
    if here > SURE:
        return False
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
    after = next((one for one in lines[index + 1 : index + 1 + AHEAD] if one.kind not in APART), None)
    if after is not None and after.kind is not PassageKind.HEADING and runs_on(Paragraph(line), after, profile) > 0:
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
