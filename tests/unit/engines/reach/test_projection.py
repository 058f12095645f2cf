"""Our own plane and lengths beside those of PROJ."""

from __future__ import annotations

import importlib

import numpy as np
import pytest

from lantu.engines.reach.projection import Projection, metres_between

EXTRA = pytest.mark.extra("pyproj")  # noqa: S610
LON, LAT = np.array([118.0, 118.7, 117.1, 119.0]), np.array([36.8, 36.1, 37.3, 36.8])


def test_a_place_comes_back_from_the_plane():
    plane = Projection(118.0, 36.8)

    lon, lat = plane.to_degrees(*plane.to_metres(LON, LAT))

    assert lon == pytest.approx(LON, abs=1e-12)
    assert lat == pytest.approx(LAT, abs=1e-12)


def test_the_south_and_the_west_lie_below_and_left():
    x, y = Projection(-51.2, -30.0).to_metres(np.array([-51.3]), np.array([-30.1]))

    assert (x[0] < 0, y[0] < 0) == (True, True)


@EXTRA
def test_the_plane_is_that_of_proj_to_a_micrometre():
    pyproj = importlib.import_module("pyproj")
    plane = "+proj=tmerc +lon_0=118 +lat_0=36.8 +ellps=WGS84 +units=m"
    there = pyproj.Transformer.from_crs("+proj=longlat +datum=WGS84", plane, always_xy=True).transform(LON, LAT)

    assert np.allclose(Projection(118.0, 36.8).to_metres(LON, LAT), there, rtol=0, atol=1e-6)


@EXTRA
@pytest.mark.parametrize("other", [(118.001, 36.8005), (118.5, 37.5), (121.5, 31.2), (118.0, 36.9), (118.9, 36.8)])
def test_lengths_are_those_of_proj(other: tuple[float, float]):
    pyproj = importlib.import_module("pyproj")
    exact = pyproj.Geod(ellps="WGS84").inv(118.0, 36.8, *other)[2]

    found = metres_between(*(np.array([value]) for value in (118.0, 36.8, *other)))

    assert found[0] == pytest.approx(exact, rel=1e-6)
