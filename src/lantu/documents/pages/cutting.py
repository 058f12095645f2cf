"""Cut lines that OCR found across a gutter: the white there stands where other lines end and begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .ink import Stretch

WHITE = 0.5
"""White of so many ems within a line may be a gutter."""

NEAR = 0.35
"""Edges that are at most so many ems apart stand at one place."""

MARK = 0.8
"""A mark of full width at the end of a line leaves so many ems of white at most."""

BESIDE = 2.4
"""Lines at most so many ems above or below tell whether the white goes on."""

FAR = 8
"""Lines at most so many ems above or below tell whether there are columns at all."""

INSET = 2.4
"""A first line is set in by so many ems at most."""

EDGES = 2
"""So many other lines end, and so many begin, at a gutter."""

SLIVER = 0.3
"""What is narrower, in ems, and stands beyond a gutter is the edge of a neighbour's character."""


@dataclass(frozen=True, slots=True)
class Line:
    """A level line in pixels.

    Parameters
    ----------
    x0, y0, x1, y1:
        Its box, as wide as its ink.
    gaps:
        The white within it from `WHITE` on.
    seen:
        From where to where it is read: as it was found, but for the sides where it was cut.
    """

    x0: int
    y0: int
    x1: int
    y1: int
    gaps: tuple[Stretch, ...] = ()
    seen: Stretch = (0, 0)

    @property
    def em(self) -> float:
        """About the height of a character."""
        return 0.9 * (self.y1 - self.y0)

    @property
    def middle(self) -> float:
        """Its middle from top to bottom."""
        return (self.y0 + self.y1) / 2


def line_of(box: tuple[int, int, int, int], ink: Sequence[Stretch]) -> Line:
    """Give a line by its box and its ink."""
    x0, y0, x1, y1 = box
    if not ink:
        return Line(x0, y0, x1, y1, (), (x0, x1))
    line = Line(ink[0][0], y0, ink[-1][1], y1, (), (x0, x1))
    white = [(one[1], two[0]) for one, two in pairwise(ink)]
    return replace(line, gaps=tuple(gap for gap in white if gap[1] - gap[0] >= WHITE * line.em))


def cut_at_gutters(lines: Sequence[Line]) -> list[Line]:
    """Give lines, those that lie over gutters cut there; slivers beyond a gutter are left out."""
    return [part for line in lines for part in _parts(line, lines)]


def _parts(line: Line, lines: Sequence[Line]) -> Iterator[Line]:
    alike = [one for one in lines if one is not line and 0.7 * line.em < one.em < 1.4 * line.em] if line.gaps else []
    gutters = [gap for gap in line.gaps if _is_gutter(gap, line, alike)]
    start, seen = line.x0, line.seen[0]
    for left, right in [*gutters, (line.x1, line.x1)]:
        last = line.seen[1] if right == line.x1 else left + (right - left) // 4
        own = tuple(gap for gap in line.gaps if start < gap[0] and gap[1] < left)
        if not gutters or left - start > SLIVER * line.em:
            yield replace(line, x0=start, x1=left, gaps=own, seen=(seen, last))
        start, seen = right, right - (right - left) // 4


def _is_gutter(gap: Stretch, line: Line, alike: Sequence[Line]) -> bool:
    """Tell whether other lines end and begin within a gap: a mark at an end takes more room than its ink."""
    slack, mark, least = NEAR * line.em, MARK * line.em, WHITE * line.em - 1
    close = [one for one in alike if abs(one.middle - line.middle) < BESIDE * line.em]
    same = sum(any(_at(gap, other, slack) for other in one.gaps) for one in close)
    ends = sum(gap[0] - slack <= one.x1 <= min(gap[0] + mark, gap[1] - least) for one in alike)
    begins = sum(max(gap[1] - mark, gap[0] + least) <= one.x0 <= gap[1] + slack for one in alike)
    # What stands beyond the outermost gap may be no more than the edge of a neighbour's character.
    sliver = SLIVER * line.em
    ends += EDGES * (line.x1 - gap[1] <= sliver)
    begins += EDGES * (gap[0] - line.x0 <= sliver)
    told = min(ends, begins) > 0 and min(ends, begins) + same >= EDGES
    return (told or _parted_beside(gap, line, close)) and _goes_on(gap, line, alike)


def _parted_beside(gap: Stretch, line: Line, close: Sequence[Line]) -> bool:
    """Tell whether two lines of the row above or below lie on both sides of a gap, the second perhaps set in."""
    before = [one for one in close if gap[0] - MARK * line.em <= one.x1 <= gap[1]]
    after = [one for one in close if gap[0] <= one.x0 <= gap[1] + INSET * line.em]
    rows = ((one, two) for one in before for two in after if one.x1 < two.x0)
    return any(abs(one.middle - two.middle) < 0.5 * line.em < abs(one.middle - line.middle) for one, two in rows)


def _goes_on(gap: Stretch, line: Line, alike: Sequence[Line]) -> bool:
    """Tell whether the white goes on: right above or below, and in as many rows not far away as have ink there."""
    middle, reach = (gap[0] + gap[1]) / 2, 2 * line.em
    around = [
        one for one in alike
        if 0.5 < abs(one.middle - line.middle) / line.em < FAR and one.x0 < gap[1] + reach and one.x1 > gap[0] - reach
    ]  # fmt: skip
    inked = [one for one in around if one.x0 < middle < one.x1 and not _white(middle, one)]
    right = [one for one in around if one.x0 >= middle]
    clear = [one for one in around if _white(middle, one)]
    clear += [one for one in around if one.x1 <= middle and any(_in_row(one, other) for other in right)]
    close = {one.middle > line.middle for one in around if abs(one.middle - line.middle) < BESIDE * line.em}
    blocked = {one.middle > line.middle for one in inked if abs(one.middle - line.middle) < BESIDE * line.em}
    return len(inked) <= len(clear) and (not close or blocked != close)


def _white(x: float, line: Line) -> bool:
    return any(left < x < right for left, right in line.gaps)


def _in_row(one: Line, two: Line) -> bool:
    return abs(one.middle - two.middle) < 0.8 * one.em


def _at(one: Stretch, two: Stretch, slack: float) -> bool:
    return abs(one[0] - two[0]) <= slack and abs(one[1] - two[1]) <= slack
