"""Characters of a picture, by RapidOCR: lines with their boxes and how sure it is of them.

Lines are found first, cut where they lie over gutters (`cutting`), and read one by one; their marks get the width of
the room they take (`marks`). Where a line holds digits and is not sure, it is read once more, enlarged: digits that
come out differently are kept with little confidence, so that the statement waits for a person.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from .cutting import Line, cut_at_gutters, line_of
from .ink import stretches
from .marks import Characters, in_their_width
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

UPRIGHT = 1.5
"""A box that is so many times as tall as wide is set downwards."""

PAD, LEAST = 0.15, 0.5
"""Share of its height by which a line is larger when it is read again; confidence below which it is nothing."""

_DIGIT = re.compile(r"[0-9０-９]")
_THOUSANDTHS = re.compile(r"(?<=[0-9])[%％][0oO](?![0-9%％.])")
_DASH = re.compile(r"(?<=[0-9])一(?=[0-9]|$)")
_HALF = re.compile(r"[\x21-\x7e]")


@cache
def _engine() -> Any:
    try:
        from rapidocr import RapidOCR  # noqa: PLC0415 - an optional part, slow to load
    except ImportError:
        raise missing("OCR") from None
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    # The limits below are our own: a page is brought to size before. Each line is read on its own: a batch of lines is
    # as wide as its longest, and costs the more.
    return RapidOCR(
        params={
            "Global.max_side_len": 100_000,
            "Global.use_cls": False,
            "Global.log_level": "error",
            "Rec.rec_batch_num": 1,
        }
    )


def recognise(pixels: Any) -> list[Strip]:
    """Give the lines of a straightened picture as strips, in its pixels."""
    import cv2  # noqa: PLC0415

    height, width = pixels.shape
    scale = LONGEST / max(width, height)
    scale = scale if scale < 1 else min(3.0, max(1.0, SHORTEST / max(width, height)))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    grey = pixels if scale == 1 else cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=method)
    shown = cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR)
    # What is asked of one call holds for the next unless that says otherwise.
    found = _engine()(shown, use_det=True, use_cls=False, use_rec=False)
    if found.boxes is None:
        return []
    read = [one for line in _lines(grey, found.boxes) if (one := _read(shown, line)) is not None]
    texts = in_their_width([one.characters for one in read])
    strips = []
    for one, text in zip(read, texts, strict=True):
        told = _mended(text)
        if told:
            strips.append(_strip(one.line, told, one.sure, scale))
    return strips


def _lines(grey: Any, boxes: Any) -> list[Line]:
    """Give lines as wide as their ink, cut at gutters; what is set downwards stays as it was found."""
    height, width = grey.shape
    level, upright = [], []
    for corners in boxes:
        x0, y0, x1, y1 = around([(float(x), float(y), float(x), float(y)) for x, y in corners])
        box = (max(0, int(x0)), max(0, int(y0)), min(width, int(x1) + 1), min(height, int(y1) + 1))
        if box[3] - box[1] >= UPRIGHT * (box[2] - box[0]):
            upright.append(Line(*box, seen=(box[0], box[2])))
        else:
            level.append(line_of(box, stretches(grey, box)))
    return [*cut_at_gutters(level), *upright]


@dataclass(frozen=True, slots=True)
class _Read:
    """A line with its characters and how sure they are."""

    line: Line
    characters: Characters
    sure: float


def _read(shown: Any, line: Line) -> _Read | None:
    """Read a line; one with digits that is not sure is read once more, enlarged."""
    import cv2  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    left, right = line.seen
    upright = line.y1 - line.y0 >= UPRIGHT * (right - left)
    part = shown[line.y0 : line.y1, left:right]
    told = _recognised(np.ascontiguousarray(np.rot90(part)) if upright else part, left, right - left)
    if not told.text or told.sure < LEAST:
        return None
    if told.sure < UNSURE and _DIGIT.search(told.text) and not upright:
        more = int(PAD * (line.y1 - line.y0))
        first = max(0, left - more)
        wider = shown[max(0, line.y0 - more) : line.y1 + more, first : right + more]
        larger = cv2.resize(wider, None, fx=1.6, fy=1.6, interpolation=cv2.INTER_CUBIC)
        told = _surer(told, _recognised(larger, first, wider.shape[1]))
    centres = [] if upright else told.centres
    return _Read(line, Characters(told.text, centres, line.x0, line.x1, line.middle, line.em), told.sure)


class _Told(NamedTuple):
    """A text, how sure it is, and where the middle of each of its characters stands."""

    text: str
    sure: float
    centres: list[float]


def _recognised(part: Any, left: int, width: int) -> _Told:
    """Give what OCR reads in the picture of a line that begins at ``left`` and is so wide."""
    read = _engine()(part, use_det=False, use_cls=False, use_rec=True, return_word_box=True)
    if not read.txts:
        return _Told("", 0.0, [])
    text, words = read.txts[0].strip(), read.word_results[0]
    columns = iter([column for word in words.word_cols or () for column in word])
    centres: list[float] = []
    for character in text:
        last = centres[-1] if centres else float(left)
        column = None if character.isspace() else next(columns, None)
        centres.append(last if column is None else left + width * (column + 0.5) / words.line_txt_len)
    return _Told(text, float(read.scores[0]), centres)


def _surer(one: _Told, two: _Told) -> _Told:
    """Give the surer of two readings; where their digits differ, it is hardly sure."""
    if not two.text:
        return one._replace(sure=min(one.sure, DISPUTED))
    better = two if two.sure > one.sure else one
    if _DIGIT.findall(one.text) == _DIGIT.findall(two.text):
        return better
    return better._replace(sure=min(one.sure, DISPUTED))


def _mended(text: str) -> str:
    """Write the sign for thousandths and the dash between years, which OCR mistakes, and leave bars of tables out."""
    return _DASH.sub("—", _THOUSANDTHS.sub("‰", text)).replace("|", "").strip()


def _strip(line: Line, text: str, sure: float, scale: float) -> Strip:
    x0, y0, x1, y1 = line.x0, line.y0, line.x1, line.y1
    tall = y1 - y0
    wide = len(text) - 0.45 * len(_HALF.findall(text))
    size = 0.92 * tall if wide < 8 else min(0.95 * tall, max(0.7 * tall, (x1 - x0) / wide))
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
