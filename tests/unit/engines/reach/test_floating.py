from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp

from lantu.engines.reach.floating import floating_catchment, modified, within

WAYS = sp.csr_matrix((np.array([100.0, 0.0, 300.0]), np.array([0, 1, 1]), np.array([0, 2, 3])), shape=(2, 2))
"""Facility 0 serves place 0 (100 m) and place 1 (at its door); facility 1 serves place 1 (300 m)."""


def test_seats_are_shared_among_all_who_reach_them():
    shares = floating_catchment(WAYS, np.array([30.0, 10.0]), np.array([10.0, 20.0]), within(300.0))

    assert shares == pytest.approx([1.0, 1.5])


def test_what_is_shared_out_is_what_there_is():
    demand = np.array([10.0, 20.0])

    shares = floating_catchment(WAYS, np.array([30.0, 10.0]), demand, within(300.0))

    assert shares @ demand == pytest.approx(40.0)


def test_far_seats_without_rivals_are_worth_less_in_the_modified_form():
    half = modified(WAYS, np.array([0.0, 10.0]), np.array([10.0, 20.0]), lambda cost: np.where(cost > 0, 0.5, 1.0))

    assert half == pytest.approx([0.0, 0.25])
