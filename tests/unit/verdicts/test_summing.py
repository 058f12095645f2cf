"""Disjoint parts of a period are chosen, the longest first, and run on without a gap or not."""

from __future__ import annotations

from datetime import date

import pytest

from lantu.model import Period
from lantu.verdicts.summing import covers_from, disjoint_periods

FIRST_HALF = Period(date(2022, 1, 1), date(2022, 6, 30))
SECOND_HALF = Period(date(2022, 7, 1), date(2022, 12, 31))
FIRST_QUARTER = Period(date(2022, 1, 1), date(2022, 3, 31))
END_ALONE = Period(None, date(2022, 12, 31))


@pytest.mark.parametrize(
    ("periods", "chosen"),
    [
        ([SECOND_HALF, FIRST_HALF], [FIRST_HALF, SECOND_HALF]),
        ([FIRST_QUARTER, FIRST_HALF, SECOND_HALF], [FIRST_HALF, SECOND_HALF]),
        ([FIRST_HALF, Period.year(2022), SECOND_HALF], [Period.year(2022)]),
        ([END_ALONE, FIRST_HALF], [FIRST_HALF]),
        ([Period(date(2022, 6, 30), date(2022, 12, 27)), FIRST_HALF], [FIRST_HALF]),
        (
            [Period(date(2022, 7, 1), date(2022, 12, 28)), FIRST_HALF],
            [FIRST_HALF, Period(date(2022, 7, 1), date(2022, 12, 28))],
        ),
        ([END_ALONE], []),
    ],
)
def test_of_overlapping_parts_the_longest_is_kept_and_all_stand_in_order_of_time(periods, chosen):
    assert disjoint_periods(periods) == chosen


def test_of_equally_long_overlapping_parts_the_earlier_is_kept():
    one, other = Period(date(2022, 1, 1), date(2022, 3, 31)), Period(date(2022, 1, 2), date(2022, 4, 1))

    assert disjoint_periods([other, one]) == [one]


@pytest.mark.parametrize(
    ("chosen", "unbroken"),
    [
        ([FIRST_HALF, SECOND_HALF], True),
        ([FIRST_QUARTER, SECOND_HALF], False),
        ([FIRST_HALF, Period(date(2022, 7, 2), date(2022, 12, 31))], False),
        ([SECOND_HALF], False),
        ([FIRST_HALF, END_ALONE], False),
        ([], False),
    ],
)
def test_parts_cover_from_the_start_where_each_begins_the_day_after_the_one_before(chosen, unbroken):
    assert covers_from(date(2022, 1, 1), chosen) is unbroken
