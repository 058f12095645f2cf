"""Order blocks of a page by what must be read before what, where no white space parts the page cleanly.

A block is read before one below it that it overlaps sideways, and before all that lies to the right of it unless
something that stands above the one and below the other lies over both (T. M. Breuel, *High performance document layout
analysis*, 2003).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..layout import Box
from .strips import Strip, around

MOST = 250
"""Blocks of a region that are ordered so; more are read from top to bottom."""


@dataclass(slots=True, eq=False)
class Block:
    """Lines that stand closely one below the other."""

    strips: list[Strip]
    box: Box


def by_precedence(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Give the strips as blocks in reading order."""
    blocks = _blocks(strips)
    blocks.sort(key=lambda block: (block.box[0], block.box[1]))
    if len(blocks) > MOST:
        return [block.strips for block in sorted(blocks, key=lambda block: (block.box[1], block.box[0]))]
    first = {
        block: [other for other in blocks if other is not block and _precedes(other, block, blocks)] for block in blocks
    }
    ordered: list[Block] = []
    seen: set[int] = set()
    for block in sorted(blocks, key=lambda one: (one.box[1] + one.box[3], one.box[0])):
        _visit(block, first, seen, ordered)
    return [block.strips for block in ordered]


def _visit(block: Block, first: dict[Block, list[Block]], seen: set[int], ordered: list[Block]) -> None:
    """Put a block into the order after all that precede it; of a circle the first that was met is broken open."""
    stack: list[tuple[Block, int]] = [(block, 0)]
    while stack:
        current, at = stack.pop()
        if at == 0:
            if id(current) in seen:
                continue
            seen.add(id(current))
        waiting = next((i for i in range(at, len(first[current])) if id(first[current][i]) not in seen), None)
        if waiting is None:
            ordered.append(current)
        else:
            stack += [(current, waiting + 1), (first[current][waiting], 0)]


def _precedes(one: Block, two: Block, blocks: Sequence[Block]) -> bool:
    a, b = one.box, two.box
    if _overlap(a, b):
        return a[1] + a[3] < b[1] + b[3]
    if a[0] > b[0]:
        return False
    return not any(
        c is not one and c is not two and _overlap(c.box, a) and _overlap(c.box, b) and _between(c.box, a, b)
        for c in blocks
    )


def _overlap(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.1 * min(a[2] - a[0], b[2] - b[0])


def _between(c: Box, a: Box, b: Box) -> bool:
    """Tell whether ``c`` stands above ``a`` and below ``b``, or the other way round."""
    middle, first, last = (c[1] + c[3]) / 2, (a[1] + a[3]) / 2, (b[1] + b[3]) / 2
    return min(first, last) < middle < max(first, last)


def _blocks(strips: Sequence[Strip]) -> list[Block]:
    """Join lines that follow each other closely and alone; a line above two others begins no block with either."""
    ordered = sorted(strips, key=lambda strip: (strip.middle, strip.x0))
    below = {strip: _nearest(strip, ordered[index + 1 :]) for index, strip in enumerate(ordered)}
    above: dict[Strip, list[Strip]] = {}
    for strip, found in below.items():
        for one in found:
            above.setdefault(one, []).append(strip)
    follows: dict[Strip, Strip] = {}
    for strip, found in below.items():
        if len(found) == 1 and len(above[found[0]]) == 1 and abs(strip.size - found[0].size) < 0.2 * strip.size:
            follows[strip] = found[0]
    starts = [strip for strip in ordered if strip not in set(follows.values())]
    blocks = []
    for strip in starts:
        run = [strip]
        while run[-1] in follows:
            run.append(follows[run[-1]])
        blocks.append(Block(run, around([one.box for one in run])))
    return blocks


def _nearest(strip: Strip, after: Sequence[Strip]) -> list[Strip]:
    """Give the strips of the next row below that lie under a strip."""
    found: list[Strip] = []
    for one in after:
        if one.middle - strip.middle > 2.4 * strip.size:
            break
        beneath = min(one.x1, strip.x1) - max(one.x0, strip.x0) > 0.5 * strip.size
        if not beneath or one.middle - strip.middle < 0.5 * strip.size:
            continue
        if found and one.middle - found[0].middle > 0.5 * strip.size:
            break
        found.append(one)
    return found
