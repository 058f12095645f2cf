"""Who is to be served: places with weights, in districts and in age or income groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import shapely

from lantu.model import InputError, Issue, Level

from .arrays import Flags, Floats, Indices, Objects
from .definition import DemandRule
from .layers import Layer, require_unique
from .projection import Projection

IN_DISTRICT = "in district"
"""The column of districts that were read from a map."""
_ACROSS = 4
"""Points along a side of a cell over which its people are spread."""


@dataclass(frozen=True)
class Demand:
    """Places of demand.

    Parameters
    ----------
    id:
        The place's own id, or its row.
    lon, lat, weight:
        Where it is and how much it counts.
    group:
        The district of each, or None.
    segments:
        Parts of the weight by name.
    shapes:
        What is drawn of each place.
    """

    id: Objects
    lon: Floats
    lat: Floats
    weight: Floats
    group: Objects | None = None
    segments: Mapping[str, Floats] = field(default_factory=dict)
    shapes: Objects | None = None

    def __len__(self) -> int:
        return len(self.lon)


@dataclass(frozen=True)
class Stands:
    """Where people of the places stand: which place, and what share of its weight is there."""

    place: Indices
    share: Floats
    lon: Floats
    lat: Floats


def demand_from(layer: Layer, rule: DemandRule) -> tuple[Demand, list[Issue]]:
    """Take the places of demand from a layer; those without weight are reported and left out.

    Raises
    ------
    InputError
        Where a column is missing, a weight negative, an id twice there, or nothing has any weight.
    """
    fits = layer.meeting(rule.where)
    if not fits.any():
        raise InputError(f"{layer.name}: none of {len(layer)} places meets 'where'", "check its columns and values")
    layer = layer if fits.all() else layer.only(fits)
    weight = np.ones(len(layer)) if rule.weight is None else layer.numbers(rule.weight)
    if (weight < 0).any():
        row = int(np.flatnonzero(weight < 0)[0])
        raise InputError(f"{layer.name}: weight {weight[row]:g} in row {row + 1}", "weights are 0 or more")
    known: Flags = ~np.isnan(weight)
    issues = _unknown_weights(layer, known)
    counted = known & (weight > 0)
    if not counted.any():
        raise InputError(f"{layer.name}: nothing to serve, every weight is 0 or empty", "check the weight column")
    ids = np.arange(1, len(layer) + 1).astype(object) if rule.id is None else layer.column(rule.id)
    require_unique(layer.name, "places", ids)
    lon, lat = layer.places()
    segments = {name: np.nan_to_num(layer.numbers(name))[counted] for name in rule.segments}
    column = rule.group if rule.districts is None else IN_DISTRICT
    group = None if column is None else layer.column(column)[counted]
    demand = Demand(ids[counted], lon[counted], lat[counted], weight[counted], group, segments, layer.shapes[counted])
    return demand, issues


def _unknown_weights(layer: Layer, known: Flags) -> list[Issue]:
    missing = int((~known).sum())
    if not missing:
        return []
    issue = Issue.worded(
        "no_weight",
        "%(missing)s of %(all)s places have no weight and are left out; missing is not zero",
        Level.WARNING,
        layer.name,
        missing=missing,
        all=len(layer),
    )
    return [issue]


def stands_of(demand: Demand, rule: DemandRule) -> Stands:
    """Give where the people of each place stand, as the rule spreads them.

    Raises
    ------
    InputError
        Where cells shall be spread over but neither their areas nor their side are known.
    """
    everyone = np.arange(len(demand))
    if rule.spread == "centroid":
        return Stands(everyone, np.ones(len(demand)), demand.lon, demand.lat)
    if rule.side is not None:
        return _over_squares(demand, rule.side)
    drawn = demand.shapes is not None and bool((shapely.area(demand.shapes) > 0).all())
    if not drawn:
        raise InputError("cells without an area cannot be spread over", "give 'side', the metres across a cell")
    return _over_areas(demand)


def _over_squares(demand: Demand, side: float) -> Stands:
    plane = Projection.around(demand.lon, demand.lat)
    x, y = plane.to_metres(demand.lon, demand.lat)
    steps = ((np.arange(_ACROSS) + 0.5) / _ACROSS - 0.5) * side
    east, north = (each.ravel() for each in np.meshgrid(steps, steps))
    lon, lat = plane.to_degrees((x[:, None] + east).ravel(), (y[:, None] + north).ravel())
    each = len(east)
    return Stands(np.repeat(np.arange(len(demand)), each), np.full(len(lon), 1.0 / each), lon, lat)


def _over_areas(demand: Demand) -> Stands:
    """Lay a grid over the box around each area and keep what lies inside, or its inner point."""
    if demand.shapes is None:
        raise ValueError("areas are needed")
    place, lon, lat = [], [], []
    for number, shape in enumerate(demand.shapes):
        west, south, east, north = shape.bounds
        steps = (np.arange(_ACROSS) + 0.5) / _ACROSS
        grid_lon, grid_lat = (
            g.ravel() for g in np.meshgrid(west + steps * (east - west), south + steps * (north - south))
        )
        inside = shapely.contains_xy(shape, grid_lon, grid_lat)
        if not inside.any():
            middle = shape.representative_point()
            grid_lon, grid_lat, inside = np.array([middle.x]), np.array([middle.y]), np.array([True])
        place.append(np.full(int(inside.sum()), number))
        lon.append(grid_lon[inside])
        lat.append(grid_lat[inside])
    which = np.concatenate(place)
    share = 1.0 / np.bincount(which)[which]
    return Stands(which, share, np.concatenate(lon), np.concatenate(lat))
