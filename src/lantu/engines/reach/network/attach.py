"""Join places to the network: each to the nearest point of the nearest way, with the leg between them kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely

from ..arrays import Flags, Floats, Graph, Indices
from .graph import Network, least_of_parallel

_DIGITS = 9
"""Places of a share of a segment that differ: feet nearer to one another are one."""


@dataclass(frozen=True)
class Attached:
    """A network with places joined to it.

    Parameters
    ----------
    network:
        The network with a new node where a place meets a way, and one for each place.
    place:
        Node of each place.
    foot:
        Node at which each place's leg meets the network.
    leg:
        Metres from each place to its foot, as the crow flies.
    """

    network: Network
    place: Indices
    foot: Indices
    leg: Floats


def attach(network: Network, lon: Floats, lat: Floats) -> Attached:
    """Join places (WGS 84) to the network by the shortest straight leg to any way.

    A way is cut where a leg meets it, so the way on from there is exact, also between two places on one
    way. One-way ways stay one-way; legs lead both ways.
    """
    x, y = network.projection.to_metres(lon, lat)
    start, end = _segments(network)
    segment, share, leg = _nearest(network, start, end, x, y)
    foot, cuts = _cut(len(network), start, end, segment, share)
    count = len(network) + len(cuts.share)
    place = count + np.arange(len(x))
    ends = (start[cuts.segment], end[cuts.segment])
    joined = replace(
        network,
        lon=np.concatenate([network.lon, _between(network.lon, ends, cuts.share), lon]),
        lat=np.concatenate([network.lat, _between(network.lat, ends, cuts.share), lat]),
        x=np.concatenate([network.x, _between(network.x, ends, cuts.share), x]),
        y=np.concatenate([network.y, _between(network.y, ends, cuts.share), y]),
        metres=_with_legs(network.metres, start, end, cuts, foot, place, leg),
        effort=_with_legs(network.effort, start, end, cuts, foot, place, leg)
        if network.effort is not network.metres
        else network.metres,
    )
    if network.effort is network.metres:
        joined = replace(joined, effort=joined.metres)
    return Attached(joined, place, foot, leg)


@dataclass(frozen=True, slots=True)
class _Cuts:
    """New nodes on segments: which segment, at what share of its length, and their node numbers; in order."""

    segment: Indices
    share: Floats
    node: Indices


def _segments(network: Network) -> tuple[Indices, Indices]:
    """Give the two ends of every segment once, whichever way it leads."""
    rows = np.repeat(np.arange(len(network)), np.diff(network.metres.indptr))
    columns = network.metres.indices.astype(np.int64)
    onward = rows < columns
    _, twice = _find(rows * len(network) + columns, columns[~onward] * len(network) + rows[~onward])
    first = np.concatenate([rows[onward], columns[~onward][~twice]])
    last = np.concatenate([columns[onward], rows[~onward][~twice]])
    return first, last


def _nearest(network: Network, start: Indices, end: Indices, x: Floats, y: Floats) -> tuple[Indices, Floats, Floats]:
    """Give for each place the nearest segment, the share of its length at which the leg meets it, and the leg."""
    ends = np.stack([network.x[start], network.y[start], network.x[end], network.y[end]], axis=1)
    tree = shapely.STRtree(shapely.linestrings(ends.reshape(-1, 2, 2)))
    place, segment = tree.query_nearest(shapely.points(x, y), all_matches=False)
    segment = segment[np.argsort(place, kind="stable")].astype(np.int64)
    x0, y0, x1, y1 = ends[segment].T
    length = np.maximum((x1 - x0) ** 2 + (y1 - y0) ** 2, 1e-12)
    share = np.round(np.clip(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length, 0.0, 1.0), _DIGITS)
    leg = np.hypot(x - (x0 + share * (x1 - x0)), y - (y0 + share * (y1 - y0)))
    return segment, share, leg


def _cut(nodes: int, start: Indices, end: Indices, segment: Indices, share: Floats) -> tuple[Indices, _Cuts]:
    """Give the foot of each place, and the cuts that make new nodes (one for all places that share a foot)."""
    foot = np.where(share <= 0.5, start[segment], end[segment])
    inside = np.flatnonzero((share > 0.0) & (share < 1.0))
    order = inside[np.lexsort((share[inside], segment[inside]))]
    fresh = np.ones(len(order), dtype=bool)
    fresh[1:] = (segment[order[1:]] != segment[order[:-1]]) | (share[order[1:]] != share[order[:-1]])
    number = nodes + np.cumsum(fresh) - 1
    foot[order] = number
    return foot, _Cuts(segment[order[fresh]], share[order[fresh]], number[fresh])


def _between(values: Floats, ends: tuple[Indices, Indices], share: Floats) -> Floats:
    first, last = values[ends[0]], values[ends[1]]
    return first + share * (last - first)


def _with_legs(
    graph: Graph, start: Indices, end: Indices, cuts: _Cuts, foot: Indices, place: Indices, leg: Floats
) -> Graph:
    """Cut the edges at their new nodes and add a leg, both ways, for each place."""
    nodes, size = graph.shape[0], graph.shape[0] + len(cuts.node) + len(place)
    rows = np.repeat(np.arange(nodes), np.diff(graph.indptr))
    columns = graph.indices.astype(np.int64)
    keys = rows * nodes + columns
    touched = np.unique(cuts.segment)
    stays = np.ones(len(keys), dtype=bool)
    parts = [(place, foot, leg), (foot, place, leg)]
    for forward, first, last in ((True, start[touched], end[touched]), (False, end[touched], start[touched])):
        at, exists = _find(keys, first * nodes + last)
        stays[at[exists]] = False
        whole = np.where(exists, graph.data[at], np.nan)
        parts.append(_chain(touched, first, last, whole, cuts, forward=forward))
    parts.append((rows[stays], columns[stays], graph.data[stays]))
    return _matrix(parts, size)


def _find(keys: Indices, wanted: Indices) -> tuple[Indices, Flags]:
    """Find wanted keys among sorted ones: where each is, and whether it is there at all."""
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    found: Flags = keys[at] == wanted
    return at, found


def _matrix(parts: list[tuple[Indices, Indices, Floats]], size: int) -> Graph:
    rows, columns, cost = (np.concatenate(column) for column in zip(*parts, strict=True))
    return least_of_parallel(rows, columns, (cost,), size)[0]


def _chain(
    touched: Indices, first: Indices, last: Indices, whole: Floats, cuts: _Cuts, *, forward: bool
) -> tuple[Indices, Indices, Floats]:
    """Give the pieces of cut segments in one direction; none where no edge leads that way."""
    at = np.searchsorted(touched, cuts.segment)
    along = cuts.share if forward else 1.0 - cuts.share
    segment = np.concatenate([np.arange(len(touched)), at, np.arange(len(touched))])
    share = np.concatenate([np.zeros(len(touched)), along, np.ones(len(touched))])
    node = np.concatenate([first, cuts.node, last])
    order = np.lexsort((share, segment))
    segment, share, node = segment[order], share[order], node[order]
    here = np.flatnonzero((segment[1:] == segment[:-1]) & ~np.isnan(whole[segment[1:]]))
    return node[here], node[here + 1], (share[here + 1] - share[here]) * whole[segment[here]]
