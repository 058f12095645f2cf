"""What the nearest facility costs from every place, by each of the usual ways of measuring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from lantu.model import InputError, Issue

from .arrays import Floats, Graph, Indices
from .definition import Way
from .demand import Stands
from .facilities import Facilities
from .nearest import nearest_facility
from .network import Attached, Network, attach
from .projection import Projection
from .scale import Runner, nearest_by_tile

_TILE_LIMITS, _LEAST_TILE = 5.0, 2000.0
"""Limits along a side of a tile, and its least side in metres: the halo is then a small part of what is sent."""
FAR = 500.0
"""Metres from any way beyond which a place is reported as outside the network."""


@dataclass(frozen=True)
class Reach:
    """For every stand the cost to the nearest facility (infinite: no way) and which facility that is (-1: none)."""

    cost: Floats
    facility: Indices


@dataclass(frozen=True)
class Joined:
    """Stands and entrances joined to a network; ``stands`` come first among its places."""

    attached: Attached
    stands: int

    def nodes(self, way: Way) -> tuple[Indices, Indices]:
        """Give the nodes of the stands and of the entrances: with their legs or at the foot of these."""
        node = self.attached.place if way == "legs" else self.attached.foot
        return node[: self.stands], node[self.stands :]


def join(network: Network, stands: Stands, facilities: Facilities) -> tuple[Joined, list[Issue]]:
    """Join people and facilities to the network; those far from any way and on islands are reported."""
    attached = attach(
        network, np.concatenate([stands.lon, facilities.lon]), np.concatenate([stands.lat, facilities.lat])
    )
    joined = Joined(attached, len(stands.lon))
    return joined, [*network.islands(), *_far_off(joined, stands, facilities)]


def _far_off(joined: Joined, stands: Stands, facilities: Facilities) -> Iterator[Issue]:
    """Tell how many places and how many facilities lie far from every way."""
    leg, told = joined.attached.leg, {"far": f"{FAR:g}"}
    if off := _count_far(leg[: joined.stands], stands.place):
        yield Issue.worded(
            "off_network",
            "%(off)s places lie more than %(far)s m from any way of the network; their legs count in full",
            off=off,
            **told,
        )
    if off := _count_far(leg[joined.stands :], facilities.owner):
        yield Issue.worded(
            "off_network",
            "%(off)s facilities lie more than %(far)s m from any way of the network; their legs count in full",
            off=off,
            **told,
        )


def _count_far(leg: Floats, owner: Indices) -> int:
    nearest = np.full(int(owner.max(initial=-1)) + 1, np.inf)
    np.minimum.at(nearest, owner, leg)
    return int((np.isfinite(nearest) & (nearest > FAR)).sum())


def along_network(
    joined: Joined, facilities: Facilities, way: Way, graph: Graph, limit: float = np.inf, runner: Runner | None = None
) -> Reach:
    """Measure along the network, with or without the legs.

    With a ``runner`` the network is measured tile by tile, as far as ``limit``: what lies beyond it is
    infinitely far, and which facility is nearest is not told. Within the limit every cost is the same.

    Raises
    ------
    InputError
        Where a tile failed again and again: a figure without it would be too low.
    """
    stand, entrance = joined.nodes(way)
    if runner is not None:
        side = max(_TILE_LIMITS * limit, _LEAST_TILE)
        cost, issues = nearest_by_tile(joined.attached.network, graph, entrance, limit, side, runner)
        if issues:
            raise InputError(f"{len(issues)} tiles failed: {issues[0].message}", "run it again, with fewer processes")
        return Reach(cost[stand], np.full(len(stand), -1, dtype=np.int64))
    network = joined.attached.network
    cost, nearest = nearest_facility(graph, entrance, limit, (network.x, network.y))
    found = nearest[stand]
    return Reach(cost[stand], np.where(found >= 0, facilities.owner[np.maximum(found, 0)], -1))


def as_the_crow_flies(stands: Stands, facilities: Facilities) -> Reach:
    """Measure straight lines in metres."""
    lon, lat = np.concatenate([stands.lon, facilities.lon]), np.concatenate([stands.lat, facilities.lat])
    x, y = Projection.around(lon, lat).to_metres(lon, lat)
    split = len(stands.lon)
    metres, entrance = cKDTree(np.column_stack([x[split:], y[split:]])).query(np.column_stack([x[:split], y[:split]]))
    return Reach(np.asarray(metres, dtype=np.float64), facilities.owner[entrance])
