"""Merged cells: the grid of a table in which each of them stands in every place that it covers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lantu.model import InputError

from .tables import MAX_CELLS


@dataclass(frozen=True, slots=True)
class Span:
    """A cell that covers ``down`` rows and ``across`` columns."""

    text: str
    down: int = 1
    across: int = 1


def spread(rows: Iterable[Sequence[Span]]) -> list[list[str]]:
    """Give the rows of the grid.

    >>> spread([[Span("指标", 2), Span("目标", 1, 2)], [Span("2025年"), Span("年均")]])
    [['指标', '目标', '目标'], ['指标', '2025年', '年均']]

    Raises
    ------
    InputError
        Where the grid would have more than `MAX_CELLS` cells.
    """
    grid: list[list[str]] = []
    above: dict[int, tuple[int, str]] = {}
    count = 0
    for row in rows:
        line: list[str] = []
        waiting = list(reversed(row))
        while waiting or any(at >= len(line) for at in above):
            at = len(line)
            if at in above:
                left, text = above.pop(at)
                if left > 1:
                    above[at] = (left - 1, text)
                    line.append(text)
                    continue
                line.append(text)
            elif waiting:
                cell = waiting.pop()
                for column in range(at, at + cell.across):
                    line.append(cell.text)
                    if cell.down > 1:
                        above[column] = (cell.down - 1, cell.text)
            else:
                line.append("")
        count += len(line)
        if count > MAX_CELLS:
            raise InputError(f"a table of more than {MAX_CELLS:,} cells", "give the part of it that holds the plan")
        grid.append(line)
    return grid
