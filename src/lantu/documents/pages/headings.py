"""Headings that stand alone across the columns of a region."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..layout import Box
from .strips import Strip, around, rows, usual_size
from .white import beside, gutters_of, segments_of, split, widest

TITLE = 1.8
"""A strip so many times the usual size is the title of an article."""

TALLER = 1.15
"""A strip so many times the usual size is a heading."""


def by_lone_headings(strips: list[Strip], _across: Sequence[Box] = ()) -> list[list[Strip]]:
    """Part a region of several columns at headings with nothing beside them, above and below which columns stand."""
    gutters = gutters_of(strips)
    if not gutters:
        return [strips]
    segments = segments_of(strips)
    size, font = usual_size(strips), _usual_font(strips)
    lone = [_is_heading(one, size, font) and _spans(one, strips) for one in segments]
    last = max((index for index, alone in enumerate(lone) if not alone), default=0)
    cuts = []
    for index, (one, two) in enumerate(pairwise(segments)):
        ends = index >= last and not _centred(segments[index + 1], strips)
        if lone[index] != lone[index + 1] and not ends:
            cuts.append((max(s.y1 for s in one) + min(s.y0 for s in two)) / 2)
    return split(strips, cuts)


def _usual_font(strips: Sequence[Strip]) -> str:
    counts: dict[str, int] = {}
    for strip in strips:
        counts[strip.font] = counts.get(strip.font, 0) + len(strip.text)
    return max(counts, key=lambda font: counts[font])


def _is_heading(segment: Sequence[Strip], size: float, font: str) -> bool:
    return all(strip.size >= TALLER * size or (strip.font != font and strip.size >= 0.95 * size) for strip in segment)


def _spans(segment: Sequence[Strip], strips: Sequence[Strip]) -> bool:
    """Tell whether a line belongs to all columns: in their middle, or as a title from their left edge on.

    Where white space that is wider than the rest parts the region, a line that fits one of its parts as well is
    of that.
    """
    if gutters_of(segment) or len(rows(segment)) < len(segment):
        return False
    title = segment[0].size >= TITLE * usual_size(strips)
    if not _centred(segment, strips):
        return title and _flush(segment, strips)
    parts = beside(strips, widest(gutters_of(strips)))
    if title or len(parts) == len(gutters_of(strips)) + 1:
        return True
    own = next(part for part in parts if segment[0] in part)
    return not (_flush(segment, own) or _centred(segment, own))


def _flush(segment: Sequence[Strip], strips: Sequence[Strip]) -> bool:
    return min(strip.x0 for strip in segment) - min(strip.x0 for strip in strips) < 1.5 * segment[0].size


def _centred(segment: Sequence[Strip], strips: Sequence[Strip]) -> bool:
    x0, _, x1, _ = around([strip.box for strip in strips])
    left, _, right, _ = around([strip.box for strip in segment])
    return abs((left + right) - (x0 + x1)) < 2.5 * segment[0].size
