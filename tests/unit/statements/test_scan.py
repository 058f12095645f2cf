"""Numbers with their units, found where they stand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lantu.statements.lexicon import Words
from lantu.statements.scan import mend_digits, numbers
from lantu.statements.units import dimension, plain_unit, unit_at


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("新增5000余个岗位", ["5000余个"]),
        ("增长5%—6%", ["5%—6%"]),
        ("设置2—3个站点", ["2—3个"]),
        ("提高1.2、3.4个百分点", ["1.2", "3.4个百分点"]),
        ("产量十三万五千吨", ["十三万五千吨"]),
        ("增长百分之七至百分之八", ["百分之七至百分之八"]),
        ("居全省第3位", ["第3位"]),
        ("占全市1/3", ["1/3"]),
        ("装机500万千瓦", ["500万千瓦"]),
        ("实现翻番", ["翻番"]),
        ("超过七成以上", ["七成"]),
        ("占比近六成，", ["六成"]),
        ("达到9.5成", ["9.5成"]),
        ("建成3成立5", []),
        ("降低百分之12.5", ["百分之12.5"]),
        ("高出两个百分点", ["两个百分点"]),
        ("每亩增产三斤半。", ["三斤半"]),
        ("总收入3万4000元", ["3万4000元"]),
        ("扩建百万吨冷库", []),
    ],
)
def test_the_span_covers_number_hedge_and_unit(text: str, printed: list[str]) -> None:
    assert [text[found.start : found.end] for found in numbers(text) if found.printed] == printed


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("三成半", "35", "%"),
        ("千分之2.4", "2.4", "‰"),
        ("万分之三", "0.3", "‰"),
        ("两米半", "2.5", "米"),
        ("5万4千6百户", "54600", "户"),
        ("3千5万吨", "3000", ""),
        ("六千四百五十亿千瓦小时", "645000000000", "千瓦时"),
    ],
)
def test_a_number_has_the_value_that_its_words_say(text: str, value: str, unit: str) -> None:
    found = numbers(text)[0]

    assert (found.value, found.unit) == (Decimal(value), unit)


def test_a_range_in_chinese_numerals_has_both_ends() -> None:
    [found] = numbers("化肥九千万至九千二百万吨")

    assert (found.value, found.upper, found.unit) == (90_000_000, 92_000_000, "吨")


@pytest.mark.parametrize(
    ("printed", "mended"),
    [("增长l0%", "增长10%"), ("产值3O亿元", "产值30亿元"), ("OLED面板", "OLED面板"), ("IO模块", "IO模块")],
)
def test_letters_that_a_scan_shows_for_digits_are_read_as_digits(printed: str, mended: str) -> None:
    assert mend_digits(printed) == mended


def test_a_run_of_digits_too_long_for_a_number_is_none() -> None:
    assert numbers("编号" + "7" * 500 + "个") == []


@pytest.mark.parametrize(
    ("text", "unit"), [("个百分点", "个百分点"), ("个", "个"), ("条件", ""), ("处理", ""), ("座谈", "")]
)
def test_a_unit_is_not_the_beginning_of_another_word(text: str, unit: str) -> None:
    assert unit_at(text, 0) == unit


def test_units_know_their_dimension() -> None:
    assert (dimension("亩"), dimension("元"), dimension("吖")) == ("area", "money", "")
    assert (dimension("名"), dimension("位")) == ("people", "people")
    assert plain_unit("个百分点") == "百分点"


def test_the_longest_word_is_found() -> None:
    words = Words("建成 建成投用 投用")

    assert words.begins("建成投用水厂") == "建成投用"
    assert words.ends("水厂建成投用") == "建成投用"
    assert words.begins("水厂") == words.ends("") == ""
