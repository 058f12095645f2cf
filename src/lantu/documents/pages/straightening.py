"""Straighten a scan that lies askew, and find the lines that are drawn on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

from ..layout import Box
from .drawing import Drawing

WIDEST = 6.0
"""Degrees within which a scan lies askew."""

LEAST = 0.15
"""Degrees from which on it is turned."""

SMALLER, PARTS = 1500, 8
"""Pixels of the longer side at which the angle is measured, and in how many upright parts."""

LONG = 0.5
"""Rules and sides of frames are at least so long, in inches."""


@dataclass(frozen=True, slots=True)
class Skew:
    """By how much a picture was turned about its middle, in degrees, counter-clockwise."""

    degrees: float
    width: float
    height: float

    def back(self, box: Box) -> Box:
        """Give a box of the straightened picture where it stands in the picture as it was."""
        if not self.degrees:
            return box
        corners = [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])]
        turned = [self._point(x, y) for x, y in corners]
        return (
            min(x for x, _ in turned),
            min(y for _, y in turned),
            max(x for x, _ in turned),
            max(y for _, y in turned),
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        c, s = cos(radians(self.degrees)), sin(radians(self.degrees))
        dx, dy = x - self.width / 2, y - self.height / 2
        return (self.width / 2 + c * dx - s * dy, self.height / 2 + s * dx + c * dy)


def straighten(pixels: Any) -> tuple[Any, Skew]:
    """Give a picture turned so that its lines are level, and by how much.

    The angle is the one at which the rows of the picture differ most in darkness: lines of text and the white between
    them then fall into rows of their own. Rows are those of upright parts of the picture, each for itself: the lines of
    two columns, side by side at different heights, would meet at another angle.
    """
    import cv2  # noqa: PLC0415 - an optional part

    height, width = pixels.shape
    share = min(1.0, SMALLER / max(width, height))
    small = cv2.resize(pixels, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    dark = 255 - small
    coarse = max(
        (step * 0.5 for step in range(-int(2 * WIDEST), int(2 * WIDEST) + 1)), key=lambda a: _contrast(dark, a)
    )
    degrees = max((coarse + step * 0.1 for step in range(-5, 6)), key=lambda a: _contrast(dark, a))
    skew = Skew(degrees if abs(degrees) >= LEAST and _contrast(dark, degrees) > 1.05 * _contrast(dark, 0.0) else 0.0,
                width, height)  # fmt: skip
    if not skew.degrees:
        return pixels, skew
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), skew.degrees, 1.0)
    ground = int(cv2.mean(small)[0])
    ground = max(ground, 200)
    return cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=ground), skew


def _contrast(dark: Any, degrees: float) -> float:
    import cv2  # noqa: PLC0415

    height, width = dark.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turned = cv2.warpAffine(dark, matrix, (width, height))
    inner = turned[height // 10 : height - height // 10, width // 10 : width - width // 10]
    wide = max(1, inner.shape[1] // PARTS)
    sums = [inner[:, start : start + wide].sum(axis=1, dtype="float64") for start in range(0, inner.shape[1], wide)]
    return float(sum(((part[1:] - part[:-1]) ** 2).sum() for part in sums))


def read_lines(pixels: Any, dots: float) -> Drawing:
    """Find rules and frames of a straightened picture, in its pixels."""
    import cv2  # noqa: PLC0415

    dark = cv2.adaptiveThreshold(pixels, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15)
    dark = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, (3, 3)))
    length = int(LONG * dots)
    level = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, (length, 1)))
    plumb = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, (1, length)))
    across = _thin(cv2, level, dots, 1)
    down = _thin(cv2, plumb, dots, 0)
    return Drawing(tuple(across), tuple(down), tuple(_frames(across, down, 0.04 * dots)))


def _thin(cv2: Any, mask: Any, dots: float, side: int) -> list[Box]:
    """Give the thin lines of a mask; ``side`` is 0 where their width is the thickness, 1 where their height is."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found = []
    for x, y, width, height, _ in stats[1:4000].tolist():
        if (width, height)[side] <= 0.06 * dots:
            found.append((float(x), float(y), float(x + width), float(y + height)))
    return found


def _frames(across: Sequence[Box], down: Sequence[Box], slack: float) -> list[Box]:
    """Give the boxes that two rules across and two rules down close."""
    frames = []
    for upper in across:
        for lower in across:
            same = abs(upper[0] - lower[0]) < slack and abs(upper[2] - lower[2]) < slack
            if lower[1] - upper[1] < 4 * slack or not same:
                continue
            left = any(_closes(one, upper[0], upper[1], lower[3], slack) for one in down)
            if left and any(_closes(one, upper[2], upper[1], lower[3], slack) for one in down):
                frames.append((upper[0], upper[1], upper[2], lower[3]))
                break
    return frames[:200]


def _closes(line: Box, x: float, top: float, bottom: float, slack: float) -> bool:
    return abs((line[0] + line[2]) / 2 - x) < slack and line[1] < top + slack and line[3] > bottom - slack
