"""Capacitated p-median: k sites that can each take only so much, every row going whole to one of them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from lantu.model import InputError

from .choice import free_columns, make_choice
from .incumbent import smallest_step
from .load_search import LoadSearch
from .loading import Loading
from .matrix import read_costs, read_weights, require_reachable
from .plan import UNSERVED, Floats, SitingPlan
from .stopwatch import Stopwatch


def capacitated_p_median(  # noqa: PLR0913 - the published signature
    cost: ArrayLike,
    demand: ArrayLike,
    capacity: ArrayLike | float,
    k: int | None,
    *,
    kept: Iterable[int] = (),
    banned: Iterable[int] = (),
    prices: ArrayLike | None = None,
    budget: float | None = None,
    time_limit: float = 60.0,
) -> SitingPlan:
    """Open ``k`` more sites so that the summed cost is least while no site takes more than its capacity.

    Parameters
    ----------
    cost:
        Cost of serving each row (demand) wholly from each column (candidate site), infinite where it
        cannot; multiply metres by residents beforehand if every resident's way shall count.
    demand:
        What each row takes of a site's capacity (children, patients).
    capacity:
        What each column can take: one number for all, or one a column.
    k, kept, banned, prices, budget, time_limit:
        As for ``p_median``.

    Returns
    -------
    SitingPlan
        Each row goes to one site, which need not be its nearest. Where no plan serves every row the
        value is infinite and the assignment ``UNSERVED``; ``proven`` tells whether that is certain.

    Raises
    ------
    InputError
        Where the arrays or limits make no sense, or all capacity that may be opened is less than the demand.
    """
    clock = Stopwatch(time_limit)
    costs = read_costs(cost)
    rows, columns = costs.shape
    load = read_weights(demand, rows, "demand")
    room = _read_capacity(capacity, columns)
    stands, free = free_columns(columns, kept, banned)
    choice = make_choice(free, k, prices, budget, columns)
    _require_room(load, room[np.union1d(stands, free)])
    allowed = np.isfinite(costs) & (load[:, None] <= room[None, :] + 1e-9)
    require_reachable(allowed[:, np.union1d(stands, free)].any(axis=1))
    most = room[stands].sum() + np.sort(room[free])[::-1][: choice.count].sum()
    if load.sum() > most + 1e-9:
        raise InputError(f"demand {load.sum():g} exceeds the largest capacity {most:g}", "open more or larger sites")
    loading = Loading(np.where(allowed, costs, 0.0), allowed, load, room, stands, free, choice)
    search = LoadSearch(loading, smallest_step(np.where(allowed, costs, 0.0)))
    bound = search.run(clock)
    if search.assignment is None:
        nobody = np.full(rows, UNSERVED, dtype=np.int64)
        return SitingPlan(stands, np.inf, bound, bound == np.inf, nobody, stands)
    proven = bound >= search.value - 1e-9 * max(1.0, search.value)
    return SitingPlan(search.sites, search.value, search.value if proven else bound, proven, search.assignment, stands)


def _require_room(load: Floats, room: Floats) -> None:
    """Refuse a row that is more than any site takes: it goes whole to one of them."""
    most = float(room.max(initial=0.0))
    large = np.flatnonzero(load > most + 1e-9)
    if len(large):
        problem = f"row {large[0]} has {load[large[0]]:g}, more than the largest site takes ({most:g})"
        raise InputError(problem, "divide it into smaller places, or name larger sites")


def _read_capacity(capacity: ArrayLike | float, columns: int) -> Floats:
    given = np.asarray(capacity, dtype=np.float64)
    room = np.full(columns, float(given)) if given.ndim == 0 else given
    return read_weights(room, columns, "capacity")
