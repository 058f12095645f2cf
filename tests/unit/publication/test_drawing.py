"""Where the parts of the drawings stand."""

from __future__ import annotations

from typing import Any

import pytest

from lantu.publication.drawing import pace, stack


def a_verdict(low: str | None, high: str | None, expected: str | None = None) -> dict[str, Any]:
    return {"attainment": [low, high], "expected": expected}


def test_a_bar_follows_the_order_of_the_legend_and_fills_its_width() -> None:
    parts = stack({"missed": 1, "met": 3})

    assert [(part.kind, part.x, part.width) for part in parts] == [
        ("met", "0.000%", "75.000%"),
        ("missed", "75.000%", "25.000%"),
    ]


def test_no_attainment_has_no_drawing() -> None:
    assert pace({"attainment": None, "expected": None}) is None
    assert pace(a_verdict(None, None)) is None


def test_a_figure_below_the_target_reaches_its_share_of_the_axis() -> None:
    drawn = pace(a_verdict("0.4", "0.4", "0.5"))

    assert drawn is not None
    assert (drawn.reached, drawn.uncertain, drawn.target.x) == ("40.00%", "0.00%", "100.00%")
    assert drawn.expected is not None
    assert drawn.expected.x == "50.00%"


def test_more_than_the_target_is_not_clamped() -> None:
    drawn = pace(a_verdict("2", "2"))

    assert drawn is not None
    assert float(drawn.target.x[:-1]) < 50 < float(drawn.reached[:-1])


def test_a_step_back_is_drawn_to_the_left_of_zero() -> None:
    drawn = pace(a_verdict("-0.5", "-0.5"))

    assert drawn is not None
    assert (drawn.reached_x, drawn.reached, drawn.zero.x) == ("0.00%", "33.33%", "33.33%")


@pytest.mark.parametrize(("low", "high", "open_high"), [("0.6", None, True), (None, "0.6", False)])
def test_a_bound_leaves_the_rest_open(low: str | None, high: str | None, open_high: bool) -> None:
    drawn = pace(a_verdict(low, high))

    assert drawn is not None
    assert drawn.open_high is open_high
    assert float(drawn.uncertain[:-1]) > 20
