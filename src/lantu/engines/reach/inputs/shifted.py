"""Coordinates of Chinese map services: GCJ-02 (国测局坐标) and BD-09 (百度坐标) into WGS 84, and how to notice them.

Both are offset by 300 to 700 m, differently at every place. Neither standard is published; the formulas here
are the ones in public use since 2010 and agree with the services to a metre or so.
"""

from __future__ import annotations

import re

import numpy as np
from scipy.spatial import cKDTree

from ..arrays import Floats
from ..definition import Coordinates
from ..projection import Projection

NAMES = {"wgs84": "WGS 84", "gcj02": "GCJ-02", "bd09": "BD-09"}

_AXIS, _ECCENTRICITY = 6_378_245.0, 0.006_693_421_622_965_943
"""Krasovsky's ellipsoid, which the offset was made on."""
_TURN = np.pi * 3000.0 / 180.0
_WEST, _EAST, _SOUTH, _NORTH = 72.004, 137.8347, 0.8293, 55.8271
"""Outside this box the services give WGS 84."""
_SAID = {
    "gcj02": re.compile(r"gcj|火星", re.IGNORECASE),
    "bd09": re.compile(r"bd-?_?09|(?:^|_)bd_?(?:lng|lon|lat)|百度", re.IGNORECASE),
}
_FEWEST, _FAR, _NEARER = 20, 40.0, 0.5


def to_wgs84(lon: Floats, lat: Floats, coordinates: Coordinates) -> tuple[Floats, Floats]:
    """Give WGS 84 of coordinates of a Chinese map service, good to a centimetre of the formula's own."""
    if coordinates == "wgs84":
        return lon, lat
    if coordinates == "bd09":
        lon, lat = _from_baidu(lon, lat)
    true_lon, true_lat = lon.copy(), lat.copy()
    for _ in range(6):  # the offset changes so slowly that each step gains three digits
        east, north = to_gcj02(true_lon, true_lat)
        true_lon, true_lat = true_lon - (east - lon), true_lat - (north - lat)
    return true_lon, true_lat


def to_gcj02(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Give GCJ-02 of WGS 84; the same where it lies outside China."""
    x, y = lon - 105.0, lat - 35.0
    waves = (np.sin(6 * np.pi * x) + np.sin(2 * np.pi * x)) * 40 / 3
    root = np.sqrt(np.abs(x))
    east = 300 + x + 2 * y + 0.1 * x**2 + 0.1 * x * y + 0.1 * root + waves
    east += (np.sin(np.pi * x) * 20 + np.sin(np.pi * x / 3) * 40) * 2 / 3
    east += (np.sin(np.pi * x / 12) * 150 + np.sin(np.pi * x / 30) * 300) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y**2 + 0.1 * x * y + 0.2 * root + waves
    north += (np.sin(np.pi * y) * 20 + np.sin(np.pi * y / 3) * 40) * 2 / 3
    north += (np.sin(np.pi * y / 12) * 160 + np.sin(np.pi * y / 30) * 320) * 2 / 3
    curve = 1 - _ECCENTRICITY * np.sin(np.radians(lat)) ** 2
    north = np.degrees(north * curve**1.5 / (_AXIS * (1 - _ECCENTRICITY)))
    east = np.degrees(east * np.sqrt(curve) / (_AXIS * np.cos(np.radians(lat))))
    inside = (lon >= _WEST) & (lon <= _EAST) & (lat >= _SOUTH) & (lat <= _NORTH)
    return np.where(inside, lon + east, lon), np.where(inside, lat + north, lat)


def to_bd09(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Give BD-09 of WGS 84."""
    x, y = to_gcj02(lon, lat)
    far, angle = np.hypot(x, y) + 2e-5 * np.sin(y * _TURN), np.arctan2(y, x) + 3e-6 * np.cos(x * _TURN)
    return far * np.cos(angle) + 0.0065, far * np.sin(angle) + 0.006


def _from_baidu(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    x, y = lon - 0.0065, lat - 0.006
    for _ in range(6):
        far, angle = np.hypot(x, y) + 2e-5 * np.sin(y * _TURN), np.arctan2(y, x) + 3e-6 * np.cos(x * _TURN)
        x = x - (far * np.cos(angle) + 0.0065 - lon)
        y = y - (far * np.sin(angle) + 0.006 - lat)
    return x, y


def said_to_be(*names: str) -> Coordinates | None:
    """Give the coordinates that the name of a file or a column speaks of (``gcj02_lng``, ``bd09.csv``)."""
    for coordinates, pattern in _SAID.items():
        if any(pattern.search(name) for name in names):
            return "gcj02" if coordinates == "gcj02" else "bd09"
    return None


def fits_best(lon: Floats, lat: Floats, ways_lon: Floats, ways_lat: Floats) -> Coordinates | None:
    """Tell which coordinates bring places nearest to the ways that must lead to them; None where that does not tell.

    Outside China there is only WGS 84. Inside, one or the other is told only of at least twenty places whose
    median distance from any node of the network is less than half of what it is otherwise: where streets are
    dense, places that are shifted by 500 m are as near to one as before.
    """
    inside = (lon >= _WEST) & (lon <= _EAST) & (lat >= _SOUTH) & (lat <= _NORTH)
    if not inside.any():
        return "wgs84"
    if int(inside.sum()) < _FEWEST or not len(ways_lon):
        return None
    plane = Projection.around(ways_lon, ways_lat)
    tree = cKDTree(np.column_stack(plane.to_metres(ways_lon, ways_lat)))

    def apart(coordinates: Coordinates) -> float:
        places = np.column_stack(plane.to_metres(*to_wgs84(lon[inside], lat[inside], coordinates)))
        return float(np.median(tree.query(places)[0]))

    other: Coordinates = min(("gcj02", "bd09"), key=apart)
    as_given, turned = apart("wgs84"), apart(other)
    if as_given > _FAR and turned < _NEARER * as_given:
        return other
    return "wgs84" if as_given < _NEARER * turned else None
