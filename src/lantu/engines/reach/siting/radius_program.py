"""The p-median as a mixed-integer program over the few columns that bounds could not decide.

The formulation of Elloumi (2010), after Cornuejols, Nemhauser and Wolsey (1980): a row pays a step for each
of its distinct costs up to which no column is open. It is tight, and small once the columns are few.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from .choice import Choice
from .plan import Columns, Floats
from .program import Answer, minimise

_MOST_ENTRIES = 500_000


def solve_by_radius(costs: Floats, base: Floats, choice: Choice, seconds: float) -> tuple[Columns | None, float]:
    """Give the best columns found (positions) and the proven lower bound, -inf where the program is too large."""
    if costs.size > _MOST_ENTRIES:
        return None, -np.inf
    steps, rows, floor = _steps(costs, base)
    if rows.nnz > _MOST_ENTRIES:
        return None, -np.inf
    answer = solve_selection(steps, rows, choice, seconds)
    point = None if answer.point is None else np.flatnonzero(answer.point[: costs.shape[1]] > 0.5)
    return point, answer.bound + floor


def solve_selection(steps: Floats, rows: sp.csr_matrix, choice: Choice, seconds: float) -> Answer:
    """Minimise the steps paid so that every row of ``rows`` (columns first, then steps) has a 1 in it."""
    columns = rows.shape[1] - len(steps)
    limits, most = [np.ones(columns)], [float(choice.count)]
    if choice.prices is not None:
        limits.append(choice.prices)
        most.append(choice.budget)
    purse = sp.csr_matrix(np.pad(np.asarray(limits), ((0, 0), (0, len(steps)))))
    return minimise(
        np.concatenate([np.zeros(columns), steps]),
        sp.vstack([rows, purse]).tocsr(),
        np.concatenate([np.ones(rows.shape[0]), np.full(len(most), -np.inf)]),
        np.concatenate([np.full(rows.shape[0], np.inf), most]),
        whole=np.arange(rows.shape[1]) < columns,
        seconds=seconds,
    )


def _steps(costs: Floats, base: Floats) -> tuple[Floats, sp.csr_matrix, float]:
    """Give the height of each step, its row ("it is paid or a column below it is open"), and the floor of all."""
    heights: list[Floats] = []
    row_parts: list[Columns] = []
    column_parts: list[Columns] = []
    floor, count, free = 0.0, 0, costs.shape[1]
    for of_row, most in zip(costs, base, strict=True):
        levels = np.unique(np.append(of_row, most))
        paid = np.arange(len(levels) - 1)
        step, column = np.nonzero(of_row[None, :] <= levels[:-1, None])
        floor += float(levels[0])
        heights.append(np.diff(levels))
        row_parts += [step + count, paid + count]
        column_parts += [column, paid + count + free]
        count += len(paid)
    row, column = np.concatenate(row_parts), np.concatenate(column_parts)
    return (
        np.concatenate(heights),
        sp.csr_matrix((np.ones(len(row)), (row, column)), shape=(count, free + count)),
        floor,
    )
