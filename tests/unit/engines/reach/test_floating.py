from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.engines.reach.floating import floating_catchment, modified, three_step, within

WAYS = sp.csr_matrix((np.array([100.0, 0.0, 300.0]), np.array([0, 1, 1]), np.array([0, 2, 3])), shape=(2, 2))
"""Facility 0 serves place 0 (100 m) and place 1 (at its door); facility 1 serves place 1 (300 m)."""


def test_seats_are_shared_among_all_who_reach_them():
    shares = floating_catchment(WAYS, np.array([30.0, 10.0]), np.array([10.0, 20.0]), within(300.0))

    assert shares == pytest.approx([1.0, 1.5])


def test_what_is_shared_out_is_what_there_is():
    demand = np.array([10.0, 20.0])

    shares = floating_catchment(WAYS, np.array([30.0, 10.0]), demand, within(300.0))

    assert shares @ demand == pytest.approx(40.0)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 100_000), st.sampled_from([floating_catchment, three_step]))
def test_seats_are_shared_out_to_the_last_wherever_somebody_reaches_them(seed: int, form: Callable[..., Any]):
    draw = np.random.default_rng(seed)
    costs = sp.csr_matrix(sp.random_array((5, 12), density=0.4, rng=draw, data_sampler=draw.random))
    seats, demand = draw.integers(1, 50, 5).astype(float), draw.integers(1, 9, 12).astype(float)

    shares = form(costs, seats, demand, within(1.0))

    # Weights of 0 and 1 are counted once or twice alike; in the three-step form people divide themselves.
    reached = np.diff(costs.indptr) > 0
    assert shares @ demand == pytest.approx(seats[reached].sum())


def test_far_seats_without_rivals_are_worth_less_in_the_modified_form():
    half = modified(WAYS, np.array([0.0, 10.0]), np.array([10.0, 20.0]), lambda cost: np.where(cost > 0, 0.5, 1.0))

    assert half == pytest.approx([0.0, 0.25])
