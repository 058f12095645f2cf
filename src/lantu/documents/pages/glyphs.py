"""The characters of a PDF page as strips: what stands side by side on one base line, in the order of the file.

Boxes are made from the base line and the size, not from the outlines: a comma is as tall as the line it stands in,
and fonts that name a radical for an ideograph give outlines of their own for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double, create_string_buffer
from math import hypot
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from .downwards import join_leftwards
from .radicals import fold
from .strips import Strip
from .turning import Turn

JOINED = 0.75
"""Characters of one line that stand further apart than this, in ems, are two strips: gutters are wider."""

PARTED = 0.3
"""A gap from this on, in ems, is a space between Chinese words that the printer set."""

DESCENT = 0.14
"""How far below its base line an ideograph reaches, in ems."""


class Glyph(NamedTuple):
    """A character with its base line, in points from the top left of the page as it is shown.

    ``parted`` tells that the file has white space before it.
    """

    text: str
    x: float
    y: float
    width: float
    size: float
    angle: int
    parted: bool
    font: str


def read_strips(page: Any, turn_of_page: Turn, most: int) -> tuple[list[Strip], Turn]:
    """Give the strips of a page in the frame in which most of its text stands upright, and the turn to that frame.

    Parameters
    ----------
    page:
        An open page of pypdfium2.
    turn_of_page:
        From the page's own coordinates to the page as it is shown.
    most:
        Most characters that are read.
    """
    glyphs = list(_glyphs(page, turn_of_page, most))
    angles = Counter(glyph.angle for glyph in glyphs)
    upright = angles.most_common(1)[0][0] if angles else 0
    turn = turn_of_page.upright(upright)
    standing = [_turned(glyph, turn) for glyph in glyphs if glyph.angle == upright]
    return _stacked(list(_strips(standing))), turn


def _glyphs(page: Any, turn: Turn, most: int) -> Iterator[Glyph]:
    text = page.get_textpage()
    try:
        count = min(pdfium.FPDFText_CountChars(text.raw), most)
        yield from _each(text.raw, count, turn)
    finally:
        text.close()


def _each(text: Any, count: int, turn: Turn) -> Iterator[Glyph]:
    x, y, box, matrix = c_double(), c_double(), pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    at = (byref(x), byref(y))
    parted, font, last_size = False, "", 0.0
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _BLANK:
            parted = True
            continue
        if code in _NOTHING or 0xD800 <= code <= 0xDFFF:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, *at)
        pdfium.FPDFText_GetMatrix(text, index, byref(matrix))
        size = pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
        if not 0.5 < size < 2000:
            continue
        if parted or size != last_size:
            font, last_size = _font(text, index), size
        width = size
        if code < 0x2E80 or 0x9FFF < code < 0xF900 or 0xFF60 < code < 0x20000:
            pdfium.FPDFText_GetLooseCharBox(text, index, byref(box))
            along = box.right - x.value if abs(matrix.a) >= abs(matrix.b) else box.top - y.value
            width = min(max(abs(along), 0.2 * size), 1.2 * size)
        left, base = turn.point(x.value, y.value)
        angle = 0 if matrix.b == 0 < matrix.a and not turn.rotation else turn.angle(matrix.a, matrix.b)
        yield Glyph(fold(chr(code)), left, base, width, size, angle, parted, font)
        parted = False


def _font(text: Any, index: int) -> str:
    """Give the name of a face, without the six letters that mark a part of it."""
    name = create_string_buffer(100)
    length = pdfium.FPDFText_GetFontInfo(text, index, name, 100, None)
    return name.value[-60:].split(b"+")[-1].decode("utf-8", "replace") if 0 < length <= 100 else ""


_BLANK = frozenset({*range(33), 0xA0, 0x3000})
_NOTHING = frozenset({0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF})
"""Characters without width, and what stands for a hyphen at the end of a line."""


def _turned(glyph: Glyph, turn: Turn) -> Glyph:
    if turn.quarters == 0:
        return glyph
    x, y = turn.to_reading(glyph.x, glyph.y)
    return glyph._replace(x=x, y=y, angle=0)


def _strips(glyphs: Sequence[Glyph]) -> Iterator[Strip]:
    held: list[Glyph] = []
    for glyph in glyphs:
        if held and not _beside(held[-1], glyph):
            yield _strip(held)
            held = []
        held.append(glyph)
    if held:
        yield _strip(held)


def _beside(one: Glyph, two: Glyph) -> bool:
    size = min(one.size, two.size)
    if abs(one.y - two.y) > 0.25 * size or one.size > 1.5 * two.size or two.size > 1.5 * one.size:
        return False
    return -0.5 * size < two.x - one.x - one.width < JOINED * size


def _strip(glyphs: Sequence[Glyph]) -> Strip:
    size = max(glyph.size for glyph in glyphs)
    text = []
    for index, glyph in enumerate(glyphs):
        if index and glyph.parted and _spaced(glyphs[index - 1], glyph):
            text.append(" ")
        text.append(glyph.text)
    base = glyphs[0].y + DESCENT * size
    return Strip("".join(text), glyphs[0].x, base - size, glyphs[-1].x + glyphs[-1].width, base, size, glyphs[0].font)


def _spaced(one: Glyph, two: Glyph) -> bool:
    gap = (two.x - one.x - one.width) / min(one.size, two.size)
    return gap > (0.1 if one.text.isascii() and two.text.isascii() else PARTED)


def _stacked(strips: Sequence[Strip]) -> list[Strip]:
    """Join characters that stand one below the other, each a strip of its own, as in a heading set downwards."""
    made: list[Strip] = []
    run: list[Strip] = []
    for strip in strips:
        if run and not (_single(strip) and _below(run[-1], strip)):
            made += _downwards(run)
            run = []
        if _single(strip):
            run.append(strip)
        else:
            made.append(strip)
    return join_leftwards(made + _downwards(run))


def _single(strip: Strip) -> bool:
    return len(strip.text) == 1 and not strip.text.isascii()


def _below(one: Strip, two: Strip) -> bool:
    size = one.size
    return (
        abs(one.x0 - two.x0) < 0.2 * size
        and abs(size - two.size) < 0.1 * size
        and 0.9 * size < two.y0 - one.y0 < 1.6 * size
    )


def _downwards(run: Sequence[Strip]) -> list[Strip]:
    if len(run) < 4:
        return list(run)
    first, last = run[0], run[-1]
    return [Strip("".join(one.text for one in run), first.x0, first.y0, first.x1, last.y1, first.size, first.font)]
