"""Read GeoJSON (RFC 7946)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import shapely
from shapely.geometry import shape

from lantu.model import InputError

from ..arrays import Objects
from ..layers import Layer

_DEGREES = ("crs84", "4326", "4490", "wgs84", "wgs 84", "gcj", "bd09", "bd-09")
"""In names of a coordinate system: longitude and latitude; EPSG:4490 is China's CGCS2000, the same to decimetres."""


def read_geojson(path: Path, content: bytes) -> Layer:
    """Read a collection of features.

    Raises
    ------
    InputError
        Where it is no GeoJSON, or says that its coordinates are no longitude and latitude.
    """
    try:
        data = msgspec.json.decode(content)
    except msgspec.DecodeError as error:
        raise InputError(f"{path}: no GeoJSON ({error})", "give a FeatureCollection") from error
    if not isinstance(data, dict) or not isinstance(data.get("features"), list):
        raise InputError(f"{path}: no GeoJSON with features", "give a FeatureCollection")
    crs = _crs(data)
    if crs and not any(word in crs.lower() for word in _DEGREES):
        raise InputError(f"{path}: its coordinate system is {crs}", "reproject it to WGS 84 (EPSG:4326)")
    features = [each for each in data["features"] if isinstance(each, dict)]
    shapes = np.empty(len(features), dtype=object)
    shapes[:] = [_shape(path, number, each.get("geometry")) for number, each in enumerate(features, 1)]
    name = f"{path} {crs}" if "gcj" in crs.lower() or "bd" in crs.lower() else str(path)
    return Layer(name, shapes, columns_of([each.get("properties") or {} for each in features]))


def _crs(data: dict[str, Any]) -> str:
    crs = data.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    return str(properties.get("name") or "") if isinstance(properties, dict) else ""


def _shape(path: Path, number: int, geometry: Any) -> Any:
    if geometry is None:
        return None
    try:
        return shape(geometry)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, shapely.errors.ShapelyError) as error:
        raise InputError(f"{path}: feature {number} has no geometry that can be read", "mend or remove it") from error


def columns_of(rows: list[dict[str, Any]]) -> dict[str, Objects]:
    """Give rows as columns; what a row does not have is None."""
    names = dict.fromkeys(name for row in rows for name in row)
    columns = {name: np.empty(len(rows), dtype=object) for name in names}
    for name, values in columns.items():
        values[:] = [row.get(name) for row in rows]
    return columns
