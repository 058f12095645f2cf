"""Lines that are set downwards, as headings of newspapers are: the first stands at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .strips import Strip


def join_leftwards(strips: Sequence[Strip]) -> list[Strip]:
    """Join lines set downwards that stand side by side, the first at the right."""
    made: list[Strip] = []
    for strip in strips:
        last = made[-1] if made else None
        if last is not None and runs_downwards(last) and runs_downwards(strip) and _left_of(strip, last):
            top, bottom = min(last.y0, strip.y0), max(last.y1, strip.y1)
            made[-1] = replace(last, text=last.text + strip.text, x0=strip.x0, y0=top, y1=bottom)
        else:
            made.append(strip)
    return made


def runs_downwards(strip: Strip) -> bool:
    """Tell whether a line is set downwards."""
    return len(strip.text) >= 4 and strip.y1 - strip.y0 > 3 * strip.size


def _left_of(one: Strip, two: Strip) -> bool:
    return 0 < two.x0 - one.x0 < 2.5 * one.size and abs(one.size - two.size) < 0.1 * one.size and one.y0 < two.y1
