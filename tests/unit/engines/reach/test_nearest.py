from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse.csgraph import dijkstra

from lantu.engines.reach import catchment
from lantu.engines.reach.catchment import catchments
from lantu.engines.reach.nearest import nearest_cost, nearest_facility

from .towns import a_street, a_town


def test_the_nearest_of_two_facilities_counts():
    assert nearest_cost(a_street(5).metres, np.array([0, 4])) == pytest.approx([0, 100, 200, 100, 0], abs=0.02)


def test_beyond_the_limit_nothing_is_near():
    assert nearest_cost(a_street(3).metres, np.array([0]), 150.0)[2] == np.inf


def test_without_a_facility_nothing_is_near():
    assert nearest_cost(a_street(3).metres, np.array([], dtype=int)).tolist() == [np.inf] * 3


def test_a_one_way_street_is_measured_towards_the_facility():
    street = a_street(3, one_way=np.array([True, True]))

    assert nearest_cost(street.metres, np.array([2]))[0] == pytest.approx(200, abs=0.02)
    assert nearest_cost(street.metres, np.array([0]))[2] == np.inf


def test_the_nearest_facility_is_named():
    _, facility = nearest_facility(a_street(5).metres, np.array([4, 0]), 150.0)

    assert facility.tolist() == [1, 1, -1, 0, 0]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.booleans())
def test_catchments_are_all_pairs_within_the_limit(seed: int, fast: bool):
    town = a_town(9, seed)
    rng = np.random.default_rng(seed)
    facilities, targets = rng.choice(len(town), 5), rng.choice(len(town), 20, replace=False)

    with pytest.MonkeyPatch.context() as patch:
        if not fast:
            patch.setattr(catchment, "has", lambda _: False)
        table = catchments(town.metres, facilities, 430.0, targets)

    full = dijkstra(town.metres.T, True, facilities)[:, targets]
    expected = np.where(full <= 430.0, full, -1.0)
    found = np.full(full.shape, -1.0)
    entries = table.tocoo()
    found[entries.row, entries.col] = entries.data
    assert found == pytest.approx(expected)
