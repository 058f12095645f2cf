"""Scans and photos: pictures of pages into text, by the same reading order as PDF files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from lantu.model import InputError

from ..extract import Extract
from .composing import Composer
from .downwards import join_leftwards, runs_downwards
from .grounds import grounds
from .page import indents, paragraphs_in_order
from .pictures import Picture, pictures_of
from .recognition import even, recognise
from .straightening import Skew, read_lines, straighten
from .strips import Strip
from .turning import Turn

DOUBTFUL = 0.75
"""Mean confidence below which a page may stand on its head."""

Watch = Callable[[int, int], None]
"""Is told the number of each page before it is read, and of how many."""


def unwatched(_page: int, _pages: int) -> None:
    """Watch nothing."""


def read_image(data: bytes, name: str, watch: Watch = unwatched) -> Extract:
    """Read the pages of an image file by OCR.

    Raises
    ------
    InputError
        Where the file cannot be opened, is too big or holds no text, or the extra ``ocr`` is not installed.
    """
    count, pictures = pictures_of(data, name)
    composer = Composer()
    for number, picture in enumerate(pictures, 1):
        watch(number, count)
        add_scan(composer, picture, picture.size)
    if not composer.text:
        raise InputError(f"{name}: no text is seen in this image", "scan it at 200 to 300 dots an inch")
    return composer.extract()


def add_scan(composer: Composer, picture: Picture, size: tuple[float, float]) -> None:
    """Add what is read from a picture of a page to a text.

    Parameters
    ----------
    size:
        Width and height of the page in points.
    """
    seen = _read_upright(picture.pixels)
    points = size[0] / picture.pixels.shape[1]
    strips = [strip.scaled(points) for strip in _joined(even(seen.strips))]
    drawing = read_lines(seen.pixels, picture.dots)
    drawing = replace(drawing, frames=(*drawing.frames, *grounds(seen.pixels, picture.dots))).scaled(points)
    turn = Turn(0, 0, *size, 0, seen.quarters)
    height, width = (points * side for side in seen.pixels.shape)
    paragraphs = paragraphs_in_order(strips, drawing, (width, height))
    composer.add(paragraphs, turn, indents=indents(paragraphs), skew=Skew(seen.skew.degrees, width, height))


def _joined(strips: list[Strip]) -> list[Strip]:
    """Join lines that are set downwards side by side."""
    downwards = sorted((strip for strip in strips if runs_downwards(strip)), key=lambda strip: -strip.x0)
    return [*(strip for strip in strips if not runs_downwards(strip)), *join_leftwards(downwards)]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A page that was read: turned upright by quarters, straightened, with its strips."""

    quarters: int
    pixels: Any
    skew: Skew
    strips: list[Strip]

    @property
    def confidence(self) -> float:
        """Mean confidence of its characters."""
        weights = [(len(strip.text), strip.confidence) for strip in self.strips]
        return sum(n * sure for n, sure in weights) / max(1, sum(n for n, _ in weights))

    @property
    def sideways(self) -> bool:
        """Whether most of its lines run downwards."""
        long = [strip for strip in self.strips if len(strip.text) > 2]
        return 2 * sum(strip.y1 - strip.y0 > 1.5 * (strip.x1 - strip.x0) for strip in long) > len(long)


def _read_upright(pixels: Any) -> _Seen:
    """Read a page; one that lies on its side or on its head is turned, as its lines and confidence tell."""
    seen = _read_turned(pixels, 0)
    if seen.sideways:
        seen = max(_read_turned(pixels, 1), _read_turned(pixels, 3), key=lambda one: one.confidence)
    elif seen.confidence < DOUBTFUL and seen.strips:
        seen = max(seen, _read_turned(pixels, 2), key=lambda one: one.confidence)
    return seen


def _read_turned(pixels: Any, quarters: int) -> _Seen:
    import numpy as np  # noqa: PLC0415 - what reads scans works on arrays

    straight, skew = straighten(np.ascontiguousarray(np.rot90(pixels, quarters)))
    return _Seen(quarters, straight, skew, recognise(straight))
