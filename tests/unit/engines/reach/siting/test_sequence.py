from __future__ import annotations

from functools import partial

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.engines.reach.siting import best_plans, marginal_curve, mclp, p_median

from .exhaustive import plans, summed


def test_each_further_site_buys_less():
    covers = np.eye(3)

    gains = [step.gain for step in marginal_curve(partial(mclp, covers, [9, 5, 2]), 3)]

    assert gains == [0.0, 9.0, 5.0, 2.0]


def test_the_curve_of_a_cost_counts_what_is_saved():
    cost = np.array([[0.0, 4.0], [6.0, 1.0]])

    steps = marginal_curve(partial(p_median, cost), 1, kept=[0])

    assert [(step.value, step.gain) for step in steps] == [(6.0, 0.0), (1.0, 5.0)]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_the_five_best_plans_are_those_of_a_full_list(seed: int):
    cost = np.random.default_rng(seed).random((8, 7))

    found = best_plans(partial(p_median, cost), 3, 5)

    ranked = sorted(plans(7, 3), key=summed(cost))[:5]
    assert [plan.sites.tolist() for plan in found] == ranked


def test_every_further_plan_keeps_what_stands():
    cost = np.random.default_rng(3).random((8, 7))

    found = best_plans(partial(p_median, cost), 2, 3, kept=[4])

    assert all(4 in plan.sites and plan.kept.tolist() == [4] for plan in found)
