"""Boxes beside the news: what stands close to a line that is surely a box, and has its shape, belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantu.model import PassageKind

from .lines import Line

REACH = 3
"""How many undecided lines beside a box it draws in, on either side."""

SLOGAN = 30
"""A line of a box without punctuation is at most this long."""

BOXES = frozenset({PassageKind.BOX, PassageKind.ADVERTISEMENT})

_PUNCTUATION = re.compile("[，、,。；：:;！？!?“”《》（）()]")


def spread(lines: Sequence[Line]) -> None:
    """Let each box draw in the short lines without punctuation that stand beside it."""
    _spread(lines)
    _spread(lines[::-1])


def _spread(lines: Sequence[Line]) -> None:
    kind, reach = None, 0
    for line in lines:
        if line.kind in BOXES and not line.level:
            kind, reach = line.kind, REACH
        elif line.kind is None and kind is not None and reach > 0 and _slogan(line):
            line.kind, reach = kind, reach - 1
        else:
            kind = None


def _slogan(line: Line) -> bool:
    return len(line.text) <= SLOGAN and not line.bold and _PUNCTUATION.search(line.text) is None
