"""Attainment is a share of the target, never clamped, and absent where a share has no meaning."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lantu.model import Interval
from lantu.verdicts.attainment import Aim, attainment


def exactly(value: str) -> Interval:
    return Interval(Decimal(value), Decimal(value))


def an_aim(threshold: str | None, *, falling: bool = False, baseline: str | None = None) -> Aim:
    number = None if threshold is None else Decimal(threshold)
    return Aim(
        region=Interval(None, number) if falling else Interval(number, None),
        threshold=number,
        falling=falling,
        baseline=None if baseline is None else Decimal(baseline),
    )


@pytest.mark.parametrize(
    ("value", "aim", "share"),
    [
        ("42", an_aim("100"), "0.42"),
        ("143", an_aim("100"), "1.43"),
        ("0", an_aim("100"), "0"),
        ("-5", an_aim("100"), "-0.05"),
        ("30", an_aim("25", falling=True), "0.8333"),
        ("20", an_aim("25", falling=True), "1.25"),
        ("60", an_aim("65", baseline="55"), "0.5"),
        ("50", an_aim("65", baseline="55"), "-0.5"),
        ("70", an_aim("60", falling=True, baseline="80"), "0.5"),
        ("40", an_aim("60", falling=True, baseline="80"), "2"),
    ],
)
def test_a_value_reaches_this_share_of_its_target(value, aim, share):
    found = attainment(exactly(value), aim)

    assert found is not None
    assert [round(end, 4) for end in found if end is not None] == [Decimal(share)] * 2


@pytest.mark.parametrize("aim", [an_aim(None), an_aim("0"), an_aim("-2"), an_aim("55", baseline="55")])
def test_all_zero_and_maintained_targets_have_no_percentage(aim):
    assert attainment(exactly("55"), aim) is None


def test_a_bound_gives_an_open_end():
    assert attainment(Interval(Decimal(84), None), an_aim("100")) == (Decimal("0.84"), None)
    assert attainment(Interval(None, Decimal(50)), an_aim("25", falling=True)) == (Decimal("0.5"), None)


def test_less_is_better_has_no_upper_end_at_zero():
    assert attainment(Interval(Decimal(0), Decimal(50)), an_aim("25", falling=True)) == (Decimal("0.5"), None)
    assert attainment(exactly("0"), an_aim("25", falling=True)) == (None, None)


def test_a_target_reached_before_the_period_has_no_share():
    """From 68 of at least 55 down to 46: (46 - 68) / (55 - 68) would read 169 % for having fallen short."""
    assert attainment(exactly("46"), an_aim("55", baseline="68")) is None
