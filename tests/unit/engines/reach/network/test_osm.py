"""Extracts of OpenStreetMap drawn by hand: nodes as metres from the middle of the town, ways as lists of nodes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse.csgraph import dijkstra

from lantu.engines.reach.network import Network, load_mode
from lantu.engines.reach.network.osm import network_from_osm
from lantu.model import InputError, Issue

from ..towns import PLACE

pytestmark = pytest.mark.extra("osmium")  # noqa: S610

Nodes = dict[int, tuple[float, float]]
Read = Callable[..., tuple[Network, list[Issue]]]
ROW: Nodes = {1: (0, 0), 2: (100, 0), 3: (200, 0), 4: (300, 0)}


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write an extract and read it as a network."""

    def write_and_read(nodes: Nodes, *ways: tuple[list[int], dict[str, str]], mode: str = "walk", **tagged):
        import osmium  # noqa: PLC0415 - an extra

        path = tmp_path / "town.osm.pbf"
        with osmium.SimpleWriter(str(path)) as writer:
            for number, (x, y) in nodes.items():
                lon, lat = PLACE.to_degrees(np.array([x]), np.array([y]))
                place = (float(lon[0]), float(lat[0]))
                tags = tagged.get(f"node_{number}", {})
                writer.add_node(osmium.osm.mutable.Node(id=number, location=place, tags=tags))
            for number, (refs, tags) in enumerate(ways, 1):
                writer.add_way(osmium.osm.mutable.Way(id=number, nodes=refs, tags=tags))
        return network_from_osm(path, load_mode(mode))

    return write_and_read


def metres(network: Network, start: tuple[float, float], end: tuple[float, float]) -> float:
    """The way between the nodes at two places."""
    x, y = network.projection.to_metres(*PLACE.to_degrees(*np.array([start, end], dtype=float).T))
    at = [int(np.hypot(network.x - x[i], network.y - y[i]).argmin()) for i in (0, 1)]
    return float(dijkstra(network.metres, True, at[0])[at[1]])


def test_a_way_becomes_edges_between_all_its_nodes(read: Read):
    network, _ = read(ROW, ([1, 2, 3], {"highway": "residential"}))

    assert len(network) == 3
    assert metres(network, (0, 0), (200, 0)) == pytest.approx(200, abs=0.05)


def test_ways_that_share_a_node_meet_there_and_others_do_not(read: Read):
    crossing: Nodes = {1: (0, 0), 2: (100, 0), 3: (100, 100), 4: (50, 50), 5: (50, -50)}

    network, _ = read(
        crossing, ([1, 2], {"highway": "path"}), ([2, 3], {"highway": "path"}), ([4, 5], {"highway": "path"})
    )

    assert metres(network, (0, 0), (100, 100)) == pytest.approx(200, abs=0.05)
    assert network.island.max() == 1


def test_a_private_way_is_not_walked(read: Read):
    network, _ = read(ROW, ([1, 2], {"highway": "footway"}), ([2, 3], {"highway": "service", "access": "private"}))

    assert len(network) == 2


def test_a_locked_gate_ends_the_way(read: Read):
    network, _ = read(ROW, ([1, 2, 3, 4], {"highway": "footway"}), node_3={"barrier": "gate", "access": "private"})

    assert metres(network, (0, 0), (300, 0)) == np.inf


def test_an_open_gate_does_not(read: Read):
    network, _ = read(ROW, ([1, 2, 3, 4], {"highway": "footway"}), node_3={"barrier": "gate"})

    assert metres(network, (0, 0), (300, 0)) == pytest.approx(300, abs=0.05)


def test_stairs_cost_twice_the_time(read: Read):
    network, _ = read(ROW, ([1, 2], {"highway": "steps"}))

    assert network.effort.sum() == pytest.approx(2 * network.metres.sum())


def test_a_street_against_its_drawing_leads_back(read: Read):
    network, _ = read(ROW, ([1, 2], {"highway": "residential", "oneway": "-1"}), mode="drive")

    assert metres(network, (100, 0), (0, 0)) == pytest.approx(100, abs=0.05)
    assert metres(network, (0, 0), (100, 0)) == np.inf


def test_a_way_cut_by_the_edge_of_the_extract_keeps_its_pieces(read: Read):
    network, _ = read({n: ROW[n] for n in (1, 2, 4)}, ([1, 2, 3, 4], {"highway": "footway"}))

    assert len(network) == 2


def test_an_extract_without_a_way_for_the_mode_is_an_error(read: Read):
    with pytest.raises(InputError, match="no way for mode 'drive'"):
        read(ROW, ([1, 2], {"highway": "footway"}), mode="drive")


def test_a_file_that_is_no_extract_is_an_error(tmp_path: Path):
    (tmp_path / "town.osm.pbf").write_bytes(b"not a map")

    with pytest.raises(InputError, match=r"town\.osm\.pbf: .*; give an \.osm\.pbf file"):
        network_from_osm(tmp_path / "town.osm.pbf", load_mode("walk"))
