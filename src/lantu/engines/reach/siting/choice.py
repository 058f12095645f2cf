"""Which candidate sites may still be opened: how many, at what price, beside those that stand already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from lantu.model import InputError

from .matrix import read_prices
from .plan import Columns, Flags, Floats

_TINY = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Pick:
    """The cheapest pick of columns under a relaxed limit.

    Parameters
    ----------
    total:
        Lower bound of the summed reduced cost of any allowed set of columns.
    weight:
        For each column how much of it is picked, 0..1.
    if_opened, if_closed:
        For each column by how much ``total`` rises at least when it must be, or must not be, opened.
    """

    total: float
    weight: Floats
    if_opened: Floats
    if_closed: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The limits of what may be opened further, over the columns still free (arrays of that length).

    Parameters
    ----------
    count:
        At most so many more columns.
    prices, budget:
        Price of each free column, and how much may still be spent; None where money is no limit.
    """

    count: int
    prices: Floats | None = None
    budget: float = np.inf

    def pick(self, worth: Floats) -> Pick:
        """Give the cheapest pick for columns of reduced cost ``worth`` (only negative ones are picked)."""
        by_count = _pick_within(worth, None, float(self.count))
        if self.prices is None:
            return by_count
        by_price = _pick_within(worth, self.prices, self.budget)
        return by_count if by_count.total >= by_price.total else by_price

    def affords(self, columns: Columns | list[int]) -> bool:
        """Tell whether these free columns may all be opened together."""
        if len(columns) > self.count:
            return False
        return self.prices is None or float(self.prices[columns].sum()) <= self.budget + _TINY

    def affordable_beside(self, others: list[int], columns: int) -> Flags:
        """Tell for each of the free columns whether the budget allows it beside ``others``."""
        if self.prices is None:
            return np.ones(columns, dtype=bool)
        fits: Flags = self.prices <= self.budget - float(self.prices[others].sum()) + _TINY
        return fits

    def after(self, opened: Columns, still_free: Columns) -> Choice:
        """Give the choice left when some free columns are opened and only ``still_free`` remain."""
        left = replace(self, count=self.count - len(opened))
        if self.prices is None:
            return left
        return replace(left, prices=self.prices[still_free], budget=self.budget - float(self.prices[opened].sum()))


def _pick_within(worth: Floats, prices: Floats | None, purse: float) -> Pick:
    """Fill a purse with the best worth per price; the last column may be taken in part (Dantzig's bound)."""
    price = np.ones(len(worth)) if prices is None else np.maximum(prices, _TINY)
    rate = worth / price
    order = np.argsort(rate, kind="stable")
    order = order[worth[order] < 0.0]
    before = np.cumsum(price[order]) - price[order]
    weight = np.zeros(len(worth))
    weight[order] = np.clip((purse - before) / price[order], 0.0, 1.0)
    taken = np.flatnonzero(weight[order] > 0.0)
    full = len(taken) > 0 and before[taken[-1]] + price[order[taken[-1]]] >= purse - _TINY
    last = -rate[order[taken[-1]]] if full else 0.0
    following = -rate[order[taken[-1] + 1]] if full and taken[-1] + 1 < len(order) else 0.0
    if full and weight[order[taken[-1]]] < 1.0:
        following = last
    return Pick(
        total=float(worth @ weight),
        weight=weight,
        if_opened=np.maximum(0.0, worth + last * price),
        if_closed=np.maximum(0.0, -(worth + following * price)),
    )


def free_columns(columns: int, kept: Iterable[int], banned: Iterable[int]) -> tuple[Columns, Columns]:
    """Give the kept columns and those that may be opened, both sorted, after checking the indices.

    Raises
    ------
    InputError
        Where an index is no column, or a column is both kept and banned.
    """
    stands = np.unique(np.asarray(list(kept), dtype=np.int64))
    barred = np.unique(np.asarray(list(banned), dtype=np.int64))
    for name, indices in (("kept", stands), ("banned", barred)):
        if len(indices) and (indices[0] < 0 or indices[-1] >= columns):
            wrong = int(indices[0] if indices[0] < 0 else indices[-1])
            raise InputError(f"{name} site {wrong} is not one of {columns} columns", "count columns from 0")
    both = np.intersect1d(stands, barred)
    if len(both):
        raise InputError(f"site {both[0]} is both kept and banned", "name it in one of the two")
    return stands, np.setdiff1d(np.arange(columns), np.union1d(stands, barred))


def make_choice(free: Columns, k: int | None, prices: ArrayLike | None, budget: float | None, columns: int) -> Choice:
    """Give the choice over the free columns that a caller's ``k``, ``prices`` and ``budget`` describe.

    Raises
    ------
    InputError
        Where neither ``k`` nor ``budget`` limits the choice, or one of them makes no sense.
    """
    if k is None and budget is None:
        raise InputError("neither k nor budget limits how many sites may be opened", "give one of the two")
    if k is not None and (k < 0 or int(k) != k):
        raise InputError(f"k = {k} new sites", "give a whole number, 0 or more")
    if (budget is None) is not (prices is None):
        raise InputError("prices and budget belong together", "give both or neither")
    count = len(free) if k is None else min(int(k), len(free))
    if budget is None or prices is None:
        return Choice(count)
    asked = read_prices(prices, columns)
    return Choice(count, asked[free], float(budget))
