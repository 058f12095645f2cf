"""The places of a measurement as vector tiles in one PMTiles file: a map of any size, read piece by piece.

Tiles follow the Mapbox Vector Tile specification 2.1 in Web Mercator, the file the PMTiles specification 3. Layers:
``cells`` (squares), ``ways`` (lines), ``facilities`` and ``next`` (points). A feature's ``n`` is its number in the
record's columns, a cell's ``c`` its class, its ``a`` the class once the next facilities stand.
"""

from __future__ import annotations

import gzip
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import mapbox_vector_tile
import numpy as np
import shapely
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from .arrays import Floats, Objects

_EXTENT = 4096
_LEVELS = 4
"""One below the level at which all fits into a tile, that one, and two closer; maps enlarge the last one."""
_MOST_LEVEL = 18
_EARTH = 40_075_016.686
"""Metres around the equator, in Web Mercator's sphere."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One layer: shapes on a square world of side 1 (y down), and what is told of each."""

    name: str
    shapes: Objects
    told: list[dict[str, int]]


def vector_tiles(cells: Mapping[str, Any]) -> bytes:
    """Give the PMTiles file of a record's ``cells``; the same cells give the same bytes."""
    layers = [*_layers(cells)]
    west, south, east, north = _bounds(cells)
    across = max(np.ptp(_world(np.array([west, east]), np.array([south, north])), axis=0).max(), 1e-9)
    fits = int(np.clip(np.floor(-np.log2(across)), 1, _MOST_LEVEL - 2))
    levels = range(fits - 1, fits - 1 + _LEVELS)
    tiles = sorted((zxy_to_tileid(*at), data) for level in levels for at, data in _tiles(layers, level))
    file = io.BytesIO()
    writer: Any = Writer(file)  # type: ignore[no-untyped-call]
    for number, data in tiles:
        writer.write_tile(number, gzip.compress(data, mtime=0))
    header = {
        "tile_type": TileType.MVT,
        "tile_compression": Compression.GZIP,
        "min_zoom": levels[0],
        "max_zoom": levels[-1],
        "center_zoom": fits,
        **{f"{name}_e7": round(value * 1e7) for name, value in _corners(west, south, east, north).items()},
    }
    described = [{"id": layer.name, "fields": dict.fromkeys(layer.told[0], "Number")} for layer in layers]
    writer.finalize(header, {"vector_layers": described})
    return file.getvalue()


def _corners(west: float, south: float, east: float, north: float) -> dict[str, float]:
    box = {"min_lon": west, "min_lat": south, "max_lon": east, "max_lat": north}
    return box | {"center_lon": (west + east) / 2, "center_lat": (south + north) / 2}


def _bounds(cells: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """Give west, south, east and north of the cells, with their sides."""
    lon, lat = np.array(cells["lon"]), np.array(cells["lat"])
    half = cells["side"] / 2 / (_EARTH / 360)
    wide = half / np.cos(np.radians(np.abs(lat).max()))
    return float(lon.min() - wide), float(lat.min() - half), float(lon.max() + wide), float(lat.max() + half)


def _world(lon: Floats, lat: Floats) -> Floats:
    """Give Web Mercator positions on a square of side 1, y down, a pair a row."""
    y = np.arcsinh(np.tan(np.radians(lat)))
    return np.column_stack([lon / 360 + 0.5, 0.5 - y / (2 * np.pi)])


def _layers(cells: Mapping[str, Any]) -> Iterator[_Drawn]:
    lat = np.array(cells["lat"], dtype=np.float64)
    at = _world(np.array(cells["lon"], dtype=np.float64), lat)
    half = cells["side"] / 2 / _EARTH / np.cos(np.radians(lat))
    squares = shapely.box(at[:, 0] - half, at[:, 1] - half, at[:, 0] + half, at[:, 1] + half)
    later = cells["next"]["class"] if "next" in cells else cells["class"]
    told = [{"n": n, "c": c, "a": a} for n, (c, a) in enumerate(zip(cells["class"], later, strict=True))]
    yield _Drawn("cells", squares, told)
    if cells["ways"]:
        ends = np.array(cells["ways"], dtype=np.float64).reshape(-1, 2)
        ways = shapely.linestrings(_world(ends[:, 0], ends[:, 1]).reshape(-1, 2, 2))
        yield _Drawn("ways", ways, [{"n": n} for n in range(len(ways))])
    for name in ("facilities", "next"):
        if name in cells:
            lon, lat = (np.array(cells[name][axis], dtype=np.float64) for axis in ("lon", "lat"))
            points = shapely.points(_world(lon, lat))
            yield _Drawn(name, points, [{"n": n} for n in range(len(points))])


def _tiles(layers: list[_Drawn], level: int) -> Iterator[tuple[tuple[int, int, int], bytes]]:
    """Give the tiles of a level by (level, column, row): whatever touches a tile is in it, whole."""
    held: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    scaled = [shapely.transform(layer.shapes, lambda at: at * 2**level) for layer in layers]
    for which, shapes in enumerate(scaled):
        boxes = np.floor(shapely.bounds(shapes)).astype(np.int64)
        for number, (left, top, right, bottom) in enumerate(boxes.tolist()):
            for column in range(left, right + 1):
                for row in range(top, bottom + 1):
                    held[column, row].append((which, number))
    for (column, row), features in held.items():
        yield (level, column, row), _tile(layers, scaled, features, (column, row))


def _tile(
    layers: list[_Drawn], scaled: list[Objects], features: list[tuple[int, int]], corner: tuple[int, int]
) -> bytes:
    parts: list[dict[str, Any]] = []
    for which, layer in enumerate(layers):
        mine = [number for of, number in features if of == which]
        shapes = shapely.transform(scaled[which][mine], lambda at: (at - corner) * _EXTENT)
        told = [
            {"geometry": shape, "properties": layer.told[number], "id": number}
            for number, shape in zip(mine, shapes, strict=True)
        ]
        if told:
            parts.append({"name": layer.name, "features": told})
    data: bytes = mapbox_vector_tile.encode(parts, default_options={"y_coord_down": True, "extents": _EXTENT})
    return data
