from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.engines.reach.siting import UNSERVED, mclp
from lantu.model import InputError

from .exhaustive import covered, plans, within

COVERS = np.array([[1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 1]])
"""Four hamlets, three possible sites."""


def test_the_site_that_covers_most_residents_is_opened():
    plan = mclp(COVERS, [5, 1, 9, 7], 1)

    assert (plan.sites.tolist(), plan.value, plan.bound, plan.proven) == ([1], 10.0, 10.0, True)


def test_the_assignment_names_a_covering_site_or_none():
    assert mclp(COVERS, [5, 1, 9, 7], 1).assignment.tolist() == [UNSERVED, 1, 1, UNSERVED]


def test_what_kept_sites_cover_counts_but_attracts_nothing():
    plan = mclp(COVERS, [5, 1, 9, 7], 1, kept=[1])

    assert (plan.sites.tolist(), plan.value) == ([1, 2], 17.0)


def test_no_site_is_opened_that_would_cover_nothing_more():
    plan = mclp([[1, 1]], [4], 2)

    assert len(plan.sites) == 1


def test_a_hamlet_that_no_site_covers_is_left_uncovered():
    plan = mclp([[1, 0], [0, 0]], [4, 3], 2)

    assert (plan.value, plan.proven, plan.assignment.tolist()) == (4.0, True, [0, UNSERVED])


def test_a_sparse_table_gives_the_same_as_a_dense_one():
    assert mclp(sp.csc_matrix(COVERS), None, 2).value == mclp(COVERS, None, 2).value == 3.0


def test_costs_in_the_place_of_flags_are_an_error():
    with pytest.raises(InputError, match="numbers other than 0 and 1"):
        mclp([[300.0, 0.0]], None, 1)


def test_a_weight_too_few_is_an_error():
    with pytest.raises(InputError, match="give 4 finite numbers"):
        mclp(COVERS, [1, 2, 3], 1)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 4), st.integers(0, 2))
def test_the_covered_weight_is_that_of_the_best_of_all_plans(seed: int, k: int, kept: int):
    rng = np.random.default_rng(seed)
    covers, weights = rng.random((25, 9)) < 0.25, rng.integers(0, 9, 25).astype(float)
    stands = list(range(kept))

    plan = mclp(covers, weights, k, kept=stands, banned=[8])

    assert plan.proven
    assert plan.value == plan.bound == max(map(covered(covers, weights), plans(9, k, stands, [8])))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_a_budget_limits_what_is_opened(seed: int):
    rng = np.random.default_rng(seed)
    covers, weights = rng.random((20, 7)) < 0.3, rng.random(20)
    prices = rng.integers(1, 9, 7).astype(float)

    plan = mclp(covers, weights, None, prices=prices, budget=9.0)

    assert prices[plan.opened].sum() <= 9.0
    assert plan.value == pytest.approx(max(map(covered(covers, weights), within(9.0, prices))))
