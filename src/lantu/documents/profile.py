"""How a document sets its lines: what it marks as headings, how wide it wraps, whether it breaks sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lantu.model import PassageKind

from .cohesion import cohesion
from .lines import Line
from .shapes import ended, holds_sentence

INDENT = 2
"""Half-width columns of white space that begin a paragraph."""

SURE = 4
"""Log odds beyond which two lines are surely one sentence, or surely two."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How a document sets its lines.

    Parameters
    ----------
    marked:
        It marks its headings with ``#``, so that a plain short line is hardly one.
    numbered:
        It has headings numbered 一、, so that those without number stand below them.
    width:
        The column at which its lines are wrapped, None where a line is a paragraph.
    indented:
        It begins its paragraphs with white space.
    broken:
        Log odds that an unfinished line of prose is a broken sentence rather than one that lacks its end.
    """

    marked: bool
    numbered: bool
    width: int | None
    indented: bool
    broken: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Profile:
        """Look over the lines of a document."""
        return cls(
            marked=sum(line.hashes > 0 for line in lines) >= 2,
            numbered=any(line.kind is PassageKind.HEADING and line.level == 2 and not line.hashes for line in lines),
            width=_width(lines),
            indented=_indented(lines),
            broken=_broken(lines),
        )


def _width(lines: Sequence[Line]) -> int | None:
    """Give the common width of lines that stop within a sentence, where most lines do so at one column."""
    widths = sorted(len(line.text) for line in lines if not ended(line.text) and not line.hashes)
    if len(widths) < 6 or 5 * len(widths) < 2 * len(lines):
        return None
    widest = widths[len(widths) * 19 // 20]
    near = sum(5 * width >= 4 * widest for width in widths)
    return widest if 2 * near >= len(widths) and widest <= 120 else None


def _indented(lines: Sequence[Line]) -> bool:
    """Tell whether some lines are indented, and those follow lines that are over or stop early."""
    follow = [before for before, after in pairwise(lines) if after.indent >= INDENT]
    if len(follow) < 3 or 2 * len(follow) > len(lines):
        return False
    widest = sorted(len(line.text) for line in lines)[len(lines) * 9 // 10]
    over = sum(ended(before.text) or 5 * len(before.text) < 4 * widest for before in follow)
    return 5 * over >= 3 * len(follow)


def _broken(lines: Sequence[Line]) -> float:
    prose = [line for line in lines if line.kind in (PassageKind.BODY, None)]
    broken = whole = 0.5
    for before, after in pairwise(prose):
        if ended(before.text) or after.level or not (holds_sentence(before.text) or before.text[-1] in "，、,"):
            continue
        odds = SURE if before.text[-1] in "，、," else cohesion().odds(before.text, after.text)
        broken += odds >= SURE
        whole += odds <= -SURE
    return max(-2.0, min(4.0, math.log(broken / whole)))
