from __future__ import annotations

import numpy as np
import pytest

from lantu.engines.reach.equity import by_group, concentration, gini, lorenz, percentile, worst_tenth

ONES = np.ones(10)


def test_the_served_part_of_each_district_in_order():
    groups = np.array(["south", "north", "south"], dtype=object)

    found = by_group(groups, np.array([10.0, 5.0, 30.0]), np.array([10.0, 0.0, 10.0]))

    assert [(each.group, each.share) for each in found] == [("north", 0.0), ("south", 0.5)]


def test_a_percentile_counts_people_and_not_places():
    assert percentile(np.array([100.0, 900.0]), np.array([1.0, 9.0]), 0.5) == 900.0


def test_the_worst_served_tenth_beside_all():
    tail = worst_tenth(np.arange(10.0) * 100, ONES)

    assert (tail.mean, tail.overall, tail.gap) == (900.0, 450.0, 2.0)


def test_equal_shares_lie_on_the_diagonal():
    people, had = lorenz(ONES, ONES)

    assert people == pytest.approx(had)
    assert gini(ONES, ONES) == pytest.approx(0.0)


def test_where_one_of_ten_has_all_the_index_is_nine_tenths():
    assert gini(np.eye(10)[0], ONES) == pytest.approx(0.9)


def test_what_goes_to_the_poorer_is_negative():
    assert concentration(np.array([2.0, 0.0]), np.ones(2), np.array([1.0, 2.0])) == pytest.approx(-0.5)
