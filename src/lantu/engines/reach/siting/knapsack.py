"""What a site would take if rows paid to be taken: one knapsack a column, all columns at once."""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np

from .plan import Columns, Floats

_MOST_CELLS = 4_000_000
_TINY = 1e-9


class Loads(ABC):
    """The best load of each column for given margins (rows x columns; negative = gain).

    ``value`` is the least summed margin that fits each column's capacity, 0 for an empty column.
    """

    value: Floats

    @abstractmethod
    def taken(self, columns: Columns) -> Floats:
        """Give how much of each row these columns take (rows x columns)."""

    @abstractmethod
    def if_forced(self) -> Floats:
        """Give (rows x columns) by how much a column's value rises at least if it must take a row."""


def best_loads(margins: Floats, demand: Floats, capacity: Floats) -> Loads:
    """Load every column: exactly where demands are small whole numbers, else with one row taken in part."""
    whole = bool((demand == np.rint(demand)).all()) and bool((demand >= 1).all())
    cells = margins.size * (float(capacity.max(initial=0.0)) + 1.0)
    if whole and cells <= _MOST_CELLS:
        return WholeLoads(margins, demand.astype(np.int64), np.floor(capacity + _TINY).astype(np.int64))
    return PartLoads(margins, demand, capacity)


class WholeLoads(Loads):
    """Exact loads by dynamic programming over the capacity used."""

    def __init__(self, margins: Floats, demand: Columns, capacity: Columns) -> None:
        self._margins, self._demand, self._capacity = margins, demand, capacity
        rows, columns = margins.shape
        size = int(capacity.max(initial=0)) + 1
        self._best = np.zeros((size, columns))
        self._takes = np.zeros((rows, size, columns), dtype=bool)
        for row in np.flatnonzero((margins < 0.0).any(axis=1) & (demand < size)):
            with_row = self._best[: size - demand[row]] + margins[row]
            better = with_row < self._best[demand[row] :]
            self._takes[row, demand[row] :] = better
            np.copyto(self._best[demand[row] :], with_row, where=better)
        self.value = self._best[capacity, np.arange(columns)]

    def taken(self, columns: Columns) -> Floats:
        """Follow the table back from the full capacity."""
        left = self._capacity[columns].copy()
        load = np.zeros((len(self._demand), len(columns)))
        for row in range(len(self._demand) - 1, -1, -1):
            takes = self._takes[row, left, columns]
            load[row] = takes
            left -= takes * self._demand[row]
        return load

    def if_forced(self) -> Floats:
        """Take the row, then the best load of what capacity is left (the row may come twice: a lower bound)."""
        left = self._capacity[None, :] - self._demand[:, None]
        rest = self._best[np.maximum(left, 0), np.arange(len(self._capacity))[None, :]]
        forced = np.maximum(self._margins + rest - self.value[None, :], 0.0)
        return np.where(left < 0, np.inf, forced)


class PartLoads(Loads):
    """Loads with the last row taken in part (Dantzig 1957): a lower bound for any demand."""

    def __init__(self, margins: Floats, demand: Floats, capacity: Floats) -> None:
        rate = margins / np.maximum(demand, _TINY)[:, None]
        order = np.argsort(rate, axis=0, kind="stable")
        size = demand[order]
        gains = np.take_along_axis(margins, order, axis=0) < 0.0
        before = np.cumsum(np.where(gains, size, 0.0), axis=0) - size
        part = np.where(gains, np.clip((capacity[None, :] - before) / np.maximum(size, _TINY), 0.0, 1.0), 0.0)
        self._taken = np.zeros_like(margins)
        np.put_along_axis(self._taken, order, part, axis=0)
        self.value = (margins * self._taken).sum(axis=0)
        full = (self._taken * demand[:, None]).sum(axis=0) >= capacity - _TINY
        last = np.where(self._taken > 0.0, rate, -np.inf).max(axis=0)
        price = np.where(full & np.isfinite(last), -last, 0.0)
        self._reduced = margins + price[None, :] * demand[:, None]
        self._too_large = demand[:, None] > capacity[None, :] + _TINY

    def taken(self, columns: Columns) -> Floats:
        """Give the share of each row taken."""
        share: Floats = self._taken[:, columns]
        return share

    def if_forced(self) -> Floats:
        """Price the capacity as the last row taken does."""
        return np.where(self._too_large, np.inf, np.maximum(self._reduced, 0.0))
