"""Units convert within a dimension; counting words are one unit only where they count the same thing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lantu.verdicts.units import conversion, dimension


@pytest.mark.parametrize(
    ("unit", "target", "factor"),
    [
        ("公顷", "亩", "15"),
        ("平方公里", "公顷", "100"),
        ("米", "公里", "0.001"),
        ("斤", "吨", "0.0005"),
        ("小时", "分钟", "60"),
        ("兆瓦", "千瓦", "1000"),
        ("％", "%", "1"),
        ("千米", "公里", "1"),
        ("海里", "公里", "1.852"),
        ("担", "吨", "0.05"),
        ("千分点", "百分点", "0.1"),
    ],
)
def test_one_dimension_converts_exactly(unit, target, factor):
    found = conversion(unit, target)

    assert found is not None
    assert found.factor == Decimal(factor)


@pytest.mark.parametrize(
    ("unit", "target"),
    [
        ("处", "公顷"),
        ("元", "美元"),
        ("%", "百分点"),
        ("人", "人次"),
        ("个", "人"),
        ("个", "公里"),
        ("户", "套"),
        ("吨", "件"),
        ("千伏安", "千瓦"),
    ],
)
def test_other_dimensions_do_not_convert(unit, target):
    assert conversion(unit, target) is None


@pytest.mark.parametrize(("unit", "target"), [("处", "所"), ("家", "个"), ("名", "人"), ("场", "次"), ("张", "个")])
def test_counting_words_for_the_same_thing_are_one_unit(unit, target):
    found = conversion(unit, target)

    assert found is not None
    assert found.factor == 1
    assert found.rule.startswith("same_classifier_")


def test_households_count_businesses_only_where_both_speak_of_businesses():
    assert conversion("户", "家", "新增规上企业", "规上企业") is not None
    assert conversion("户", "家", "改造危房", "养老机构") is None


def test_posts_are_counted_in_posts_or_people():
    assert conversion("人", "个", "公益性岗位", "公益性岗位") is not None
    assert conversion("人", "个", "高层次人才", "人才团队") is None


def test_a_unit_tells_its_dimension():
    assert dimension("千米") == "length"
    assert dimension("处") == "count"
    assert dimension("标箱") == "containers"
    assert dimension("头") == "头"


def test_a_bracketed_count_of_trips_is_one_of_trips():
    assert conversion("人（次）", "人次").factor == 1
