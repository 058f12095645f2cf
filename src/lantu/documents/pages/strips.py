"""Strips: characters that stand side by side in one line, the smallest thing that the reading order moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ..layout import Box


@dataclass(slots=True, eq=False)
class Strip:
    """Characters side by side in one line of a page.

    Parameters
    ----------
    text:
        The characters, a space only where words or phrases are parted.
    x0, y0, x1, y1:
        Their box in the frame in which the text stands upright, y downwards.
    size:
        Height of an ideograph (the em), in the same unit.
    font:
        What tells one face from another; equal where unknown.
    confidence:
        Share of strips like this one that are read right; 1 where the file itself names the characters.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    font: str = ""
    confidence: float = 1.0

    def scaled(self, factor: float) -> Strip:
        """Give the strip in another unit of length."""
        return replace(
            self,
            x0=self.x0 * factor,
            y0=self.y0 * factor,
            x1=self.x1 * factor,
            y1=self.y1 * factor,
            size=self.size * factor,
        )

    @property
    def box(self) -> Box:
        """The box as a tuple."""
        return (self.x0, self.y0, self.x1, self.y1)

    @property
    def middle(self) -> float:
        """Its middle from top to bottom."""
        return (self.y0 + self.y1) / 2


def around(boxes: Sequence[Box]) -> Box:
    """Give the smallest box around boxes."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def usual_size(strips: Sequence[Strip]) -> float:
    """Give the size in which most of the characters are set."""
    return float(median([strip.size for strip in strips for _ in range(1 + len(strip.text) // 4)]))


def rows(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Give strips as rows from top to bottom, each from left to right."""
    made: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda one: (one.middle, one.x0)):
        if made and strip.middle - made[-1][0].middle < 0.5 * min(strip.size, made[-1][0].size):
            made[-1].append(strip)
        else:
            made.append([strip])
    return [sorted(row, key=lambda one: one.x0) for row in made]


def empty(spans: Sequence[tuple[float, float]], least: float) -> list[tuple[float, float]]:
    """Give the gaps of at least ``least`` that none of the spans touches, between the first and the last of them."""
    gaps: list[tuple[float, float]] = []
    reach: float | None = None
    for start, end in sorted(spans):
        if reach is not None and start - reach >= least:
            gaps.append((reach, start))
        reach = end if reach is None else max(reach, end)
    return gaps


def parted(ordered: Sequence[float], cuts: Sequence[float]) -> list[int]:
    """Give for each of the values how many of the cuts lie below it."""
    return [sum(value > cut for cut in cuts) for value in ordered]


def pitch_of(strips: Sequence[Strip]) -> float:
    """Give the usual distance from line to line of a column, its size and a half where there is one line."""
    steps = [two.middle - one.middle for one, two in pairwise(sorted(strips, key=lambda one: one.middle))]
    size = usual_size(strips)
    steps = [step for step in steps if 0.8 * size <= step <= 3 * size]
    return float(median(steps)) if steps else 1.5 * size
