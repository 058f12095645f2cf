"""Boxes that are set on a ground of their own colour: found by the paper between the letters."""

from __future__ import annotations

from typing import Any

from ..layout import Box

SMALLER = 0.25
"""How large the picture is on which grounds are looked for, as a share of the page at 200 dots an inch."""

DARKER = 7
"""Grey levels by which a ground is darker than the paper, at least."""

HIGH, WIDE, MOST, FULL = 0.4, 0.8, 0.5, 0.9
"""A ground is at least so high and wide in inches, takes at most a share of the page, fills a share of its box."""


def grounds(pixels: Any, dots: float) -> list[Box]:
    """Give the grounds of a straightened picture as frames, in its pixels.

    Letters are filled up by the brightest of what is around them; what is left is paper, ground or photograph.
    """
    import cv2  # noqa: PLC0415 - an optional part
    import numpy as np  # noqa: PLC0415

    share = SMALLER * 200 / dots
    small = cv2.resize(pixels, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    ground = cv2.dilate(cv2.GaussianBlur(small, (3, 3), 0), cv2.getStructuringElement(cv2.MORPH_RECT, (9, 9)))
    ground = cv2.erode(cv2.medianBlur(ground, 9), cv2.getStructuringElement(cv2.MORPH_RECT, (9, 9)))
    paper = float(np.median(ground))
    dark = (ground < paper - DARKER).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=4)
    found = []
    for x, y, width, height, filled in stats[1:200].tolist():
        large, area = height >= HIGH * dots * share and width >= WIDE * dots * share, width * height
        if large and area <= MOST * dark.size and filled >= FULL * area:
            found.append((x / share, y / share, (x + width) / share, (y + height) / share))
    return found
