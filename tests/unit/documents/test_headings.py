"""Which lines are headings, and of what level."""

from __future__ import annotations

import pytest

from lantu.documents import Document, read_text
from lantu.model import PassageKind

PROSE = "全市各级各部门要把各项任务落到实处,年底前建成社区食堂45处,让更多群众受益。"


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("# 海棠市三年规划", 1),
        ("### 让就医更方便", 3),
        ("第二章 主要任务", 2),
        ("第三节 教育", 3),
        ("一、2030年工作回顾", 2),
        ("十二、组织保障", 2),
        ("（三）推进绿色发展", 3),
        ("(三)推进绿色发展", 3),
        ("4.健全机制", 4),
        ("5、健全机制", 4),
        ("（6）健全机制", 5),
        ("**一、2030年工作回顾**", 2),
        ("**（二）推动城乡协调发展。**", 3),
        ("一、坚持稳中求进，推动经济平稳运行。", 2),
    ],
)
def test_a_numbered_or_marked_line_is_a_heading(line: str, level: int) -> None:
    document = read_text(f"{line}\n\n{PROSE}\n")

    heading, body = document.passages

    assert (heading.kind, heading.level) == (PassageKind.HEADING, level)
    assert (body.kind, body.text, body.level) == (PassageKind.BODY, PROSE, 0)


@pytest.mark.parametrize(
    "line",
    [
        "（一）坚持创新驱动。全年研发投入增长9.2%,新认定高新技术企业130家。",
        "1.新建公园12个",
        "2.6亿元资金全部到位",
        "3.新增公办学位5200个,改造学校食堂41处。",
        "——服务业增加值增长7.1%。",
        "一是建成社区食堂45处。",
    ],
)
def test_a_line_that_states_something_is_no_heading(line: str) -> None:
    document = read_text(f"{PROSE}\n\n{line}\n\n2.健全机制\n")

    assert document.passages[1].kind is PassageKind.BODY
    assert document.passages[1].text == line


def test_a_short_line_without_number_is_a_heading(document: Document) -> None:
    """
    各位代表：

    2030年工作回顾

    过去一年,全市生产总值增长6.1%,城镇新增就业3.8万人。

    2031年重点任务

    今年要抓好以下工作。
    """
    headings = [passage.text for passage in document.passages if passage.kind is PassageKind.HEADING]

    assert headings == ["2030年工作回顾", "2031年重点任务"]


def test_headings_without_number_stand_below_numbered_ones(document: Document) -> None:
    """
    一、2031年重点任务

    **加快城市更新**

    开工改造老旧小区86个,完成雨污分流改造120公里。
    """
    assert [passage.level for passage in document.passages] == [2, 4, 0]


def test_bold_marks_are_no_part_of_the_text(document: Document) -> None:
    """
    **今年,城镇新增就业4.2万人。**改造**农村公路**310公里。
    """
    [body] = document.passages

    assert body.text == "今年,城镇新增就业4.2万人。改造农村公路310公里。"
    assert (
        document.text[slice(*body.origin_range(body.text.index("农村公路"), len(body.text)))] == "农村公路**310公里。"
    )


def test_a_heading_that_shares_its_line_with_the_paragraph_is_cut_off(document: Document) -> None:
    """
    **一、“十六五”时期工作回顾**“十六五”时期,全市生产总值年均增长6.2%,财政收入突破200亿元。
    以上不足我们将认真加以解决。二、2031年工作安排
    今年主要预期目标是生产总值增长6%以上。
    （三）提升城市品质 城市更新步伐要再加快一些,今年改造老旧小区86个,惠及3.1万户居民。
    """
    headings = [passage.text for passage in document.passages if passage.kind is PassageKind.HEADING]

    assert headings == ["一、“十六五”时期工作回顾", "二、2031年工作安排", "（三）提升城市品质"]


def test_a_stray_space_cuts_no_heading_off(document: Document) -> None:
    """
    （三）完成 2031 年老旧小区改造任务 ，全年改造 86 个小区、惠及 3.1 万户居民。
    """
    [body] = document.passages

    assert body.text == "（三）完成2031年老旧小区改造任务，全年改造86个小区、惠及3.1万户居民。"


def test_spaces_between_words_and_numbers_stay(document: Document) -> None:
    """
    会上发布 AI for Science 行动计划,推出 Wi Fi 覆盖点 300 处,救助 43 579 户。
    """
    [body] = document.passages

    assert body.text == "会上发布AI for Science行动计划,推出Wi Fi覆盖点300处,救助43579户。"


def test_front_matter_is_apart(document: Document) -> None:
    """
    ---
    source: https://example.org/report
    title: 海棠市2031年政府工作报告
    ---

    政府工作报告

    各位代表：
    """
    kinds = [passage.kind for passage in document.passages]

    assert kinds == [PassageKind.FRONT, PassageKind.FRONT, PassageKind.HEADING, PassageKind.BODY]


def test_a_rule_at_the_top_is_no_front_matter(document: Document) -> None:
    """
    ---
    今年新建公园12个。
    ---
    """
    assert [passage.kind for passage in document.passages] == [PassageKind.BODY]


def test_a_table_row_is_apart_but_its_sentences_are_read(document: Document) -> None:
    """
    | 序号 | 指标 | 单位 | 2030年 |
    |------|------|------|--------|
    | 1 | 生产总值 | 亿元 | 1320.5 |
    | 2 | 便民服务 | 已建成便民服务点42处，惠及居民6万人。 |
    居民消费价格 0.2 0.3 0.1
    """
    read = [(passage.kind.value, passage.text) for passage in document.passages]

    assert read == [
        ("table", "序号指标单位2030年"),
        ("table", "1生产总值亿元1320.5"),
        ("table", "2便民服务"),
        ("body", "已建成便民服务点42处，惠及居民6万人。"),
        ("table", "居民消费价格0.2 0.3 0.1"),
    ]


def test_a_table_drawn_with_white_space_has_its_cells(document: Document) -> None:
    """
    主要指标表

    指标            2020年   2025年   年均增长（%）   属性
    生产总值（亿元）  1530.2   2150     7左右         预期性
    城镇化率（%）     61.3     ＞66     〔4.7〕       预期性
    """
    [rows] = [passage.rows for passage in document.passages if passage.rows]

    assert [[cell.text for cell in row] for row in rows] == [
        ["指标", "2020年", "2025年", "年均增长（%）", "属性"],
        ["生产总值（亿元）", "1530.2", "2150", "7左右", "预期性"],
        ["城镇化率（%）", "61.3", "＞66", "〔4.7〕", "预期性"],
    ]


def test_a_line_of_a_table_with_another_count_of_cells_makes_none(document: Document) -> None:
    """
    主要指标表

    指标            2020年   2025年   年均
    生产总值  1530.2   2150
    城镇化率     61.3     66     4.7
    """
    assert [passage.rows for passage in document.passages if passage.rows] == []
