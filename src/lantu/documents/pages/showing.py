"""Pictures of pages for people: the page as it is printed, with boxes drawn around what is spoken of."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from typing import Any

from lantu.model import InputError

from ..layout import Box
from .pdf import opened
from .pictures import pictures_of

DOTS = 150.0
"""Dots an inch of a page that is drawn."""

LONGEST = 3000
"""Most pixels of the longer side."""

RED, MARGIN, WIDTH = (200, 30, 30), 3.0, 2.0
"""Colour of a box; how far from the characters it stands, and how thick its line is, in points."""


def page_png(data: bytes, name: str, page: int, boxes: Sequence[Box]) -> bytes:
    """Draw a page of a PDF or image file with boxes on it, as PNG.

    Parameters
    ----------
    data, name:
        The bytes of the file, and what it is called in errors.
    page:
        Counted from 1.
    boxes:
        In points from the top left corner.

    Raises
    ------
    InputError
        Where the file cannot be opened or has no such page.
    """
    pixels, scale = _pdf_page(data, name, page) if data.startswith(b"%PDF-") else _image_page(data, name, page)
    for box in boxes:
        _draw(pixels, [side * scale for side in box], scale)
    return _png(pixels)


def _pdf_page(data: bytes, name: str, number: int) -> tuple[Any, float]:
    with opened(data, name) as document:
        if not 1 <= number <= len(document):
            raise _no_page(name, number)
        page = document[number - 1]
        try:
            scale = min(DOTS / 72, LONGEST / max(*page.get_size(), 1))
            bitmap = page.render(scale=scale, rev_byteorder=True)
            return bitmap.to_numpy()[:, :, :3].copy(), scale
        finally:
            page.close()


def _image_page(data: bytes, name: str, number: int) -> tuple[Any, float]:
    import numpy as np  # noqa: PLC0415 - pictures are arrays

    count, pictures = pictures_of(data, name)
    if not 1 <= number <= count:
        raise _no_page(name, number)
    picture = next(one for index, one in enumerate(pictures, 1) if index == number)
    step = -(-max(picture.pixels.shape) // LONGEST)
    grey = picture.pixels[::step, ::step]
    return np.repeat(grey[:, :, None], 3, axis=2), picture.dots / 72 / step


def _no_page(name: str, number: int) -> InputError:
    return InputError(f"{name}: has no page {number}", "read the file again: it is another than it was")


def _draw(pixels: Any, box: Sequence[float], scale: float) -> None:
    height, width = pixels.shape[:2]
    gap, thick = MARGIN * scale, max(2, round(WIDTH * scale))
    x0, y0 = max(0, int(box[0] - gap)), max(0, int(box[1] - gap))
    x1, y1 = min(width, int(box[2] + gap) + 1), min(height, int(box[3] + gap) + 1)
    pixels[y0 : y0 + thick, x0:x1] = RED
    pixels[max(y0, y1 - thick) : y1, x0:x1] = RED
    pixels[y0:y1, x0 : x0 + thick] = RED
    pixels[y0:y1, max(x0, x1 - thick) : x1] = RED


def _png(pixels: Any) -> bytes:
    """Write rows of red, green and blue as a PNG file; the same pixels give the same bytes."""
    height, width = pixels.shape[:2]
    rows = b"".join(b"\x00" + pixels[y].tobytes() for y in range(height))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows, 6)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, held) for kind, held in parts)


def _chunk(kind: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
