"""Read the ways of an OpenStreetMap extract (``.osm.pbf``) that a mode may use into a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from lantu.model import InputError, Issue

from ..arrays import Floats, Indices
from ..optional import require
from .graph import Network, network_from_edges
from .modes import Mode

_HEAD = 9


class _Ways:
    """The usable ways: the node ids and the line (WKB) of each, its direction and its pace; and closed barriers."""

    def __init__(self) -> None:
        self.barriers: list[int] = []
        self.refs: list[list[int]] = []
        self.lines: list[str] = []
        self.direction: list[int] = []
        self.pace: list[float] = []

    def add(self, refs: list[int], line: str, direction: int, pace: float) -> None:
        """Take one way, or a part of one."""
        self.refs.append(refs)
        self.lines.append(line)
        self.direction.append(direction)
        self.pace.append(pace)


def network_from_osm(path: Path | str, mode: Mode) -> tuple[Network, list[Issue]]:
    """Read a network.

    Every node of a usable way becomes a node of the network, so bends keep their length. Edges that touch
    a barrier which lets nobody of this mode through are left out.

    Raises
    ------
    InputError
        Where the file cannot be read, the extra ``osm`` is not installed, or no way of it may be used.
    """
    osmium = require("osmium", "osm")
    if not Path(path).is_file():
        raise InputError(f"{path}: no such file", "name an .osm.pbf extract")
    try:
        ways = _usable_ways(osmium, str(path), mode)
    except RuntimeError as error:
        raise InputError(f"{path}: {str(error).lower()}", "give an .osm.pbf file that is complete") from error
    if not ways.refs:
        raise InputError(f"{path}: no way for mode '{mode.name}'", "check the area of the extract")
    return _assemble(ways)


def _usable_ways(osmium: Any, path: str, mode: Mode) -> _Ways:
    ways, factory = _Ways(), osmium.geom.WKBFactory()
    kinds = osmium.filter.EntityFilter(osmium.osm.NODE | osmium.osm.WAY)
    reader = osmium.FileProcessor(path).with_locations().with_filter(kinds)
    for thing in reader.with_filter(osmium.filter.KeyFilter("highway", "barrier")):
        tags = _tags(thing, mode)
        if thing.is_node():
            if "barrier" in thing.tags and not mode.admits(tags):
                ways.barriers.append(thing.id)
        elif mode.allows(tags) and len(thing.nodes) > 1:
            direction, pace = mode.direction(tags), mode.pace.get(tags["highway"], 1.0)
            for refs, line in _pieces(osmium, thing, factory):
                ways.add(refs, line, direction, pace)
    return ways


def _tags(thing: Any, mode: Mode) -> dict[str, str]:
    tags = thing.tags
    return {key: tags[key] for key in mode.keys if key in tags}


def _pieces(osmium: Any, way: Any, factory: Any) -> Iterator[tuple[list[int], str]]:
    """Give node ids and line of a way; in pieces where the extract's edge cut some of its nodes off."""
    refs = [node.ref for node in way.nodes]
    try:
        yield refs, factory.create_linestring(way, osmium.geom.use_nodes.ALL)
    except osmium.InvalidLocationError:
        run: list[Any] = []
        for node in [*way.nodes, None]:
            if node is not None and node.location.valid():
                run.append((node.ref, node.location.lon, node.location.lat))
            elif len(run) > 1:
                yield [ref for ref, _, _ in run], shapely.LineString([place for _, *place in run]).wkb_hex
                run = []
            else:
                run = []


def _assemble(ways: _Ways) -> tuple[Network, list[Issue]]:
    counts = np.fromiter(map(len, ways.refs), dtype=np.int64, count=len(ways.refs))
    refs = np.concatenate([np.asarray(each, dtype=np.int64) for each in ways.refs])
    places = _coordinates(ways.lines, counts)
    ids, first, node = np.unique(refs, return_index=True, return_inverse=True)
    lon, lat = places[first, 0], places[first, 1]
    start, end, way = _edges(node, counts)
    closed = np.isin(ids, np.asarray(ways.barriers, dtype=np.int64))
    passable = ~(closed[start] | closed[end])
    start, end, way = start[passable], end[passable], way[passable]
    direction = np.asarray(ways.direction)[way]
    start, end = np.where(direction < 0, end, start), np.where(direction < 0, start, end)
    pace: Floats = np.asarray(ways.pace)[way]
    slower = pace if (pace != 1.0).any() else None
    return network_from_edges(lon, lat, start, end, one_way=direction != 0, pace=slower)


def _coordinates(lines: list[str], counts: Indices) -> Floats:
    """Give longitude and latitude of every node, from lines in WKB: nine bytes of head, then pairs of doubles."""
    data = np.frombuffer(bytes.fromhex("".join(lines)), dtype=np.uint8)
    size = _HEAD + 16 * counts
    heads = (np.cumsum(size) - size)[:, None] + np.arange(_HEAD)[None, :]
    body = np.ones(len(data), dtype=bool)
    body[heads] = False
    return data[body].view("<f8").reshape(-1, 2).astype(np.float64, copy=False)


def _edges(node: Indices, counts: Indices) -> tuple[Indices, Indices, Indices]:
    """Give start, end and way of every edge: each node of a way with the next one of the same way."""
    way = np.repeat(np.arange(len(counts)), counts)
    joined = np.flatnonzero(way[1:] == way[:-1])
    return node[joined], node[joined + 1], way[joined]
