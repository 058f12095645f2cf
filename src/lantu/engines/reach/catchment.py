"""All pairs within a limit: which nodes each facility reaches, and at what cost, as a sparse table."""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import dijkstra

from .arrays import Floats, Graph, Indices
from .nearest import against
from .optional import has

_CELLS_AT_ONCE = 20_000_000


def catchments(graph: Graph, facilities: Indices, limit: float, targets: Indices | None = None) -> Any:
    """Give for every facility the nodes from which it is reached within ``limit``.

    Only what lies within the limit is ever looked at. The fast kernel comes with the extra ``fast``
    (numba); without it scipy's searches give the same table more slowly.

    Parameters
    ----------
    graph:
        Cost of going from node i to node j.
    facilities:
        Node of each facility.
    limit:
        In the unit of the graph.
    targets:
        Nodes that matter; all where None.

    Returns
    -------
    scipy.sparse.csr_matrix
        Facilities x targets (by position); an entry is the cost of the way, which may be 0.
    """
    turned = against(graph)
    column = np.full(graph.shape[0], -1, dtype=np.int64)
    wanted = np.arange(graph.shape[0]) if targets is None else np.unique(targets)
    column[wanted] = np.arange(len(wanted))
    search = _fast if has("numba") else _plain
    starts, nodes, costs = search(turned, facilities, float(limit), column)
    table = sp.csr_matrix((costs, nodes, starts), shape=(len(facilities), len(wanted)))
    if targets is None:
        return table
    return table[:, np.searchsorted(wanted, targets)] if not np.array_equal(wanted, targets) else table


def _fast(graph: Graph, sources: Indices, limit: float, column: Indices) -> tuple[Indices, Indices, Floats]:
    from .bounded import bounded_search  # noqa: PLC0415 - numba is an extra, and slow to load

    return bounded_search(graph, sources, limit, column)


def _plain(graph: Graph, sources: Indices, limit: float, column: Indices) -> tuple[Indices, Indices, Floats]:
    nodes: list[Indices] = []
    costs: list[Floats] = []
    starts = np.zeros(len(sources) + 1, dtype=np.int64)
    block = max(1, _CELLS_AT_ONCE // max(1, graph.shape[0]))
    for first in range(0, len(sources), block):
        found = dijkstra(graph, True, sources[first : first + block], limit=limit)
        row, node = np.nonzero(np.isfinite(found) & (column >= 0)[None, :])
        starts[first + 1 : first + 1 + len(found)] = np.bincount(row, minlength=len(found))
        nodes.append(column[node])
        costs.append(found[row, node])
    empty = np.zeros(0)
    return np.cumsum(starts), np.concatenate([empty.astype(np.int64), *nodes]), np.concatenate([empty, *costs])
