"""LSCP, the location set covering problem (Toregas et al. 1971): the fewest sites that cover every row."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from .choice import Choice, free_columns
from .matrix import Covers, cover_rows, read_covers, read_prices, require_reachable
from .plan import SitingPlan
from .set_cover import cover_all
from .stopwatch import Stopwatch


def lscp(
    covers: ArrayLike | Covers,
    *,
    kept: Iterable[int] = (),
    banned: Iterable[int] = (),
    prices: ArrayLike | None = None,
    time_limit: float = 60.0,
) -> SitingPlan:
    """Open as few (or as cheap) sites as cover every row.

    Parameters
    ----------
    covers:
        Whether each row (demand) is covered by each column (candidate site): flags, or a scipy sparse
        matrix.
    kept, banned, time_limit:
        As for ``p_median``.
    prices:
        Price of opening each column; 1 where None.

    Returns
    -------
    SitingPlan
        ``value`` is the number (or the summed price) of new sites.

    Raises
    ------
    InputError
        Where a row is covered by no column: no number of sites would be enough.
    """
    clock = Stopwatch(time_limit)
    matrix = read_covers(covers)
    columns = matrix.shape[1]
    stands, free = free_columns(columns, kept, banned)
    require_reachable(cover_rows(matrix, np.union1d(stands, free)) >= 0)
    price = np.ones(columns) if prices is None else read_prices(prices, columns)
    left = matrix[cover_rows(matrix, stands) < 0][:, free]
    found = cover_all(left, price[free], Choice(len(free)), clock)
    sites = np.union1d(stands, free[found.columns])
    value = float(price[free[found.columns]].sum())
    proven = found.bound >= value - 1e-9 * max(1.0, value)
    return SitingPlan(sites, value, value if proven else found.bound, proven, cover_rows(matrix, sites), stands)
