"""p-center: open k sites so that the longest way of any row is shortest."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import scipy.sparse as sp
from numpy.typing import ArrayLike

from .choice import Choice, free_columns, make_choice
from .coverage import Coverage
from .interchange import Exchange
from .matrix import read_costs, require_reachable, serve
from .plan import Columns, Floats, SitingPlan
from .proof import best_columns
from .set_cover import cover_greedily, reduce_table
from .stopwatch import Stopwatch


def p_center(
    cost: ArrayLike,
    k: int | None,
    *,
    kept: Iterable[int] = (),
    banned: Iterable[int] = (),
    prices: ArrayLike | None = None,
    budget: float | None = None,
    time_limit: float = 60.0,
) -> SitingPlan:
    """Open ``k`` more sites so that the largest cost of any row to its nearest site is least.

    A radius is possible where as many sites cover all rows within it, so the least one is found by
    halving the list of all costs and covering exactly each time (Minieka 1970). Sites left over go where
    they lower the summed cost most.

    Parameters
    ----------
    cost, k, kept, banned, prices, budget, time_limit:
        As for ``p_median``.

    Returns
    -------
    SitingPlan
        ``value`` is the largest cost of any row; infinite where not all rows can be reached.

    Raises
    ------
    InputError
        Where the costs or limits make no sense.
    """
    clock = Stopwatch(time_limit)
    costs = read_costs(cost)
    stands, free = free_columns(costs.shape[1], kept, banned)
    require_reachable(np.isfinite(costs[:, np.union1d(stands, free)]).any(axis=1))
    choice = make_choice(free, k, prices, budget, costs.shape[1])
    base = costs[:, stands].min(axis=1) if len(stands) else np.full(len(costs), np.inf)
    opened, bound = _least_radius(np.minimum(costs[:, free], base[:, None]), base, choice, clock)
    sites = np.union1d(stands, free[_fill(costs[:, free], base, choice, opened)])
    value = float(costs[:, sites].min(axis=1).max()) if len(sites) else np.inf
    return SitingPlan(sites, value, min(bound, value), bound >= value, serve(costs, sites), stands)


def _least_radius(costs: Floats, base: Floats, choice: Choice, clock: Stopwatch) -> tuple[Columns, float]:
    """Give the columns of the least radius found, and the least radius not proven impossible."""
    radii = np.unique(np.append(costs, base))
    radii = radii[radii >= np.minimum(costs.min(axis=1, initial=np.inf), base).max()]
    low, high, proven = 0, len(radii) - 1, 0
    best = np.zeros(0, dtype=np.int64)
    while low < high:
        middle = (low + high) // 2
        columns, impossible = _cover_within(costs, base, float(radii[middle]), choice, clock)
        if columns is None:
            low = middle + 1
            proven = low if impossible else proven
        else:
            best, high = columns, middle
    return best, float(radii[proven])


def _cover_within(
    costs: Floats, base: Floats, radius: float, choice: Choice, clock: Stopwatch
) -> tuple[Columns | None, bool]:
    """Give columns that reach every row within ``radius``, and whether it is proven that there are none."""
    far = base > radius
    covers = sp.csr_matrix(costs[far] <= radius, dtype=np.float64)
    prices = np.ones(costs.shape[1])
    greedy = cover_greedily(covers, prices, choice)
    if greedy is not None:
        return greedy, False
    rows, columns = reduce_table(covers, prices, choice)
    left = Choice(choice.count, None if choice.prices is None else choice.prices[columns], choice.budget)
    question = Coverage(
        rows.tocsc(), np.ones(rows.shape[0]), left, np.zeros(0, dtype=np.int64), np.arange(len(columns))
    )
    opened, uncovered, bound = best_columns(question, 1.0, clock, wanted=1e-6)
    return (columns[opened], False) if uncovered == 0.0 else (None, bound == np.inf)


def _fill(costs: Floats, base: Floats, choice: Choice, opened: Columns) -> Columns:
    """Open what the limits still allow where it lowers the summed cost most."""
    finite = costs[np.isfinite(costs)].max(initial=0.0) + 1.0
    most = np.minimum(base, finite)
    exchange = Exchange(np.minimum(costs, most[:, None]), most, choice, [int(column) for column in opened])
    exchange.open_more()
    return np.sort(np.asarray(exchange.open, dtype=np.int64))
