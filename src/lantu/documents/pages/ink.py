"""Where the ink of a line stands, to the pixel: boxes that OCR finds are wider than their characters."""

from __future__ import annotations

from typing import Any

CORE = 0.1
"""Share of a line's height at its top and bottom that is left out: rules and neighbours reach in there."""

RULE = 4
"""A stretch of ink of at most so many pixels that runs through the whole height is a rule between columns."""

Stretch = tuple[int, int]
"""``[start, end)`` along a line, in pixels."""


def stretches(grey: Any, box: tuple[int, int, int, int]) -> list[Stretch]:
    """Give the stretches of ink along a level line of a grey picture, from left to right; rules are left out.

    Light letters on a dark ground count as ink too.
    """
    import cv2  # noqa: PLC0415 - an optional part
    import numpy as np  # noqa: PLC0415

    x0, y0, x1, y1 = box
    inset = int(CORE * (y1 - y0))
    part = grey[y0 + inset : y1 - inset, x0:x1]
    if min(part.shape) < 3:
        return [(x0, x1)]
    # Half-way from the ink to the paper: a thin stroke is grey, noise is paler still once it is blurred.
    part = cv2.GaussianBlur(np.ascontiguousarray(part), (3, 3), 0)
    threshold, dark = cv2.threshold(part, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    if 2 * int(dark.sum()) > dark.size:
        part, threshold = 255 - part, 255 - threshold
    ink = part < (threshold + float(np.median(part))) / 2
    heights = ink.sum(axis=0)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], (heights > 0).astype(np.int8), [0]))))
    found = [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]
    kept = [one for one in found if one[1] - one[0] > RULE or int(heights[one[0] : one[1]].max()) < 0.95 * len(ink)]
    return [(x0 + start, x0 + end) for start, end in kept]
