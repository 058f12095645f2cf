"""Homes 200 m apart on a line east of a clinic: those up to 480 m away, six minutes, are served."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace as varied

from lantu.engines.reach.cells import cells_record
from lantu.engines.reach.definition import DemandRule, FacilityRule, Limit, NetworkRule
from lantu.engines.reach.measuring import measure
from lantu.engines.reach.network import network_from_edges

from .test_record import STRAIGHT, layer, measured
from .towns import degrees

SQUARES = varied(STRAIGHT, limit=Limit(minutes=6))
POINTS = varied(SQUARES, demand=DemandRule(layer="homes", weight="people"))


def test_each_place_says_how_far_it_is_what_is_nearest_and_how_many_are_served():
    cells = cells_record(measured(SQUARES, 4))

    assert cells["name"] == ["1", "2", "3", "4"]
    assert cells["weight"] == [10, 10, 10, 10]
    assert cells["readings"][0] == {"cost": [0, 2.5, 5, 7.5], "served": [10, 10, 10, 0]}
    assert cells["nearest"] == [0, 0, 0, 0]
    assert (cells["side"], cells["steps"], cells["class"]) == (100, [3, 6, 9, 12], [0, 0, 1, 2])


def test_a_place_without_a_way_has_no_cost_no_nearest_and_the_last_class():
    lon, lat = degrees((0, 0), (100, 0), (0, 5000), (100, 5000))
    apart = network_from_edges(lon, lat, np.array([0, 2]), np.array([1, 3]))[0]
    rule = varied(POINTS, way="legs", network=NetworkRule(layer="ways"))

    cells = cells_record(measure(rule, layer("homes", (0, 0), (0, 5000), people=[1, 1]), layer("c", (0, 0)), apart))

    assert cells["readings"][0] == {"cost": [0, None], "served": [1, 0]}
    assert (cells["nearest"], cells["class"]) == ([0, -1], [0, 4])


def test_too_many_places_become_squares_that_keep_their_people():
    cells = cells_record(measured(SQUARES, 40), most=10)

    assert len(cells["name"]) <= 10
    assert sum(cells["places"]) == 40
    assert sum(cells["weight"]) == 400
    assert sum(cells["readings"][0]["served"]) == 30
    assert cells["name"][0] == ""


def test_the_cost_of_a_square_is_the_mean_of_its_people():
    homes = layer("homes", (0, 0), (100, 0), (50_000, 0), people=[30, 10, 10])

    cells = cells_record(measure(POINTS, homes, layer("clinics", (0, 0))), most=2)

    near = cells["weight"].index(40)
    assert cells["readings"][0]["cost"][near] == pytest.approx(10 * 100 / 40 / 80, abs=0.05)


def test_a_facility_is_called_by_its_name_and_by_its_id_where_it_has_none():
    homes = layer("homes", (0, 0), people=[1])
    clinics = layer("clinics", (0, 0), (9, 9), name=["东门诊所", None], key=["k1", "k2"])

    cells = cells_record(measure(varied(POINTS, facilities=FacilityRule(layer="c", id="key")), homes, clinics))

    assert cells["facilities"]["name"] == ["东门诊所", "k2"]


def test_places_name_their_district():
    homes = layer("homes", (0, 0), (100, 0), people=[1, 1], where=["乙区", "甲区"])
    rule = DemandRule(layer="homes", weight="people", group="where")

    cells = cells_record(measure(varied(POINTS, demand=rule), homes, layer("clinics", (0, 0))))

    assert [cells["district_names"][n] for n in cells["districts"]] == ["乙区", "甲区"]


def test_scattered_places_are_drawn_as_wide_as_they_stand_apart():
    homes = layer("homes", (0, 0), (1000, 0), (2000, 0), people=[1, 1, 1])

    side = cells_record(measure(POINTS, homes, layer("clinics", (0, 0))))["side"]

    assert math.isclose(side, 200, rel_tol=0.01)  # a tenth of the town at most
