"""The capacitated question relaxed: rows pay to be taken, and every site takes its best load."""

from __future__ import annotations

import numpy as np

from .choice import Choice
from .knapsack import Loads, best_loads
from .plan import Columns, Flags, Floats


class Loading:
    """What bounds need to know of a capacitated p-median question.

    Parameters
    ----------
    costs:
        Cost of serving a row wholly from a column, finite.
    allowed:
        Whether a row may go to a column.
    demand, capacity:
        What each row takes up, and what each column can take.
    stands, free:
        The columns that are open already, and those that may be opened.
    """

    def __init__(
        self,
        costs: Floats,
        allowed: Flags,
        demand: Floats,
        capacity: Floats,
        stands: Columns,
        free: Columns,
        choice: Choice,
    ) -> None:
        self.costs, self.allowed, self.demand, self.capacity = costs, allowed, demand, capacity
        self.stands, self.free, self.choice = stands, free, choice
        self.base = np.full(len(demand), np.inf)
        self._loads: Loads | None = None

    def worth(self, paid: Floats) -> Floats:
        """Give the value of the best load of each free column."""
        return self._load(paid).value[self.free]

    def standing(self) -> float:
        """Give the value of the best loads of the columns that are open already, as last loaded."""
        return 0.0 if self._loads is None else float(self._loads.value[self.stands].sum())

    def served(self, paid: Floats, weight: Floats) -> Floats:
        """Count how often a row is taken by the open and by the picked columns."""
        loads = self._load(paid) if self._loads is None else self._loads
        picked = np.flatnonzero(weight)
        times: Floats = loads.taken(self.free[picked]) @ weight[picked] + loads.taken(self.stands).sum(axis=1)
        return times

    def may_serve(self, paid: Floats, bound: float, if_opened: Floats, limit: float) -> Flags:
        """Tell which column may serve which row in a plan of value ``limit`` or less."""
        rise = self._load(paid).if_forced()
        rise[:, self.free] += if_opened
        barred = np.ones(self.costs.shape[1], dtype=bool)
        barred[self.stands] = barred[self.free] = False
        flags: Flags = self.allowed & (bound + rise <= limit) & ~barred[None, :]
        return flags

    def _load(self, paid: Floats) -> Loads:
        margins = np.where(self.allowed, self.costs - paid[:, None], 1.0)
        self._loads = best_loads(margins, self.demand, self.capacity)
        return self._loads
