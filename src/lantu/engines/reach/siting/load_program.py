"""The capacitated p-median as an integer program over the pairs of row and site that bounds left possible."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from .loading import Loading
from .plan import Columns, Flags, Floats
from .program import Answer, minimise

_MOST_PAIRS = 200_000


def solve_loads(
    loading: Loading, may_serve: Flags, opens: Columns, seconds: float
) -> tuple[Columns | None, Columns | None, float]:
    """Give the open columns and the assignment of the best plan found, and the proven lower bound.

    Parameters
    ----------
    may_serve:
        Which column may serve which row.
    opens:
        Columns that must be open.
    seconds:
        Time limit.

    Returns
    -------
    tuple
        Columns and assignment are None where no plan was found; an infinite bound proves that there is none.
    """
    if not may_serve.any(axis=1).all():
        return None, None, np.inf
    if int(may_serve.sum()) > _MOST_PAIRS:
        return None, None, -np.inf
    answer, row, column = _solve(loading, may_serve, opens, seconds)
    if answer.point is None:
        return None, None, answer.bound
    pairs = answer.point[: len(row)] > 0.5
    assignment = np.zeros(len(loading.demand), dtype=np.int64)
    assignment[row[pairs]] = column[pairs]
    used = np.flatnonzero(answer.point[len(row) :] > 0.5)
    return np.union1d(np.flatnonzero(may_serve.any(axis=0))[used], loading.stands), assignment, answer.bound


def _solve(loading: Loading, may_serve: Flags, opens: Columns, seconds: float) -> tuple[Answer, Columns, Columns]:
    row, column = np.nonzero(may_serve)
    used = np.flatnonzero(may_serve.any(axis=0))
    at = np.searchsorted(used, column)
    pairs, sites, count = np.arange(len(row)), len(row) + np.arange(len(used)), len(row) + len(used)
    must = np.isin(used, np.concatenate([loading.stands, opens]))
    once = _matrix(row, pairs, np.ones(len(row)), (len(loading.demand), count))
    room = _matrix(
        np.concatenate([at, np.arange(len(used))]),
        np.concatenate([pairs, sites]),
        np.concatenate([loading.demand[row], -loading.capacity[used]]),
        (len(used), count),
    )
    linked = _matrix(
        np.concatenate([pairs, pairs]),
        np.concatenate([pairs, sites[at]]),
        np.concatenate([np.ones(len(row)), -np.ones(len(row))]),
        (len(row), count),
    )
    purse, most = _purse(loading, used, sites, count)
    answer = minimise(
        np.concatenate([loading.costs[row, column], np.zeros(len(used))]),
        sp.vstack([once, room, linked, purse]).tocsr(),
        np.concatenate([np.ones(once.shape[0]), np.full(len(used) + len(row) + len(most), -np.inf)]),
        np.concatenate([np.ones(once.shape[0]), np.zeros(len(used) + len(row)), most]),
        whole=np.ones(count, dtype=bool),
        least=np.concatenate([np.zeros(len(row)), must.astype(np.float64)]),
        seconds=seconds,
    )
    return answer, row, column


def _purse(loading: Loading, used: Columns, sites: Columns, count: int) -> tuple[sp.csr_matrix, Floats]:
    """Limit how many of the free columns open, and what they cost."""
    new = np.flatnonzero(np.isin(used, loading.free))
    limits, most = [np.ones(len(new))], [float(loading.choice.count)]
    if loading.choice.prices is not None:
        limits.append(loading.choice.prices[np.searchsorted(loading.free, used[new])])
        most.append(loading.choice.budget)
    rows = np.repeat(np.arange(len(limits)), len(new))
    return _matrix(rows, np.tile(sites[new], len(limits)), np.concatenate(limits), (len(limits), count)), np.asarray(
        most
    )


def _matrix(row: Columns, column: Columns, entries: Floats, shape: tuple[int, int]) -> sp.csr_matrix:
    return sp.csr_matrix((entries, (row, column)), shape=shape)
