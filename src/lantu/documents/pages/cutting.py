"""Cut lines that OCR read across a gutter: the lines above and below it leave white space there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .strips import Strip, empty, rows

NEAR = 3.4
"""Lines within so many ems above or below tell where gutters are."""

WIDE = 10
"""Only a line of at least so many ems may lie over two columns."""


def cut_at_gutters(strips: Sequence[Strip]) -> list[Strip]:
    """Give strips, those that lie over a gutter cut there by the width of their characters."""
    return [part for strip in strips for part in _cut(strip, strips)]


def _cut(strip: Strip, strips: Sequence[Strip]) -> list[Strip]:
    size = strip.size
    if strip.x1 - strip.x0 < WIDE * size:
        return [strip]
    near = [
        one for one in strips
        if 0.5 * size < abs(one.middle - strip.middle) < NEAR * size
        and abs(one.size - size) < 0.2 * size and one.x0 < strip.x1 and one.x1 > strip.x0
    ]  # fmt: skip
    for gap in empty([(one.x0, one.x1) for one in near], 0.4 * size):
        inside = strip.x0 + 2 * size < gap[0] and gap[1] < strip.x1 - 2 * size
        both = [row for row in rows(near) if row[0].x0 < gap[0] and row[-1].x1 > gap[1]]
        if inside and len(both) >= 2:
            at = _character_at(strip, gap)
            one = replace(strip, text=strip.text[:at].strip(), x1=gap[0])
            two = replace(strip, text=strip.text[at:].strip(), x0=gap[1])
            return [one, *_cut(two, strips)] if one.text and two.text else [strip]
    return [strip]


def _character_at(strip: Strip, gap: tuple[float, float]) -> int:
    """Give how many characters stand before a gap, which itself holds none."""
    widths = [0.55 if character.isascii() else 1.0 for character in strip.text]
    unit = (strip.x1 - strip.x0 - (gap[1] - gap[0])) / sum(widths)
    edges = [strip.x0]
    for width in widths:
        edges.append(edges[-1] + unit * width)
    return min(range(len(edges)), key=lambda i: abs(edges[i] - gap[0]))
