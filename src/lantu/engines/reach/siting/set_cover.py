"""Cover every row at the least price: reduce the table by dominance, then solve what is left exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from .choice import Choice
from .matrix import Covers
from .plan import Columns, Flags, Floats
from .program import minimise
from .stopwatch import Stopwatch

_MOST_PAIRS = 20_000_000
_TINY = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """Columns that cover every row, their price, and the least price possible.

    Without columns where none were found: then an infinite ``bound`` proves that there are none.
    """

    columns: Columns | None
    bound: float


def cover_all(covers: Covers, prices: Floats, choice: Choice, clock: Stopwatch) -> Cover:
    """Cover all rows at the least price within the limits of ``choice``."""
    if covers.shape[0] == 0:
        return Cover(np.zeros(0, dtype=np.int64), 0.0)
    rows, columns = reduce_table(covers, prices, choice)
    answer = minimise(
        prices[columns],
        *_constraints(rows, columns, choice),
        whole=np.ones(len(columns), dtype=bool),
        seconds=clock.left,
    )
    whole = bool((prices == np.rint(prices)).all())
    bound = float(np.ceil(answer.bound - 1e-6)) if whole and np.isfinite(answer.bound) else answer.bound
    if answer.point is not None:
        return Cover(columns[answer.point > 0.5], bound)
    greedy = cover_greedily(covers, prices, choice)
    return Cover(None if answer.finished else greedy, bound)


def cover_greedily(covers: Covers, prices: Floats, choice: Choice) -> Columns | None:
    """Take the column that covers most per price until all is covered; None where the limits forbid it."""
    left = np.ones(covers.shape[0])
    by_column = covers.T.tocsr()
    taken: list[int] = []
    while left.any():
        gain = (by_column @ left) / np.maximum(prices, _TINY)
        best = int(gain.argmax())
        if gain[best] <= 0.0 or not choice.affords([*taken, best]):
            return None
        taken.append(best)
        left[by_column.indices[by_column.indptr[best] : by_column.indptr[best + 1]]] = 0.0
    return np.sort(np.asarray(taken, dtype=np.int64))


def reduce_table(covers: Covers, prices: Floats, choice: Choice) -> tuple[Covers, Columns]:
    """Drop rows whose cover follows from another row's, and columns that another does no worse than.

    Returns
    -------
    tuple
        The table that is left, and which columns its columns are.
    """
    columns = np.arange(covers.shape[1])
    table = covers
    while True:
        before = table.shape
        table = table[_needed_rows(table)]
        useful = _useful_columns(table, prices[columns], choice, columns)
        table, columns = table[:, useful].tocsr(), columns[useful]
        if table.shape == before:
            return table, columns


def _needed_rows(table: Covers) -> Columns:
    """Find the rows that no other row implies: a row is implied by one whose columns are among its own."""
    distinct = _distinct(table)
    part = table[distinct]
    if _pairs(part) > _MOST_PAIRS:
        return distinct
    needed: Columns = distinct[~_contains_another(part)]
    return needed


def _useful_columns(table: Covers, prices: Floats, choice: Choice, columns: Columns) -> Columns:
    """Find the columns that no other column of at most the same price covers for."""
    by_column = table.T.tocsr()
    if _pairs(by_column) > _MOST_PAIRS:
        return np.arange(table.shape[1])
    budget = None if choice.prices is None else choice.prices[columns]
    common = (by_column @ by_column.T).tocoo()
    size = np.diff(by_column.indptr)
    one, other = common.row, common.col
    covered = (common.data >= size[one]) & (one != other) & (prices[other] <= prices[one])
    if budget is not None:
        covered &= budget[other] <= budget[one]
        same = (size[one] == size[other]) & (prices[one] == prices[other]) & (budget[one] == budget[other])
    else:
        same = (size[one] == size[other]) & (prices[one] == prices[other])
    useless = size == 0
    useless[one[covered & (~same | (other < one))]] = True
    return np.flatnonzero(~useless)


def _distinct(table: Covers) -> Columns:
    """Find the first of each group of identical rows."""
    table.sort_indices()
    seen: dict[bytes, int] = {}
    for row in range(table.shape[0]):
        seen.setdefault(table.indices[table.indptr[row] : table.indptr[row + 1]].tobytes(), row)
    return np.asarray(list(seen.values()), dtype=np.int64)


def _contains_another(table: Covers) -> Flags:
    common = (table @ table.T).tocoo()
    size = np.diff(table.indptr)
    larger = (common.data >= size[common.row]) & (common.row != common.col)
    contains = np.zeros(table.shape[0], dtype=bool)
    contains[common.col[larger]] = True
    return contains


def _pairs(table: Covers) -> int:
    """Estimate how many pairs of rows share a column: the work of comparing all rows."""
    return int((np.bincount(table.indices, minlength=table.shape[1]).astype(np.int64) ** 2).sum())


def _constraints(rows: Covers, columns: Columns, choice: Choice) -> tuple[sp.csr_matrix, Floats, Floats]:
    limits, most = [np.ones(len(columns))], [float(choice.count)]
    if choice.prices is not None:
        limits.append(choice.prices[columns])
        most.append(choice.budget)
    low = np.concatenate([np.ones(rows.shape[0]), np.full(len(most), -np.inf)])
    high = np.concatenate([np.full(rows.shape[0], np.inf), most])
    return sp.vstack([rows, sp.csr_matrix(np.asarray(limits))]).tocsr(), low, high
