"""Good p-median plans by exchange: open what saves most, then swap while a swap saves.

The bookkeeping (what opening saves, what closing loses, and what both together correct) is that of
Whitaker 1983 as arranged by Resende and Werneck, "A fast swap-based local search procedure for location
problems", 2007: after a swap only the rows it touches are counted anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import scipy.sparse as sp

from .choice import Choice
from .plan import Columns, Flags, Floats

_BLOCK = 1024
_TINY = 1e-9


@dataclass(slots=True, eq=False)
class Exchange:
    """A p-median plan that is being improved, with what every exchange would save.

    Parameters
    ----------
    costs:
        Cost of serving each row from each free column, never above ``base``.
    base:
        Cost of each row from the sites that stand already.
    choice:
        How many columns may be opened, at what price.
    """

    costs: Floats
    base: Floats
    choice: Choice
    open: list[int] = field(default_factory=list)
    _nearest: Columns = field(init=False, repr=False)
    _first: Floats = field(init=False, repr=False)
    _second: Floats = field(init=False, repr=False)
    _saved: Floats = field(init=False, repr=False)
    _lost: Floats = field(init=False, repr=False)
    _both: Floats = field(init=False, repr=False)

    def __post_init__(self) -> None:
        rows, columns = self.costs.shape
        slots = min(self.choice.count, columns)
        self._nearest = np.full(rows, -1, dtype=np.int64)
        self._first, self._second = self.base.copy(), self.base.copy()
        self._saved, self._lost, self._both = np.zeros(columns), np.zeros(slots), np.zeros((slots, columns))
        self._look_up(np.arange(rows))
        self._count(np.arange(rows), 1.0)

    @property
    def value(self) -> float:
        """Summed cost of the plan as it stands."""
        return float(self._first.sum())

    def improve(self) -> None:
        """Open while the limits allow it and it saves, then swap while a swap saves."""
        while self._add() or self._swap():
            continue

    def open_more(self) -> None:
        """Open while the limits allow it and it saves; swap nothing."""
        while self._add():
            continue

    def _add(self) -> bool:
        if len(self.open) >= len(self._lost):
            return False
        saved = self._saved.copy()
        saved[self.open] = -1.0
        saved[~self._within(self.open)] = -1.0
        best = int(saved.argmax()) if len(saved) else 0
        if not len(saved) or saved[best] < 0.0 or (self.choice.prices is not None and saved[best] <= _TINY):
            return False
        self.open.append(best)
        self._touch(np.flatnonzero(self.costs[:, best] < self._second))
        return True

    def _swap(self) -> bool:
        used = len(self.open)
        if not used:
            return False
        gain = self._saved + self._both[:used] - self._lost[:used, None]
        gain[:, self.open] = -1.0
        if self.choice.prices is not None:
            for slot in range(used):
                gain[slot, ~self._within(self.open[:slot] + self.open[slot + 1 :])] = -1.0
        slot, column = (int(i) for i in np.unravel_index(gain.argmax(), gain.shape))
        if gain[slot, column] <= _TINY * max(1.0, self.value):
            return False
        shut = self.costs[:, self.open[slot]]
        touched = (self._nearest == slot) | (self.costs[:, column] < self._second) | (shut <= self._second)
        self.open[slot] = column
        self._touch(np.flatnonzero(touched))
        return True

    def _within(self, others: list[int]) -> Flags:
        return self.choice.affordable_beside(others, self.costs.shape[1])

    def _touch(self, rows: Columns) -> None:
        self._count(rows, -1.0)
        self._look_up(rows)
        self._count(rows, 1.0)

    def _look_up(self, rows: Columns) -> None:
        """Find each row's cheapest and second cheapest open column; -1 stands for what stood before."""
        if not len(self.open) or not len(rows):
            return
        served = np.column_stack([self.base[rows], self.costs[np.ix_(rows, np.asarray(self.open))], self.base[rows]])
        at = np.arange(len(rows))
        nearest = served[:, :-1].argmin(axis=1)
        self._nearest[rows], self._first[rows] = nearest - 1, served[at, nearest]
        served[at, nearest] = np.inf
        self._second[rows] = served.min(axis=1)

    def _count(self, rows: Columns, sign: float) -> None:
        """Add (or take away) the rows' share of what exchanges save."""
        for start in range(0, len(rows), _BLOCK):
            self._count_block(rows[start : start + _BLOCK], sign)

    def _count_block(self, rows: Columns, sign: float) -> None:
        costs, first, second = self.costs[rows], self._first[rows, None], self._second[rows, None]
        self._saved += sign * np.maximum(first - costs, 0.0).sum(axis=0)
        served = np.flatnonzero(self._nearest[rows] >= 0)
        if not len(served):
            return
        slots = self._nearest[rows[served]]
        np.add.at(self._lost, slots, sign * (second - first)[served, 0])
        correction = np.maximum(second[served] - np.maximum(costs[served], first[served]), 0.0)
        pick = sp.csr_matrix(
            (np.full(len(served), sign), (slots, np.arange(len(served)))), shape=(len(self._lost), len(served))
        )
        self._both += pick @ correction
