from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.engines.reach.siting import p_center
from lantu.model import InputError

from .exhaustive import least, plans, within

ROAD = np.abs(np.arange(7)[:, None] - np.arange(7)[None, :]).astype(float)
"""Seven villages along a road, 1 km apart; each may have a site."""


def farthest(cost: np.ndarray):
    return lambda plan: float(cost[:, plan].min(axis=1, initial=np.inf).max())


def test_one_site_stands_where_the_longest_way_is_shortest():
    plan = p_center(ROAD, 1)

    assert (plan.sites.tolist(), plan.value, plan.proven) == ([3], 3.0, True)


def test_a_kept_site_shortens_what_is_left_to_do():
    plan = p_center(ROAD, 1, kept=[0])

    assert plan.value == 2.0
    assert 0 in plan.sites


def test_sites_to_spare_go_where_they_save_most():
    plan = p_center(np.array([[1.0, 9, 9], [9, 1, 9], [9, 9, 1]]), 3)

    assert plan.sites.tolist() == [0, 1, 2]


def test_what_k_sites_cannot_reach_makes_the_radius_infinite():
    plan = p_center(np.array([[1.0, np.inf], [np.inf, 1.0]]), 1)

    assert (plan.value, plan.proven) == (np.inf, True)


def test_a_row_that_no_column_reaches_is_an_error():
    with pytest.raises(InputError, match="can be served from no column"):
        p_center([[np.inf], [1.0]], 1)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 4), st.integers(0, 2))
def test_the_radius_is_that_of_the_best_of_all_plans(seed: int, k: int, kept: int):
    cost = np.random.default_rng(seed).integers(0, 40, (12, 9)).astype(float)
    stands = list(range(kept))

    plan = p_center(cost, k, kept=stands, banned=[8])

    assert plan.proven
    assert plan.value == plan.bound == least(plans(9, k, stands, [8]), farthest(cost))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_a_budget_limits_what_is_opened(seed: int):
    rng = np.random.default_rng(seed)
    cost, prices = rng.integers(0, 30, (9, 6)).astype(float), rng.integers(1, 9, 6).astype(float)

    plan = p_center(cost, None, prices=prices, budget=11.0)

    assert prices[plan.opened].sum() <= 11.0
    assert plan.value == least(within(11.0, prices), farthest(cost))
