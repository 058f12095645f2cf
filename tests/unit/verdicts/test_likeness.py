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


@pytest.mark.parametrize(
    ("ours", "theirs", "shared", "mine", "yours"),
    [
        ("江滨社区厨房", "社区厨房站点", ("社区厨房",), ("江滨",), ("站点",)),
        ("社区厨房站点", "站点社区厨房", ("社区厨房", "站点"), (), ()),
        ("社区厨房", "厨房", ("厨房",), ("社区",), ()),
        ("冷库", "库", ("库",), ("冷",), ()),
        ("冷库门", "库门站", ("库门",), ("冷",), ("站",)),
        ("医疗和养老床位", "医疗养老床位", ("养老床位", "医疗"), (), ()),
        ("大型冷库", "冷库", ("冷库",), (), ()),
        ("普惠性厨房", "普惠厨房网点", ("普惠", "厨房"), (), ("网点",)),
        ("", "冷库", (), (), ("冷库",)),
    ],
)
def test_what_is_shared_and_what_is_left_on_each_side(ours, theirs, shared, mine, yours):
    alike = likeness(ours, theirs)

    assert (alike.shared, alike.ours, alike.theirs) == (shared, mine, yours)


def test_shares_are_of_the_weight_of_rare_words():
    alike = likeness("江滨社区厨房", "社区厨房站点")
    ours, theirs = weights("江滨社区厨房"), weights("社区厨房站点")

    assert alike.covered == pytest.approx(sum(ours[2:]) / sum(ours))
    assert alike.covers == pytest.approx(sum(theirs[:4]) / sum(theirs))
    assert alike.led == pytest.approx(sum(ours[:2]) / sum(ours))
    assert alike.inserted == 0.0
    assert alike.bits == pytest.approx(sum(weights("社区厨房")))
    assert alike.harmonic == pytest.approx(2 * alike.covered * alike.covers / (alike.covered + alike.covers))


def test_what_is_inserted_is_what_stands_between_shared_words():
    alike = likeness("医疗床位", "县域医疗养老床位")
    theirs = weights("县域医疗养老床位")

    assert alike.inserted == pytest.approx(sum(theirs[4:6]) / sum(theirs))
    assert alike.led == 0.0


def test_the_last_word_on_both_sides_is_the_head():
    assert likeness("江滨社区厨房", "滨河厨房").heads
    assert not likeness("社区厨房", "社区厨房站点").heads
    assert not likeness("厨房站点", "站点厨房间").heads
