from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.engines.reach.siting import UNSERVED, capacitated_p_median
from lantu.model import InputError

from .exhaustive import allotted, least, plans

COST = np.array([[0.0, 5.0], [1.0, 4.0], [2.0, 3.0]])
"""Three villages, two schools."""


def test_a_full_school_sends_children_to_the_next_one():
    plan = capacitated_p_median(COST, [10, 10, 10], 20, 2)

    assert plan.assignment.tolist() == [0, 0, 1]
    assert (plan.value, plan.proven) == (4.0, True)


def test_no_school_takes_more_than_it_can():
    plan = capacitated_p_median(COST, [10, 15, 12], [20, 30], 2)

    assert np.bincount(plan.assignment, weights=[10, 15, 12], minlength=2).tolist() <= [20, 30]


def test_a_kept_school_is_used():
    plan = capacitated_p_median(COST, [10, 10, 10], 20, 1, kept=[1])

    assert plan.opened.tolist() == [0]


def test_more_children_than_places_are_an_error():
    with pytest.raises(InputError, match="demand 30 exceeds the largest capacity 20"):
        capacitated_p_median(COST, [10, 10, 10], 20, 1)


def test_villages_that_cannot_be_split_may_fit_nowhere():
    plan = capacitated_p_median(COST, [14, 14, 14], 21, 2)

    assert (plan.value, plan.proven) == (np.inf, True)
    assert set(plan.assignment.tolist()) == {UNSERVED}


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.booleans())
def test_the_value_is_that_of_the_best_of_all_allotments(seed: int, whole: bool):
    rng = np.random.default_rng(seed)
    cost = rng.integers(0, 30, (6, 5)).astype(float)
    demand = rng.integers(1, 9, 6).astype(float) + (0.0 if whole else 0.25)
    capacity = rng.integers(14, 22, 5).astype(float)

    plan = capacitated_p_median(cost, demand, capacity, 2, kept=[0])

    load = np.bincount(plan.assignment, weights=demand, minlength=5)
    assert plan.proven
    assert (load <= capacity).all()
    assert plan.value == least(plans(5, 2, [0]), allotted(cost, demand, capacity))


def test_a_village_larger_than_every_site_is_named_with_its_size():
    with pytest.raises(InputError, match=r"row 2 has 25, more than the largest site takes .20."):
        capacitated_p_median(COST, [10, 10, 25], 20, 2)
