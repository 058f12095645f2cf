"""Where the characters of a text stand on the pages they were taken from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

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
    """

    start: int
    end: int
    page: int
    box: Box


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
        first = max(bisect_right(self.runs, start, key=lambda run: run.start) - 1, 0)
        found = []
        for run in self.runs[first:]:
            if run.start >= end:
                break
            if run.end > start:
                found.append((run.page, _cut(run, max(start, run.start), min(end, run.end))))
        return tuple(found)


def _cut(run: Run, start: int, end: int) -> Box:
    x0, y0, x1, y1 = run.box
    if y1 - y0 > 1.5 * (x1 - x0) and run.end - run.start > 1:
        step = (y1 - y0) / (run.end - run.start)
        return (x0, y0 + step * (start - run.start), x1, y0 + step * (end - run.start))
    step = (x1 - x0) / (run.end - run.start)
    return (x0 + step * (start - run.start), y0, x0 + step * (end - run.start), y1)
