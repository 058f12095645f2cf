from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.engines.reach.siting import UNSERVED, p_median
from lantu.model import InputError

from .exhaustive import least, plans, summed, within

ROAD = np.abs(np.arange(7)[:, None] - np.arange(7)[None, :]).astype(float)
"""Seven villages along a road, 1 km apart; each may have a site."""


def test_one_site_stands_in_the_middle_of_the_road():
    plan = p_median(ROAD, 1)

    assert plan.sites.tolist() == [3]
    assert (plan.value, plan.bound, plan.proven) == (12.0, 12.0, True)


def test_every_row_goes_to_its_nearest_site():
    plan = p_median(ROAD, 2)

    assert plan.value == ROAD[np.arange(7), plan.assignment].sum() == 6.0


def test_kept_sites_stay_and_k_more_are_opened():
    plan = p_median(ROAD, 1, kept=[0])

    assert (len(plan.sites), plan.value) == (2, 7.0)
    assert plan.opened.tolist() == [site for site in plan.sites if site != 0]


def test_no_new_site_is_a_plan_too():
    plan = p_median(ROAD, 0, kept=[0])

    assert (plan.sites.tolist(), plan.value, plan.proven) == ([0], 21.0, True)


def test_a_banned_site_is_not_opened():
    assert 3 not in p_median(ROAD, 1, banned=[3]).sites


def test_residents_pull_the_site():
    assert p_median(ROAD, 1, weights=[10, 1, 1, 1, 1, 1, 1]).sites.tolist() == [0]


def test_a_row_that_k_sites_cannot_reach_is_left_unserved_and_makes_the_value_infinite():
    cost = np.array([[1.0, np.inf], [1.0, np.inf], [np.inf, 1.0]])

    plan = p_median(cost, 1)

    assert plan.assignment.tolist() == [0, 0, UNSERVED]
    assert (plan.value, plan.proven) == (np.inf, True)


def test_a_row_that_no_column_reaches_is_an_error():
    with pytest.raises(InputError, match=r"1 rows .the first is row 1. can be served from no column"):
        p_median([[1.0, 2.0], [np.inf, np.inf]], 1)


def test_a_negative_cost_is_an_error():
    with pytest.raises(InputError, match=r"cost -1.0 in row 0, column 1"):
        p_median([[1.0, -1.0]], 1)


def test_a_kept_site_that_is_no_column_is_an_error():
    with pytest.raises(InputError, match="kept site 9 is not one of 7 columns"):
        p_median(ROAD, 1, kept=[9])


def test_a_choice_without_limit_is_an_error():
    with pytest.raises(InputError, match="neither k nor budget"):
        p_median(ROAD, None)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4), st.integers(0, 2))
def test_the_value_is_that_of_the_best_of_all_plans(seed: int, k: int, kept: int):
    rng = np.random.default_rng(seed)
    cost = rng.integers(0, 30, (9, 8)).astype(float)
    weights = rng.integers(0, 5, 9).astype(float)
    stands = list(range(kept))

    plan = p_median(cost, k, kept=stands, banned=[7], weights=weights)

    assert plan.proven
    assert plan.value == least(plans(8, k, stands, [7]), summed(cost, weights))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_real_costs_are_solved_as_well_as_whole_ones(seed: int):
    cost = np.random.default_rng(seed).random((10, 8))

    plan = p_median(cost, 3)

    assert plan.proven
    assert plan.value == pytest.approx(least(plans(8, 3), summed(cost)), rel=1e-8)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_a_budget_limits_what_is_opened(seed: int):
    rng = np.random.default_rng(seed)
    cost, prices = rng.integers(0, 30, (8, 6)).astype(float), rng.integers(1, 9, 6).astype(float)

    plan = p_median(cost, None, kept=[0], prices=prices, budget=10.0)

    assert prices[plan.opened].sum() <= 10.0
    assert plan.value == least(within(10.0, prices, [0]), summed(cost))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_the_fewest_rows_go_unserved(seed: int):
    rng = np.random.default_rng(seed)
    cost = rng.integers(1, 9, (8, 6)).astype(float)
    cost[rng.random((8, 6)) < 0.5] = np.inf
    cost[:, 0] = np.where(np.isinf(cost).all(axis=1), 5.0, cost[:, 0])

    plan = p_median(cost, 2)

    unserved = min(np.isinf(cost[:, sites].min(axis=1)).sum() for sites in plans(6, 2))
    assert (plan.assignment == UNSERVED).sum() == unserved
