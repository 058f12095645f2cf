"""Two wordings are compared word by word, weighed by how rare the words are."""

from __future__ import annotations

import pytest

from lantu.verdicts.likeness import likeness
from lantu.verdicts.rarity import UNLISTED, rarity, weights


def test_equal_wordings_agree_entirely():
    alike = likeness("社区厨房", "社区厨房")

    assert (alike.covered, alike.covers, alike.heads, alike.contrasts) == (1.0, 1.0, True, ())
    assert alike.harmonic == 1.0


def test_words_of_one_side_are_named():
    alike = likeness("江滨社区厨房", "社区厨房")

    assert (alike.shared, alike.ours, alike.theirs) == (("社区厨房",), ("江滨",), ())
    assert alike.covered < alike.covers == 1.0
    assert alike.led > 0


def test_words_in_each_others_place_are_a_contrast():
    assert likeness("渔业增加值", "林业增加值").contrasts == (("渔", "林"),)
    assert likeness("渔家乐增加值", "农机社增加值").contrasts == (("渔家乐", "农机社"),)


def test_a_difference_in_idle_characters_is_no_contrast():
    assert likeness("普惠性厨房网点", "普惠型厨房网点").contrasts == ()


def test_the_same_words_in_another_order_have_the_same_head():
    assert likeness("企业上云", "上云企业").heads
    assert not likeness("冷库企业", "企业冷库站").heads


def test_nothing_in_common_is_nothing():
    alike = likeness("冷库", "学位")

    assert (alike.harmonic, alike.shared, alike.bits) == (0.0, (), 0.0)


def test_a_word_inserted_in_the_report_is_told_apart_from_one_before_it():
    assert likeness("医疗床位", "医疗养老床位").inserted > 0.2
    assert likeness("医疗床位", "县域医疗床位").inserted == 0.0


@pytest.mark.parametrize(("common", "rare"), [("项目", "绿道"), ("企业", "孵化")])
def test_rare_pairs_of_characters_weigh_more(common, rare):
    assert rarity(common) < rarity(rare) <= UNLISTED


def test_every_character_has_a_weight():
    assert len(weights("社区厨房")) == 4
    assert len(weights("库")) == 1
    assert weights("") == ()
