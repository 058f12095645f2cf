"""Tables of a page: columns of values beside their names, told by their white space and by the rules between them.

A table of a page is written into the text as lines with bars, one a row, which the reading of tables takes from there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ..layout import Box
from .strips import Strip, around, empty, rows, usual_size

FEWEST = 6
"""A table has at least so many values, in two columns and three rows."""

LAYERS = 3
"""Lines of a head without rules."""

VALUE = re.compile(
    r"[<>＜＞≤≥《》〈〉]?\s?[\[［【(（]?[-+－−]?[0-9][0-9,，.]{0,14}[\]］】)）]?\s?(?:[%％‰]|个百分点|左右|以上|以下|以内)?"
)

Cell = list[Strip]


@dataclass(slots=True)
class Table:
    """A table of a page: rows of cells, each cell the strips in it from top to bottom."""

    cells: list[list[Cell]]

    @property
    def strips(self) -> list[Strip]:
        """All strips of the table."""
        return [strip for row in self.cells for cell in row for strip in cell]


def find_table(strips: Sequence[Strip], down: Sequence[Box]) -> tuple[Table, list[Strip]] | None:
    """Give the largest table among the strips and what is not in it, or None.

    Parameters
    ----------
    strips:
        The lines of a page.
    down:
        Rules that are drawn down the page.
    """
    kept = list(strips)
    parts = [(part, strip) for strip in strips for part in cut_at_rules(strip, down)]
    whole = {id(part): strip for part, strip in parts}
    strips = [part for part, _ in parts]
    body = _body(strips)
    if not body:
        return None
    top, bottom = body[0][0].y0, max(strip.y1 for strip in body[-1])
    pitch = median([two[0].middle - one[0].middle for one, two in pairwise(body)])
    beside = [strip for strip in strips if top - 0.6 * pitch < strip.middle < bottom + 0.4 * pitch]
    cuts, head = _cuts(beside, body, down, top, bottom)
    if not cuts:
        return None
    heads = _head(strips, head, top - 0.6 * pitch, pitch, cuts)
    taken = {id(whole[id(strip)]) for strip in (*beside, *heads)}
    cells = [*_head_rows(heads, cuts), *_rows(beside, body, cuts, pitch)]
    return Table(cells), [strip for strip in kept if id(strip) not in taken]


def cut_at_rules(strip: Strip, down: Sequence[Box]) -> list[Strip]:
    """Cut a line in two where a rule runs through it: OCR reads over rules."""
    for rule in down:
        x = (rule[0] + rule[2]) / 2
        if rule[1] < strip.middle < rule[3] and strip.x0 + 0.8 * strip.size < x < strip.x1 - 0.8 * strip.size:
            at = _character_at(strip, x)
            if 0 < at < len(strip.text):
                one, two = strip.text[:at].strip(" |"), strip.text[at:].strip(" |")
                halves = [_part(strip, one, strip.x0, x), _part(strip, two, x, strip.x1)]
                return [part for half in halves if half.text for part in cut_at_rules(half, down)]
    return [strip]


def _character_at(strip: Strip, x: float) -> int:
    widths = [0.55 if character.isascii() else 1.0 for character in strip.text]
    unit = (strip.x1 - strip.x0) / sum(widths)
    edges = [strip.x0]
    for width in widths:
        edges.append(edges[-1] + unit * width)
    return min(range(len(edges)), key=lambda i: abs(edges[i] - x))


def _part(strip: Strip, text: str, x0: float, x1: float) -> Strip:
    return Strip(text, x0, strip.y0, x1, strip.y1, strip.size, strip.font, strip.confidence)


def _body(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Give the rows of values: columns of them, one below the other, in at least three rows."""
    values = [strip for strip in strips if VALUE.fullmatch(strip.text)]
    if len(values) < FEWEST:
        return []
    edges = empty([(strip.x0, strip.x1) for strip in values], 0.3 * usual_size(values))
    columns: list[list[Strip]] = [[] for _ in range(len(edges) + 1)]
    for strip in values:
        columns[sum(strip.x0 > edge[0] for edge in edges)].append(strip)
    kept = [strip for column in columns if len(column) >= 3 for strip in column]
    if sum(len(column) >= 3 for column in columns) < 2:
        return []
    listed = rows(kept)
    steps = [two[0].middle - one[0].middle for one, two in pairwise(listed)]
    groups = [[listed[0]]]
    for row, step in zip(listed[1:], steps, strict=True):
        if step > 4 * median(steps):
            groups.append([])
        groups[-1].append(row)
    largest = max(groups, key=lambda group: sum(map(len, group)))
    wide = sum(len(row) > 1 for row in largest)
    return largest if len(largest) >= 3 and wide >= 2 and sum(map(len, largest)) >= FEWEST else []


def _cuts(
    beside: Sequence[Strip], body: Sequence[Sequence[Strip]], down: Sequence[Box], top: float, bottom: float
) -> tuple[list[float], float | None]:
    """Give where columns end, and the upper end of the rules between them, if there are rules."""
    x0, _, x1, _ = around([strip.box for strip in beside])
    size = usual_size(beside)
    tall = [
        rule for rule in down
        if min(rule[3], bottom) - max(rule[1], top) > 0.6 * (bottom - top) and x0 + size < rule[0] < x1 - size
    ]  # fmt: skip
    ruled: list[float] = []
    for rule in sorted(tall):
        if not ruled or rule[0] - ruled[-1] > size:
            ruled.append((rule[0] + rule[2]) / 2)
    values = [strip for row in body for strip in row]
    blank = empty([(strip.x0, strip.x1) for strip in values], 0.3 * size)
    if len(ruled) > len(blank):
        return ruled, min(rule[1] for rule in tall)
    middles = [strip.middle for strip in values]
    level = [s for s in beside if any(abs(s.middle - middle) < 0.4 * s.size for middle in middles)]
    gaps = empty([(strip.x0, strip.x1) for strip in level], 0.3 * size)
    return [(one + two) / 2 for one, two in gaps], None


def _head(strips: Sequence[Strip], upper: float | None, top: float, pitch: float, cuts: Sequence[float]) -> list[Strip]:
    """Give the lines of the head: from the upper end of the rules, or below a line over all columns, to the body."""
    above = [row for row in rows(strips) if row[0].middle <= top]
    head: list[Strip] = []
    last = top + 0.6 * pitch
    for row in reversed(above):
        over = any(sum(strip.x0 < cut < strip.x1 for cut in cuts) > 1 for strip in row)
        # Without rules, a line alone above the names of the columns is the title.
        title = over or (len(row) == 1 and bool(head))
        ended = row[0].middle < upper if upper is not None else title or last - row[0].middle > 2.6 * pitch
        if ended or len(head) > 8 * LAYERS:
            break
        head += row
        last = row[0].middle
    return head


def _column(strip: Strip, cuts: Sequence[float]) -> int:
    middle = (strip.x0 + strip.x1) / 2
    return sum(middle > cut for cut in cuts)


def _head_rows(heads: Sequence[Strip], cuts: Sequence[float]) -> list[list[Cell]]:
    """Give the rows of the head: what stands over several columns first, then the names of the columns."""
    if not heads:
        return []
    over = [
        strip for strip in heads if any(strip.x0 + 0.4 * strip.size < cut < strip.x1 - 0.4 * strip.size for cut in cuts)
    ]
    layers = [over, [strip for strip in heads if strip not in over]]
    return [_cells(layer, cuts) for layer in layers if layer]


def _cells(strips: Sequence[Strip], cuts: Sequence[float]) -> list[Cell]:
    cells: list[Cell] = [[] for _ in range(len(cuts) + 1)]
    for row in rows(strips):
        for strip in row:
            cells[_column(strip, cuts)].append(strip)
    return cells


def _rows(
    beside: Sequence[Strip], body: Sequence[Sequence[Strip]], cuts: Sequence[float], pitch: float
) -> list[list[Cell]]:
    """Give the rows of the body: each line joins the row of values that it stands level with, else the nearest.

    A name of two lines stands half a line above and below its values, or its first line a whole line above them.
    """
    first = min(_column(strip, cuts) for row in body for strip in row)
    held = [strip for strip in beside if _column(strip, cuts) >= first]
    levels = [sum(strip.middle for strip in row) / len(row) for row in rows(held)]
    placed: dict[int, list[Strip]] = {index: [] for index in range(len(levels))}
    named: set[int] = set()
    loose: list[Strip] = []
    for strip in beside:
        near = min(range(len(levels)), key=lambda i: abs(levels[i] - strip.middle))
        if abs(levels[near] - strip.middle) < 0.35 * pitch:
            placed[near].append(strip)
            if _column(strip, cuts) < first:
                named.add(near)
        else:
            loose.append(strip)
    for strip in loose:
        nearest = sorted(range(len(levels)), key=lambda i: abs(levels[i] - strip.middle))[:2]
        free = [i for i in nearest if i not in named and abs(levels[i] - strip.middle) < 0.8 * pitch]
        below = [i for i in nearest if levels[i] > strip.middle]
        placed[free[0] if free else (below or nearest)[0]].append(strip)
    return [_cells(placed[index], cuts) for index in range(len(levels))]
