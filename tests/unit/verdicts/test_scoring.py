"""A score rises with what two wordings share, by its rarity, and falls with what one says alone."""

from __future__ import annotations

import pytest

from lantu.verdicts.evidence import ACCEPT
from lantu.verdicts.likeness import likeness
from lantu.verdicts.rarity import weights
from lantu.verdicts.scoring import GENERIC, confidence, note, score
from lantu.verdicts.words import read_wording


def scored(ours: str, theirs: str, dropped: int = 0) -> float:
    one, other = read_wording(ours), read_wording(theirs)
    return score(likeness(one.core, other.core), one, other, dropped)


def test_words_of_one_side_count_against_it_by_their_weight_the_commitments_more():
    equal = scored("望海湿地驿站", "望海湿地驿站")
    weight = sum(weights("江滨"))

    assert equal - scored("江滨望海湿地驿站", "望海湿地驿站") > 0.03 * weight
    ours, theirs = scored("江滨望海湿地驿站", "望海湿地驿站"), scored("望海湿地驿站", "江滨望海湿地驿站")
    assert theirs - ours == pytest.approx(0.01 * weight)


def test_each_qualifier_that_was_dropped_costs_the_same():
    assert scored("望海湿地驿站", "望海湿地驿站", 0) - scored("望海湿地驿站", "望海湿地驿站", 2) == pytest.approx(0.6)


def test_an_equal_qualifier_adds_eight_bits():
    more = scored("省级驿站", "省级驿站") - scored("驿站", "驿站")

    assert more == pytest.approx(0.055 * 8)


def test_a_general_word_alone_is_never_sure():
    assert scored("实施项目", "实施项目") == GENERIC
    assert confidence(GENERIC) < ACCEPT


def test_an_equal_size_lets_a_general_word_be_scored_by_what_is_shared():
    assert scored("投资5000万元以上项目", "投资5000万元以上项目") != GENERIC
    assert scored("投资5000万元以上项目", "投资3000万元以上项目") == GENERIC


def test_confidence_is_a_share_that_rises_with_the_score():
    told = [confidence(value) for value in (-9.0, -1.0, 0.0, 1.0, 9.0)]

    assert told == sorted(told)
    assert told[2] == pytest.approx(0.711)
    assert 0 <= told[0] < 0.01
    assert 0.99 < told[-1] <= 1


def test_the_words_that_agree_and_differ_are_named():
    alike = likeness("江滨社区厨房", "社区厨房站点")

    assert note(alike) == (
        "agree: 社区厨房; only promised: 江滨; only reported: 站点",
        "相同:社区厨房;仅承诺:江滨;仅通报:站点",
    )
    assert note(alike, 0.25)[0].endswith("; meaning +0.25")
    assert note(alike, -0.5)[1].endswith(";语义 -0.50")
    assert note(likeness("冷库", "学位"))[0] == "agree: —; only promised: 冷库; only reported: 学位"
