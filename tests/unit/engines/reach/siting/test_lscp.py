from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.engines.reach.siting import lscp
from lantu.model import InputError

from .exhaustive import within


def test_the_fewest_sites_that_cover_all_are_opened():
    plan = lscp([[1, 0, 1], [1, 0, 0], [0, 1, 1], [0, 1, 0]])

    assert (plan.sites.tolist(), plan.value, plan.proven) == ([0, 1], 2.0, True)


def test_kept_sites_cost_nothing():
    plan = lscp([[1, 0], [0, 1]], kept=[0])

    assert (plan.sites.tolist(), plan.value) == ([0, 1], 1.0)


def test_a_row_that_no_site_covers_is_an_error():
    with pytest.raises(InputError, match="the first is row 1"):
        lscp([[1, 0], [0, 0]])


def test_nothing_is_opened_where_kept_sites_cover_all():
    plan = lscp([[1, 0], [1, 1]], kept=[0])

    assert (plan.value, plan.proven, plan.opened.tolist()) == (0.0, True, [])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.booleans())
def test_the_price_is_that_of_the_cheapest_of_all_covers(seed: int, same: bool):
    rng = np.random.default_rng(seed)
    covers = rng.random((15, 8)) < 0.3
    covers[~covers.any(axis=1), 0] = True
    prices = np.ones(8) if same else rng.integers(1, 6, 8).astype(float)

    plan = lscp(covers, prices=prices)

    cheapest = min(prices[sites].sum() for sites in within(np.inf, prices) if covers[:, sites].any(axis=1).all())
    assert plan.proven
    assert covers[np.arange(15), plan.assignment].all()
    assert plan.value == cheapest
