"""How far a result has come and how firmly a target is promised."""

from __future__ import annotations

import pytest

from lantu.model import Status, Strength

from .conftest import read_report


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("开工渔港项目12个。", Status.STARTED),
        ("启动建设渔港12处。", Status.STARTED),
        ("12个渔港项目全部开工。", Status.STARTED),
        ("建成渔港12处。", Status.DONE),
        ("预计渔业产值66亿元。", Status.EXPECTED),
    ],
)
def test_a_result_says_how_far_it_has_come(sentence: str, status: Status) -> None:
    [statement] = read_report(review=sentence).observations

    assert statement.status is status


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("力争渔业产值增长8%。", Strength.SOFT),
        ("渔业产值力争增长8%。", Strength.SOFT),
        ("确保渔业产值增长8%。", Strength.HARD),
        ("渔业产值增长8%。", Strength.PLAIN),
    ],
)
def test_a_promise_says_how_firm_it_is(sentence: str, strength: Strength) -> None:
    [statement] = read_report(plan=sentence).commitments

    assert statement.strength is strength


def test_marks_tell_binding_from_expected_indicators() -> None:
    statements = read_report(plan="森林覆盖率达到40%（约束性）,渔业产值增长8%（预期性）。").commitments

    assert [statement.binding for statement in statements] == [True, False]
