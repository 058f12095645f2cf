"""Rows of indicator tables: what is promised, what is reported, over which years, in which unit."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable
from typing import Any

import pytest

from lantu.documents import read_text
from lantu.model import Commitment, Statement, plain
from lantu.statements import Reading, read_statements

from .conftest import told


def read(text: str) -> tuple[str, Reading]:
    document = read_text(inspect.cleandoc(text), name="test.md")
    return document.text, read_statements(document)


def rows(test: Callable[..., Any]) -> tuple[list[str], list[str]]:
    """Give what the table in a test's docstring promises, and what it reports."""
    _, reading = read(test.__doc__ or "")
    return [told(one) for one in reading.commitments], [told(one) for one in reading.observations]


def days(statement: Statement) -> str:
    return str(statement.period)


def test_a_row_promises_the_later_year_and_reports_the_earlier_one() -> None:
    """
    # 青岚市第十四个五年规划纲要

    | 指标 | 2020年 | 2025年 | 属性 |
    | --- | --- | --- | --- |
    | 1.地区生产总值（亿元） | 1530.2 | 2150 | 预期性 |
    | 2.森林覆盖率（%） | 41.2 | ≥42 | 约束性 |
    """
    _, reading = read(test_a_row_promises_the_later_year_and_reports_the_earlier_one.__doc__ or "")

    assert [told(one) for one in reading.commitments] == ["地区生产总值 = 215000000000 元", "森林覆盖率 ≥ 42 %"]
    assert [told(one) for one in reading.observations] == ["地区生产总值 = 153020000000 元", "森林覆盖率 = 41.2 %"]
    assert [days(one) for one in reading.commitments] == ["2025-01-01/2025-12-31"] * 2
    assert [one.baseline and plain(one.baseline) for one in reading.commitments] == ["153020000000", "41.2"]
    assert [one.binding for one in reading.commitments] == [False, True]


def test_a_span_shows_the_number_and_its_sentence_the_row() -> None:
    text, reading = read("""
    # 规划

    | 指标 | 2020年 | 2025年 |
    | --- | --- | --- |
    | 城镇化率（%） | 61.3 | ＞66 |
    """)

    [one] = reading.commitments
    assert one.span.quote(text) == "66"
    assert one.sentence.quote(text) == "城镇化率（%） | 61.3 | ＞66"


def test_brackets_are_sums_over_the_years_of_the_plan() -> None:
    """
    # 规划纲要

    | 指标 | 2020年 | 2025年 | 年均增长（%） |
    | --- | --- | --- | --- |
    | 城镇化率（%） | 61 | 66 | 〔5〕 |
    | 单位生产总值能耗降低（%） | - | - | [14.5]左右 |
    | 城镇新增就业（万人） | - | - | ＞[6] |
    | 灌溉水利用系数 | 0.55 | 0.6 | [0.05] |
    """
    _, reading = read(test_brackets_are_sums_over_the_years_of_the_plan.__doc__ or "")

    found = {told(one): one for one in reading.commitments if one.accumulation == "cumulative"}
    assert list(found) == [
        "城镇化率 = 5 百分点",
        "单位生产总值能耗 ~ 14.5 %",
        "城镇新增就业 > 60000 人",
        "灌溉水利用系数 = 0.05 ",
    ]
    assert {days(one) for one in found.values()} == {"2021-01-01/2025-12-31"}
    assert [one.basis for one in found.values()] == ["change", "change", "increment", "change"]
    assert [one.direction for one in found.values()] == ["up", "down", None, "up"]


def test_a_column_of_yearly_growth_keeps_to_per_cent_whatever_the_unit_of_the_row() -> None:
    """
    # 规划纲要

    | 指标 | 2020年 | 2025年 | 年均增长（%） |
    | --- | --- | --- | --- |
    | 耕地（公顷） | 122 | 120 | -0.3 |
    | 人口（万人） | 130 | 136 | <8‰ |
    """
    _, reading = read(test_a_column_of_yearly_growth_keeps_to_per_cent_whatever_the_unit_of_the_row.__doc__ or "")

    yearly = [one for one in reading.commitments if one.accumulation == "annual_average"]
    assert [told(one) for one in yearly] == ["耕地 = 0.3 %", "人口 < 8 ‰"]
    assert [one.direction for one in yearly] == ["down", "up"]


def test_two_layers_of_head_part_targets_from_results_of_the_same_year() -> None:
    """
    # 规划实现情况

    | 指标 | 2005年 | 规划目标 | 规划目标 | 实现情况 | 实现情况 |
    | 指标 | 2005年 | 2010年 | 年均增长(%) | 2010年 | 年均增长(%) |
    | --- | --- | --- | --- | --- | --- |
    | 进出口（亿美元） | 47 | 68 | 7.5 | 142 | 24.6 |
    """
    promised, reported = rows(test_two_layers_of_head_part_targets_from_results_of_the_same_year)

    assert promised == ["进出口 = 6800000000 美元", "进出口 = 7.5 %"]
    assert reported == ["进出口 = 4700000000 美元", "进出口 = 14200000000 美元", "进出口 = 24.6 %"]


def test_columns_that_name_the_plan_take_its_years() -> None:
    """
    # 规划

    | 指标 | 2000年 | “十五”计划目标 | 2005年 | “十五”年均增长(%) |
    | --- | --- | --- | --- | --- |
    | 失业率（%） | 3.1 | 5 | 4.2 | |
    | 生产总值年均增长（%） | | 7 | | 9.5 |
    """
    _, reading = read(test_columns_that_name_the_plan_take_its_years.__doc__ or "")

    assert [(told(one), days(one)) for one in reading.commitments] == [
        ("失业率 = 5 %", "../2005-12-31"),
        ("生产总值 = 7 %", "2001-01-01/2005-12-31"),
    ]
    assert [told(one) for one in reading.observations] == ["失业率 = 3.1 %", "失业率 = 4.2 %", "生产总值 = 9.5 %"]


def test_a_part_of_an_indicator_takes_its_name_and_unit() -> None:
    """
    # 规划

    | 指标 | 单位 | 2025年目标 |
    | --- | --- | --- |
    | 污染物排放总量减少 | % | |
    | 污染物排放总量减少（%） | | |
    | 二氧化硫 | | [10] |
    | 绿地 | 万公顷 | 1.2 |
    """
    promised, _ = rows(test_a_part_of_an_indicator_takes_its_name_and_unit)

    assert promised == ["污染物排放总量二氧化硫 = 10 %", "绿地 = 12000 公顷"]


def test_a_row_over_the_whole_width_names_the_theme_of_those_below() -> None:
    text, reading = read("""
    # 规划

    | 指标 | 2025年目标 |
    | --- | --- |
    | 一、民生福祉 | |
    | 养老床位（张） | 5000 |
    | 二、绿色生态 | 二、绿色生态 |
    | 湿地（公顷） | 20 |
    """)

    assert [one.theme for one in reading.commitments] == ["民生福祉", "绿色生态"]
    assert [one.span.quote(text) for one in reading.commitments] == ["5000", "20"]


def test_a_work_report_reviews_the_last_year_and_plans_its_own() -> None:
    """
    # 海棠市政府工作报告

    ——2031年1月12日在海棠市第九届人民代表大会第一次会议上

    | 指标 | 单位 | 2030年 | 2031年 |
    | --- | --- | --- | --- |
    | 粮食产量 | 万吨 | 31 | 32 |
    """
    promised, reported = rows(test_a_work_report_reviews_the_last_year_and_plans_its_own)

    assert (promised, reported) == (["粮食产量 = 320000 吨"], ["粮食产量 = 310000 吨"])


@pytest.mark.parametrize("cell", ["-", "—", "", "/", "完成上级下达任务", "基本稳定"])
def test_what_is_no_number_is_never_nought(cell: str) -> None:
    _, reading = read(f"# 规划\n\n| 指标 | 2025年目标 |\n| --- | --- |\n| 床位（张） | {cell} |\n| 车位（个） | 9 |\n")

    assert [told(one) for one in reading.commitments] == ["车位 = 9 个"]
    assert not reading.issues


def test_a_cell_with_a_number_that_is_no_plain_value_is_an_issue() -> None:
    text, reading = read(
        "# 规划\n\n| 指标 | 2025年目标 |\n| --- | --- |\n| 水质 | 完成省里下达的3项任务 |\n| 车位（个） | 9 |\n"
    )

    [issue] = reading.issues
    assert issue.code == "unread_number"
    assert issue.span is not None
    assert issue.span.quote(text) == "完成省里下达的3项任务"


def test_a_table_of_other_columns_is_an_issue_and_its_sentences_are_read() -> None:
    _, reading = read("""
    # 规划

    | 地点 | 情况 |
    | --- | --- |
    | 桥东 | 到2025年，新建公园12个，改造老旧小区30个。 |
    """)

    assert [told(one) for one in reading.commitments] == ["新建公园 = 12 个", "改造老旧小区 = 30 个"]
    assert [issue.code for issue in reading.issues] == ["unread_table"]


def test_a_table_without_any_year_leaves_the_period_open() -> None:
    _, reading = read("# 清单\n\n| 指标 | 目标值 |\n| --- | --- |\n| 床位（张） | 9 |\n")

    [one] = reading.commitments
    assert isinstance(one, Commitment)
    assert one.period is None
    assert [issue.code for issue in reading.issues] == ["undated"]


def test_a_column_of_sums_adds_up_a_flow_and_tells_the_change_of_a_stock() -> None:
    _, reading = read("""
    # 海棠市政府工作报告

    ——2017年1月12日在海棠市第九届人民代表大会第一次会议上

    | 序号 | 指标 | 单位 | 2011年 | 2016年 | 五年累计 |
    | --- | --- | --- | --- | --- | --- |
    | 1 | 固定资产投资 | 亿元 | 31 | 47 | 219 |
    | 2 | 高层次人才 | 人 | 36 | 84 | 48 |
    | 3 | 新增养老床位 | 张 | 30 | 20 | 140 |
    """)

    summed = [one for one in reading.observations if one.accumulation == "cumulative"]
    assert [(told(one), one.basis) for one in summed] == [
        ("固定资产投资 = 21900000000 元", "level"),
        ("高层次人才 = 48 人", "change"),
        ("新增养老床位 = 140 张", "increment"),
    ]
    assert {days(one) for one in summed} == {"2012-01-01/2016-12-31"}


def test_growth_named_by_the_row_is_that_of_the_column_s_year() -> None:
    _, reading = read("""
    # 海棠市政府工作报告

    ——2017年1月12日在海棠市第九届人民代表大会第一次会议上

    | 指标 | 单位 | 2011年 | 2016年 |
    | --- | --- | --- | --- |
    | 旅游总收入增长 | % | 19.6 | 12.0 |
    """)

    assert [(told(one), days(one)) for one in reading.observations] == [
        ("旅游总收入 = 19.6 %", "2011-01-01/2011-12-31"),
        ("旅游总收入 = 12 %", "2016-01-01/2016-12-31"),
    ]


def test_rows_without_a_number_are_parts_of_the_numbered_row_above() -> None:
    """
    # 规划

    | 序号 | 指标 | 单位 | 2025年目标 |
    | --- | --- | --- | --- |
    | 1 | 污染物减排 | | |
    | | 氨氮 | % | 5 |
    | 2 | 绿地 | 公顷 | 12 |
    """
    promised, _ = rows(test_rows_without_a_number_are_parts_of_the_numbered_row_above)

    assert promised == ["污染物氨氮 = 5 %", "绿地 = 12 公顷"]


def test_a_sheet_of_many_columns_takes_bounded_time() -> None:
    head = " | ".join(["指标", *(f"{1900 + at % 120}年" for at in range(390))])
    body = "\n".join("| 床位（张） | " + " | ".join(["7"] * 390) + " |" for _ in range(300))
    began = time.process_time()

    _, reading = read(f"# 规划\n\n| {head} |\n{body}\n")

    assert time.process_time() - began < 30
    assert [issue.code for issue in reading.issues] == ["unread_table"]
