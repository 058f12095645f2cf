"""The nearest facility in a network of millions of nodes, tile by tile, compiled by numba (extra ``fast``).

One search over a large network jumps from front to front, and at every step the processor waits for memory. Here the
nodes are put into square tiles that fit into its cache; the tile with the least cost still to be passed on is searched
to its end, with buckets of costs in the place of a heap, and hands what crosses its edges to its neighbours. A tile may
have its turn again. The costs are those of Dijkstra's search to the last bit: both are the least sum over all ways.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from .arrays import Floats, Graph, Indices
from .optional import require

_numba: Any = require("numba", "fast")
_PER_TILE = 8192
"""Nodes a tile: with their edges half a megabyte, a part of a core's own cache."""
_SLOTS = 1024
"""Buckets of a tile's search, a power of two; a cost that lies further on is looked at out of turn, and again in it."""


def _put(first: Any, at: int, following: Any, entry: int) -> None:
    """Put an entry at the head of a list."""
    following[entry] = first[at]
    first[at] = entry


def _fresh(used: int, unused: int, following: Any) -> tuple[int, int, int]:
    """Give an entry to write, how many were ever used, and the head of those that are free again."""
    if unused >= 0:
        return unused, used, following[unused]
    return used, used + 1, unused


_put_fast: Any = _numba.njit(cache=True, inline="always")(_put)
_fresh_fast: Any = _numba.njit(cache=True, inline="always")(_fresh)


def _begin_tile(  # noqa: PLR0913, PLR0917 - a kernel takes plain arrays
    entry: int,
    at: int,
    per_slot: float,
    cost: Floats,
    node: Any,
    following: Any,
    label: Floats,
    slots: Any,
    unused: int,
) -> tuple[int, int, int, float]:
    """Spread what waits for a tile over its buckets: how many, what is free, what lies too far on, its least cost."""
    waiting, later, least = 0, -1, np.inf
    while entry >= 0:
        after = following[entry]
        slot = int(label[entry] * per_slot)
        if label[entry] != cost[node[entry]]:
            following[entry], unused = unused, entry
        elif slot - at < _SLOTS:
            _put_fast(slots, slot & (_SLOTS - 1), following, entry)
            waiting += 1
        else:
            following[entry], later = later, entry
            least = min(least, label[entry])
        entry = after
    return waiting, unused, later, least


_begin_tile_fast: Any = _numba.njit(cache=True)(_begin_tile)


def _search(  # noqa: C901, PLR0913, PLR0917 - a kernel takes plain arrays, and its loops are one
    starts: Any,
    ends: Any,
    weights: Floats,
    sources: Indices,
    limit: float,
    tile: Any,
    tiles: int,
    per_slot: float,
    cost: Floats,
    origin: Any,
    node: Any,
    following: Any,
    label: Floats,
) -> bool:
    """Fill ``cost`` and ``origin``; false where there was no room for all that waits.

    What waits is an entry: a ``node``, the cost it was given (its ``label``; stale where a lower one came since), and
    the entry ``following`` it in its list. Each tile has a list, and so has each bucket of the tile being searched.
    """
    lists, least = np.full(tiles, -1, np.int32), np.full(tiles, np.inf)
    slots = np.full(_SLOTS, -1, np.int32)
    used, unused = 0, -1
    for number in range(len(sources)):
        if cost[sources[number]] > 0.0:
            cost[sources[number]], origin[sources[number]] = 0.0, number
            node[used], label[used] = sources[number], 0.0
            _put_fast(lists, tile[sources[number]], following, used)
            least[tile[sources[number]]] = 0.0
            used += 1
    while True:
        here = np.argmin(least)
        if least[here] == np.inf:
            return True
        at = int(least[here] * per_slot)
        waiting, unused, lists[here], least[here] = _begin_tile_fast(
            lists[here], at, per_slot, cost, node, following, label, slots, unused
        )
        while waiting > 0:
            entry = slots[at & (_SLOTS - 1)]
            if entry < 0:
                at += 1
                continue
            begin, now = node[entry], label[entry]
            slots[at & (_SLOTS - 1)] = following[entry]
            following[entry], unused = unused, entry
            waiting -= 1
            if cost[begin] != now:
                continue
            for edge in range(starts[begin], starts[begin + 1]):
                end, through = ends[edge], now + weights[edge]
                if through >= cost[end] or through > limit:
                    continue
                cost[end], origin[end] = through, origin[begin]
                entry, used, unused = _fresh_fast(used, unused, following)
                if entry >= len(node):
                    return False
                node[entry], label[entry] = end, through
                if tile[end] == here:
                    _put_fast(slots, int(through * per_slot) & (_SLOTS - 1), following, entry)
                    waiting += 1
                else:
                    _put_fast(lists, tile[end], following, entry)
                    least[tile[end]] = min(least[tile[end]], through)


_search_fast: Any = _numba.njit(cache=True)(_search)


def nearest_in_tiles(
    graph: Graph, facilities: Indices, limit: float, x: Floats, y: Floats, per_tile: int = _PER_TILE
) -> tuple[Floats, Indices] | None:
    """Give for every node the least cost from any facility, and which (position in ``facilities``, -1 where none).

    Where two facilities are equally near it is either. None where there was no room for all that waits, which asks for
    a graph of very unequal edges: search it in another way.

    Parameters
    ----------
    graph:
        Scipy CSR matrix of costs, turned so that searches start at the facilities.
    limit:
        In the unit of the graph.
    x, y:
        Where each node is, in metres.
    """
    size = graph.shape[0]
    room = graph.nnz + len(facilities)
    cost, origin = np.full(size, np.inf), np.full(size, -1, dtype=np.int32)
    tile, tiles = _tiles(x, y, per_tile)
    per_slot = 2.0 / max(float(graph.data.mean()), 1e-9) if graph.nnz else 1.0
    found = _search_fast(
        graph.indptr,
        graph.indices,
        graph.data,
        np.asarray(facilities, dtype=np.int64),
        limit,
        tile,
        tiles,
        per_slot,
        cost,
        origin,
        np.empty(room, dtype=np.int32),
        np.empty(room, dtype=np.int32),
        np.empty(room),
    )
    return (cost, origin.astype(np.int64)) if found else None


def _tiles(x: Floats, y: Floats, per_tile: int) -> tuple[Any, int]:
    """Number the square tile of each node; as many nodes a tile as asked, on average over the ground."""
    wide, high = max(float(np.ptp(x)), 1e-9), max(float(np.ptp(y)), 1e-9)
    side = max(np.sqrt(wide * high * per_tile / len(x)), max(wide, high) * per_tile / len(x) / 16)
    column, row = (((each - each.min()) * (1.0 / side)).astype(np.int32) for each in (x, y))
    across = int(column.max()) + 1
    return row * across + column, across * (int(row.max()) + 1)
