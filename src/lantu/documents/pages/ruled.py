"""Tables whose cells are drawn: rules across and down that meet make a grid, and text stands in its cells.

Lists of tasks are set so: what stands in a cell is prose of several lines, which no column of values gives away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..layout import Box
from .drawing import Drawing
from .strips import Strip
from .tables import VALUE, Table, cut_at_rules

TOUCH = 3.0
"""Rules that are at most so far apart meet, in points."""

MOST_LINES = 14
"""A cell of a table has at most so many lines; a grid of larger ones frames articles."""

PROSE = 4
"""A cell of so many characters that is no value is prose; a list has two columns of them."""

MOST_RULES = 600
"""A page with more rules is a drawing or a map."""

FEWEST = 3
"""A grid has at least so many rules each way."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: where it lies, and from where to where it runs."""

    at: float
    start: float
    end: float


def find_ruled(strips: Sequence[Strip], drawing: Drawing) -> tuple[Table, list[Strip]] | None:
    """Give the first drawn table with prose in its cells, and the strips that are not in it, or None."""
    across = joined((rule[1] + rule[3], rule[0], rule[2]) for rule in (*drawing.across, *_edges(drawing, level=True)))
    down = joined((rule[0] + rule[2], rule[1], rule[3]) for rule in (*drawing.down, *_edges(drawing, level=False)))
    if len(across) + len(down) > MOST_RULES:
        return None
    for grid in _grids(across, down):
        table = _table(strips, *grid)
        if table is not None:
            return table
    return None


def _edges(drawing: Drawing, *, level: bool) -> Iterator[Box]:
    """Give the drawn sides of cells that run level, or down."""
    for x0, y0, x1, y1 in drawing.cells:
        if level:
            yield from ((x0, y0, x1, y0), (x0, y1, x1, y1))
        else:
            yield from ((x0, y0, x0, y1), (x1, y0, x1, y1))


def joined(rules: Iterable[tuple[float, float, float]]) -> list[Rule]:
    """Join rules on one line that touch; each is given as twice its place, its start and its end."""
    lines: list[list[tuple[float, float, float]]] = []
    for rule in sorted(set(rules)):
        if not lines or rule[0] - lines[-1][0][0] > TOUCH:
            lines.append([])
        lines[-1].append(rule)
    return [rule for line in lines for rule in _along(line)]


def _along(line: Sequence[tuple[float, float, float]]) -> list[Rule]:
    made: list[Rule] = []
    for _, start, end in sorted(line, key=lambda rule: rule[1]):
        if made and start - made[-1].end <= TOUCH:
            made[-1] = Rule(made[-1].at, made[-1].start, max(end, made[-1].end))
        else:
            made.append(Rule(line[0][0] / 2, start, end))
    return made


def _grids(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Give the rules that hang together, from top to bottom and from left to right."""
    free = list(down)
    while free:
        columns, lines = [free.pop(0)], list[Rule]()
        grown = True
        while grown:
            new_lines = [rule for rule in across if rule not in lines and any(_meet(rule, one) for one in columns)]
            lines += new_lines
            new = [rule for rule in free if any(_meet(one, rule) for one in lines)]
            columns += new
            free = [rule for rule in free if rule not in new]
            grown = bool(new or new_lines)
        if len(columns) >= FEWEST and len(lines) >= FEWEST:
            yield sorted(lines, key=lambda rule: rule.at), sorted(columns, key=lambda rule: rule.at)


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.start - TOUCH <= upright.at <= level.end + TOUCH
        and upright.start - TOUCH <= level.at <= upright.end + TOUCH
    )


def _table(strips: Sequence[Strip], across: Sequence[Rule], down: Sequence[Rule]) -> tuple[Table, list[Strip]] | None:
    xs, ys = _places(down), _places(across)
    boxes = [(x, rule.start, x, rule.end) for rule in down for x in [rule.at]]
    cells: list[list[list[Strip]]] = [[[] for _ in range(len(xs) - 1)] for _ in range(len(ys) - 1)]
    rest: list[Strip] = []
    for strip in strips:
        if not (xs[0] < (strip.x0 + strip.x1) / 2 < xs[-1] and ys[0] < strip.middle < ys[-1]):
            rest.append(strip)
            continue
        for part in cut_at_rules(strip, boxes):
            row, column = _place(ys, part.middle), _place(xs, (part.x0 + part.x1) / 2)
            row, column = _first_of_merged(row, column, across, down, xs, ys)
            cells[row][column].append(part)
    for row_ in cells:
        for cell in row_:
            cell.sort(key=lambda strip: (strip.middle, strip.x0))
    kept = [row_ for row_ in cells if any(row_)]
    return (Table(kept), rest) if _is_list(kept) else None


def _places(rules: Sequence[Rule]) -> list[float]:
    places: list[float] = []
    for rule in rules:
        if not places or rule.at - places[-1] > TOUCH:
            places.append(rule.at)
    return places


def _place(edges: Sequence[float], value: float) -> int:
    return max(index for index, edge in enumerate(edges[:-1]) if edge <= value)


def _first_of_merged(
    row: int, column: int, across: Sequence[Rule], down: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]
) -> tuple[int, int]:
    """Give the first cell of those that no rule parts from a cell: the upper left one of a merged cell."""
    while column and not _drawn(down, xs[column], (ys[row] + ys[row + 1]) / 2):
        column -= 1
    while row and not _drawn(across, ys[row], (xs[column] + xs[column + 1]) / 2):
        row -= 1
    return row, column


def _drawn(rules: Sequence[Rule], at: float, where: float) -> bool:
    return any(abs(rule.at - at) <= TOUCH and rule.start <= where <= rule.end for rule in rules)


def _is_list(rows: Sequence[Sequence[Sequence[Strip]]]) -> bool:
    """Tell a list of tasks or measures: prose in two columns, no cell as long as an article."""
    if len(rows) < FEWEST - 1 or any(len(cell) > MOST_LINES for row in rows for cell in row):
        return False
    columns = [["".join(strip.text for strip in cell) for cell in column] for column in zip(*rows[1:], strict=True)]
    prose = [sum(len(text) >= PROSE and not VALUE.fullmatch(text) for text in column) for column in columns]
    filled = [sum(map(bool, column)) for column in columns]
    return sum(2 * some > full > 0 for some, full in zip(prose, filled, strict=True)) >= 2
