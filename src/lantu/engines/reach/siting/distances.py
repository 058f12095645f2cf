"""The p-median question: a dense matrix of costs, each row served from its cheapest open column."""

from __future__ import annotations

import numpy as np

from .choice import Choice
from .interchange import Exchange
from .plan import Columns, Flags, Floats
from .question import Question
from .radius_program import solve_by_radius

_CELLS_AT_ONCE = 1 << 18


class Distances(Question):
    """Costs (rows x free columns), never above ``base``."""

    def __init__(self, costs: Floats, base: Floats, choice: Choice, opened: Columns, free: Columns) -> None:
        super().__init__(base, choice, opened, free)
        self.costs = costs

    def worth(self, paid: Floats) -> Floats:
        """Sum the margins below zero, block by block to stay in the processor's cache."""
        total = np.zeros(len(self.free))
        block = max(1, _CELLS_AT_ONCE // max(1, len(self.free)))
        for start in range(0, len(paid), block):
            margin = self.costs[start : start + block] - paid[start : start + block, None]
            total += np.minimum(margin, 0.0, out=margin).sum(axis=0)
        return total

    def served(self, paid: Floats, weight: Floats) -> Floats:
        """Count the columns, with their weight, that serve a row below what it would pay."""
        picked = np.flatnonzero(weight)
        times: Floats = (self.costs[:, picked] < paid[:, None]) @ weight[picked]
        return times

    def narrow(self, stay: Flags, opens: Flags) -> Distances:
        """Take the columns opened into ``base`` and keep only those that stay."""
        rest, new = np.flatnonzero(stay & ~opens), np.flatnonzero(opens)
        base, costs = self.base, self.costs[:, rest]
        if len(new):
            base = np.minimum(base, self.costs[:, new].min(axis=1))
            costs = np.minimum(costs, base[:, None])
        opened = np.concatenate([self.opened, self.free[new]])
        return Distances(costs, base, self.choice.after(new, rest), opened, self.free[rest])

    def value(self, positions: list[int]) -> float:
        """Sum what each row pays at its cheapest open column."""
        return float(self.costs[:, positions].min(axis=1).sum() if positions else self.base.sum())

    def improve(self, positions: list[int]) -> tuple[list[int], float]:
        """Open, then swap while it saves."""
        exchange = Exchange(self.costs, self.base, self.choice, list(positions))
        exchange.improve()
        return exchange.open, exchange.value

    def first_multipliers(self, positions: Columns) -> Floats:
        """Give the middle between the cheapest and the second cheapest open column."""
        served = np.column_stack([self.costs[:, positions], self.base, self.base])
        middle: Floats = np.partition(served, 1, axis=1)[:, :2].mean(axis=1)
        return middle

    def solve_exactly(self, seconds: float) -> tuple[Columns | None, float]:
        """Solve the radius formulation."""
        point, bound = solve_by_radius(self.costs, self.base, self.choice, seconds)
        return (None if point is None else np.concatenate([self.opened, self.free[point]])), bound
