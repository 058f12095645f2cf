"""Read places and areas with chosen tags from an OpenStreetMap extract (extra ``osm``)."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from lantu.model import InputError

from ..arrays import Floats, Objects
from ..facilities import square_metres
from ..layers import Layer
from ..optional import require
from .geojson import columns_of

LEVELS, FLOORS = "building:levels", "floor_area"


def read_features(path: Path, name: str, tags: tuple[str, ...]) -> Layer:
    """Read nodes, and closed ways and multipolygons as areas, that have any of these keys.

    Beside their tags they get ``osm`` (``node/1``, ``way/2``, ``relation/3``), ``square_metres`` of what is drawn
    and ``floor_area``: the same times ``building:levels``, one level where none is told.

    Raises
    ------
    InputError
        Where no key is asked for, the file cannot be read, or nothing in it has such a key.
    """
    osmium = require("osmium", "osm")
    if not tags:
        raise InputError(f"{name}: everything of an extract is no layer", "say under 'where' which tags count")
    if not path.is_file():
        raise InputError(f"{name}: no such file", "name an .osm.pbf extract")
    wanted = osmium.filter.KeyFilter(*tags)
    shapes: list[Any] = []
    rows: list[dict[str, Any]] = []
    try:
        for thing in osmium.FileProcessor(str(path)).with_areas(wanted).with_filter(wanted):
            drawn, where = _drawn(thing, osmium)
            if drawn is not None:
                shapes.append(drawn)
                rows.append({tag.k: tag.v for tag in thing.tags} | {"osm": where})
    except RuntimeError as error:
        raise InputError(f"{name}: {str(error).lower()}", "give an .osm.pbf file that is complete") from error
    if not rows:
        raise InputError(f"{name}: nothing tagged {' or '.join(tags)}", "check the tags and the area of the extract")
    return _layer(name, shapes, rows, path)


def _drawn(thing: Any, osmium: Any) -> tuple[Any, str]:
    if thing.is_node():
        return shapely.Point(thing.location.lon, thing.location.lat), f"node/{thing.id}"
    if not thing.is_area():
        return None, ""
    try:
        wkb = osmium.geom.WKBFactory().create_multipolygon(thing)
    except (RuntimeError, osmium.InvalidLocationError):
        return None, ""  # cut off by the edge of the extract
    area = shapely.from_wkb(wkb)
    kind = "way" if thing.from_way() else "relation"
    return (area.geoms[0] if len(area.geoms) == 1 else area), f"{kind}/{thing.orig_id()}"


def _layer(name: str, shapes: list[Any], rows: list[dict[str, Any]], path: Path) -> Layer:
    drawn: Objects = np.empty(len(shapes), dtype=object)
    drawn[:] = shapes
    columns = columns_of(rows)
    area = square_metres(drawn)
    columns["square_metres"] = area.astype(object)
    columns[FLOORS] = (area * _levels(columns.get(LEVELS), len(rows))).astype(object)
    return Layer(name, drawn, columns, hashlib.sha256(path.read_bytes()).hexdigest())


def _levels(told: Objects | None, size: int) -> Floats:
    levels = np.ones(size)
    for row, value in enumerate(told if told is not None else ()):
        if value is not None and str(value).replace(".", "", 1).isdigit():
            levels[row] = max(1.0, float(value))
    return levels
