"""The answers of siting questions by trying every plan: slow, small and obviously right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product

import numpy as np


def plans(columns: int, k: int, kept: Iterable[int] = (), banned: Iterable[int] = ()) -> Iterator[list[int]]:
    free = [j for j in range(columns) if j not in {*kept, *banned}]
    for opened in combinations(free, min(k, len(free))):
        yield sorted([*kept, *opened])


def within(budget: float, prices: np.ndarray, kept: Iterable[int] = ()) -> Iterator[list[int]]:
    free = [j for j in range(len(prices)) if j not in kept]
    for k in range(len(free) + 1):
        for opened in combinations(free, k):
            if prices[list(opened)].sum() <= budget:
                yield sorted([*kept, *opened])


def least(all_plans: Iterable[list[int]], value: Callable[[list[int]], float]) -> float:
    return min((value(plan) for plan in all_plans), default=np.inf)


def summed(cost: np.ndarray, weights: np.ndarray | None = None) -> Callable[[list[int]], float]:
    weight = np.ones(len(cost)) if weights is None else weights
    return lambda plan: float((cost[:, plan].min(axis=1, initial=np.inf) * weight).sum())


def covered(covers: np.ndarray, weights: np.ndarray) -> Callable[[list[int]], float]:
    return lambda plan: float(weights[covers[:, plan].any(axis=1)].sum())


def allotted(cost: np.ndarray, demand: np.ndarray, capacity: np.ndarray) -> Callable[[list[int]], float]:
    def value(plan: list[int]) -> float:
        best = np.inf
        for choice in product(plan, repeat=len(cost)):
            load = np.bincount(choice, weights=demand, minlength=cost.shape[1])
            if (load <= capacity).all():
                best = min(best, cost[np.arange(len(cost)), list(choice)].sum())
        return float(best)

    return value
