"""Which district each place lies in, where the places do not say so themselves but a map of the districts is there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from lantu.model import InputError, Issue, Level

from .definition import DistrictRule
from .demand import IN_DISTRICT
from .layers import Layer

_NOWHERE = "–"
"""The district of places in none."""


def in_districts(places: Layer, districts: Layer, rule: DistrictRule) -> tuple[Layer, list[Issue]]:
    """Give the places with the district that each lies in; those in none are reported and stay, under a dash.

    Where districts overlap, the smallest counts.

    Raises
    ------
    InputError
        Where no area meets the rule.
    """
    drawn = districts.meeting(rule.where) & (shapely.get_dimensions(districts.shapes) == 2)
    drawn &= np.array([value not in (None, "") for value in districts.column(rule.name)], dtype=bool)
    if not drawn.any():
        problem = f"{districts.name}: none of {len(districts)} features is an area that meets 'where' and has a name"
        raise InputError(problem, "check the columns and values under 'districts'")
    areas = districts.only(drawn)
    lon, lat = places.places()
    area, place = shapely.STRtree(shapely.points(lon, lat)).query(areas.shapes, predicate="intersects")
    found = np.full(len(places), _NOWHERE, dtype=object)
    large_first = np.argsort(-shapely.area(areas.shapes)[area], kind="stable")
    found[place[large_first]] = areas.column(rule.name)[area[large_first]]
    issues = []
    lost = int((found == _NOWHERE).sum())
    if lost:
        message = (
            f"{lost} of {len(places)} places lie in no district of {districts.name}; they count under '{_NOWHERE}'"
        )
        issues = [Issue("no_district", message, Level.WARNING, places.name)]
    return replace(places, columns={**places.columns, IN_DISTRICT: found}), issues
