"""Known pairs of the map services' own coordinates, and layers that carry them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from lantu.engines.reach.inputs import read_layer
from lantu.engines.reach.inputs.shifted import fits_best, to_bd09, to_gcj02, to_wgs84
from lantu.engines.reach.projection import metres_between

LON, LAT = np.array([121.4737, 116.3975, 118.05]), np.array([31.2304, 39.9087, 36.81])


def test_the_square_of_tiananmen_is_where_the_services_show_it():
    lon, lat = to_gcj02(np.array([116.3912757]), np.array([39.9062171]))

    assert metres_between(lon, lat, np.array([116.39751]), np.array([39.90762])) < 5


@pytest.mark.parametrize(("coordinates", "there"), [("gcj02", to_gcj02), ("bd09", to_bd09)])
def test_places_come_back_to_a_centimetre(coordinates, there):
    lon, lat = to_wgs84(*there(LON, LAT), coordinates)

    assert metres_between(lon, lat, LON, LAT).max() < 0.01


def test_outside_china_nothing_is_moved():
    assert to_gcj02(np.array([-8.6]), np.array([41.1])) == (pytest.approx([-8.6]), pytest.approx([41.1]))


def written(path: Path, head: str) -> Path:
    path.write_text(f"id,{head}\na,118.05,36.81\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("head", ["gcj02_lng,gcj02_lat", "gcj_lon,gcj_lat", "bd_lng,bd_lat"])
def test_columns_that_say_what_they_are_are_converted_with_a_warning(tmp_path: Path, head: str):
    layer, [issue] = read_layer(written(tmp_path / "clinics.csv", head))

    assert layer.shapes[0].x != 118.05
    assert "to WGS 84, which its names or its place beside the ways suggest" in str(issue)


def test_what_is_declared_is_converted_and_what_is_declared_true_is_left(tmp_path: Path):
    path = written(tmp_path / "gcj02.csv", "lon,lat")

    moved, [issue] = read_layer(path, coordinates="gcj02")
    left, none = read_layer(path, coordinates="wgs84")

    assert metres_between(*(np.array([v]) for v in (moved.shapes[0].x, moved.shapes[0].y, 118.05, 36.81))) > 300
    assert "converted from GCJ-02 to WGS 84, as declared" in str(issue)
    assert (left.shapes[0].x, none) == (118.05, [])


def test_places_that_meet_the_ways_only_when_converted_are_noticed():
    rng = np.random.default_rng(0)
    ways = 118.0 + rng.random(300) * 0.05, 36.8 + rng.random(300) * 0.05
    clinics = to_gcj02(ways[0][:40], ways[1][:40])

    assert fits_best(*clinics, *ways) == "gcj02"
    assert fits_best(ways[0][:40], ways[1][:40], *ways) == "wgs84"


def test_where_streets_are_dense_or_places_few_their_distance_tells_nothing():
    east, north = (each.ravel() for each in np.meshgrid(118 + np.arange(60) * 0.001, 36.8 + np.arange(60) * 0.001))
    homes = east[1800:1900] + 0.0005, north[1800:1900] + 0.0005

    assert fits_best(*homes, east, north) is None
    assert fits_best(*to_gcj02(*homes), east, north) is None
    assert fits_best(homes[0][:3], homes[1][:3], east, north) is None
    assert fits_best(homes[0] + 30, homes[1], east + 30, north) == "wgs84"
