from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse.csgraph import dijkstra

from lantu.engines.reach.network import attach

from ..towns import a_street, a_town, degrees


def way(attached, one: int, other: int) -> float:
    return float(dijkstra(attached.network.metres, True, attached.place[one])[attached.place[other]])


def test_the_leg_to_the_street_belongs_to_the_way():
    joined = attach(a_street(2), *degrees((50, 30), (100, 0)))

    assert joined.leg == pytest.approx([30, 0], abs=0.01)
    assert way(joined, 0, 1) == pytest.approx(30 + 50, abs=0.01)


def test_the_way_between_two_houses_on_one_street_does_not_lead_to_its_end():
    joined = attach(a_street(2, step=1000.0), *degrees((400, 10), (450, 20)))

    assert way(joined, 0, 1) == pytest.approx(10 + 50 + 20, abs=0.01)


def test_houses_that_share_a_foot_share_a_node():
    joined = attach(a_street(2), *degrees((50, 30), (50, -20)))

    assert joined.foot[0] == joined.foot[1]
    assert way(joined, 0, 1) == pytest.approx(50, abs=0.01)


def test_a_house_beyond_the_end_of_the_street_meets_its_last_node():
    joined = attach(a_street(3), *degrees((240, 30)))

    assert joined.foot.tolist() == [2]
    assert joined.leg == pytest.approx([50], abs=0.01)


def test_a_one_way_street_stays_one_way_where_it_is_cut():
    joined = attach(a_street(2, one_way=np.array([True])), *degrees((20, 0), (80, 0)))

    assert way(joined, 0, 1) == pytest.approx(60, abs=0.01)
    assert way(joined, 1, 0) == np.inf


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_cutting_streets_changes_no_way_between_their_nodes(seed: int):
    town = a_town(8, seed)
    rng = np.random.default_rng(seed)

    joined = attach(town, *degrees(*rng.uniform(-50, 750, (30, 2))))

    before = dijkstra(town.metres, True)
    after = dijkstra(joined.network.metres, True, np.arange(len(town)))[:, : len(town)]
    assert after == pytest.approx(before)
