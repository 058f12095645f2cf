"""Good covering plans by exchange: open what covers most, then swap while a swap covers more."""

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
        self._covers, self._by_column = covers, covers.T.tocsr()
        self._weight, self._choice, self.open = weight, choice, open_columns
        self._times = np.zeros(covers.shape[0], dtype=np.int64)
        for column in open_columns:
            self._times[self._rows(column)] += 1

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
        gain = self._by_column @ np.where(self._times == 0, self._weight, 0.0)
        gain[self.open] = -1.0
        gain[~self._within(self.open)] = -1.0
        best = int(gain.argmax()) if len(gain) else 0
        if not len(gain) or gain[best] <= 0.0:
            return False
        self.open.append(best)
        self._times[self._rows(best)] += 1
        return True

    def _swap(self) -> bool:
        if not self.open:
            return False
        gain = self._swap_gains()
        gain[:, self.open] = -1.0
        slot, column = (int(at) for at in np.unravel_index(gain.argmax(), gain.shape))
        if gain[slot, column] <= _TINY * max(1.0, float(self._weight.sum())):
            return False
        self._times[self._rows(self.open[slot])] -= 1
        self._times[self._rows(column)] += 1
        self.open[slot] = column
        return True

    def _swap_gains(self) -> Floats:
        """Give (slots x columns) the weight gained by opening a column in the place of an open one."""
        added = self._by_column @ np.where(self._times == 0, self._weight, 0.0)
        alone = sp.diags_array(np.where(self._times == 1, self._weight, 0.0))
        kept = ((alone @ self._covers[:, self.open]).T @ self._covers).toarray()
        lost = kept[np.arange(len(self.open)), self.open]
        gain: Floats = added[None, :] + kept - lost[:, None]
        if self._choice.prices is not None:
            for slot in range(len(self.open)):
                gain[slot, ~self._within(self.open[:slot] + self.open[slot + 1 :])] = -1.0
        return gain

    def _within(self, others: list[int]) -> Flags:
        return self._choice.affordable_beside(others, self._covers.shape[1])
