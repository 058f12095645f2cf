"""Read CSV with coordinates: a point a row."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import shapely

from lantu.model import InputError

from ..arrays import Floats, Objects
from ..layers import Layer
from .geojson import columns_of

_LON = ("lon", "lng", "longitude", "long", "x", "经度")
_LAT = ("lat", "latitude", "y", "纬度")
_WKT = ("wkt", "geometry", "geom")


def read_csv(path: Path, content: bytes) -> Layer:
    """Read a table with a column of longitudes and one of latitudes, or of WKT.

    Raises
    ------
    InputError
        Where it has no such columns, or a coordinate is no number.
    """
    columns = columns_of(rows_of(path, content))
    wkt = _first(columns, _WKT)
    if wkt is not None:
        return Layer(str(path), _drawn(path, columns[wkt]), columns)
    lon, lat = _first(columns, _LON), _first(columns, _LAT)
    if lon is None or lat is None:
        found = ", ".join(columns) or "none"
        raise InputError(f"{path}: no columns of coordinates (it has {found})", "name them lon and lat")
    x, y = numbers(path, columns, lon), numbers(path, columns, lat)
    shapes = np.full(len(x), None, dtype=object)
    placed = ~(np.isnan(x) | np.isnan(y))
    shapes[placed] = shapely.points(x[placed], y[placed])
    return Layer(str(path), shapes, columns)


def rows_of(path: Path, content: bytes) -> list[dict[str, str]]:
    """Give the rows of a CSV file by the names in its first line, in UTF-8 or, as Excel writes in China, GB18030.

    Raises
    ------
    InputError
        Where it is neither or holds no row.
    """
    table = csv.DictReader(io.StringIO(_decoded(path, content)))
    table.fieldnames = [name.strip() for name in table.fieldnames or ()]
    rows = [{name: (value or "").strip() for name, value in row.items() if isinstance(name, str)} for row in table]
    if not rows:
        raise InputError(f"{path}: no rows below a header", "name a table that holds something")
    return rows


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: neither UTF-8 nor GB18030", "save the file as UTF-8") from error


def numbers(path: Path, columns: dict[str, Objects], name: str) -> Floats:
    """Give a column as numbers, missing ones as not a number."""
    return Layer(str(path), columns[name], columns).numbers(name)


def _first(columns: dict[str, Objects], names: tuple[str, ...]) -> str | None:
    """Find a column by its name, or by its name with another word joined to it: ``gcj02_lng``."""
    lowered = {name.strip().lower(): name for name in columns}
    exact = next((lowered[name] for name in names if name in lowered), None)
    joined = (own for low, own in lowered.items() if set(low.split("_")) & set(names))
    return exact or next(joined, None)


def _drawn(path: Path, texts: Objects) -> Objects:
    try:
        shapes: Objects = shapely.from_wkt([text or None for text in texts])
    except shapely.errors.ShapelyError as error:
        raise InputError(f"{path}: a geometry is no WKT", "write POINT (lon lat) or POLYGON ((…))") from error
    return shapes
