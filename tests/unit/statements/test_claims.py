"""The source's own verdicts."""

from __future__ import annotations

import pytest

from .conftest import read_report


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("新建泊位9个,超额完成年度目标任务。", "exceeded"),
        ("新建泊位9个,圆满完成年度目标任务。", "met"),
        ("新建泊位9个,提前完成年度任务。", "ahead"),
        ("渔业产值增长9%,高于年度目标。", "exceeded"),
    ],
)
def test_a_source_judges_itself(sentence: str, says: str) -> None:
    reading = read_report(review=sentence)

    [claim] = reading.claims
    assert claim.says == says
    assert claim.about == (reading.observations[0].id,)


def test_what_was_not_reached_is_no_claim() -> None:
    assert read_report(review="外贸出口未能完成预期目标。").claims == ()


def test_a_promise_to_reach_a_target_is_no_claim() -> None:
    assert read_report(plan="确保完成全年目标任务。").claims == ()


def test_what_is_urged_is_no_claim() -> None:
    reading = read_report(review="全市上下齐心协力完成全年目标任务。")

    assert reading.claims == ()
