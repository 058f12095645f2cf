"""What kind of thing a line is, judged by the lines around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantu.model import PassageKind

from .lines import Line
from .shapes import SHORT, ended, holds_sentence

_BOXES = (PassageKind.BOX, PassageKind.ADVERTISEMENT)
_PUNCTUATION = re.compile("[，、,。；：:;！？!?“”《》（）()]")
REACH = 3
"""How many undecided lines beside a box a box draws in."""


def settle_kinds(lines: Sequence[Line]) -> None:
    """Decide every line that its own words left undecided."""
    _spread(lines, range(len(lines)))
    _spread(lines, range(len(lines) - 1, -1, -1))
    marked = sum(line.hashes > 0 for line in lines) >= 2
    for index, line in enumerate(lines):
        if line.kind is None:
            line.kind = _undecided(lines, index, marked=marked)
            if line.kind is PassageKind.HEADING:
                line.level = 2 if not _has_numbered(lines) else 4


def _spread(lines: Sequence[Line], order: range) -> None:
    """Let a box draw in the short lines without punctuation that stand beside it."""
    kind, reach = None, 0
    for index in order:
        line = lines[index]
        if line.kind in _BOXES:
            kind, reach = line.kind, REACH
        elif line.kind is None and kind is not None and reach > 0 and _slogan(line):
            line.kind, reach = kind, reach - 1
        else:
            kind = None


def _slogan(line: Line) -> bool:
    return len(line.text) <= 30 and not line.bold and _PUNCTUATION.search(line.text) is None


def _undecided(lines: Sequence[Line], index: int, *, marked: bool) -> PassageKind:
    line = lines[index]
    before = next((lines[i] for i in range(index - 1, -1, -1) if lines[i].kind not in _BOXES), None)
    if line.bold:
        return PassageKind.HEADING
    if before is not None and before.kind is PassageKind.BODY and broken(before):
        return PassageKind.BODY
    return PassageKind.BODY if marked else PassageKind.HEADING


def broken(line: Line) -> bool:
    """Tell whether a line of prose stops before its sentence does."""
    return not ended(line.text) and (holds_sentence(line.text) or line.text[-1] in "，、," or len(line.text) > SHORT)


def _has_numbered(lines: Sequence[Line]) -> bool:
    return any(line.kind is PassageKind.HEADING and line.level == 2 and not line.hashes for line in lines)
