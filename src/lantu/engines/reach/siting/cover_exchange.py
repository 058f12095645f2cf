"""Good covering plans by exchange: open what covers most, then swap while a swap covers more.

After a change only the rows that it touches are counted anew, as Resende and Werneck ("A fast swap-based local
search procedure for location problems", 2007) do for the p-median.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from .choice import Choice
from .plan import Columns, Flags, Floats

_TINY = 1e-9


class CoverExchange:
    """A covering plan that is being improved.

    Parameters
    ----------
    covers:
        Which column covers which row, sparse by column.
    weight:
        What each row counts.
    choice:
        How many columns may be opened, at what price.
    open:
        The columns open so far.
    """

    def __init__(self, covers: sp.csc_matrix, weight: Floats, choice: Choice, open_columns: list[int]) -> None:
        self._covers, self._by_row = covers, covers.tocsr()
        self._weight, self._choice = weight, choice
        self.open: list[int] = []
        rows, columns = covers.shape
        self._times, self._slots = np.zeros(rows, dtype=np.int64), np.zeros(rows, dtype=np.int64)
        self._added, self._lost, self._kept = np.zeros(columns), np.zeros(1), np.zeros((1, columns))
        self._count(np.arange(rows), 1.0)
        for column in open_columns:
            self._open(column)

    def improve(self) -> None:
        """Open while the limits allow it and it covers more, then swap while a swap covers more."""
        while self._add() or self._swap():
            continue

    def _rows(self, column: int) -> Columns:
        rows: Columns = self._covers.indices[self._covers.indptr[column] : self._covers.indptr[column + 1]]
        return rows

    def _add(self) -> bool:
        if len(self.open) >= self._choice.count:
            return False
        gain = self._added.copy()
        gain[self.open] = -1.0
        gain[~self._within(self.open)] = -1.0
        best = int(gain.argmax()) if len(gain) else 0
        if not len(gain) or gain[best] <= self._least:
            return False
        self._open(best)
        return True

    @property
    def _least(self) -> float:
        """What a change must gain at least: less may be rounding."""
        return _TINY * max(1.0, float(self._weight.sum()))

    def _swap(self) -> bool:
        if not self.open:
            return False
        gain = self._swap_gains()
        slot, column = (int(at) for at in np.unravel_index(gain.argmax(), gain.shape))
        if gain[slot, column] <= self._least:
            return False
        shut = self.open[slot]
        self._change(np.union1d(self._rows(shut), self._rows(column)), {shut: -1, column: 1}, slot)
        self.open[slot] = column
        return True

    def _open(self, column: int) -> None:
        self.open.append(column)
        if len(self.open) > len(self._lost):
            self._lost = np.concatenate([self._lost, np.zeros_like(self._lost)])
            self._kept = np.vstack([self._kept, np.zeros_like(self._kept)])
        self._change(self._rows(column), {column: 1}, len(self.open) - 1)

    def _change(self, touched: Columns, columns: dict[int, int], slot: int) -> None:
        """Open (1) or shut (-1) columns in a slot and count the touched rows anew."""
        self._count(touched, -1.0)
        for column, step in columns.items():
            self._times[self._rows(column)] += step
            self._slots[self._rows(column)] += step * slot
        self._count(touched, 1.0)

    def _count(self, rows: Columns, sign: float) -> None:
        """Add (or take away) the rows' share of what opening adds, shutting loses, and a swap keeps."""
        bare, single = rows[self._times[rows] == 0], rows[self._times[rows] == 1]
        columns, shares = self._shares(bare, sign)
        np.add.at(self._added, columns, shares)
        # Where one open column covers a row, the sum of its slots is that column's slot.
        np.add.at(self._lost, self._slots[single], sign * self._weight[single])
        columns, shares = self._shares(single, sign)
        slots = np.repeat(self._slots[single], np.diff(self._by_row.indptr)[single])
        np.add.at(self._kept, (slots, columns), shares)

    def _shares(self, rows: Columns, sign: float) -> tuple[Columns, Floats]:
        """Give for each row every column that covers it, with the row's weight."""
        part = self._by_row[rows]
        return part.indices, np.repeat(sign * self._weight[rows], np.diff(part.indptr))

    def _swap_gains(self) -> Floats:
        """Give (slots x columns) the weight gained by opening a column in the place of an open one."""
        used = len(self.open)
        gain: Floats = self._added[None, :] + self._kept[:used] - self._lost[:used, None]
        gain[:, self.open] = -1.0
        if self._choice.prices is not None:
            for slot in range(used):
                gain[slot, ~self._within(self.open[:slot] + self.open[slot + 1 :])] = -1.0
        return gain

    def _within(self, others: list[int]) -> Flags:
        return self._choice.affordable_beside(others, self._covers.shape[1])
