"""A measurement place by place, for maps that answer: who lives there, how far it is, and by which reading."""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.spatial
import shapely

from .arrays import Floats, Indices, Objects
from .facilities import Facilities
from .measuring import Addition, Measurement, Reading
from .network import Network
from .picture import STEPS, classes_of, shown_ways
from .projection import Projection

MOST = 5000
"""With more places than this a map tells of squares in their stead: what a page can load and an eye can part."""
_SIDES = (50, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000, 10_000, 20_000, 50_000, 100_000)


def cells_record(measured: Measurement, network: Network | None = None, most: int = MOST) -> dict[str, Any]:
    """Give the places of a measurement as columns: one entry a place, or a square where there are too many.

    ``side`` is how wide a place is drawn, in metres. Each reading (in the order of the record's ``readings``) has the
    ``cost`` of each place to its nearest facility, in the unit of the limit (None where none is reached), and how
    many of its people are ``served``. ``nearest`` and ``districts`` count from 0 in ``facilities`` and
    ``district_names``; ``class`` counts the ``steps`` that the place's cost exceeds. ``ways`` are the streets of a
    small town, each the longitude and latitude of both its ends. Where facilities are proposed, ``next`` holds them
    and what is then true of each place.
    """
    people = measured.demand
    squares, side = _squares(measured, most)
    into = _Merged(squares, people.weight)
    names = ["" if alone < 0 else str(people.id[alone]) for alone in into.alone]
    limit = measured.definition.limit.minutes or measured.definition.limit.metres or 1.0
    cost = into.mean(measured.reading.cost)
    found: dict[str, Any] = {
        "side": round(side, 1),
        "bounded": measured.bounded,
        "name": names,
        "lon": _rounded(into.mean(people.lon), 5),
        "lat": _rounded(into.mean(people.lat), 5),
        "places": into.count.tolist(),
        "steps": [round(step * limit, 3) for step in STEPS],
        "class": classes_of(np.where(np.isnan(cost), np.inf, cost), limit).tolist(),
        "weight": _rounded(into.total(people.weight), 1),
        "readings": [_reading(reading, into) for reading in measured.readings],
        "ways": [] if network is None else _ways(network),
    }
    if people.group is not None:
        known, number = np.unique(people.group.astype(str), return_inverse=True)
        found |= {"district_names": known.tolist(), "districts": number[into.heaviest].tolist()}
    if measured.addition is not None:
        found["next"] = _next(measured.addition, into, limit)
    return found | _facilities(measured, measured.reading.facility[into.heaviest])


class _Merged:
    """Places put together by the number of their square."""

    def __init__(self, squares: Indices, weight: Floats) -> None:
        self._square, self._weight = squares, weight
        self.count: Indices = np.bincount(squares).astype(np.int64)
        order = np.lexsort((-weight, squares))
        self.heaviest: Indices = order[np.searchsorted(squares[order], np.arange(len(self.count)))]
        self.alone = np.where(self.count == 1, self.heaviest, -1)

    def total(self, values: Floats) -> Floats:
        sums: Floats = np.bincount(self._square, weights=values).astype(np.float64)
        return sums

    def mean(self, values: Floats) -> Floats:
        """Average by weight over the places that have a value; no number where none has."""
        known = np.isfinite(values)
        weight = np.where(known, self._weight, 0.0)
        with np.errstate(invalid="ignore"):
            means: Floats = self.total(np.where(known, values, 0.0) * weight) / self.total(weight)
        return means


def _squares(measured: Measurement, most: int) -> tuple[Indices, float]:
    """Give the square of each place, numbered without gaps, and how wide it is; each place its own where few."""
    people, rule = measured.demand, measured.definition.demand
    plane = Projection.around(people.lon, people.lat)
    x, y = plane.to_metres(people.lon, people.lat)
    if len(people) <= most:
        return np.arange(len(people)), rule.side or _spacing(x, y)
    for side in _SIDES:
        row, column = ((each - each.min()) // side for each in (y, x))
        at, square = np.unique(row * (column.max() + 1) + column, return_inverse=True)
        if len(at) <= most or side == _SIDES[-1]:
            break
    return square.ravel().astype(np.int64), float(side)


def _spacing(x: Floats, y: Floats) -> float:
    """Give how far a place is from the next one, as a rule; never so little that it could not be seen."""
    extent = max(float(np.ptp(x)), float(np.ptp(y)), 100.0)
    points = np.unique(np.column_stack([x, y]), axis=0)
    if len(points) < 2:
        return extent / 10
    apart = scipy.spatial.cKDTree(points).query(points, k=2)[0][:, 1]
    return float(np.clip(0.9 * np.median(apart), extent / 250, extent / 10))


def _reading(reading: Reading, into: _Merged) -> dict[str, Any]:
    return {"cost": _rounded(into.mean(reading.cost), 1), "served": _rounded(into.total(reading.served_here), 1)}


def _next(addition: Addition, into: _Merged, limit: float) -> dict[str, Any]:
    added = np.arange(len(addition.facilities) - len(addition.best.chosen), len(addition.facilities))
    cost = into.mean(addition.reading.cost)
    return {
        **_named(addition.facilities, added),
        **_reading(addition.reading, into),
        "class": classes_of(np.where(np.isnan(cost), np.inf, cost), limit).tolist(),
    }


def _named(facilities: Facilities, told: Indices) -> dict[str, Any]:
    middle: Objects = shapely.centroid(facilities.shapes[told])
    return {
        "name": [str(name) for name in facilities.name[told]],
        "lon": _rounded(shapely.get_x(middle), 5),
        "lat": _rounded(shapely.get_y(middle), 5),
    }


def _facilities(measured: Measurement, nearest: Indices) -> dict[str, Any]:
    """Name the facilities: all where they are few, else those that some place is nearest to."""
    count = len(measured.facilities)
    told = np.arange(count) if count <= MOST else np.unique(nearest[nearest >= 0])
    number = np.full(count + 1, -1)
    number[told] = np.arange(len(told))
    return {"facilities": _named(measured.facilities, told), "nearest": number[nearest].tolist()}


def _ways(network: Network) -> list[list[float]]:
    start, end = shown_ways(network)
    ends = np.column_stack([network.lon[start], network.lat[start], network.lon[end], network.lat[end]])
    drawn: list[list[float]] = np.round(ends, 5).tolist()
    return drawn


def _rounded(values: Floats, digits: int) -> list[float | int | None]:
    """Round, whole numbers as such; None for what is no number or without end."""
    return [_plain(value) for value in np.round(values, digits).tolist()]


def _plain(value: float) -> float | int | None:
    if not np.isfinite(value):
        return None
    return int(value) if value.is_integer() else value
