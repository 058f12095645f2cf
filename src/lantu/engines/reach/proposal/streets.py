"""Ways along the streets of a network, with the legs from doors to streets."""

from __future__ import annotations

import numpy as np
from scipy.sparse.csgraph import dijkstra

from lantu.model import InputError, Issue

from ..catchment import catchments
from ..nearest import against, nearest_facility
from ..network import Network, attach
from ..siting.matrix import Covers
from ..siting.plan import Columns, Floats
from ..ways import FAR
from .points import Points
from .ways import Pairs, Ways

_CELLS_AT_ONCE = 20_000_000


class Streets(Ways):
    """Metres or minutes along the network from place to site, from door to door: exact shortest paths.

    Parameters
    ----------
    network:
        Streets and paths.
    places, sites:
        In degrees.
    speed:
        km/h on level ground: ways are then minutes, and stairs take longer than their length, as ``lantu reach``
        counts them. Without it ways are metres, and stairs as long as they are.
    """

    unit = "m"
    kind = "along streets, from door to door", "沿路网、含出入段"
    credit = "Streets © OpenStreetMap contributors, ODbL"

    def __init__(self, network: Network, places: Points, sites: Points, speed: float | None = None) -> None:
        for points in (places, sites):
            if not points.degrees:
                raise InputError(f"{points.name} is not in degrees, the network is", "give lon,lat")
        attached = attach(network, np.concatenate([places.x, sites.x]), np.concatenate([places.y, sites.y]))
        self.places, self.leg = len(places), attached.leg
        self._islands = network.islands()
        self._graph, self._at = attached.network.metres, (attached.network.x, attached.network.y)
        if speed is not None:
            self.unit = "min"
            self.kind = f"along streets, from door to door, at {speed:g} km/h", f"沿路网、含出入段，{speed:g}公里/小时"
            self._graph = attached.network.effort * (60.0 / 1000.0 / speed)
        self._place, self._site = attached.place[: self.places], attached.place[self.places :]

    def within(self, limit: float) -> Covers:
        """Search around every site as far as the limit."""
        near = self.pairs(limit)
        near.data = np.ones(len(near.data))
        return near

    def pairs(self, limit: float) -> Pairs:
        """Give the costs that the searches found."""
        found = catchments(self._graph, self._site, limit * (1 + 1e-9), self._place)
        return found.T.tocsr()

    def to(self, sites: Columns) -> Floats:
        """Search the whole network from each site, against the direction of its edges."""
        turned, nodes = against(self._graph), self._site[sites]
        costs = np.empty((self.places, len(sites)))
        block = max(1, _CELLS_AT_ONCE // turned.shape[0])
        for first in range(0, len(sites), block):
            found = dijkstra(turned, indices=nodes[first : first + block])
            costs[:, first : first + block] = found[:, self._place].T
        return costs

    def nearest(self, sites: Columns) -> tuple[Floats, Columns]:
        """Search once from all sites together."""
        cost, at = nearest_facility(self._graph, self._site[sites], at=self._at)
        found = at[self._place]
        return cost[self._place], np.where(found >= 0, np.append(sites, -1)[found], -1)

    def issues(self) -> list[Issue]:
        """Report places and sites that lie far from every way, and islands of the network."""
        off = int((self.leg > FAR).sum())
        if not off:
            return self._islands
        least = f"{FAR:g}"
        far = Issue.worded(
            "off_network",
            "%(off)s places or sites lie more than %(far)s m from any way of the network; their legs count in full",
            off=off,
            far=least,
        )
        return [far, *self._islands]
