"""Target and reported figures stand where they belong on one axis of value and one of time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lantu.publication.axis import Axis, axis_of

DOCUMENT = "0" * 64


def promise(**fields: Any) -> dict[str, Any]:
    told = {"value": "100", "upper": None, "unit": "处", "comparator": "at_least", "basis": "increment"}
    days = {"period_start": "2023-01-01", "period_end": "2024-12-31"}
    return told | days | fields


def item(value: str | None = "40", end: str | None = "2023-12-31", **fields: Any) -> dict[str, Any]:
    told = {"value": value, "upper": None, "unit": "处", "comparator": "exactly", "comparability": "exact"}
    return told | {"period_start": "2023-01-01", "period_end": end, "document_id": DOCUMENT} | fields


def axis(*evidence: dict[str, Any], commitment: dict[str, Any] | None = None, **fields: Any) -> Axis | None:
    verdict = {
        "commitment": commitment or promise(),
        "evidence": evidence,
        "attainment": None,
        "expected": None,
        "as_of": None,
        "on": "2024-02-01",
    }
    return axis_of(verdict | fields, {DOCUMENT: date(2024, 1, 20)})


def drawn(*evidence: dict[str, Any], **fields: Any) -> Axis:
    found = axis(*evidence, **fields)
    assert found is not None
    return found


def test_the_axes_hold_every_day_and_value() -> None:
    found = drawn(item("120", "2025-03-31"))

    assert (found.first, found.last) == (date(2023, 1, 1), date(2025, 3, 31))
    assert found.bottom == 0
    assert found.top > 120
    assert found.ticks == (0, 50, 100)


def test_places_are_per_cent_of_the_drawing() -> None:
    found = drawn(item("40"))

    assert found.x(date(2023, 1, 1)) == "0.00%"
    assert found.x(date(2024, 12, 31)) == "100.00%"
    assert found.y(found.top) == "0.00%"
    assert found.y(Decimal(0)) == "100.00%"


@pytest.mark.parametrize(
    ("fields", "low", "high"),
    [
        ({}, Decimal(40), Decimal(40)),
        ({"upper": "45"}, Decimal(40), Decimal(45)),
        ({"comparator": "more_than"}, Decimal(40), None),
        ({"comparator": "at_most"}, None, Decimal(40)),
        ({"comparability": "subset"}, Decimal(40), None),
        ({"comparability": "superset"}, None, Decimal(40)),
    ],
)
def test_what_a_figure_leaves_open_is_an_open_end(
    fields: dict[str, Any], low: Decimal | None, high: Decimal | None
) -> None:
    [one] = drawn(item(**fields)).reported

    assert (one.low, one.high) == (low, high)


def test_a_figure_in_another_unit_or_that_cannot_be_compared_is_not_drawn_and_keeps_the_numbers_of_the_others() -> None:
    found = drawn(item(unit="亩"), item(comparability="not_comparable"), item(None), item("50"))

    assert [(one.number, one.value) for one in found.reported] == [(4, 50)]


def test_without_any_figure_beside_the_target_there_is_no_drawing() -> None:
    assert axis() is None
    assert axis(item(unit="亩")) is None
    assert axis(item(), commitment=promise(value=None)) is None
    assert axis(item(), commitment=promise(period_end=None)) is None


def test_a_figure_without_days_stands_at_the_day_its_document_was_published() -> None:
    [one] = drawn(item(end=None, period_start=None)).reported

    assert (one.first, one.last) == (date(2024, 1, 20), date(2024, 1, 20))


@pytest.mark.parametrize(
    ("basis", "baseline", "begins"), [("increment", None, 0), ("level", "20", 20), ("level", None, None)]
)
def test_an_even_pace_begins_at_nothing_or_at_the_value_before(
    basis: str, baseline: str | None, begins: int | None
) -> None:
    found = drawn(item(), commitment=promise(basis=basis, baseline=baseline), expected="0.5")

    assert found.pace == begins


def test_without_an_expected_share_no_pace_is_drawn() -> None:
    assert drawn(item(), expected=None).pace is None


def test_figures_that_add_up_are_shown_together_as_the_verdict_counted_them() -> None:
    found = drawn(item("40"), item("15", "2024-01-31"), actual=["55", "55"], as_of="2024-01-31")

    assert found.counted is not None
    assert (found.counted.last, found.counted.low, found.counted.high) == (date(2024, 1, 31), 55, 55)


def test_a_value_that_one_figure_says_is_not_drawn_twice() -> None:
    assert drawn(item("40"), actual=["40", "40"], as_of="2023-12-31").counted is None
    assert drawn(item("40"), item("15")).counted is None


def test_a_figure_in_another_unit_is_drawn_as_the_verdict_counted_it() -> None:
    found = drawn(item("600", unit="亩"), actual=["40", "40"], as_of="2023-12-31")

    assert found.reported == ()
    assert found.counted is not None


def test_the_value_before_may_come_from_another_document() -> None:
    assert drawn(item(), commitment=promise(basis="level"), expected="0.5", baseline="20").pace == 20


def test_values_close_together_are_not_pressed_against_the_top() -> None:
    found = drawn(item("96.3", unit="%"), commitment=promise(value="95", unit="%", basis="share"))

    assert 90 < found.bottom < 95
    assert all(found.bottom <= tick <= found.top for tick in found.ticks)


def test_a_value_below_zero_has_room() -> None:
    found = drawn(item("-3"), commitment=promise(value="5", basis="change"))

    assert found.bottom <= -3
    assert 0 in found.ticks


def test_equal_values_and_one_day_still_span_an_axis() -> None:
    found = drawn(
        item("0", "2024-02-01", period_start="2024-02-01"),
        commitment=promise(value="0", period_start="2024-02-01", period_end="2024-02-01"),
    )

    assert found.first < found.last
    assert found.bottom < found.top
