"""What serves: facilities that meet the conditions, with every entrance through which they are reached."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from lantu.model import InputError, Issue, Level

from .arrays import Flags, Floats, Indices, Objects
from .definition import FacilityRule, OpenRule, SizeRule
from .layers import Layer, require_unique
from .network import Network
from .opening import is_open
from .projection import Projection

_ALONG = 50.0
"""Metres between entrances of an area that no way leads into: its edge may be open."""


@dataclass(frozen=True)
class Facilities:
    """Facilities and their entrances.

    Parameters
    ----------
    id, name, shapes:
        The facility's own id (or its row), what people call it (its id where the layer has no ``name``), and what
        is drawn of it.
    capacity:
        Seats or slots of each, or None.
    owner:
        For each entrance, which facility it belongs to.
    lon, lat:
        Where each entrance is.
    """

    id: Objects
    name: Objects
    shapes: Objects
    capacity: Floats | None
    owner: Indices
    lon: Floats
    lat: Floats

    def __len__(self) -> int:
        return len(self.id)


def facilities_from(layer: Layer, rule: FacilityRule, network: Network | None = None) -> tuple[Facilities, list[Issue]]:
    """Take the facilities that meet the rule, and find their entrances.

    A point is its own entrance. An area is entered where a way of the network crosses its edge; where none
    does, anywhere along the edge.

    Raises
    ------
    InputError
        Where no facility meets the rule, or two have the same id.
    """
    kept = layer.meeting(rule.where)
    for name, least in rule.at_least.items():
        kept &= np.nan_to_num(layer.numbers(name), nan=-np.inf) >= least
    issues: list[Issue] = []
    if rule.size is not None:
        kept &= _large_enough(layer, rule.size)
    if rule.open is not None:
        open_then, issues = _open_then(layer, rule.open)
        kept &= open_then
    if not kept.any():
        raise InputError(
            f"{layer.name}: none of {len(layer)} features meets the conditions", "relax 'where', 'size' or 'open'"
        )
    chosen = layer.only(kept)
    ids = np.flatnonzero(kept).astype(object) + 1 if rule.id is None else chosen.column(rule.id)
    require_unique(layer.name, "facilities", ids)
    capacity = None if rule.capacity is None else chosen.numbers(rule.capacity)
    owner, lon, lat = entrances(chosen.shapes, network)
    return Facilities(ids, _names(chosen, ids), chosen.shapes, capacity, owner, lon, lat), issues


def _names(layer: Layer, ids: Objects) -> Objects:
    called = layer.columns.get("name")
    if called is None:
        return ids
    return np.array([name or key for name, key in zip(called, ids, strict=True)], dtype=object)


def _large_enough(layer: Layer, rule: SizeRule) -> Flags:
    """Compare the column, or the area drawn; what has neither is not known to be large enough."""
    size = layer.numbers(rule.column) if rule.column is not None else square_metres(layer.shapes)
    flags: Flags = np.nan_to_num(size) >= rule.at_least
    return flags


def square_metres(shapes: Objects) -> Floats:
    """Give the area of each shape on the ground; 0 for points and lines."""
    bounds = shapely.total_bounds(shapes)
    plane = Projection(float(bounds[0] + bounds[2]) / 2, float(bounds[1] + bounds[3]) / 2)
    area: Floats = shapely.area(_on_plane(shapes, plane))
    return area


def _on_plane(shapes: Objects, plane: Projection) -> Objects:
    flat: Objects = shapely.transform(shapes, lambda each: np.column_stack(plane.to_metres(each[:, 0], each[:, 1])))
    return flat


def _open_then(layer: Layer, rule: OpenRule) -> tuple[Flags, list[Issue]]:
    hours = layer.columns.get(rule.column, np.full(len(layer), None, dtype=object))
    states = [None if value in (None, "") else is_open(str(value), rule.at) for value in hours]
    unread = sum(state is None and value not in (None, "") for state, value in zip(states, hours, strict=True))
    issues = []
    if unread:
        issues = [
            Issue.worded(
                "unread_hours",
                "opening hours of %(count)s facilities could not be read; they count as open",
                Level.WARNING,
                layer.name,
                count=unread,
            )
        ]
    return np.array([state is not False for state in states], dtype=bool), issues


def entrances(shapes: Objects, network: Network | None) -> tuple[Indices, Floats, Floats]:
    """Give for every entrance its facility, longitude and latitude."""
    areas = np.flatnonzero(shapely.get_dimensions(shapes) > 0)
    points = np.setdiff1d(np.arange(len(shapes)), areas)
    owner = [points]
    places = [np.column_stack([shapely.get_x(shapes[points]), shapely.get_y(shapes[points])])]
    crossings = _crossings(shapes, areas, network)
    for area in areas:
        found = crossings.get(int(area))
        if found is None:
            found = _along_edge(shapes[area])
        owner.append(np.full(len(found), area))
        places.append(found)
    where = np.concatenate(places)
    return np.concatenate(owner).astype(np.int64), where[:, 0], where[:, 1]


def _crossings(shapes: Objects, areas: Indices, network: Network | None) -> dict[int, Floats]:
    """Find where ways cross the edges of areas."""
    if network is None or not len(areas):
        return {}
    rows = np.repeat(np.arange(len(network)), np.diff(network.metres.indptr))
    columns = network.metres.indices
    ends = np.stack([network.lon[rows], network.lat[rows], network.lon[columns], network.lat[columns]], axis=1)
    ways = shapely.linestrings(ends.reshape(-1, 2, 2))
    edges = shapely.boundary(shapes[areas])
    edge, way = shapely.STRtree(ways).query(edges, predicate="intersects")
    met = shapely.intersection(edges[edge], ways[way])
    places, pair = shapely.get_coordinates(met, return_index=True)
    found = areas[edge[pair]]
    return {int(area): np.unique(np.round(places[found == area], 9), axis=0) for area in np.unique(found)}


def _along_edge(shape: object) -> Floats:
    """Give points every fifty metres along the edge of an area, or along a line."""
    edge = shapely.boundary(shape) if shapely.get_dimensions(shape) == 2 else shape
    west, south, east, north = shapely.bounds(shape)
    plane = Projection(float(west + east) / 2, float(south + north) / 2)
    flat = _on_plane(np.array([edge], dtype=object), plane)[0]
    places = shapely.get_coordinates(shapely.segmentize(flat, _ALONG))
    return np.column_stack(plane.to_degrees(places[:, 0], places[:, 1]))
