"""Cut a network into tiles with a halo, so that every tile can be measured by itself and nothing changes.

A way of cost c leads at most c (times the network's ``stretch``) away as the crow flies. So all that lies
within a limit of a tile, and every way to it, lies in the tile widened by the limit: the halo. Half a halo
is wrong, more is waste.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lantu.model import Issue

from ..arrays import Floats, Graph, Indices
from ..nearest import nearest_cost
from ..network import Network
from .running import Runner, one_by_one


@dataclass(frozen=True)
class Tile:
    """A part of a network that can be sent to another process.

    Parameters
    ----------
    number:
        Which tile it is.
    nodes:
        Nodes of the whole network in it, halo included.
    core:
        Positions in ``nodes`` of those that this tile answers for; every node is in one tile's core.
    facilities:
        Positions in ``nodes`` of the facilities.
    graph:
        Costs between ``nodes``.
    limit:
        The limit that the halo is for.
    """

    number: int
    nodes: Indices
    core: Indices
    facilities: Indices
    graph: Graph
    limit: float


def partition(
    network: Network, graph: Graph, facilities: Indices, limit: float, side: float, halo: float | None = None
) -> Iterator[Tile]:
    """Cut the network into squares.

    Parameters
    ----------
    network, graph:
        The network, and one of its graphs.
    facilities:
        Nodes of the facilities.
    limit:
        In the unit of the graph; must be finite.
    side:
        Metres along a side of a square.
    halo:
        Metres; by default what the limit asks for.
    """
    around = limit * network.stretch if halo is None else halo
    across = np.floor((network.x - network.x.min()) / side).astype(np.int64)
    up = np.floor((network.y - network.y.min()) / side).astype(np.int64)
    square = across * (int(up.max()) + 1) + up
    for number, of in enumerate(np.unique(square)):
        mine = square == of
        west = network.x.min() + across[mine][0] * side - around
        south = network.y.min() + up[mine][0] * side - around
        near = (network.x >= west) & (network.x <= west + side + 2 * around)
        near &= (network.y >= south) & (network.y <= south + side + 2 * around)
        nodes = np.flatnonzero(near)
        here = np.searchsorted(nodes, facilities[near[facilities]])
        yield Tile(number, nodes, np.flatnonzero(mine[nodes]), here, graph[nodes][:, nodes].tocsr(), limit)


def measure_tile(tile: Tile) -> tuple[Indices, Floats]:
    """Give the nodes of the tile's core and what the nearest facility costs from each."""
    cost = nearest_cost(tile.graph, tile.facilities, tile.limit)
    return tile.nodes[tile.core], cost[tile.core]


def nearest_by_tile(
    network: Network,
    graph: Graph,
    facilities: Indices,
    limit: float,
    side: float,
    runner: Runner = one_by_one,
) -> tuple[Floats, list[Issue]]:
    """Give what ``nearest_cost`` gives up to ``limit``, measured tile by tile.

    The nodes of a tile that failed are not a number: they were not measured, which is not the same as
    out of reach; each such tile is an issue.
    """
    cost = np.full(len(network), np.nan)
    found, issues = runner(measure_tile, partition(network, graph, facilities, limit, side))
    for nodes, values in found:
        cost[nodes] = values
    return cost, issues
