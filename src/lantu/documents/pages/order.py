"""The reading order of a page: parted into columns by its white space, headings across columns and rules.

A region is parted again and again. In this order of strength: a rule that is drawn across it; a heading that stands
alone across columns; white space down the whole of it (columns are read one after the other, each to its end); white
space across it where the columns above and below differ. What cannot be parted so, because headings over some columns
are set at different heights, is ordered block by block (`precedence`).
"""

from __future__ import annotations

from collections.abc import Sequence

from ..layout import Box
from .headings import TALLER, by_lone_headings
from .parting import SHALLOW, by_bands, by_gutters, by_rules, by_wide_bands
from .precedence import by_precedence
from .strips import Strip, rows, usual_size
from .white import segments_of, single_column, split

MARGIN = 0.06
"""Share of a page's height in which head and foot lines stand."""

DEEP = 40
"""So many times a region is parted at most."""

Columns = list[list[Strip]]

PARTINGS = (by_rules, by_wide_bands, by_lone_headings, by_gutters, by_bands)
"""How a region is parted, the strongest first."""


def in_order(strips: Sequence[Strip], across: Sequence[Box] = (), height: float = 0.0) -> Columns:
    """Give strips as columns in reading order; the strips of a column from top to bottom.

    Parameters
    ----------
    strips:
        All strips of a region, upright.
    across:
        Rules that are drawn across the page.
    height:
        Of the page, where the region is a whole page: its head and foot lines are parted from it.
    """
    if not strips:
        return []
    return [column for part in _furniture(list(strips), height) for column in _part(part, across, DEEP)]


def _furniture(strips: list[Strip], height: float) -> list[list[Strip]]:
    """Part the line at the very top and the one at the very bottom of a page from what stands between."""
    if not height:
        return [strips]
    segments = segments_of(strips)
    size = usual_size(strips)
    cuts = []
    for index, near in ((0, MARGIN * height), (len(segments) - 1, (1 - MARGIN) * height)):
        segment = segments[index]
        outside = segment[0].middle < near if index == 0 else segment[0].middle > near
        if len(segments) > 2 and outside and len(rows(segment)) == 1 and segment[0].size < TALLER * size:
            one, two = (segments[0], segments[1]) if index == 0 else (segments[-2], segments[-1])
            end, start = max(s.y1 for s in one), min(s.y0 for s in two)
            if start - end >= size:
                cuts.append((end + start) / 2)
    return split(strips, cuts)


def _part(strips: list[Strip], across: Sequence[Box], depth: int) -> Columns:
    if len(strips) == 1 or depth == 0:
        return [_column(strips)]
    for parting in PARTINGS:
        parts = parting(strips, across)
        if len(parts) > 1:
            return [column for part in parts for column in _part(part, across, depth - 1)]
    shallow = len(rows(strips)) <= SHALLOW
    return [_column(strips)] if shallow or single_column(strips) else by_precedence(strips)


def _column(strips: Sequence[Strip]) -> list[Strip]:
    return [strip for row in rows(strips) for strip in row]
