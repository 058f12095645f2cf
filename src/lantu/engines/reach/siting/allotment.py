"""Give every row to one open site within the sites' capacities: a quick good answer, not a proven one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .plan import Columns, Floats

_TINY = 1e-9
_MOST_SWAPPED = 2_000


@dataclass(frozen=True, slots=True, eq=False)
class Load:
    """The demand of the rows, and what each candidate site can take."""

    costs: Floats
    demand: Floats
    capacity: Floats

    def allot(self, sites: Columns) -> tuple[Columns, float]:
        """Give for each row the slot (position in ``sites``) that takes it, and the summed cost.

        The cost is infinite where no allotment was found.
        """
        costs = self.costs[:, sites]
        for order in (_by_regret(costs, self.demand), np.argsort(-self.demand, kind="stable")):
            slot, left = _in_turn(costs, self.demand, self.capacity[sites].copy(), order)
            if slot is not None:
                _exchange(costs, self.demand, slot, left)
                return slot, float(costs[np.arange(len(slot)), slot].sum())
        return np.zeros(0, dtype=np.int64), np.inf

    def settle(self, sites: Columns, movable: Columns, allowed: Columns) -> tuple[Columns, float]:
        """Allot, move each movable site to the best place for its rows, allot anew, while it saves."""
        slot, value = self.allot(sites)
        while np.isfinite(value):
            moved = self._move(sites, slot, movable, allowed)
            fixed = float(self.costs[np.arange(len(slot)), moved[slot]].sum())
            new_slot, new_value = self.allot(moved)
            if fixed < new_value:
                new_slot, new_value = slot, fixed
            if new_value >= value - _TINY:
                break
            sites, slot, value = moved, new_slot, new_value
        return sites, value

    def _move(self, sites: Columns, slot: Columns, movable: Columns, allowed: Columns) -> Columns:
        moved = sites.copy()
        for at in movable:
            mine = slot == at
            summed = self.costs[np.ix_(mine, allowed)].sum(axis=0)
            summed[self.capacity[allowed] < self.demand[mine].sum() - _TINY] = np.inf
            summed[np.isin(allowed, np.delete(moved, at))] = np.inf
            best = int(summed.argmin())
            if np.isfinite(summed[best]) and summed[best] < self.costs[mine, moved[at]].sum() - _TINY:
                moved[at] = allowed[best]
        return moved


def _by_regret(costs: Floats, demand: Floats) -> Columns:
    """Order the rows by what they lose if their nearest site is full, large demands first among equals."""
    if costs.shape[1] == 1:
        return np.argsort(-demand, kind="stable")
    two = np.partition(costs, 1, axis=1)
    with np.errstate(invalid="ignore"):
        regret = np.nan_to_num(two[:, 1] - two[:, 0], nan=0.0, posinf=np.inf)
    return np.lexsort((-demand, -regret))


def _in_turn(costs: Floats, demand: Floats, left: Floats, order: Columns) -> tuple[Columns | None, Floats]:
    slot = np.zeros(len(demand), dtype=np.int64)
    for row in order:
        possible = np.where(left >= demand[row] - _TINY, costs[row], np.inf)
        best = int(possible.argmin())
        if not np.isfinite(possible[best]):
            return None, left
        slot[row] = best
        left[best] -= demand[row]
    return slot, left


def _exchange(costs: Floats, demand: Floats, slot: Columns, left: Floats) -> None:
    """Move one row, or swap two, while it saves and fits (changes ``slot`` and ``left``)."""
    rows = np.arange(len(slot))
    while True:
        now = costs[rows, slot]
        moves = costs - now[:, None]
        moves[demand[:, None] > left[None, :] + _TINY] = np.inf
        swaps = _swap_savings(costs, demand, slot, left, now)
        move, swap = int(moves.argmin()), int(swaps.argmin())
        if min(moves.flat[move], swaps.flat[swap]) >= -_TINY:
            return
        if moves.flat[move] <= swaps.flat[swap]:
            row, to = divmod(move, costs.shape[1])
            left[slot[row]] += demand[row]
            left[to] -= demand[row]
            slot[row] = to
        else:
            one, other = divmod(swap, len(slot))
            left[slot[one]] += demand[one] - demand[other]
            left[slot[other]] += demand[other] - demand[one]
            slot[one], slot[other] = slot[other], slot[one]


def _swap_savings(costs: Floats, demand: Floats, slot: Columns, left: Floats, now: Floats) -> Floats:
    """Give (rows x rows) what swapping the sites of two rows costs; infinite where it does not fit."""
    if len(slot) > _MOST_SWAPPED:
        return np.full((1, 1), np.inf)
    there = costs[:, slot]
    cost = there + there.T - now[:, None] - now[None, :]
    more = demand[:, None] - demand[None, :]
    fits = (more <= left[slot][None, :] + _TINY) & (-more <= left[slot][:, None] + _TINY)
    return np.where(fits & (slot[:, None] != slot[None, :]), cost, np.inf)
