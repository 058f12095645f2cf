"""Points as GeoParquet 1.1 (https://geoparquet.org/releases/v1.1.0/): WKB geometry, the rest as plain columns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import shapely


def write_geoparquet(path: Path, rows: Sequence[dict[str, Any]], *, degrees: bool) -> None:
    """Write rows with ``lon`` and ``lat`` (WGS 84, the format's default) or ``x`` and ``y`` (no system known)."""
    pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    axes = ("lon", "lat") if degrees else ("x", "y")
    at = np.array([[row[axis] for axis in axes] for row in rows], dtype=np.float64).reshape(-1, 2)
    names = [name for name in (rows[0] if rows else ()) if name not in axes]
    columns = {name: pyarrow.array(_one_type([row[name] for row in rows])) for name in names}
    columns["geometry"] = pyarrow.array(list(shapely.to_wkb(shapely.points(at))), type=pyarrow.binary())
    table = pyarrow.table(columns).replace_schema_metadata({"geo": json.dumps(_about(at, degrees=degrees))})
    parquet.write_table(table, path)


def _about(at: np.ndarray, *, degrees: bool) -> dict[str, Any]:
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": ["Point"]}
    if len(at):
        column["bbox"] = [*at.min(axis=0).tolist(), *at.max(axis=0).tolist()]
    if not degrees:
        column["crs"] = None
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}


def _one_type(values: list[Any]) -> list[Any]:
    """Give whole numbers as real ones where a column holds both."""
    real = any(isinstance(value, float) for value in values)
    return [
        float(value) if real and isinstance(value, int) and not isinstance(value, bool) else value for value in values
    ]
