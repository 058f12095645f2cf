"""How far the nearest facility is from every node: one exact search from all facilities at once."""

from __future__ import annotations

import numpy as np
from scipy.sparse.csgraph import dijkstra

from .arrays import Floats, Graph, Indices


def nearest_cost(graph: Graph, facilities: Indices, limit: float = np.inf) -> Floats:
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
    """
    if not len(facilities):
        return np.full(graph.shape[0], np.inf)
    cost: Floats = dijkstra(against(graph), True, np.unique(facilities), min_only=True, limit=limit)
    return cost


def nearest_facility(graph: Graph, facilities: Indices, limit: float = np.inf) -> tuple[Floats, Indices]:
    """Give beside the least cost which facility (position in ``facilities``) it leads to, -1 where none."""
    if not len(facilities):
        return np.full(graph.shape[0], np.inf), np.full(graph.shape[0], -1, dtype=np.int64)
    cost, _, source = dijkstra(
        against(graph), True, np.unique(facilities), min_only=True, limit=limit, return_predecessors=True
    )
    order = np.argsort(facilities, kind="stable")
    at = np.searchsorted(facilities[order], np.maximum(source, 0))
    return cost, np.where(source >= 0, order[np.minimum(at, len(order) - 1)], -1)


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
