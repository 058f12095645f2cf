"""Characters that hold together tell a broken sentence from two."""

from __future__ import annotations

import pytest

from lantu.documents.cohesion import cohesion, normal


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("推进基础设", "施建设"),
        ("投入资金450", "万元"),
        ("提高保障水", "平"),
        ("人均可支配收入达到4.", "9万元"),
        ("群众满意率达到", "98%"),
    ],
)
def test_the_halves_of_a_broken_sentence_score_high(before: str, after: str) -> None:
    assert cohesion().odds(before, after) >= 4


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("一、2030年工作回顾", "过去一年"),
        ("群众获得感明显增强", "一年来"),
        ("建设宜居城市", "全面推进"),
    ],
)
def test_a_heading_and_its_paragraph_score_low(before: str, after: str) -> None:
    assert cohesion().odds(before, after) <= -2


def test_nothing_holds_to_nothing() -> None:
    assert cohesion().odds("", "施") == cohesion().odds("设", "") == -1


def test_years_figures_and_letters_are_written_alike() -> None:
    assert normal("2031年5月，AI") == "YYYY年0月，aa"
    assert normal("2031个,(") == "0000个，（"
