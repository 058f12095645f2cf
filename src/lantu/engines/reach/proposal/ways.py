"""How far it is from each place to each site: in a straight line, by a table, or over the edges of a network."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree
from scipy.spatial.distance import cdist

from lantu.model import InputError

from ..siting.matrix import Covers
from ..siting.plan import UNSERVED, Columns, Floats
from .points import Points, read_table

_EQUATOR, _FLATTENING, _RADIUS = 6_378_137.0, 1 / 298.257223563, 6_371_008.8
_SLACK = 1e-9

Pairs: TypeAlias = "sp.csr_matrix"
"""Sparse costs, places x sites: an entry is a way, of whatever cost."""


class Ways(ABC):
    """Costs from places (rows) to sites (columns), 0 or more, infinite where there is no way."""

    unit = ""
    kind = "by a table", "按给定表"
    """How ways are measured, in English and Chinese."""
    credit = ""
    """Whom a picture must name."""
    places: int

    @abstractmethod
    def within(self, limit: float) -> Covers:
        """Give, as ones of a sparse matrix, which site reaches which place within the limit (itself included)."""

    @abstractmethod
    def pairs(self, limit: float) -> Pairs:
        """Give the costs of all ways within the limit, 0 included, and nothing else (sparse)."""

    @abstractmethod
    def to(self, sites: Columns) -> Floats:
        """Give the costs to these sites, one column each."""

    def nearest(self, sites: Columns) -> tuple[Floats, Columns]:
        """Give each place's least cost to any of these sites, and that site: infinity and -1 where there is none."""
        if not len(sites):
            return np.full(self.places, np.inf), np.full(self.places, UNSERVED, dtype=np.int64)
        costs = self.to(sites)
        at = costs.argmin(axis=1)
        least = costs[np.arange(len(costs)), at]
        return least, np.where(np.isfinite(least), sites[at], UNSERVED)


class Straight(Ways):
    """The crow's way: metres on the plane, or over the ellipsoid (WGS 84) where places are in degrees.

    The chord between two places on the ellipsoid is lengthened to its arc: true to a millionth up to 100 km.
    """

    unit = "m"
    kind = "in a straight line", "直线距离"

    def __init__(self, places: Points, sites: Points) -> None:
        if places.degrees is not sites.degrees:
            raise InputError(
                f"{places.name} and {sites.name} are not both in degrees", "give lon,lat in both files or x,y in both"
            )
        self._curved = places.degrees
        self.places = len(places)
        self._places, self._sites = _positions(places), _positions(sites)

    def within(self, limit: float) -> Covers:
        """Search a tree of the sites, so that only near pairs are looked at."""
        chord = (2 * _RADIUS * np.sin(limit / 2 / _RADIUS) if self._curved else limit) * (1 + _SLACK)
        found = cKDTree(self._sites).query_ball_point(self._places, chord, return_sorted=True)
        return _ones(found, (len(self._places), len(self._sites)))

    def pairs(self, limit: float) -> Pairs:
        """Measure the near pairs."""
        near = self.within(limit)
        row = np.repeat(np.arange(self.places), np.diff(near.indptr))
        chord = np.sqrt(np.square(self._places[row] - self._sites[near.indices]).sum(axis=1))
        return sp.csr_matrix((self._along(chord), near.indices, near.indptr), shape=near.shape)

    def to(self, sites: Columns) -> Floats:
        """Measure every pair."""
        return self._along(cdist(self._places, self._sites[sites]))

    def nearest(self, sites: Columns) -> tuple[Floats, Columns]:
        """Ask a tree of these sites."""
        if not len(sites):
            return super().nearest(sites)
        chord, at = cKDTree(self._sites[sites]).query(self._places)
        return self._along(chord), sites[at]

    def _along(self, chord: Floats) -> Floats:
        if not self._curved:
            return chord
        arc: Floats = 2 * _RADIUS * np.arcsin(np.minimum(chord / 2 / _RADIUS, 1.0))
        return arc


def _positions(points: Points) -> Floats:
    """Give coordinates in metres: two on the plane, three from the middle of the earth."""
    if not points.degrees:
        return np.column_stack([points.x, points.y])
    lon, lat = np.radians(points.x), np.radians(points.y)
    eccentricity = _FLATTENING * (2 - _FLATTENING)
    normal = _EQUATOR / np.sqrt(1 - eccentricity * np.sin(lat) ** 2)
    across = normal * np.cos(lat)
    return np.column_stack([across * np.cos(lon), across * np.sin(lon), normal * (1 - eccentricity) * np.sin(lat)])


def _ones(found: Sequence[Sequence[int]], size: tuple[int, int]) -> Covers:
    ends = np.concatenate([[0], np.cumsum([len(each) for each in found])])
    at = np.fromiter((column for each in found for column in each), dtype=np.int64, count=int(ends[-1]))
    return sp.csr_matrix((np.ones(len(at)), at, ends), shape=size)


class Listed(Ways):
    """Costs as a table lists them; a pair that is not listed has no way."""

    def __init__(self, costs: Floats) -> None:
        self.places, self._costs = len(costs), costs

    def within(self, limit: float) -> Covers:
        """Compare the costs with the limit."""
        return sp.csr_matrix(self._costs <= limit * (1 + _SLACK), dtype=np.float64)

    def pairs(self, limit: float) -> Pairs:
        """Take the costs within the limit."""
        near = self.within(limit)
        row = np.repeat(np.arange(self.places), np.diff(near.indptr))
        return sp.csr_matrix((self._costs[row, near.indices], near.indices, near.indptr), shape=near.shape)

    def to(self, sites: Columns) -> Floats:
        """Take the columns of these sites."""
        return self._costs[:, sites]


def read_costs_table(path: Path, places: Points, sites: Points) -> Ways:
    """Read a table of costs, one pair a row: ``from`` (a place's id), ``to`` (a site's id), ``cost``.

    Raises
    ------
    InputError
        Where a column is missing, an id is in neither file, or a cost is no number of 0 or more.
    """
    rows = _read_rows(path, ("from", "to", "cost"))
    place, site = _numbers(places.id), _numbers(sites.id)
    costs = np.full((len(places), len(sites)), np.inf)
    for number, row in enumerate(rows, 2):
        cost = _cost(path, number, row["cost"])
        for name, known, file in ((row["from"], place, places.name), (row["to"], site, sites.name)):
            if name not in known:
                raise InputError(f"{path}: id {name!r} in line {number} is not in {file}", "correct one of the two")
        at = place[row["from"]], site[row["to"]]
        costs[at] = min(costs[at], cost)
    return Listed(costs)


def read_edges_table(path: Path, places: Points, sites: Points) -> Ways:
    """Read the edges of a network, one a row: ``from``, ``to``, ``length``; passable both ways but where ``one_way``.

    Places and sites stand at the node that their column ``node`` names, or else at the node of their own id.

    Raises
    ------
    InputError
        Where a column is missing, a length is no number of 0 or more, or a place stands at no node.
    """
    rows = _read_rows(path, ("from", "to", "length"))
    nodes = _numbers(dict.fromkeys(name for row in rows for name in (row["from"], row["to"])))
    best: dict[tuple[int, int], float] = {}
    for number, row in enumerate(rows, 2):
        length, pair = _cost(path, number, row["length"]), (nodes[row["from"]], nodes[row["to"]])
        both = row.get("one_way", "").lower() in {"", "0", "no", "false", "否"}
        for each in (pair, pair[::-1]) if both else (pair,):
            best[each] = min(best.get(each, np.inf), length)
    # An edge of length 0 would be no edge to scipy: it is given the smallest length that is one.
    lengths = np.maximum(np.fromiter(best.values(), dtype=np.float64, count=len(best)), 1e-12)
    ends = np.array(list(best), dtype=np.int64).reshape(-1, 2)
    graph = sp.csr_matrix((lengths, (ends[:, 1], ends[:, 0])), shape=(len(nodes), len(nodes)))
    from_sites = dijkstra(graph, indices=_standing(path, sites, nodes))
    return Listed(np.ascontiguousarray(from_sites[:, _standing(path, places, nodes)].T))


def _standing(path: Path, points: Points, nodes: dict[str, int]) -> Columns:
    names = points.columns.get("node", points.id)
    lost = next((i for i, name in enumerate(names) if name not in nodes), None)
    if lost is not None:
        raise InputError(
            f"{points.name}: id {points.id[lost]} stands at no node of {path}", "name its node in a column 'node'"
        )
    return np.array([nodes[name] for name in names], dtype=np.int64)


def _read_rows(path: Path, needed: tuple[str, ...]) -> list[dict[str, str]]:
    header, rows = read_table(path)
    lacking = [column for column in needed if column not in header]
    if lacking:
        raise InputError(
            f"{path}: no column '{lacking[0]}'", f"it needs {', '.join(needed)}; it has {', '.join(header)}"
        )
    return rows


def _numbers(names: Sequence[str] | dict[str, None]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _cost(path: Path, line: int, text: str) -> float:
    try:
        cost = float(text)
    except ValueError:
        cost = float("nan")
    if not cost >= 0:
        raise InputError(f"{path}: '{text}' in line {line} is no number of 0 or more", "leave out pairs without a way")
    return cost
