"""Where the next facilities would serve most people, by the very reading by which a promise is measured.

The candidates are held against every stand of every group: who moves slowly has a nearer limit, who lives in a part
of a cell counts with that part. So what a site adds is what the measurement would say if the site stood there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from scipy.spatial import cKDTree

from .arrays import Floats, Graph, Indices
from .catchment import catchments
from .definition import Way
from .demand import Stands
from .facilities import Facilities
from .projection import Projection
from .siting import SitingPlan, mclp
from .siting.plan import Columns
from .ways import Joined

_SECONDS = 30.0


@dataclass(frozen=True)
class Group:
    """People with one limit: how far each may go, and how many of them are at each stand."""

    limit: float
    weight: Floats


@dataclass(frozen=True)
class Best:
    """Which candidates to build, in order, what each adds, and how good that is proven to be."""

    chosen: Columns
    adds: Floats
    plan: SitingPlan


def best_of(groups: list[Group], known: Floats, costs: Any, k: int) -> Best:
    """Choose at most ``k`` candidates that serve most people whom no facility serves.

    Parameters
    ----------
    groups:
        Who is to be served, at the stands.
    known:
        The cost of each stand to its nearest facility that stands already.
    costs:
        Candidates x stands, sparse: the cost of each way within the largest limit.
    k:
        How many may be built.
    """
    covers, weight = _coverage(groups, known, costs)
    plan = mclp(covers, weight, k, time_limit=_SECONDS)
    chosen, adds = _in_order(covers.tocsc(), weight, plan.sites)
    return Best(chosen, adds, plan)


def _coverage(groups: list[Group], known: Floats, costs: Any) -> tuple[Any, Floats]:
    """Give which candidate covers whom (rows: a group at a stand), of those who are not served yet."""
    tables, weights = [], []
    by_stand = costs.T.tocsr()
    for group in groups:
        limit = group.limit * (1 + 1e-12)
        left = np.flatnonzero((known > limit) & (group.weight > 0))
        table = by_stand[left]
        near = table.data <= limit
        row = np.repeat(np.arange(len(left)), np.diff(table.indptr))[near]
        ones = np.ones(int(near.sum()))
        tables.append(sp.csr_matrix((ones, (row, table.indices[near])), shape=table.shape))
        weights.append(group.weight[left])
    return sp.vstack(tables).tocsr(), np.concatenate(weights)


def _in_order(covers: Any, weight: Floats, sites: Columns) -> tuple[Columns, Floats]:
    """Put sites into the order in which each adds most to those before it."""
    left, order, adds = list(sites), [], []
    open_to = np.ones(len(weight), dtype=bool)
    while left:
        gains = [_gain(covers, weight * open_to, site) for site in left]
        best = int(np.argmax(gains))
        adds.append(gains[best])
        order.append(left.pop(best))
        open_to[covers.indices[covers.indptr[order[-1]] : covers.indptr[order[-1] + 1]]] = False
    return np.array(order, dtype=np.int64), np.array(adds)


def _gain(covers: Any, weight: Floats, site: int) -> float:
    return float(weight[covers.indices[covers.indptr[site] : covers.indptr[site + 1]]].sum())


def costs_along(joined: Joined, candidates: Facilities, way: Way, graph: Graph, limit: float) -> Any:
    """Give candidates x stands along the network: the least cost through any entrance, where it is within the limit."""
    stand, entrance = joined.nodes(way)
    found = catchments(graph, entrance, limit * (1 + 1e-9), stand).tocoo()
    return _least(candidates.owner[found.row], found.col, found.data, (len(candidates), len(stand)))


def costs_straight(stands: Stands, candidates: Facilities, limit: float) -> Any:
    """Give candidates x stands as the crow flies."""
    lon, lat = np.concatenate([stands.lon, candidates.lon]), np.concatenate([stands.lat, candidates.lat])
    x, y = Projection.around(lon, lat).to_metres(lon, lat)
    at, split = np.column_stack([x, y]), len(stands.lon)
    near = cKDTree(at[split:]).sparse_distance_matrix(cKDTree(at[:split]), limit * (1 + 1e-9), output_type="coo_matrix")
    shape = (len(candidates), split)
    return _least(candidates.owner[near.row], near.col.astype(np.int64), near.data, shape)


def _least(row: Indices, column: Indices, cost: Floats, shape: tuple[int, int]) -> Any:
    order = np.lexsort((cost, column, row))
    row, column, cost = row[order], column[order], cost[order]
    first = np.ones(len(row), dtype=bool)
    first[1:] = (row[1:] != row[:-1]) | (column[1:] != column[:-1])
    return sp.csr_matrix((cost[first], (row[first], column[first])), shape=shape)


def together(standing: Facilities, candidates: Facilities, chosen: Columns) -> Facilities:
    """Give the facilities that stand with the chosen candidates behind them."""
    number = np.full(len(candidates), -1)
    number[chosen] = len(standing) + np.arange(len(chosen))
    taken = np.flatnonzero(number[candidates.owner] >= 0)
    return Facilities(
        id=np.concatenate([standing.id, candidates.id[chosen]]),
        name=np.concatenate([standing.name, candidates.name[chosen]]),
        shapes=np.concatenate([standing.shapes, candidates.shapes[chosen]]),
        capacity=None,
        owner=np.concatenate([standing.owner, number[candidates.owner[taken]]]),
        lon=np.concatenate([standing.lon, candidates.lon[taken]]),
        lat=np.concatenate([standing.lat, candidates.lat[taken]]),
    )
