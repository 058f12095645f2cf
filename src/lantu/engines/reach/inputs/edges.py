"""Read a network: an OpenStreetMap extract, lines on the map, or a table of edges."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import shapely

from lantu.model import InputError, Issue

from ..arrays import Flags, Floats, Indices, Objects
from ..definition import Coordinates
from ..layers import Layer
from ..network import Mode, Network, load_mode, network_from_edges
from .checks import require_degrees
from .geojson import columns_of
from .reading import bytes_of, read_layer
from .shifted import to_wgs84
from .tables import numbers, rows_of

ENDS = ("from_lon", "from_lat", "to_lon", "to_lat")
_DIGITS = 7
"""Of degrees: ends nearer than a centimetre are one node."""


def read_network(
    path: Path, mode: str, *, name: str | None = None, coordinates: Coordinates | None = None
) -> tuple[Network, list[Issue], str]:
    """Read the ways that a mode may use; give the network, what was found, and the SHA-256 of the file.

    A table of edges (``.csv``) has ``from_lon``, ``from_lat``, ``to_lon``, ``to_lat`` and may have ``metres`` (the
    straight line without), ``one_way`` (``yes``, ``-1``) and tags as in OpenStreetMap (``highway``, ``access``,
    ``foot``); of lines in other files every corner is a node, so that lines meet where they share one.

    Raises
    ------
    InputError
        Where it cannot be read or holds no way for the mode.
    """
    said, moving = name or str(path), load_mode(mode)
    if path.name.endswith(".osm.pbf"):
        from ..network.osm import network_from_osm  # noqa: PLC0415 - an extra

        network, issues = network_from_osm(path, moving)
        return network, issues, hashlib.sha256(path.read_bytes()).hexdigest()
    if path.suffix.lower() == ".csv":
        content = bytes_of(path, said)
        network, issues = _from_table(said, columns_of(list(rows_of(Path(said), content))), moving, coordinates)
        return network, issues, hashlib.sha256(content).hexdigest()
    layer, issues = read_layer(path, name=said, coordinates=coordinates)
    network, more = _from_lines(layer, moving)
    return network, [*issues, *more], layer.sha256 or ""


def _from_table(
    name: str, columns: dict[str, Objects], mode: Mode, coordinates: Coordinates | None
) -> tuple[Network, list[Issue]]:
    missing = [each for each in ENDS if each not in columns]
    if missing:
        raise InputError(f"{name}: no column '{missing[0]}'", f"a table of edges has {', '.join(ENDS)}")
    given = [numbers(Path(name), columns, each) for each in ENDS]
    ends = np.concatenate([np.column_stack(given[:2]), np.column_stack(given[2:])])
    require_degrees(name, ends)
    if coordinates is not None:
        ends = np.column_stack(to_wgs84(ends[:, 0], ends[:, 1], coordinates))
    metres = _lengths(name, columns) if "metres" in columns else None
    edge = np.arange(len(ends) // 2)
    return _assembled(name, ends, edge, edge + len(edge), columns, mode, edge, metres)


def _lengths(name: str, columns: dict[str, Objects]) -> Floats:
    metres = numbers(Path(name), columns, "metres")
    wrong = np.flatnonzero(~(metres >= 0))
    if len(wrong):
        said = f"{name}: '{columns['metres'][wrong[0]]}' in column 'metres', row {wrong[0] + 1}, is no length"
        raise InputError(said, "give metres, 0 or more, in every row, or leave the column out")
    return metres


def _from_lines(layer: Layer, mode: Mode) -> tuple[Network, list[Issue]]:
    lines, line = shapely.get_parts(layer.shapes, return_index=True)
    if not (shapely.get_type_id(lines) == 1).all():
        raise InputError(f"{layer.name}: a way is no line", "draw every way as a LineString")
    places, owner = shapely.get_coordinates(lines, return_index=True)
    start = np.flatnonzero(owner[1:] == owner[:-1])
    columns = dict(layer.columns)
    return _assembled(layer.name, places, start, start + 1, columns, mode, line[owner[start]], None)


def _assembled(
    name: str,
    places: Floats,
    start: Indices,
    end: Indices,
    columns: dict[str, Objects],
    mode: Mode,
    way: Indices,
    metres: Floats | None,
) -> tuple[Network, list[Issue]]:
    """Join edges at shared places, drop those that the mode may not use, turn those that lead backward."""
    kept, direction, pace = _by_tags(columns, mode, int(way.max()) + 1)
    used = kept[way]
    if not used.any():
        raise InputError(f"{name}: no way for mode '{mode.name}'", "check 'highway' and 'access' of the ways")
    start, end, way = start[used], end[used], way[used]
    backward = direction[way] < 0
    start, end = np.where(backward, end, start), np.where(backward, start, end)
    _, first, node = np.unique(np.round(places, _DIGITS), axis=0, return_index=True, return_inverse=True)
    node = node.ravel()
    there = np.unique(node[np.concatenate([start, end])])
    number = np.full(len(first), -1, dtype=np.int64)
    number[there] = np.arange(len(there))
    spot = places[first[there]]
    return network_from_edges(
        spot[:, 0],
        spot[:, 1],
        number[node[start]],
        number[node[end]],
        metres=None if metres is None else metres[used],
        one_way=direction[way] != 0,
        pace=pace[way] if (pace != 1.0).any() else None,
    )


def _by_tags(columns: dict[str, Objects], mode: Mode, size: int) -> tuple[Flags, Indices, Floats]:
    kept, direction, pace = np.ones(size, dtype=bool), np.zeros(size, dtype=np.int64), np.ones(size)
    known = [key for key in (*mode.keys, "one_way") if key in columns]
    for row in range(size if known else 0):
        tags = {key: str(columns[key][row]) for key in known if columns[key][row] not in (None, "")}
        own = tags.pop("one_way", None)
        kept[row] = mode.allows({"highway": "service"} | tags)
        direction[row] = mode.direction(tags | ({mode.one_way[0]: own} if own else {}))
        pace[row] = mode.pace.get(tags.get("highway", ""), 1.0)
    return kept, direction, pace
