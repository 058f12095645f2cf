"""What is drawn on a PDF page beside its characters: rules between parts and frames around boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from ctypes import byref, c_float
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium

from ..layout import Box
from .headings import TALLER
from .strips import Strip, rows, usual_size
from .turning import Turn

MOST = 4_000
"""Drawn objects of a page that are looked at; a map has many more, and no frames."""

THIN = 4.0
"""A line that is drawn is at most so thick, in points."""

OBJECTS = 100_000
"""Objects of a page among which drawn ones are looked for."""

SHORT = 8.0
"""The side of a table's cell is at least so long, in points."""

LONG = 30.0
"""A rule or the side of a frame is at least so long, in points."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Rules across and down, and frames, in the frame in which the text stands upright.

    ``cells`` are short rules and small rectangles: the sides of a table's cells are often drawn one by one.
    """

    across: tuple[Box, ...] = ()
    down: tuple[Box, ...] = ()
    frames: tuple[Box, ...] = ()
    cells: tuple[Box, ...] = ()

    def scaled(self, factor: float) -> Drawing:
        """Give the drawing in another unit of length."""
        parts = (
            tuple((x0 * factor, y0 * factor, x1 * factor, y1 * factor) for x0, y0, x1, y1 in boxes)
            for boxes in (self.across, self.down, self.frames, self.cells)
        )
        return Drawing(*parts)


def read_drawing(page: Any, turn: Turn) -> Drawing:
    """Give rules and frames of a page."""
    across, down, frames, cells = [], [], [], []
    for box in _boxes(page, turn):
        wide, tall = box[2] - box[0], box[3] - box[1]
        if wide >= LONG and tall <= THIN:
            across.append(box)
        elif tall >= LONG and wide <= THIN:
            down.append(box)
        elif wide >= LONG and tall >= LONG:
            frames.append(box)
            cells.append(box)
        elif max(wide, tall) >= SHORT:
            cells.append(box)
    return Drawing(tuple(across), tuple(down), tuple(dict.fromkeys(frames)), tuple(dict.fromkeys(cells)))


def _boxes(page: Any, turn: Turn) -> Iterator[Box]:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    for path in islice(_paths(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, 3), MOST):
        pdfium.FPDFPageObj_GetBounds(path, byref(left), byref(bottom), byref(right), byref(top))
        first = turn.to_reading(*turn.point(left.value, top.value))
        last = turn.to_reading(*turn.point(right.value, bottom.value))
        yield (min(first[0], last[0]), min(first[1], last[1]), max(first[0], last[0]), max(first[1], last[1]))


def _paths(holder: Any, count: Callable[..., int], get: Callable[..., Any], depth: int) -> Iterator[Any]:
    """Give the drawn paths of a page or of a form in it."""
    for index in range(min(count(holder), OBJECTS)):
        one = get(holder, index)
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield one
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            yield from _paths(one, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, depth - 1)


def frames_around(strips: Sequence[Strip], frames: Sequence[Box], size: tuple[float, float]) -> dict[Strip, int]:
    """Give for each strip that stands in a frame which one: the smallest around its middle.

    What fills nearly the whole page frames nothing.
    """
    page = size[0] * size[1]
    small = sorted((i for i, f in enumerate(frames) if _area(f) < 0.85 * page), key=lambda i: _area(frames[i]))
    held: dict[int, list[Strip]] = {}
    for strip in strips:
        inside = next((i for i in small if _holds(frames[i], strip)), None)
        if inside is not None:
            held.setdefault(inside, []).append(strip)
    usual = usual_size(strips) if strips else 0.0
    kept = {i: found for i, found in held.items() if _is_box(found, usual)}
    return {strip: i for i, found in kept.items() for strip in found}


def _is_box(strips: Sequence[Strip], usual: float) -> bool:
    """Tell whether lines in a frame are a box: two of one size, or larger than the text, are a heading on a ground."""
    lines = len(rows(strips))
    small, large = min(one.size for one in strips), max(one.size for one in strips)
    return lines > 2 or (lines == 2 and large > 1.1 * small and small < TALLER * usual)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(frame: Box, strip: Strip) -> bool:
    middle = (strip.x0 + strip.x1) / 2
    return frame[0] <= middle <= frame[2] and frame[1] <= strip.middle <= frame[3]
