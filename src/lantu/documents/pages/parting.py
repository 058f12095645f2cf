"""Part a region of a page at rules and at its white space."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..layout import Box
from .headings import TALLER
from .strips import Strip, around, empty, rows, usual_size
from .white import GUTTER, beside, gutters_of, segments_of, single_column, split, widest

BROAD = 2.5
"""White space across a region from this height on, in ems, parts it before its columns are parted."""

SHALLOW = 3
"""Columns of at most so many lines may be rows that stand one below the other."""

NARROW = 6
"""A column of text is at least so many ems wide."""


def by_rules(strips: list[Strip], across: Sequence[Box]) -> list[list[Strip]]:
    """Part a region at rules that are drawn across the whole of it."""
    x0, y0, x1, y1 = around([strip.box for strip in strips])
    slack = 2.5 * usual_size(strips)
    cuts = []
    for rule in across:
        y = (rule[1] + rule[3]) / 2
        if rule[0] <= x0 + slack and rule[2] >= x1 - slack and y0 < y < y1:
            cuts.append(y)
    return split(strips, cuts)


def by_wide_bands(strips: list[Strip], _across: Sequence[Box] = ()) -> list[list[Strip]]:
    """Part a region of several columns at white space across it that is wide as no paragraph or heading leaves it."""
    if single_column(strips):
        return [strips]
    size = usual_size(strips)
    segments = segments_of(strips)
    cuts = []
    lines = 0
    for one, two in pairwise(segments):
        end, start = max(s.y1 for s in one), min(s.y0 for s in two)
        lines += len(rows([strip for strip in one if strip.size < TALLER * size]))
        if start - end >= BROAD * size and lines >= SHALLOW:
            cuts.append((start + end) / 2)
            lines = 0
    return split(strips, cuts)


def by_gutters(strips: list[Strip], _across: Sequence[Box] = ()) -> list[list[Strip]]:
    """Part a region at white space down the whole of it; a few short lines side by side are rows.

    White space that is much wider than the rest comes first: it parts articles, the rest their columns.
    """
    gutters = widest(gutters_of(strips))
    if not gutters:
        return [strips]
    parts = beside(strips, gutters)
    listed = rows(strips)
    return listed if len(listed) <= SHALLOW and not _flows(parts) else parts


def _flows(columns: Sequence[Sequence[Strip]]) -> bool:
    """Tell whether a few lines side by side are columns of text: most but their last lines are full."""
    full = lines = 0
    for column in columns:
        left, _, right, _ = around([strip.box for strip in column])
        listed = rows(column)
        if right - left >= NARROW * column[0].size:
            full += sum(right - row[-1].x1 < 1.2 * row[-1].size for row in listed[:-1])
            lines += len(listed) - 1
    return lines > 0 and 2 * full >= lines


def by_bands(strips: list[Strip], _across: Sequence[Box] = ()) -> list[list[Strip]]:
    """Part a region at white space across it above and below which its columns differ.

    Where one such place alone leaves a part with clear columns that is much taller than any that all of them leave, it
    alone counts: a masthead over the page goes before the headings under it.
    """
    segments = segments_of(strips)
    size = usual_size(strips)
    gaps = [_gaps(segment, size) for segment in segments]
    cuts, bands = [], []
    for index, (one, two) in enumerate(pairwise(segments)):
        end, start = max(s.y1 for s in one), min(s.y0 for s in two)
        bands.append((end + start) / 2)
        crossing = [*_crossing(one, gaps[index + 1]), *_crossing(two, gaps[index])]
        if _runs_through(one, two, crossing):
            bands.pop()
        elif crossing:
            cuts.append(bands[-1])
    parts = split(strips, cuts)
    tallest = max(map(_tall, parts))
    for cut in bands:
        alone = split(strips, [cut])
        if max(map(_tall, alone)) > 2 * tallest:
            parts, tallest = alone, max(map(_tall, alone)) / 2
    return parts


def _gaps(segment: Sequence[Strip], size: float) -> list[tuple[float, float]]:
    """Give the white between strips that stand side by side; what ends above and begins below is one column."""

    def parts(gap: tuple[float, float]) -> bool:
        left = [one for one in segment if abs(one.x1 - gap[0]) < 0.3 * size]
        right = [one for one in segment if abs(one.x0 - gap[1]) < 0.3 * size]
        return any(abs(one.middle - two.middle) < 0.8 * size for one in left for two in right)

    return [gap for gap in empty([(one.x0, one.x1) for one in segment], GUTTER * size) if parts(gap)]


def _tall(strips: Sequence[Strip]) -> float:
    """Give the height of a part if its columns are clear, else 0."""
    box = around([strip.box for strip in strips])
    return box[3] - box[1] if gutters_of(strips) else 0.0


def _crossing(segment: Sequence[Strip], gaps: Sequence[tuple[float, float]]) -> list[Strip]:
    return [strip for strip in segment for gap in gaps if strip.x0 < gap[0] and strip.x1 > gap[1]]


def _runs_through(above: Sequence[Strip], below: Sequence[Strip], crossing: Sequence[Strip]) -> bool:
    """Tell whether a column beside what crosses runs on over the white space as if nothing were there."""
    for one in above:
        for two in below:
            if one in crossing or two in crossing or abs(one.size - two.size) > 0.1 * one.size:
                continue
            if abs(one.x0 - two.x0) < 2.2 * one.size and two.middle - one.middle < 1.9 * one.size and one.x1 > two.x0:
                return True
    return False
