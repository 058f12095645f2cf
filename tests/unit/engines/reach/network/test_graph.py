from __future__ import annotations

import numpy as np
import pytest

from lantu.engines.reach.network import network_from_edges
from lantu.model import InputError

from ..towns import a_street, degrees

TWO = degrees((0, 0), (100, 0))


def edges(*pairs: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    start, end = np.asarray(pairs).T
    return start, end


def test_an_edge_leads_both_ways_and_is_as_long_as_the_ground_it_covers():
    network = a_street(2)

    assert network.metres.toarray() == pytest.approx(np.array([[0, 100], [100, 0]]), abs=0.01)


def test_a_one_way_edge_leads_one_way():
    network = a_street(2, one_way=np.array([True]))

    assert (network.metres[0, 1] > 0, network.metres[1, 0]) == (True, 0)


def test_of_parallel_edges_the_shortest_counts():
    network, _ = network_from_edges(*TWO, *edges((0, 1), (0, 1), (1, 0)), metres=np.array([150.0, 120.0, 180.0]))

    assert network.metres[0, 1] == network.metres[1, 0] == 120.0


def test_a_loop_is_no_way_anywhere():
    network, _ = network_from_edges(*TWO, *edges((0, 1), (0, 0)))

    assert network.metres.nnz == 2


def test_an_edge_shorter_than_its_straight_line_is_rejected_and_reported():
    lon, lat = degrees(*((100.0 * i, 0.0) for i in range(40)))
    metres = np.full(39, 101.0)
    metres[7] = 60.0

    network, [issue] = network_from_edges(lon, lat, np.arange(39), np.arange(1, 40), metres=metres)

    assert network.metres[7, 8] == 0
    assert str(issue) == "warning edge_too_short: 1 of 39 edges are shorter than their straight line and were rejected"


def test_a_length_rounded_down_is_raised_to_the_straight_line():
    network, issues = network_from_edges(*degrees((0, 0), (100.4, 0)), *edges((0, 1)), metres=np.array([100.0]))

    assert network.metres[0, 1] == pytest.approx(100.4, abs=1e-3)
    assert issues == []


def test_lengths_in_kilometres_are_an_error():
    with pytest.raises(InputError, match=r"1 of 1 edges are shorter .* give lengths in metres"):
        network_from_edges(*TWO, *edges((0, 1)), metres=np.array([0.1]))


def test_an_edge_to_a_node_that_is_not_there_is_an_error():
    with pytest.raises(InputError, match="an edge names node 5 of 2"):
        network_from_edges(*TWO, *edges((0, 5)))


def test_stairs_take_longer_but_are_not_longer():
    network, _ = network_from_edges(*TWO, *edges((0, 1)), pace=np.array([2.0]))

    assert network.effort[0, 1] == pytest.approx(2 * network.metres[0, 1])


def test_the_largest_part_is_island_0_and_the_others_are_reported():
    lon, lat = degrees((0, 0), (100, 0), (200, 0), (900, 0), (1000, 0))

    network, _ = network_from_edges(lon, lat, *edges((3, 4), (0, 1), (1, 2)))

    assert network.island.tolist() == [0, 0, 0, 1, 1]
    assert str(network.islands()[0]) == (
        "info islands: 2 of 5 nodes lie on 1 islands that no path joins to the largest part"
    )
