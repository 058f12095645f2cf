"""Which part of a page shows a statement: its lines and what stands around them, or only what may be quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from lantu.documents import Document
from lantu.documents.layout import Box, Layout
from lantu.documents.pages import Clipping
from lantu.model import Licence, Passage, PassageKind, Span

from .trimming import shown_passages

REACH = 60.0
"""How far above and below a statement lines of its column are shown, in points."""

BESIDE, ABOVE = 8.0, 5.0
"""What is shown beside and above those lines, in points."""

SMALL = 100.0
"""Dots an inch of whole pages on the site."""


class PageMap:
    """Where the statements of a document stand on its pages.

    Parameters
    ----------
    document, layout:
        What was read from pages, and where its characters stand.
    """

    def __init__(self, document: Document, layout: Layout) -> None:
        self._layout, self._document = layout, document.id
        self._pages: dict[int, list[Box]] = {}
        pieces = sorted(
            (end, start, number) for number, one in enumerate(document.passages) for start, end in one.pieces
        )
        self._passages, self._pieces, self._ends = document.passages, pieces, [end for end, _, _ in pieces]

    def clipping(self, span: Span, sentence: Span, licence: Licence) -> Clipping | None:
        """Give the part of the page around a statement, None where it stands on no page.

        What may only be quoted is shown as the clause with its neighbours, and nothing else of the page.
        """
        place = self._layout.place(span.start, span.end)
        if place is None:
            return None
        page, own = place
        passages = self._around(span, sentence)
        seen = None
        if licence is Licence.QUOTE:
            passages = shown_passages(passages, (sentence, span), licence)
        row = any(passage.kind is PassageKind.TABLE for passage in passages)
        lines = _near(own, self._lines(page, passages), row=row)
        x0, y0, x1, y1 = _hull([own, *lines])
        if licence is Licence.QUOTE:
            seen = tuple(lines)
        else:
            _, y0, _, y1 = _hull([own, *_near(own, self._page(page), row=row)])
        part = (x0 - BESIDE, y0 - ABOVE, x1 + BESIDE, y1 + ABOVE)
        return Clipping(page, tuple(boxes_on(self._layout, page, span)), part, seen, name=span.id)

    def pages(self, spans: Iterable[Span]) -> Iterator[tuple[int, Clipping]]:
        """Give the pages on which spans stand, whole and with every span boxed, and where the text of each begins."""
        boxed: dict[int, list[Box]] = {}
        for span in spans:
            place = self._layout.place(span.start, span.end)
            if place is not None:
                boxed.setdefault(place[0], []).extend(boxes_on(self._layout, place[0], span))
        starts: dict[int, int] = {}
        for run in self._layout.runs:
            starts.setdefault(run.page, run.start)
        for page, boxes in sorted(boxed.items()):
            name = f"{self._document[:16]}-{page}"
            yield starts[page], Clipping(page, tuple(boxes), dots=SMALL, name=name)

    def _around(self, *spans: Span) -> list[Passage]:
        """Give the passages that spans touch."""
        start, end = min(span.start for span in spans), max(span.end for span in spans)
        numbers = set()
        for last, first, number in self._pieces[bisect_left(self._ends, start + 1) :]:
            if first >= end:
                break
            if last > start:
                numbers.add(number)
        return [self._passages[number] for number in sorted(numbers)]

    def _page(self, page: int) -> list[Box]:
        """Give all lines of a page."""
        if page not in self._pages:
            self._pages[page] = _joined([run.box for run in self._layout.runs if run.page == page])
        return self._pages[page]

    def _lines(self, page: int, passages: Iterable[Passage]) -> list[Box]:
        found = [self._layout.where(*piece) for passage in passages for piece in passage.pieces]
        return _joined([box for each in found for number, box in each if number == page])


def boxes_on(layout: Layout, page: int, span: Span) -> list[Box]:
    """Give the boxes of the lines of a span on a page."""
    return _joined([box for number, box in layout.where(span.start, span.end) if number == page])


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """Join boxes of one line that stand side by side: what lies askew has one for each character."""
    lines: list[Box] = []
    for box in boxes:
        last = lines[-1] if lines else None
        if last is not None and last[1] < box[3] and box[1] < last[3] and box[0] - last[2] < box[3] - box[1]:
            lines[-1] = _hull((last, box))
        else:
            lines.append(box)
    return lines


def _near(own: Box, lines: Iterable[Box], *, row: bool) -> list[Box]:
    """Give the lines above and below a box in its column, and of a table what stands beside it."""
    found = []
    for box in lines:
        beside = row and box[1] < own[3] and box[3] > own[1]
        below = box[0] < own[2] and box[2] > own[0] and box[3] > own[1] - REACH and box[1] < own[3] + REACH
        if beside or below:
            found.append(box)
    return found


def _hull(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
