"""Where the characters of a text stand on the pages they were taken from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

APART = 3.0
"""Lines whose common box is so many times as large as they are together lie in different columns."""

Box = tuple[float, float, float, float]
"""``(x0, y0, x1, y1)`` in points from the top left corner of the page as a person sees it (after its rotation)."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the text that stands in one line of one page.

    Parameters
    ----------
    start, end:
        Half-open range of the decoded text.
    page:
        Counted from 1.
    box:
        The box around its characters.
    confidence:
        Share of runs like this one whose characters are right: below 1 where they were recognised in a picture.
    """

    start: int
    end: int
    page: int
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The runs of a document that was read from pages, sorted by ``start``; white space may lie between them.

    Parameters
    ----------
    runs:
        Sorted by ``start``, not overlapping.
    sizes:
        Width and height of each page in points.
    """

    runs: tuple[Run, ...]
    sizes: tuple[tuple[float, float], ...]

    def where(self, start: int, end: int) -> tuple[tuple[int, Box], ...]:
        """Give page and box of each line that the range ``[start, end)`` of the text touches, in reading order.

        The box of a line that the range covers in part is cut in proportion to its characters: in print of Chinese
        they are nearly all of one width. A line that is taller than wide is set downwards.
        """
        return tuple(
            (run.page, _cut(run, max(start, run.start), min(end, run.end))) for run in self._touched(start, end)
        )

    def place(self, start: int, end: int) -> tuple[int, Box] | None:
        """Give one page and box for the range ``[start, end)``, None where it stands on no page.

        The box is around all its lines, or around the first where they lie in different columns.
        """
        found = self.where(start, end)
        if not found:
            return None
        page = found[0][0]
        boxes = [box for number, box in found if number == page]
        whole = _around(boxes)
        if _area(whole) <= APART * sum(map(_area, boxes)):
            return page, whole
        line = [box for box in boxes if box[1] < boxes[0][3] and box[3] > boxes[0][1]]
        return page, _around(line if _area(_around(line)) <= APART * sum(map(_area, line)) else boxes[:1])

    def confidence(self, start: int, end: int) -> float:
        """Give the least confidence of the runs that the range ``[start, end)`` touches, 1 where it touches none."""
        return min((run.confidence for run in self._touched(start, end)), default=1.0)

    def _touched(self, start: int, end: int) -> Iterator[Run]:
        at = max(bisect_right(self.runs, start, key=lambda run: run.start) - 1, 0)
        while at < len(self.runs) and self.runs[at].start < end:
            if self.runs[at].end > start:
                yield self.runs[at]
            at += 1


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _cut(run: Run, start: int, end: int) -> Box:
    x0, y0, x1, y1 = run.box
    if y1 - y0 > 1.5 * (x1 - x0) and run.end - run.start > 1:
        step = (y1 - y0) / (run.end - run.start)
        return (x0, y0 + step * (start - run.start), x1, y0 + step * (end - run.start))
    step = (x1 - x0) / (run.end - run.start)
    return (x0 + step * (start - run.start), y0, x0 + step * (end - run.start), y1)
