"""Longitude and latitude (WGS 84) as metres on a plane around one place, and true lengths between points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .arrays import Floats

_EQUATOR, _FLATTENING = 6_378_137.0, 1 / 298.257223563
_ECCENTRICITY = _FLATTENING * (2 - _FLATTENING)
"""Its square."""
_SHORT = 0.05
"""Degrees below which the mid-latitude formula is good to a millionth."""
_N = _FLATTENING / (2 - _FLATTENING)
_RADIUS = _EQUATOR / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_THERE = (
    _N / 2 - 2 * _N**2 / 3 + 5 * _N**3 / 16 + 41 * _N**4 / 180,
    13 * _N**2 / 48 - 3 * _N**3 / 5 + 557 * _N**4 / 1440,
    61 * _N**3 / 240 - 103 * _N**4 / 140,
    49561 * _N**4 / 161280,
)
_BACK = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161280,
)
"""Krüger's series (1912) as Karney gives it ("Transverse Mercator with an accuracy of a few nanometers", 2011)."""


@dataclass(frozen=True)
class Projection:
    """A transverse Mercator plane with its origin at (``lon``, ``lat``); true to 1 in 10,000 up to 90 km off.

    >>> x, y = Projection(120.0, 30.0).to_metres(np.array([120.0]), np.array([30.01]))
    >>> round(float(y[0]))
    1109
    """

    lon: float
    lat: float

    @classmethod
    def around(cls, lon: Floats, lat: Floats) -> Projection:
        """Give the plane around the middle of these points."""
        if not len(lon):
            return cls(0.0, 0.0)
        return cls(float((lon.min() + lon.max()) / 2), float((lat.min() + lat.max()) / 2))

    def to_metres(self, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
        """Give x (east) and y (north) in metres."""
        east, north = _to_plane(np.radians(np.asarray(lon) - self.lon), np.radians(np.asarray(lat)))
        return _RADIUS * east, _RADIUS * (north - self._origin)

    def to_degrees(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Give longitude and latitude."""
        east, north = np.asarray(x) / _RADIUS, np.asarray(y) / _RADIUS + self._origin
        lon, lat = _from_plane(east, north)
        return np.degrees(lon) + self.lon, np.degrees(lat)

    @cached_property
    def _origin(self) -> float:
        return float(_to_plane(np.zeros(1), np.radians(np.array([self.lat])))[1][0])


def _to_plane(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    sine, root = np.sin(lat), np.sqrt(_ECCENTRICITY)
    conformal = np.sinh(np.arctanh(sine) - root * np.arctanh(root * sine))
    north = np.arctan2(conformal, np.cos(lon))
    east = np.arcsinh(np.sin(lon) / np.hypot(conformal, np.cos(lon)))
    more_east = sum(a * np.cos(2 * j * north) * np.sinh(2 * j * east) for j, a in enumerate(_THERE, 1))
    more_north = sum(a * np.sin(2 * j * north) * np.cosh(2 * j * east) for j, a in enumerate(_THERE, 1))
    return east + more_east, north + more_north


def _from_plane(east: Floats, north: Floats) -> tuple[Floats, Floats]:
    less_east = sum(b * np.cos(2 * j * north) * np.sinh(2 * j * east) for j, b in enumerate(_BACK, 1))
    less_north = sum(b * np.sin(2 * j * north) * np.cosh(2 * j * east) for j, b in enumerate(_BACK, 1))
    east, north = east - less_east, north - less_north
    conformal = np.sin(north) / np.hypot(np.sinh(east), np.cos(north))
    root, tangent = np.sqrt(_ECCENTRICITY), conformal
    for _ in range(4):  # Newton's steps; two are enough for a double, see Karney's (19) to (21)
        turn = np.sinh(root * np.arctanh(root * tangent / np.hypot(1, tangent)))
        reached = tangent * np.hypot(1, turn) - turn * np.hypot(1, tangent)
        slope = (1 + (1 - _ECCENTRICITY) * tangent**2) / ((1 - _ECCENTRICITY) * np.hypot(1, tangent))
        tangent = tangent + (conformal - reached) / np.hypot(1, reached) * slope
    return np.arctan2(np.sinh(east), np.cos(north)), np.arctan(tangent)


def metres_between(lon: Floats, lat: Floats, other_lon: Floats, other_lat: Floats) -> Floats:
    """Give the length of the shortest line on the ellipsoid between points, pair by pair."""
    middle = np.radians((lat + other_lat) / 2)
    curve = 1 - _ECCENTRICITY * np.sin(middle) ** 2
    north = np.radians(other_lat - lat) * _EQUATOR * (1 - _ECCENTRICITY) / curve**1.5
    east = np.radians(other_lon - lon) * _EQUATOR / np.sqrt(curve) * np.cos(middle)
    metres: Floats = np.hypot(north, east)
    far = np.flatnonzero((np.abs(other_lon - lon) > _SHORT) | (np.abs(other_lat - lat) > _SHORT))
    if len(far):
        metres[far] = _far_between(lon[far], lat[far], other_lon[far], other_lat[far])
    return metres


def _far_between(lon: Floats, lat: Floats, other_lon: Floats, other_lat: Floats) -> Floats:
    """Follow Vincenty's formula ("Direct and inverse solutions of geodesics on the ellipsoid", 1975)."""
    one, other = (np.arctan((1 - _FLATTENING) * np.tan(np.radians(each))) for each in (lat, other_lat))
    apart = around = np.radians(other_lon - lon)
    tiny = 1e-300
    for _ in range(30):
        across = np.cos(other) * np.sin(around)
        along = np.cos(one) * np.sin(other) - np.sin(one) * np.cos(other) * np.cos(around)
        sine = np.maximum(np.hypot(across, along), tiny)
        cosine = np.sin(one) * np.sin(other) + np.cos(one) * np.cos(other) * np.cos(around)
        angle = np.arctan2(sine, cosine)
        heading = np.cos(one) * np.cos(other) * np.sin(around) / sine
        square = 1 - heading**2
        middle = cosine - 2 * np.sin(one) * np.sin(other) / np.maximum(square, tiny)
        c = _FLATTENING / 16 * square * (4 + _FLATTENING * (4 - 3 * square))
        bend = middle + c * cosine * (2 * middle**2 - 1)
        around = apart + (1 - c) * _FLATTENING * heading * (angle + c * sine * bend)
    u = square * _ECCENTRICITY / (1 - _ECCENTRICITY)
    a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)))
    b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)))
    inner = cosine * (2 * middle**2 - 1) - b / 6 * middle * (4 * sine**2 - 3) * (4 * middle**2 - 3)
    metres: Floats = _EQUATOR * (1 - _FLATTENING) * a * (angle - b * sine * (middle + b / 4 * inner))
    return metres
