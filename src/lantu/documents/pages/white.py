"""The white space of a page: gutters down a region, bands across it, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .strips import Strip, empty, rows, usual_size

GUTTER = 0.6
"""White space down a region from this width on, in ems, parts columns."""

WIDEST = 1.25
"""White space that is so many times as wide as the rest parts more than columns."""


def gutters_of(strips: Sequence[Strip]) -> list[tuple[float, float]]:
    """Give the gutters that run down the whole of a region, each with its left and right edge."""
    size = usual_size(strips)
    return empty([(one.x0 + 0.1 * size, one.x1 - 0.1 * size) for one in strips], GUTTER * size)


def widest(gutters: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Give the gutters that are about as wide as the widest."""
    most = max((b - a for a, b in gutters), default=0.0)
    return [(a, b) for a, b in gutters if WIDEST * (b - a) >= most]


def beside(strips: Sequence[Strip], gutters: Sequence[tuple[float, float]]) -> list[list[Strip]]:
    """Give what stands between the gutters, from left to right."""
    parts: list[list[Strip]] = [[] for _ in range(len(gutters) + 1)]
    for strip in strips:
        parts[sum((strip.x0 + strip.x1) / 2 > gutter[0] for gutter in gutters)].append(strip)
    return [part for part in parts if part]


def segments_of(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Give the strips in groups from top to bottom between which white space runs across all of the region."""
    segments: list[list[Strip]] = []
    reach = float("-inf")
    for strip in sorted(strips, key=lambda one: one.middle - 0.35 * one.size):
        top, bottom = strip.middle - 0.35 * strip.size, strip.middle + 0.35 * strip.size
        if top > reach:
            segments.append([])
        segments[-1].append(strip)
        reach = max(reach, bottom)
    return segments


def split(strips: list[Strip], cuts: Sequence[float]) -> list[list[Strip]]:
    """Part strips at heights, from top to bottom."""
    if not cuts:
        return [strips]
    parts: list[list[Strip]] = [[] for _ in range(len(cuts) + 1)]
    for strip in strips:
        parts[sum(strip.middle > cut for cut in cuts)].append(strip)
    return [part for part in parts if part]


def single_column(strips: Sequence[Strip]) -> bool:
    """Tell whether a region is a single column: what parts a row is hardly ever white space beside its neighbours."""
    listed = rows(strips)
    parted = 0
    for index, row in enumerate(listed):
        beside = [*(listed[index - 1] if index else ()), *(listed[index + 1] if index + 1 < len(listed) else ())]
        parted += any(
            not any(other.x0 < one.x1 and other.x1 > two.x0 and other.size < 1.2 * one.size for other in beside)
            for one, two in pairwise(row)
        )
    return parted * 8 <= len(listed)
