"""The network: nodes with places, and the cost of every edge between them as a sparse matrix."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import connected_components

from lantu.model import InputError, Issue, Level

from ..arrays import Flags, Floats, Graph, Indices
from ..projection import Projection, metres_between

_ROUNDING = 1.0
"""Metres by which a printed length may be below the straight line: it was rounded."""
_MOST_TOO_SHORT = 0.05


@dataclass(frozen=True)
class Network:
    """Streets and paths.

    Parameters
    ----------
    lon, lat:
        Place of each node (WGS 84).
    x, y:
        The same in metres on ``projection``.
    metres:
        Entry (i, j): length of the shortest edge from node i to node j; missing where there is none.
    effort:
        The same, each length times the pace of its way (stairs are slower): divide by a speed for time.
    """

    lon: Floats
    lat: Floats
    x: Floats
    y: Floats
    projection: Projection
    metres: Graph
    effort: Graph

    def __len__(self) -> int:
        return len(self.lon)

    @cached_property
    def island(self) -> Indices:
        """For each node the number of the part it belongs to, the largest part being 0."""
        count, part = connected_components(self.metres, directed=True, connection="weak")
        rank = np.argsort(-np.bincount(part, minlength=count), kind="stable")
        number = np.empty(count, dtype=np.int64)
        number[rank] = np.arange(count)
        by_size: Indices = number[part]
        return by_size

    @cached_property
    def stretch(self) -> float:
        """The most by which an edge's straight line on the plane exceeds its cost: 1 or barely above.

        Nothing within cost c of a point lies farther than c times this from it, as the crow flies.
        """
        worst = 1.0
        for graph in (self.metres, self.effort):
            start = np.repeat(np.arange(len(self)), np.diff(graph.indptr))
            straight = np.hypot(self.x[start] - self.x[graph.indices], self.y[start] - self.y[graph.indices])
            ratio = straight / np.maximum(graph.data, 1e-9)
            worst = max(worst, float(ratio[straight > 1e-6].max(initial=1.0)))
        return worst

    def islands(self) -> list[Issue]:
        """Report the nodes that the largest part does not reach."""
        off = int((self.island > 0).sum())
        if not off:
            return []
        parts = int(self.island.max())
        return [
            Issue.worded(
                "islands",
                "%(off)s of %(all)s nodes lie on %(parts)s islands that no path joins to the largest part",
                Level.INFO,
                off=off,
                all=len(self),
                parts=parts,
            )
        ]


def network_from_edges(
    lon: Floats,
    lat: Floats,
    start: Indices,
    end: Indices,
    *,
    metres: Floats | None = None,
    one_way: Flags | None = None,
    pace: Floats | None = None,
) -> tuple[Network, list[Issue]]:
    """Make a network of nodes and edges.

    Parameters
    ----------
    lon, lat:
        Place of each node (WGS 84).
    start, end:
        Node (position) at which each edge begins and ends.
    metres:
        Length of each edge; the straight line where None. An edge that is shorter than its straight line
        is rejected: its length or its ends must be wrong.
    one_way:
        Edges that lead from start to end only.
    pace:
        How many times longer than on level ground each metre takes; 1 where None.

    Raises
    ------
    InputError
        Where an edge names no node, a length is no number, or so many edges are too short that the lengths
        cannot be metres.
    """
    _require_nodes(start, end, len(lon))
    straight = metres_between(lon[start], lat[start], lon[end], lat[end])
    length = straight if metres is None else np.asarray(metres, dtype=np.float64)
    if not (np.isfinite(length).all() and (length >= 0).all()):
        raise InputError("an edge has no length or a negative one", "give metres, 0 or more, for every edge")
    good, issues = _long_enough(length, straight)
    length = np.maximum(length, straight)
    both = np.ones(len(length), dtype=bool) if one_way is None else ~one_way
    there = np.concatenate([np.flatnonzero(good), np.flatnonzero(good & both)])
    back = np.arange(len(there)) >= int(good.sum())
    rows = np.where(back, end[there], start[there])
    columns = np.where(back, start[there], end[there])
    costs = (length[there],) if pace is None else (length[there], (length * pace)[there])
    graphs = least_of_parallel(rows, columns, costs, len(lon))
    projection = Projection.around(lon, lat)
    x, y = projection.to_metres(lon, lat)
    return Network(lon, lat, x, y, projection, graphs[0], graphs[-1]), issues


def least_of_parallel(rows: Indices, columns: Indices, costs: tuple[Floats, ...], size: int) -> tuple[Graph, ...]:
    """Give for each kind of cost the matrix of the cheapest edge between any two nodes; loops are dropped.

    Building a sparse matrix would add parallel edges up, a way longer than any of them.
    """
    order = np.argsort(rows * size + columns)
    order = order[rows[order] != columns[order]]
    sorted_rows, sorted_columns = rows[order], columns[order]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (sorted_rows[1:] != sorted_rows[:-1]) | (sorted_columns[1:] != sorted_columns[:-1])
    groups = np.flatnonzero(first)
    starts = np.zeros(size + 1, dtype=np.int32)
    starts[1:] = np.cumsum(np.bincount(sorted_rows[groups], minlength=size))
    ends = sorted_columns[groups].astype(np.int32)
    least = (np.minimum.reduceat(cost[order], groups) if len(groups) else np.zeros(0) for cost in costs)
    return tuple(sp.csr_matrix((data, ends, starts), shape=(size, size)) for data in least)


def _require_nodes(start: Indices, end: Indices, nodes: int) -> None:
    for edge in (start, end):
        if len(edge) and (edge.min() < 0 or edge.max() >= nodes):
            raise InputError(f"an edge names node {int(edge.max())} of {nodes}", "number the nodes from 0")
    if not len(start):
        raise InputError("the network has no edge", "check the mode and the area of the extract")


def _long_enough(length: Floats, straight: Floats) -> tuple[Flags, list[Issue]]:
    good: Flags = length >= straight * (1 - 1e-6) - _ROUNDING
    short = int((~good).sum())
    if short > _MOST_TOO_SHORT * len(length):
        at = int(np.flatnonzero(~good)[0])
        raise InputError(
            f"{short} of {len(length)} edges are shorter than their straight line (edge {at}: {length[at]:g} "
            f"against {straight[at]:.0f} m)",
            "give lengths in metres, and longitude before latitude",
        )
    if not short:
        return good, []
    issue = Issue.worded(
        "edge_too_short",
        "%(short)s of %(all)s edges are shorter than their straight line and were rejected",
        short=short,
        all=len(length),
    )
    return good, [issue]
