"""A printed number is an interval; a comparison has three outcomes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lantu.model import Basis, Comparator, Interval, Quantity
from lantu.verdicts.intervals import (
    difference,
    disjoint,
    goal,
    lower_bound,
    observed,
    scale,
    total,
    upper_bound,
    within,
)


def between(low: str | None, high: str | None, *, opened: str = "") -> Interval:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return Interval(*ends, low_open="low" in opened, high_open="high" in opened)


@pytest.mark.parametrize(
    ("printed", "comparator", "interval"),
    [
        ("42处", Comparator.EXACTLY, "[42, 42]"),
        ("1.63万个", Comparator.EXACTLY, "[16300, 16300]"),
        ("800场", Comparator.MORE_THAN, "(800, 900)"),
        ("12%", Comparator.AT_LEAST, "[12, 13)"),
        ("40万套", Comparator.LESS_THAN, "(300000, 400000)"),
        ("25分钟", Comparator.AT_MOST, "(24, 25]"),
        ("3.6%", Comparator.ABOUT, "[3.55, 3.65]"),
    ],
)
def test_the_hedge_of_a_result_says_which_numbers_it_can_mean(printed, comparator, interval):
    assert str(observed(Quantity.parse(printed), comparator)) == interval


def test_a_printed_range_is_its_own_interval():
    assert str(observed(Quantity(Decimal(5), "%", upper=Decimal(6)), Comparator.EXACTLY)) == "[5, 6]"


def test_about_ten_percent_has_half_a_point_of_slack_not_five():
    assert str(observed(Quantity.parse("10%"), Comparator.ABOUT)) == "[9.5, 10.5]"


@pytest.mark.parametrize(
    ("printed", "comparator", "falling", "region"),
    [
        ("103处", Comparator.EXACTLY, False, "[103, ∞)"),
        ("103处", Comparator.AT_LEAST, False, "[103, ∞)"),
        ("100家", Comparator.MORE_THAN, False, "(100, ∞)"),
        ("5.5%", Comparator.AT_MOST, True, "(-∞, 5.5]"),
        ("5.5%", Comparator.LESS_THAN, True, "(-∞, 5.5)"),
        ("25分钟", Comparator.EXACTLY, True, "(-∞, 25]"),
        ("7%", Comparator.ABOUT, False, "[6.5, ∞)"),
        ("3%", Comparator.ABOUT, True, "(-∞, 3.5]"),
        ("249个", Comparator.ALL, False, "[249, ∞)"),
    ],
)
def test_the_comparator_and_the_good_direction_make_the_region(printed, comparator, falling, region):
    assert str(goal(Quantity.parse(printed), comparator, falling=falling)) == region


def test_more_than_a_promised_range_of_growth_is_no_breach_but_a_share_must_stay_inside():
    promised = Quantity(Decimal(5), "%", upper=Decimal(6))

    assert str(goal(promised, Comparator.EXACTLY, falling=False, basis=Basis.CHANGE)) == "[5, ∞)"
    assert str(goal(promised, Comparator.EXACTLY, falling=False, basis=Basis.SHARE)) == "[5, 6]"


@pytest.mark.parametrize(
    ("values", "region", "outcome"),
    [
        (between("103", "103"), between("103", None), True),
        (between("102", "102"), between("103", None), False),
        (between("100", "110"), between("103", None), None),
        (between("100", "100"), between("100", None, opened="low"), False),
        (between("100", "200", opened="low high"), between("100", None, opened="low"), True),
        (between(None, "5"), between(None, "5"), True),
        (between(None, "5"), between(None, "5", opened="high"), None),
        (between(None, None), between("1", None), None),
        (between("3", None), between("1", "2"), False),
        (between("0", "3", opened="high"), between("3", None), False),
        (between("5", "6"), between("5", "6"), True),
        (between("5", "7"), between("5", "6"), None),
    ],
)
def test_a_comparison_is_true_false_or_open(values, region, outcome):
    assert within(values, region) is outcome


def test_touching_closed_ends_are_not_disjoint_and_an_open_end_is():
    assert not disjoint(between("1", "2"), between("2", "3"))
    assert disjoint(between("1", "2", opened="high"), between("2", "3"))
    assert disjoint(between("2", "3", opened="low"), between("1", "2"))


def test_a_part_gives_a_floor_and_a_whole_a_ceiling_from_zero():
    assert str(lower_bound(between("7", "9"))) == "[7, ∞)"
    assert str(upper_bound(between("7", "9", opened="high"))) == "[0, 9)"
    assert str(upper_bound(between("0", "0", opened=""))) == "[0, 0]"
    assert str(upper_bound(between("-3", "-1"))) == "(-∞, ∞)"
    assert str(upper_bound(between("7", None))) == "(-∞, ∞)"


def test_a_negative_factor_mirrors_the_ends():
    assert str(scale(between("1", "2", opened="high"), Decimal(-2))) == "(-4, -2]"
    assert str(scale(between("1", None), Decimal(-1))) == "(-∞, -1]"


def test_adding_and_subtracting_keep_open_and_unbounded_ends():
    assert str(total([between("1", "2"), between("3", "5", opened="low")])) == "(4, 7]"
    assert str(total([between("1", None), between("3", "5")])) == "[4, ∞)"
    assert str(difference(between("448", "448"), between("430", "433"))) == "[15, 18]"
