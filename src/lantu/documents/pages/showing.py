"""Pictures of pages for people: a page as it is printed, or a part of it, with boxes around what is spoken of.

The picture is grey, so that the red of the boxes is its only colour.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lantu.model import InputError

from ..layout import Box
from .pdf import opened, render
from .pictures import Picture, pictures_of

DOTS = 150.0
"""Dots an inch of a page that is drawn."""

LONGEST = 3000
"""Most pixels of the longer side of a page."""

GREYS, RED, VEIL = 15, 15, 13
"""How many greys there are, from black to white; the number of the red of a box, and of what hides words."""

MARGIN, WIDTH, SLACK = 3.0, 2.0, 1.0
"""How far from the characters a box stands, how thick its line is, what is seen around words; in points."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """What is drawn of a page.

    Parameters
    ----------
    page:
        Counted from 1.
    boxes:
        What is boxed in red; all boxes are in points from the top left corner of the page.
    part:
        The part of the page that is drawn; the whole of it where None.
    seen:
        Where only certain words may be seen: their boxes; what lies outside is veiled.
    dots:
        Pixels an inch.
    name:
        What the caller calls it.
    """

    page: int
    boxes: tuple[Box, ...]
    part: Box | None = None
    seen: tuple[Box, ...] | None = None
    dots: float = DOTS
    name: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A clipping as a PNG file, with its size in pixels."""

    png: bytes
    width: int
    height: int


def draw(data: bytes, name: str, clippings: Sequence[Clipping]) -> Iterator[tuple[Clipping, Drawn]]:
    """Draw parts of the pages of a PDF or image file, in the order of the pages; one page at a time is held.

    Parameters
    ----------
    data, name:
        The bytes of the file, and what it is called in errors.

    Raises
    ------
    InputError
        Where the file cannot be opened or has no such page.
    """
    wanted: dict[int, dict[float, list[Clipping]]] = {}
    for clipping in sorted(clippings, key=lambda one: one.page):
        wanted.setdefault(clipping.page, {}).setdefault(clipping.dots, []).append(clipping)
    pages = _pdf_pages if data.startswith(b"%PDF-") else _image_pages
    for picture, asked in pages(data, name, wanted):
        for clipping in asked:
            yield clipping, _drawn(picture, clipping)


Wanted = Mapping[int, Mapping[float, list[Clipping]]]
"""The clippings by their page and their dots an inch."""


def _pdf_pages(data: bytes, name: str, wanted: Wanted) -> Iterator[tuple[Picture, list[Clipping]]]:
    with opened(data, name) as document:
        for number, by_dots in wanted.items():
            if not 1 <= number <= len(document):
                raise _no_page(name, number)
            page = document[number - 1]
            try:
                for dots, asked in by_dots.items():
                    yield render(page, dots, LONGEST), asked
            finally:
                page.close()


def _image_pages(data: bytes, name: str, wanted: Wanted) -> Iterator[tuple[Picture, list[Clipping]]]:
    count, pictures = pictures_of(data, name)
    missing = [number for number in wanted if not 1 <= number <= count]
    if missing:
        raise _no_page(name, missing[0])
    for number, picture in enumerate(pictures, 1):
        for dots, asked in wanted.get(number, {}).items():
            yield picture.reduced(dots, LONGEST), asked
        if number == max(wanted):
            return


def _no_page(name: str, number: int) -> InputError:
    return InputError(f"{name}: has no page {number}", "read the file again: it is another than it was")


def _drawn(picture: Picture, clipping: Clipping) -> Drawn:
    import numpy as np  # noqa: PLC0415 - pictures are arrays

    height, width = picture.pixels.shape
    frame = _Frame(picture.dots / 72, (0, 0, width, height))
    if clipping.part is not None:
        frame = _Frame(frame.scale, frame.pixels(clipping.part, 0.0))
    x0, y0, x1, y1 = frame.within
    greys = ((picture.pixels[y0:y1, x0:x1].astype(np.uint16) * (GREYS - 1) + 127) // 255).astype(np.uint8)
    if clipping.seen is not None:
        words, greys = greys, np.full_like(greys, VEIL)
        for box in clipping.seen:
            rows, columns = frame.slices(box, SLACK)
            greys[rows, columns] = words[rows, columns]
    thick = max(2, round(WIDTH * frame.scale))
    for box in clipping.boxes:
        rows, columns = frame.slices(box, MARGIN)
        inner = greys[rows, columns]
        inner[:thick] = inner[-thick:] = inner[:, :thick] = inner[:, -thick:] = RED
    return Drawn(_png(greys), greys.shape[1], greys.shape[0])


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of a page that is drawn, in pixels of the page, with the pixels a point."""

    scale: float
    within: tuple[int, int, int, int]

    def pixels(self, box: Box, gap: float) -> tuple[int, int, int, int]:
        """Give a box with a gap around it in pixels of the page, at least one of them, within the frame."""
        left, top, right, bottom = self.within
        x0 = min(max(left, int((box[0] - gap) * self.scale)), right - 1)
        y0 = min(max(top, int((box[1] - gap) * self.scale)), bottom - 1)
        x1, y1 = int((box[2] + gap) * self.scale) + 1, int((box[3] + gap) * self.scale) + 1
        return x0, y0, max(x0 + 1, min(right, x1)), max(y0 + 1, min(bottom, y1))

    def slices(self, box: Box, gap: float) -> tuple[slice, slice]:
        """Give the rows and columns of the frame that a box with a gap around it takes."""
        x0, y0, x1, y1 = self.pixels(box, gap)
        left, top = self.within[:2]
        return slice(y0 - top, y1 - top), slice(x0 - left, x1 - left)


def _png(greys: Any) -> bytes:
    """Write rows of numbers of greys, and of red, as a PNG file of four bits a pixel; the same give the same bytes."""
    import numpy as np  # noqa: PLC0415

    height, width = greys.shape
    even = np.pad(greys, ((0, 0), (0, width % 2)))
    packed = np.pad(even[:, 0::2] << 4 | even[:, 1::2], ((0, 0), (1, 0)))  # each row after the number of its filter
    palette = bytes(level for number in range(GREYS) for level in [round(number * 255 / (GREYS - 1))] * 3)
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)),
        (b"PLTE", palette + bytes((200, 30, 30))),
        (b"IDAT", zlib.compress(packed.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, held) for kind, held in parts)


def _chunk(kind: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
