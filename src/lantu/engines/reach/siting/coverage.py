"""The covering question: which columns cover the most weight; its cost is the weight left uncovered."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from .choice import Choice
from .cover_exchange import CoverExchange
from .plan import Columns, Flags, Floats
from .question import Question
from .radius_program import solve_selection


class Coverage(Question):
    """Which free column covers which row (sparse, by column); ``base`` is the weight not covered yet."""

    def __init__(self, covers: sp.csc_matrix, base: Floats, choice: Choice, opened: Columns, free: Columns) -> None:
        super().__init__(base, choice, opened, free)
        self.covers = covers
        self._by_column = covers.T.tocsr()

    def worth(self, paid: Floats) -> Floats:
        """Sum what the rows that a column covers would pay."""
        gained: Floats = self._by_column @ paid
        return -gained

    def served(self, paid: Floats, weight: Floats) -> Floats:
        """Count the columns, with their weight, that cover a row that would pay anything."""
        times: Floats = self.covers @ weight
        return np.where(paid > 0.0, times, 0.0)

    def narrow(self, stay: Flags, opens: Flags) -> Coverage:
        """Take out the weight that the opened columns cover and keep only those that stay."""
        rest, new = np.flatnonzero(stay & ~opens), np.flatnonzero(opens)
        base = self.base
        if len(new):
            base = np.where(self.covers[:, new].sum(axis=1).A1 > 0, 0.0, base)
        opened = np.concatenate([self.opened, self.free[new]])
        return Coverage(self.covers[:, rest], base, self.choice.after(new, rest), opened, self.free[rest])

    def value(self, positions: list[int]) -> float:
        """Sum the weight that these columns leave uncovered."""
        return float(self.base[~self._covered(positions)].sum())

    def improve(self, positions: list[int]) -> tuple[list[int], float]:
        """Open, then swap while it covers more."""
        exchange = CoverExchange(self.covers, self.base, self.choice, list(positions))
        exchange.improve()
        return exchange.open, self.value(exchange.open)

    def first_multipliers(self, positions: Columns) -> Floats:
        """Let rows covered once pay half their weight, rows covered more nothing, the others all."""
        times = self.covers[:, positions].sum(axis=1).A1
        return self.base * np.where(times == 0, 1.0, np.where(times == 1, 0.5, 0.0))

    def solve_exactly(self, seconds: float) -> tuple[Columns | None, float]:
        """Solve the covering program over rows merged where the same free columns cover them."""
        rows, weight, lost = merge_rows(self.covers.tocsr(), self.base)
        program = sp.hstack([rows, sp.eye_array(rows.shape[0])]).tocsr()
        answer = solve_selection(weight, program, self.choice, seconds)
        if answer.point is None:
            return None, answer.bound + lost
        opened = self.free[answer.point[: len(self.free)] > 0.5]
        return np.concatenate([self.opened, opened]), answer.bound + lost

    def _covered(self, positions: list[int]) -> Flags:
        covered = np.zeros(len(self.base), dtype=bool)
        for column in positions:
            covered[self.covers.indices[self.covers.indptr[column] : self.covers.indptr[column + 1]]] = True
        return covered


def merge_rows(covers: sp.csr_matrix, weight: Floats) -> tuple[sp.csr_matrix, Floats, float]:
    """Merge rows that the same columns cover, and drop those that count for nothing or that none covers.

    Returns
    -------
    tuple
        The merged rows, their summed weights, and the weight of the rows that no column covers.
    """
    covers.sort_indices()
    reachable = np.diff(covers.indptr) > 0
    groups: dict[bytes, int] = {}
    first: list[int] = []
    member = np.full(covers.shape[0], -1, dtype=np.int64)
    for row in np.flatnonzero(reachable & (weight > 0.0)):
        key = covers.indices[covers.indptr[row] : covers.indptr[row + 1]].tobytes()
        member[row] = groups.setdefault(key, len(groups))
        if member[row] == len(first):
            first.append(int(row))
    counted = member >= 0
    merged = np.bincount(member[counted], weights=weight[counted], minlength=len(first))
    return covers[first], merged.astype(np.float64), float(weight[~reachable].sum())
