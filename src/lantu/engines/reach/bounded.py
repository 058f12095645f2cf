"""The kernel of catchments: shortest ways that stop at a limit, compiled by numba (extra ``fast``).

Each search touches only the nodes within the limit: what it wrote is wiped node by node, so its cost does
not depend on the size of the network. The heap has four children a node, which suits the processor's cache.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from .arrays import Floats, Graph, Indices
from .optional import require

_numba: Any = require("numba", "fast")


def _push(costs: Floats, nodes: Any, size: int, cost: float, node: int) -> None:
    at = size
    while at > 0:
        parent = (at - 1) >> 2
        if costs[parent] <= cost:
            break
        costs[at] = costs[parent]
        nodes[at] = nodes[parent]
        at = parent
    costs[at] = cost
    nodes[at] = node


def _pop(costs: Floats, nodes: Any, size: int) -> None:
    """Take the first entry out of a heap that had ``size`` + 1 entries."""
    cost, node = costs[size], nodes[size]
    at = 0
    while True:
        child = 4 * at + 1
        if child >= size:
            break
        least = child
        for other in range(child + 1, min(child + 4, size)):
            if costs[other] < costs[least]:
                least = other
        if costs[least] >= cost:
            break
        costs[at] = costs[least]
        nodes[at] = nodes[least]
        at = least
    costs[at] = cost
    nodes[at] = node


_push_fast: Any = _numba.njit(cache=True, inline="always")(_push)
_pop_fast: Any = _numba.njit(cache=True, inline="always")(_pop)


def _search(  # noqa: PLR0913, PLR0917 - a kernel takes plain arrays
    starts: Any, ends: Any, weights: Floats, source: int, limit: float, cost: Floats, touched: Any, heap: Any, at: Any
) -> tuple[int, Any, Any]:
    """Search from one node; give how many nodes were touched, and the heap's arrays (they may have grown)."""
    heap[0], at[0] = 0.0, source
    cost[source] = 0.0
    touched[0] = source
    count, size = 1, 1
    while size > 0:
        now, node = heap[0], at[0]
        size -= 1
        _pop_fast(heap, at, size)
        if now > cost[node]:
            continue
        for edge in range(starts[node], starts[node + 1]):
            through = now + weights[edge]
            end = ends[edge]
            if through <= limit and through < cost[end]:
                if cost[end] == np.inf:
                    touched[count] = end
                    count += 1
                cost[end] = through
                if size == len(heap):
                    heap = np.concatenate((heap, np.empty(size)))
                    at = np.concatenate((at, np.empty(size, np.int32)))
                _push_fast(heap, at, size, through, end)
                size += 1
    return count, heap, at


_search_fast: Any = _numba.njit(cache=True)(_search)


def _search_all(
    starts: Any, ends: Any, weights: Floats, sources: Indices, limit: float, column: Indices
) -> tuple[Any, Any, Floats]:
    size = len(starts) - 1
    cost = np.full(size, np.inf)
    touched = np.empty(size + 1, np.int32)
    heap, at = np.empty(1 << 12), np.empty(1 << 12, np.int32)
    rows = np.zeros(len(sources) + 1, np.int64)
    nodes, costs = np.empty(1 << 14, np.int32), np.empty(1 << 14)
    used = 0
    for number in range(len(sources)):
        count, heap, at = _search_fast(starts, ends, weights, sources[number], limit, cost, touched, heap, at)
        if used + count > len(nodes):
            more = max(len(nodes), count)
            nodes = np.concatenate((nodes, np.empty(more, np.int32)))
            costs = np.concatenate((costs, np.empty(more)))
        for each in range(count):
            node = touched[each]
            if column[node] >= 0:
                nodes[used] = column[node]
                costs[used] = cost[node]
                used += 1
            cost[node] = np.inf
        rows[number + 1] = used
    return rows, nodes[:used], costs[:used]


_search_all_fast: Any = _numba.njit(cache=True)(_search_all)


def bounded_search(graph: Graph, sources: Indices, limit: float, column: Indices) -> tuple[Indices, Indices, Floats]:
    """Search from every source up to ``limit``.

    Parameters
    ----------
    graph:
        Scipy CSR matrix of costs.
    sources:
        Nodes to start from.
    limit:
        In the unit of the graph.
    column:
        For each node its column in the table, -1 where it is not wanted.

    Returns
    -------
    tuple
        Row starts, columns and costs of a sparse table, sources x wanted nodes.
    """
    found: tuple[Indices, Indices, Floats] = _search_all_fast(
        graph.indptr, graph.indices, graph.data, np.asarray(sources, dtype=np.int64), limit, column
    )
    return found
