from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse.csgraph import dijkstra

from lantu.engines.reach import catchment, nearest
from lantu.engines.reach.catchment import catchments
from lantu.engines.reach.nearest import against, nearest_cost, nearest_facility
from lantu.engines.reach.network import network_from_edges

from .towns import a_street, a_town, degrees


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


@pytest.mark.extra("numba")  # noqa: S610 - no query
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([2, 7, 40, 1000]), st.sampled_from([np.inf, 430.0]))
def test_a_search_by_tiles_gives_the_same_to_the_last_bit(seed: int, per_tile: int, limit: float):
    from lantu.engines.reach.large import nearest_in_tiles  # noqa: PLC0415 - an optional part

    town = a_town(9, seed)
    facilities = np.random.default_rng(seed).choice(len(town), 5)
    turned = against(town.metres)

    found = nearest_in_tiles(turned, facilities, limit, town.x, town.y, per_tile)

    assert found is not None
    cost, which = found
    expected, _, source = dijkstra(turned, True, facilities, min_only=True, limit=limit, return_predecessors=True)
    assert np.array_equal(cost, expected)
    assert np.array_equal(np.where(which < 0, -9999, facilities[which]), source)


@pytest.mark.extra("numba")  # noqa: S610 - no query
def test_very_unequal_edges_change_nothing():
    from lantu.engines.reach.large import nearest_in_tiles  # noqa: PLC0415 - an optional part

    lon, lat = degrees(*((10.0 * i, 0.0) for i in range(200)))
    metres = np.where(np.arange(199) % 50 == 7, 1e6, 10.1)
    street = network_from_edges(lon, lat, np.arange(199), np.arange(1, 200), metres=metres)[0]

    found = nearest_in_tiles(street.metres, np.array([0]), np.inf, street.x, street.y, 30)

    assert found is not None
    assert np.array_equal(found[0], dijkstra(street.metres, True, [0], min_only=True))


@pytest.mark.extra("numba")  # noqa: S610 - no query
def test_a_large_graph_is_searched_by_tiles(monkeypatch: pytest.MonkeyPatch):
    from lantu.engines.reach import large  # noqa: PLC0415 - an optional part

    asked = []
    monkeypatch.setattr(nearest, "LARGE", 5)
    monkeypatch.setattr(large, "nearest_in_tiles", lambda *given: asked.append(given))
    street = a_street(5)

    cost = nearest_cost(street.metres, np.array([0]), at=(street.x, street.y))
    nearest_cost(street.metres, np.array([0]))
    nearest_cost(a_street(4).metres, np.array([0]), at=(street.x[:4], street.y[:4]))

    assert len(asked) == 1
    assert cost[4] == pytest.approx(400, abs=0.05)  # there was no room: another search gave the answer
