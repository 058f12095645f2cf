"""Characters of a picture, by RapidOCR: lines with their boxes and how sure it is of them.

Where a line holds digits and is not sure, it is read once more, enlarged: digits that come out differently are kept
with little confidence, so that the statement waits for a person.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from .pictures import missing
from .strips import Strip, around

LONGEST = 4400
"""Pixels of the longer side to which a larger page is reduced: A3 at 260 dots an inch."""

SHORTEST = 1600
"""Pixels of the longer side to which a smaller picture is enlarged, at most threefold."""

UNSURE = 0.93
"""A line with digits below this is read once more."""

DISPUTED = 0.5
"""Confidence of a line whose digits were read in two ways."""

_DIGIT = re.compile(r"[0-9０-９]")
_MARK = re.compile(r"[，；：！？（）()]|(?<![0-9])[,:;!?]|[,:;!?](?![0-9])")
_THOUSANDTHS = re.compile(r"(?<=[0-9])[%％][0oO](?![0-9%％.])")
_DASH = re.compile(r"(?<=(?:19|20)[0-9]{2})一(?=(?:19|20)[0-9]{2})")
_HALF = re.compile(r"[\x21-\x7e]")


@cache
def _engine() -> Any:
    try:
        from rapidocr import RapidOCR  # noqa: PLC0415 - an optional part, slow to load
    except ImportError:
        raise missing("OCR") from None
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    # The limits below are our own: a page is brought to size before.
    return RapidOCR(params={"Global.max_side_len": 100_000, "Global.use_cls": False, "Global.log_level": "error"})


def recognise(pixels: Any) -> list[Strip]:
    """Give the lines of a straightened picture as strips, in its pixels."""
    import cv2  # noqa: PLC0415

    height, width = pixels.shape
    scale = LONGEST / max(width, height)
    scale = scale if scale < 1 else min(3.0, max(1.0, SHORTEST / max(width, height)))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    shown = pixels if scale == 1 else cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=method)
    shown = cv2.cvtColor(shown, cv2.COLOR_GRAY2BGR)
    # What is asked of one call holds for the next unless that says otherwise.
    read = _engine()(shown, use_det=True, use_cls=False, use_rec=True)
    if read.boxes is None:
        return []
    strips = []
    for corners, text, score in zip(read.boxes, read.txts, read.scores, strict=True):
        told, sure = _checked(cv2, shown, corners, text.strip(), float(score))
        told = _mended(told)
        if told:
            strips.append(_strip(corners, told, sure, scale))
    return strips


def _checked(cv2: Any, shown: Any, corners: Any, text: str, sure: float) -> tuple[str, float]:
    """Read a line with digits once more where it is not sure of them."""
    if sure >= UNSURE or not _DIGIT.search(text):
        return text, sure
    x0, y0, x1, y1 = around([(float(x), float(y), float(x), float(y)) for x, y in corners])
    margin = int(0.15 * (y1 - y0))
    part = shown[max(0, int(y0) - margin) : int(y1) + margin, max(0, int(x0) - 2 * margin) : int(x1) + 2 * margin]
    larger = cv2.resize(part, None, fx=1.6, fy=1.6, interpolation=cv2.INTER_CUBIC)
    again = _engine()(larger, use_det=False, use_cls=False, use_rec=True)
    if not again.txts or not again.txts[0].strip():
        return text, min(sure, DISPUTED)
    other, better = again.txts[0].strip(), float(again.scores[0])
    if _DIGIT.findall(other) == _DIGIT.findall(text):
        return (other, better) if better > sure else (text, sure)
    return (other if better > sure else text), min(sure, DISPUTED)


def _mended(text: str) -> str:
    """Write the sign for thousandths and the dash between years, which OCR mistakes, and leave bars of tables out."""
    return _DASH.sub("—", _THOUSANDTHS.sub("‰", text)).replace("|", "").strip()


def _strip(corners: Any, text: str, sure: float, scale: float) -> Strip:
    x0, y0, x1, y1 = around([(float(x), float(y), float(x), float(y)) for x, y in corners])
    tall = y1 - y0
    wide = len(text) - 0.45 * len(_HALF.findall(text))
    size = 0.92 * tall if wide < 8 else min(1.1 * tall, max(0.7 * tall, (x1 - x0) / wide))
    if len(text) >= 3 and tall > 2 * (x1 - x0):
        size = x1 - x0  # set downwards
    return Strip(text, x0 / scale, y0 / scale, x1 / scale, y1 / scale, size / scale, "", sure)


def even(strips: Sequence[Strip]) -> list[Strip]:
    """Give strips of about the usual size that size exactly: boxes of a scan are never quite alike."""
    if not strips:
        return []
    sizes = sorted(strip.size for strip in strips for _ in strip.text)
    usual = sizes[len(sizes) // 2]
    for strip in strips:
        if abs(strip.size - usual) < 0.16 * usual:
            strip.size = usual
    return list(strips)


_MARKS = (",;:!?", "，；：！？"), ("()", "（）")
"""Marks in half and in full width, in groups that a page sets alike."""


def in_one_width(strips: Sequence[Strip]) -> list[Strip]:
    """Give strips with the marks of a group in the width that most of them have on the page.

    A half-width comma in print looks nearly like a full-width one, and OCR wavers; a page sets them alike. Marks
    between digits (1,234 and 8:30) stay as they are.
    """
    text = "".join(mark for strip in strips for mark in _MARK.findall(strip.text))
    table: dict[str, str] = {}
    for half, full in _MARKS:
        narrow, wide = sum(map(text.count, half)), sum(map(text.count, full))
        table |= dict(zip(full, half, strict=True) if narrow > wide else zip(half, full, strict=True))
    for strip in strips:
        strip.text = _MARK.sub(lambda found: table.get(found[0], found[0]), strip.text)
    return list(strips)
