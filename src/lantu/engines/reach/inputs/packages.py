"""Read GeoPackage (extra ``osm``) and GeoParquet (extra ``data``)."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from lantu.model import InputError

from ..arrays import Objects
from ..layers import Layer
from ..optional import require


def read_geopackage(path: Path, _content: bytes) -> Layer:
    """Read the first layer of a GeoPackage; another coordinate system is turned into WGS 84.

    Raises
    ------
    InputError
        Where it cannot be read, or says nothing of its coordinate system.
    """
    pyogrio = require("pyogrio", "osm")
    try:
        with warnings.catch_warnings(action="ignore"):  # what GDAL says of a broken file, beside our one line
            meta, _, geometry, fields = pyogrio.raw.read(path)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise InputError(f"{path}: no GeoPackage that can be read", "check the file") from error
    shapes = _from_wkb(path, geometry)
    columns = {str(name): np.asarray(values, dtype=object) for name, values in zip(meta["fields"], fields, strict=True)}
    return Layer(str(path), _degrees(path, shapes, meta.get("crs")), columns)


def read_geoparquet(path: Path, _content: bytes) -> Layer:
    """Read GeoParquet, a file or a folder of parts (``district=…/part.parquet``).

    Raises
    ------
    InputError
        Where it cannot be read or has no column of geometry.
    """
    pyarrow, parquet = require("pyarrow", "data"), require("pyarrow.parquet", "data")
    try:
        table = parquet.read_table(path)
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"{path}: no GeoParquet that can be read", "check the file") from error
    told = json.loads((table.schema.metadata or {}).get(b"geo", b"{}"))
    name = told.get("primary_column") or "geometry"
    if name not in table.column_names:
        raise InputError(f"{path}: no column of geometry", "write it as GeoParquet (see geoparquet.org)")
    shapes = _from_wkb(path, table[name].to_pylist())
    columns = {}
    for each in table.column_names:
        if each != name:
            columns[each] = np.empty(len(shapes), dtype=object)
            columns[each][:] = table[each].to_pylist()
    crs = told.get("columns", {}).get(name, {}).get("crs", "OGC:CRS84")  # absent means longitude and latitude
    return Layer(str(path), _degrees(path, shapes, json.dumps(crs) if isinstance(crs, dict) else crs), columns)


def _from_wkb(path: Path, geometry: Any) -> Objects:
    try:
        shapes: Objects = np.asarray(shapely.from_wkb(geometry), dtype=object)
    except (shapely.errors.ShapelyError, TypeError) as error:
        raise InputError(f"{path}: a geometry that cannot be read", "mend the file") from error
    return shapes


def _degrees(path: Path, shapes: Objects, crs: Any) -> Objects:
    if not crs:
        raise InputError(f"{path}: says nothing of its coordinate system", "write it in WGS 84 (EPSG:4326)")
    if str(crs).upper() in {"EPSG:4326", "OGC:CRS84", "EPSG:4490"}:
        return shapes
    pyproj = require("pyproj", "osm")
    turn = pyproj.Transformer.from_crs(crs, "OGC:CRS84", always_xy=True)
    turned: Objects = shapely.transform(shapes, lambda each: np.column_stack(turn.transform(each[:, 0], each[:, 1])))
    return turned
