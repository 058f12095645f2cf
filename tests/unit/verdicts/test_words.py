"""An indicator is read into a core and its qualifiers; the word lists decide, not the code."""

from __future__ import annotations

import pytest

from lantu.verdicts.words import fold, read_wording


def members(indicator: str, family: str) -> set[str]:
    return set(read_wording(indicator).qualifiers.get(family, (frozenset(), ()))[0])


@pytest.mark.parametrize(
    ("indicator", "core"),
    [
        ("新增社区厨房", "社区厨房"),
        ("全市累计建成社区厨房数量", "社区厨房"),
        ("持续推进社区厨房建设", "社区厨房"),
        ("“银龄”社区厨房项目", "银龄社区厨房"),
        ("生产总值", "地区生产总值"),
        ("高标准农田建设", "高标准农田"),
        ("新能源码头", "新能源码头"),
    ],
)
def test_verbs_hedges_and_praise_are_no_part_of_what_is_counted(indicator, core):
    assert read_wording(indicator).core == core


def test_two_wordings_of_one_indicator_have_one_core():
    assert read_wording("GDP").core == read_wording("全市生产总值").core
    assert read_wording("规模以上工业增加值").core == read_wording("规上工业增加值").core
    assert read_wording("技术合同成交额").core == read_wording("技术交易额").core


@pytest.mark.parametrize(
    ("indicator", "tier"),
    [
        ("省级创新平台", {"province"}),
        ("省级以上创新平台", {"province", "nation"}),
        ("国家级和省级创新平台", {"province", "nation"}),
        ("省创新平台", {"province"}),
        ("全省创新平台", set()),
        ("创新平台", set()),
    ],
)
def test_the_tier_is_a_set_of_levels(indicator, tier):
    assert members(indicator, "tier") == tier


def test_the_longest_word_wins():
    assert members("中小学", "school_stage") == {"primary", "junior", "senior"}
    assert members("小学", "school_stage") == {"primary"}


def test_a_word_that_stands_in_another_by_accident_is_no_qualifier():
    assert members("建成区域医疗中心", "place_part") == set()
    assert members("提高中等职业学校质量", "school_stage") == {"vocational"}


def test_a_size_is_no_part_of_what_is_counted():
    wording = read_wording("投资5000万元以上冷库项目")

    assert wording.core == "冷库"
    assert wording.thresholds == ("投资5000万元以上",)


def test_a_share_knows_what_it_is_a_share_of():
    wording = read_wording("冷链产业增加值占规上工业增加值比重")

    assert wording.denominator == "规上工业增加值"
    assert wording.core == "冷链产业增加值占比"


def test_several_things_with_one_number_are_a_list():
    assert read_wording("冷库、批发市场").listed
    assert read_wording("冷库和批发市场").listed
    assert not read_wording("和平冷库").listed


def test_research_and_development_has_one_name():
    spent = ("研发与试验发展（R&D）经费支出占地区生产总值比重", "研究与试验发展经费支出占地区生产总值的比重")

    assert {read_wording(each).core for each in spent} == {"研发投入强度"}
    assert read_wording("研究与试验发展（R&D）人员").core == "研发人员"


def test_a_word_that_counts_nothing_by_itself_is_general():
    assert read_wording("实施项目").generic
    assert read_wording("完成投资").generic
    assert read_wording("加快北港码头等项目建设").generic
    assert not read_wording("冷库").generic


def test_a_promise_of_work_without_its_completion_is_weak():
    assert read_wording("实施冷库扩容").weak
    assert not read_wording("建成冷库").weak


def test_width_case_and_quotation_marks_do_not_matter():
    assert fold("“５g基站” ") == "5G基站"


@pytest.mark.parametrize(
    ("indicator", "core"),
    [
        ("改造提升柳林路、枣园路等断头路", "断头路"),
        ("打通G999、车站路等断头路", "断头路"),
        ("新增高等级公路", "高等级公路"),
        ("残疾人、孤儿等困难人员救助", "残疾人孤儿等困难人员救助"),
    ],
)
def test_named_examples_are_left_out_but_not_groups_of_people(indicator, core):
    assert read_wording(indicator).core == core


def test_what_was_never_so_high_before_is_no_other_thing():
    assert read_wording("一般公共预算收入再创新高").core == "一般公共预算收入"
