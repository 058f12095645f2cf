"""Expected progress is counted in days; growth is compared as compound annual rates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lantu.model import Period
from lantu.verdicts.pace import elapsed, expected, growth_ratio, in_years

THREE_YEARS = Period.years(2022, 2024)


def test_both_ends_of_the_period_count():
    assert elapsed(Period.year(2022), date(2022, 1, 1)) == (1, 365)
    assert elapsed(Period.year(2022), date(2022, 12, 31)) == (365, 365)


def test_days_before_and_after_the_period_do_not_count():
    assert elapsed(Period.year(2022), date(2021, 6, 1)) == (0, 365)
    assert elapsed(Period.year(2022), date(2023, 6, 1)) == (365, 365)


def test_a_bare_deadline_has_no_pace():
    assert elapsed(Period(None, date(2024, 12, 31)), date(2023, 1, 1)) is None
    assert expected(Period(None, date(2024, 12, 31)), date(2023, 1, 1)) is None


def test_progress_is_linear_in_days_and_not_rounded():
    share = expected(THREE_YEARS, date(2022, 11, 30))

    assert share == Decimal(334) / Decimal(1096)


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (date(2021, 12, 31), "0"),
        (date(2022, 12, 31), "0.5"),
        (date(2023, 12, 31), "0.75"),
        (date(2024, 12, 31), "1"),
        (date(2025, 12, 31), "1"),
    ],
)
def test_milestones_are_joined_by_straight_lines(day, share):
    milestones = [(date(2022, 12, 31), Decimal("0.5")), (date(2023, 12, 31), Decimal("0.75"))]

    assert expected(THREE_YEARS, day, milestones) == Decimal(share)


def test_half_way_to_a_milestone_half_of_its_step_is_expected():
    milestones = [(date(2022, 1, 10), Decimal("0.5"))]

    assert expected(Period.year(2022), date(2022, 1, 5), milestones) == Decimal("0.25")


def test_growth_as_needed_has_the_ratio_one():
    base, current, target = (Decimal(100), Decimal(2015)), (Decimal(121), Decimal(2017)), (Decimal(110), Decimal(2016))

    assert growth_ratio(base, current, target) == 1


@pytest.mark.parametrize(
    ("base", "current", "target"),
    [
        (None, ("5", "2020"), ("9", "2030")),
        (("5", "2015"), None, ("9", "2030")),
        (("0", "2015"), ("5", "2020"), ("9", "2030")),
        (("5", "2015"), ("6", "2015"), ("9", "2030")),
        (("5", "2015"), ("6", "2020"), ("5", "2030")),
        (("5", "2015"), ("-6", "2020"), ("9", "2030")),
    ],
)
def test_growth_without_base_time_or_way_to_go_has_no_ratio(base, current, target):
    def pair(given):
        return None if given is None else (Decimal(given[0]), Decimal(given[1]))

    assert growth_ratio(pair(base), pair(current), pair(target)) is None


def test_a_value_that_fell_to_zero_has_lost_everything_a_year():
    base, current, target = (Decimal(8), Decimal(2015)), (Decimal(0), Decimal(2016)), (Decimal(4), Decimal(2016))

    assert growth_ratio(base, current, target) == 2


def test_years_are_counted_in_days():
    assert in_years(date(2024, 1, 1)) - in_years(date(2020, 1, 1)) == 4


def test_the_growth_of_a_single_day_can_be_out_of_all_proportion():
    """Five became eight overnight: no number of decimals holds what that is a year."""
    base, current, target = (Decimal(5), Decimal(0)), (Decimal(8), Decimal(1) / 365), (Decimal(6), Decimal(3))

    ratio = growth_ratio(base, current, target)

    assert ratio is not None
    assert ratio.adjusted() == 75
    assert len(ratio.as_tuple().digits) <= 16
