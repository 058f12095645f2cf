"""p-median: open k sites so that the summed cost of reaching them is least."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from .choice import Choice, free_columns, make_choice
from .distances import Distances
from .incumbent import smallest_step
from .matrix import read_costs, read_weights, require_reachable, serve
from .plan import Columns, Floats, SitingPlan
from .proof import best_columns
from .stopwatch import Stopwatch


def p_median(
    cost: ArrayLike,
    k: int | None,
    *,
    kept: Iterable[int] = (),
    banned: Iterable[int] = (),
    weights: ArrayLike | None = None,
    prices: ArrayLike | None = None,
    budget: float | None = None,
    time_limit: float = 60.0,
) -> SitingPlan:
    """Open ``k`` more sites so that the summed cost of serving every row from its nearest site is least.

    Parameters
    ----------
    cost:
        Cost (metres, minutes) of serving each row (demand) from each column (candidate site); infinite
        where a column cannot serve a row.
    k:
        How many sites to open beside the kept ones; None where only the budget limits them.
    kept, banned:
        Columns that stand already, and columns that must not be opened.
    weights:
        How much each row counts (residents); 1 where None.
    prices, budget:
        Price of opening each column, and the most that may be spent on new sites.
    time_limit:
        Seconds after which the best plan so far is given, with the gap proven by then.

    Returns
    -------
    SitingPlan
        ``value`` is the weighted sum. Rows that no open site can reach are left out of the assignment and
        make the value infinite; the plan leaves out as little weight as it can.

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
    weight = read_weights(weights, costs.shape[0])
    finite, unserved = _without_infinity(costs * weight[:, None])
    opened, bound = _solve(finite, stands, free, choice, clock)
    sites = np.union1d(stands, opened)
    return _plan(finite, unserved, sites, bound, serve(costs, sites), stands)


def _solve(costs: Floats, stands: Columns, free: Columns, choice: Choice, clock: Stopwatch) -> tuple[Columns, float]:
    """Give the columns to open and the proven lower bound."""
    base = costs[:, stands].min(axis=1) if len(stands) else costs.max(axis=1) + 1.0
    nearer = np.minimum(costs[:, free], base[:, None])
    question = Distances(nearer, base, choice, np.zeros(0, dtype=np.int64), np.arange(len(free)))
    opened, _, bound = best_columns(question, smallest_step(costs), clock)
    return free[opened], bound


def _without_infinity(costs: Floats) -> tuple[Floats, float]:
    """Put a cost above any plan's in the place of infinity, so that the fewest rows go unserved."""
    infinite = np.isinf(costs)
    if not infinite.any():
        return costs, np.inf
    penalty = 1.0 + np.ceil(np.where(infinite, 0.0, costs).max(axis=1).sum())
    return np.where(infinite, penalty, costs), penalty


def _plan(
    costs: Floats, unserved: float, sites: Columns, bound: float, assignment: Columns, stands: Columns
) -> SitingPlan:
    value = float(costs[:, sites].min(axis=1).sum()) if len(sites) else np.inf
    proven = bound >= value - 1e-9 * max(1.0, abs(value))
    if value >= unserved:
        value, bound = np.inf, np.inf if bound >= unserved else bound
    return SitingPlan(sites, value, value if proven else bound, proven, assignment, stands)
