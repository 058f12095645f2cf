"""Small towns whose ways can be drawn on paper: streets on a grid, 100 m apart, near the equator of nowhere."""

from __future__ import annotations

import numpy as np

from lantu.engines.reach.network import Network, network_from_edges
from lantu.engines.reach.projection import Projection

PLACE = Projection(118.0, 36.8)


def degrees(*points: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
    """Longitude and latitude of points given in metres east and north of the town's middle."""
    x, y = np.asarray(points, dtype=float).reshape(-1, 2).T
    return PLACE.to_degrees(x, y)


def a_street(length: int = 5, step: float = 100.0, **how: object) -> Network:
    """One straight street of so many nodes."""
    lon, lat = degrees(*((step * i, 0.0) for i in range(length)))
    return network_from_edges(lon, lat, np.arange(length - 1), np.arange(1, length), **how)[0]


def a_town(across: int = 20, seed: int = 0, missing: float = 0.2) -> Network:
    """Streets on a grid, of which some are missing and some lead one way."""
    rng = np.random.default_rng(seed)
    east, north = np.meshgrid(np.arange(across) * 100.0, np.arange(across) * 100.0, indexing="ij")
    lon, lat = PLACE.to_degrees(east.ravel(), north.ravel())
    node = np.arange(across * across).reshape(across, across)
    start = np.concatenate([node[:-1].ravel(), node[:, :-1].ravel()])
    end = np.concatenate([node[1:].ravel(), node[:, 1:].ravel()])
    there = rng.random(len(start)) >= missing
    start, end = start[there], end[there]
    longer = 100.0 * (1.0 + rng.random(len(start)))
    return network_from_edges(lon, lat, start, end, metres=longer, one_way=rng.random(len(start)) < 0.2)[0]
