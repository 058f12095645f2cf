"""What bounds a number, and how its parts are printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from .conftest import planned, read_report, reported


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新建泊位12个以上。", "新建泊位 ≥ 12 个"),
        ("新建泊位不少于12个。", "新建泊位 ≥ 12 个"),
        ("新建泊位突破12个。", "新建泊位 > 12 个"),
        ("新建泊位近12个。", "新建泊位 < 12 个"),
        ("新建泊位约12个。", "新建泊位 ~ 12 个"),
        ("新建泊位12个左右。", "新建泊位 ~ 12 个"),
        ("新建泊位120余个。", "新建泊位 > 120 个"),
        ("打造20个以上滨海驿站。", "打造滨海驿站 ≥ 20 个"),
        ("城镇调查失业率控制在5.5%以内。", "城镇调查失业率 ≤ 5.5 %"),
        ("城镇调查失业率控制在5.5%左右。", "城镇调查失业率 ~ 5.5 %"),
        ("单位面积能耗不超过30千瓦时。", "单位面积能耗 ≤ 30 千瓦时"),
        ("地区生产总值增长5%—6%。", "地区生产总值 = 5—6 %"),
        ("培育链主企业3至5家。", "培育链主企业 = 3—5 家"),
        ("年吞吐量站上3亿吨大关。", "年吞吐量 > 300000000 吨"),
    ],
)
def test_words_around_a_number_bound_it(sentence: str, expected: str) -> None:
    assert planned(sentence) == [expected]


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("1.63万个", "16300", "个"),
        ("３２０个", "320", "个"),
        ("1,250个", "1250", "个"),
        ("三百二十五个", "325", "个"),
        ("百分之八点五", "8.5", "%"),
        ("13亿2000万元", "1320000000", "元"),
        ("500万千瓦", "5000000", "千瓦"),
        ("2.4万亿元", "2400000000000", "元"),
        ("三分之二", "66.667", "%"),
        ("1.5个百分点", "1.5", "百分点"),
        ("9‰", "9", "‰"),
    ],
)
def test_numerals_are_read_as_printed(printed: str, value: str, unit: str) -> None:
    [statement] = read_report(plan=f"渔船改造数达到{printed}。").commitments

    assert statement.quantity is not None
    assert statement.quantity.value == Decimal(value)
    assert statement.quantity.unit == unit


def test_points_of_a_list_share_the_unit_that_ends_it() -> None:
    assert reported("入园率、入学率分别提高1.2、3.4个百分点。") == ["入园率 = 1.2 百分点", "入学率 = 3.4 百分点"]


def test_a_bare_number_of_people_or_money_gets_its_unit_from_the_words_around() -> None:
    assert reported("帮助12万困难群众过冬。") == ["帮助困难群众过冬 = 120000 人"]
    assert reported("集群产值突破500亿。") == ["集群产值 > 50000000000 元"]


def test_the_bound_of_a_list_is_certain_for_the_item_it_follows_alone() -> None:
    assert planned("培育船长60人、轮机长40人以上。") == ["培育船长 = 60 人", "培育轮机长 ≥ 40 人"]
