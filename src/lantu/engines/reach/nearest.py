"""How far the nearest facility is from every node: one exact search from all facilities at once."""

from __future__ import annotations

import numpy as np
from scipy.sparse.csgraph import dijkstra

from .arrays import Floats, Graph, Indices
from .optional import has

At = tuple[Floats, Floats]
"""Metres east and north of each node."""
LARGE = 500_000
"""Nodes from which on a search by tiles saves more time than numba takes to load."""


def nearest_cost(graph: Graph, facilities: Indices, limit: float = np.inf, at: At | None = None) -> Floats:
    """Give for every node the least cost of a way to any facility; infinite beyond ``limit`` or without a way.

    The search runs from the facilities against the direction of the edges, so one-way streets are walked as
    they lead.

    Parameters
    ----------
    graph:
        Cost of going from node i to node j, as in ``Network.metres``.
    facilities:
        Nodes of the facilities.
    limit:
        In the unit of the graph.
    at:
        Where the nodes are: a large graph is then searched tile by tile (extra ``fast``), with the same result.
    """
    if not len(facilities):
        return np.full(graph.shape[0], np.inf)
    tiled = _in_tiles(graph, facilities, limit, at)
    if tiled is not None:
        return tiled[0]
    cost: Floats = dijkstra(against(graph), True, np.unique(facilities), min_only=True, limit=limit)
    return cost


def nearest_facility(
    graph: Graph, facilities: Indices, limit: float = np.inf, at: At | None = None
) -> tuple[Floats, Indices]:
    """Give beside the least cost which facility (position in ``facilities``) it leads to, -1 where none.

    Where two are equally near it is either of them.
    """
    if not len(facilities):
        return np.full(graph.shape[0], np.inf), np.full(graph.shape[0], -1, dtype=np.int64)
    tiled = _in_tiles(graph, facilities, limit, at)
    if tiled is not None:
        return tiled
    cost, _, source = dijkstra(
        against(graph), True, np.unique(facilities), min_only=True, limit=limit, return_predecessors=True
    )
    order = np.argsort(facilities, kind="stable")
    found = np.searchsorted(facilities[order], np.maximum(source, 0))
    return cost, np.where(source >= 0, order[np.minimum(found, len(order) - 1)], -1)


def _in_tiles(graph: Graph, facilities: Indices, limit: float, at: At | None) -> tuple[Floats, Indices] | None:
    if at is None or graph.shape[0] < LARGE or not has("numba"):
        return None
    from .large import nearest_in_tiles  # noqa: PLC0415 - numba is an extra, and slow to load

    return nearest_in_tiles(against(graph), facilities, limit, *at)


def against(graph: Graph) -> Graph:
    """Give the graph with every edge turned round; the same graph where each leads both ways alike."""
    turned = graph.T.tocsr()  # which leaves its indices in order
    same = (
        graph.has_sorted_indices
        and np.array_equal(turned.indptr, graph.indptr)
        and np.array_equal(turned.indices, graph.indices)
        and np.array_equal(turned.data, graph.data)
    )
    return graph if same else turned
