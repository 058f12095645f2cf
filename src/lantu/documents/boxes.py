"""Boxes beside the news: what stands close to a line that is surely a box, and has its shape, belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantu.model import PassageKind

from .cohesion import cohesion
from .junction import NEVER, meeting
from .lines import Line
from .shapes import ended

REACH = 3
"""How many undecided lines beside a box it draws in, on either side."""

SLOGAN = 30
"""A line of a box without punctuation is at most this long."""

NEAR = 8
"""How many lines away the news may stand that a line beside a box belongs to."""

LINK = 3
"""Log odds from which two lines are one sentence."""

BOXED = 5
"""What words of boxes, and phrases parted by spaces, weigh against a line's being news, in log odds."""

BOXES = frozenset({PassageKind.BOX, PassageKind.ADVERTISEMENT})

_SPACED = re.compile(r"[\u4e00-\u9fff]\s+[\u4e00-\u9fff]")
_PUNCTUATION = re.compile("[，、,。；：:;！？!?“”《》（）()]")


def spread(lines: Sequence[Line]) -> None:
    """Let each box draw in what stands beside it: lines of its words, and short lines without punctuation.

    A short line that continues the sentence before it or is continued by the one after it is news.
    """
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        kind, reach = None, 0
        for index in order:
            line = lines[index]
            if line.kind in BOXES and line.suspect:
                kind, reach = line.kind, REACH
            elif kind is not None and reach > 0 and (line.suspect or _slogan(line)) and not _linked(lines, index):
                line.kind, reach = kind, reach - 1
            else:
                kind = None


def _slogan(line: Line) -> bool:
    short = len(line.text) <= SLOGAN and not line.bold
    return line.kind is None and short and _PUNCTUATION.search(line.text) is None


def _linked(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line belongs to the sentence of the news before and after it rather than to the box.

    Held against one another: that the sentence runs on through the line, and that it leaps over it.
    """
    line = lines[index]
    before = next((one for one in lines[max(0, index - NEAR) : index][::-1] if _news(one)), None)
    after = next((one for one in lines[index + 1 : index + 1 + NEAR] if one.kind is PassageKind.BODY), None)
    link = 0.0 if after is None or meeting(line.text, after) == NEVER else cohesion().odds(line.text, after.text)
    leap = 0.0
    if before is not None and not ended(before.text):
        if before.kind is PassageKind.BODY:
            link = max(link, meeting(before.text, line) + min(max(link, 0.0), LINK))
        leap = 0.0 if after is None else meeting(before.text, after)
    return link - _strange(lines, index) > max(leap - 2, LINK)


def _news(line: Line) -> bool:
    return line.kind is PassageKind.BODY or (line.kind is None and not line.suspect and not _SPACED.search(line.raw))


def _strange(lines: Sequence[Line], index: int) -> int:
    """Weigh what speaks for the box: its words, phrases parted by spaces, boxes on both sides."""
    line = lines[index]
    between = 0 < index < len(lines) - 1 and lines[index - 1].kind in BOXES and lines[index + 1].kind in BOXES
    return BOXED * (line.suspect + (_SPACED.search(line.raw) is not None) + between)
