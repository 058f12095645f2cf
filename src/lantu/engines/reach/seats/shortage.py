"""Why somebody goes without a seat: no facility within reach, or a shortage that no other allotment could mend.

From the people left out go on to the facilities that they reach, from there to the people who have those seats, to
the facilities that these reach, and so on. All those facilities are full, and nobody in the set reaches any other:
the set has more people than seats, whoever gets them (Hall's condition; the smaller side of a minimum cut).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import breadth_first_order, connected_components

from ..arrays import Floats, Indices
from .flow import Allotment

_NOBODY = 1e-9


@dataclass(frozen=True, eq=False)
class Shortage:
    """Facilities that are full and the places whose people reach no others.

    Parameters
    ----------
    places, facilities:
        By number.
    people, seats:
        How many people there are in the places, and how many seats; the difference goes without.
    """

    places: Indices
    facilities: Indices
    people: float
    seats: float

    @property
    def lacking(self) -> float:
        """How many seats lack."""
        return self.people - self.seats


@dataclass(frozen=True, eq=False)
class LeftOut:
    """Who gets no seat, and why.

    Parameters
    ----------
    people:
        How many people of each place get none.
    beyond:
        Of these, how many because no facility is within reach.
    shortage:
        For each place the number of its shortage, -1 where it is in none.
    shortages:
        The largest first.
    """

    people: Floats
    beyond: Floats
    shortage: Indices
    shortages: tuple[Shortage, ...]


def left_out(allotment: Allotment) -> LeftOut:
    """Give who gets no seat, and why."""
    left = np.where(allotment.left > _NOBODY, allotment.left, 0.0)
    near = np.diff(allotment.costs.indptr) > 0
    beyond = np.where(near, 0.0, left)
    sets = _sets(allotment, np.flatnonzero(near & (left > 0)))
    found = [_shortage(allotment, places, facilities) for places, facilities in sets]
    found.sort(key=lambda each: (-each.lacking, int(each.places[0])))
    number = np.full(len(left), -1, dtype=np.int64)
    for at, each in enumerate(found):
        number[each.places] = at
    return LeftOut(left, beyond, number, tuple(found))


def _shortage(allotment: Allotment, places: Indices, facilities: Indices) -> Shortage:
    people, seats = float(allotment.weight[places].sum()), float(allotment.used[facilities].sum())
    return Shortage(places, facilities, people, seats)


def _sets(allotment: Allotment, starts: Indices) -> list[tuple[Indices, Indices]]:
    """Follow the people left out to all whom they compete with, and part the sets that do not touch."""
    if not len(starts):
        return []
    places, facilities = allotment.costs.shape
    reach = allotment.costs.tocoo()
    seated = allotment.amount.tocoo()
    source = places + facilities
    start = np.concatenate([reach.row, places + seated.col, np.full(len(starts), source)])
    end = np.concatenate([places + reach.col, seated.row, starts])
    graph = sp.csr_matrix((np.ones(len(start)), (start, end)), shape=(source + 1, source + 1))
    met = np.zeros(source + 1, dtype=bool)
    met[breadth_first_order(graph, source, return_predecessors=False)] = True
    met[source] = False
    inside = np.flatnonzero(met)
    _, label = connected_components(graph[inside][:, inside], directed=False)
    groups = [inside[label == one] for one in range(int(label.max()) + 1)]
    return [(group[group < places], group[group >= places] - places) for group in groups]
