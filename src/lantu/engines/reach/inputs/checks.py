"""What must be true of coordinates before anything is measured with them."""

from __future__ import annotations

import numpy as np
import shapely

from lantu.model import InputError, Issue, Level

from ..arrays import Floats, Objects
from ..definition import Coordinates
from ..layers import Layer
from .shifted import NAMES, said_to_be, to_wgs84

_NEAR = 0.1
"""Degrees around the ways within which something can lie by them."""


def checked(layer: Layer, coordinates: Coordinates | None, *names: str) -> tuple[Layer, list[Issue]]:
    """Give the layer in WGS 84, without features that have no geometry.

    Where ``coordinates`` is not declared, the names of the layer, its columns and ``names`` may tell it.

    Raises
    ------
    InputError
        Where it is empty, its numbers are no degrees, or latitude stands before longitude.
    """
    drawn = np.array([not (shapely.is_missing(shape) or shapely.is_empty(shape)) for shape in layer.shapes], dtype=bool)
    issues: list[Issue] = []
    if not drawn.any():
        raise InputError(f"{layer.name}: no feature with a place", "name a layer that holds features")
    if not drawn.all():
        issues.append(
            Issue.worded(
                "no_place",
                "%(missing)s of %(all)s features have no place and are left out",
                Level.WARNING,
                layer.name,
                missing=int((~drawn).sum()),
                all=len(layer),
            )
        )
        layer = layer.only(drawn)
    require_degrees(layer.name, shapely.get_coordinates(layer.shapes))
    told = coordinates or said_to_be(layer.name, *layer.columns, *names)
    if told is None or told == "wgs84":
        return layer, issues
    return converted(layer, told), [*issues, conversion(layer.name, told, sure=coordinates is not None)]


def require_degrees(name: str, places: Floats) -> None:
    """Refuse coordinates that cannot be longitude and latitude.

    Raises
    ------
    InputError
        Saying whether they are metres of a projected system or swapped.
    """
    if not np.isfinite(places).all():
        raise InputError(f"{name}: a coordinate is no number", "correct it or leave the feature out")
    lon, lat = np.abs(places[:, 0]), np.abs(places[:, 1])
    wrong = np.flatnonzero((lon > 180) | (lat > 90))
    if not len(wrong):
        return
    x, y = places[wrong[0]]
    if abs(x) <= 90 and abs(y) <= 180:
        raise InputError(f"{name}: latitude {y:g} of {x:g}, {y:g}: the axes are swapped", "write longitude first")
    remedy = "reproject it to WGS 84 (EPSG:4326)"
    raise InputError(f"{name}: {x:g}, {y:g} are no degrees: another coordinate system", remedy)


def converted(layer: Layer, coordinates: Coordinates) -> Layer:
    """Give the layer moved from the coordinates of a Chinese map service to WGS 84."""
    moved: Objects = shapely.transform(
        layer.shapes, lambda each: np.column_stack(to_wgs84(each[:, 0], each[:, 1], coordinates))
    )
    return Layer(layer.name, moved, layer.columns, layer.sha256)


def conversion(name: str, coordinates: Coordinates, *, sure: bool) -> Issue:
    """Tell that a layer was converted: always said, because some 500 m hang on it."""
    told = {"system": NAMES[coordinates]}
    if sure:
        return Issue.worded("shifted", "converted from %(system)s to WGS 84, as declared", Level.WARNING, name, **told)
    return Issue.worded(
        "shifted",
        "converted from %(system)s to WGS 84, which its names or its place beside the ways suggest; "
        "declare 'coordinates'",
        Level.WARNING,
        name,
        **told,
    )


def undecided(name: str) -> Issue:
    """Tell that places in China may be shifted, and that nothing says whether they are."""
    return Issue.worded(
        "shift_unknown",
        "taken for WGS 84, though nothing tells whether a Chinese map service has shifted it by some 500 m; declare "
        "'coordinates', or name a column such as gcj02_lon",
        Level.WARNING,
        name,
    )


def require_overlap(layer: Layer, lon: Floats, lat: Floats, other: str) -> None:
    """Refuse a layer of which nothing lies near the other places.

    Raises
    ------
    InputError
        Saying whether its axes are swapped.
    """
    x, y = layer.places()
    if _inside(x, y, lon, lat).any():
        return
    if _inside(y, x, lon, lat).any():
        raise InputError(f"{layer.name}: lies by {other} only if its axes are swapped", "write longitude first")
    where = f"{x.mean():.2f}, {y.mean():.2f} against {lon.mean():.2f}, {lat.mean():.2f}"
    remedy = "are they of one place, and both in WGS 84?"
    raise InputError(f"{layer.name}: none of its {len(layer)} features lies by {other} ({where})", remedy)


def _inside(x: Floats, y: Floats, lon: Floats, lat: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    across = (x >= lon.min() - _NEAR) & (x <= lon.max() + _NEAR)
    return np.asarray(across & (y >= lat.min() - _NEAR) & (y <= lat.max() + _NEAR), dtype=bool)
