"""Numbers that state nothing."""

from __future__ import annotations

import pytest

from .conftest import planned, reported


@pytest.mark.parametrize(
    "sentence",
    [
        "实施“十五五”规划和“1+6+N”工程。",
        "推进5G网络和3A级旅游村建设。",
        "聚焦6个方面28项重点任务。",
        "出台稳企惠企12条措施。",
        "坚持“两个毫不动摇”,打好三大攻坚战。",
        "第三次会议于20日召开。",
        "连续3年获评平安城市。",
        "总投资57亿元的海上风电项目落地。",
        "占地200亩的渔人公园加快建设。",
        "年产30万吨造纸厂开工。",
        "开通12345热线。",
        "整合12345市民服务热线。",
        "110千伏线路并网。",
        "照护3岁以下婴幼儿。",
        "打通服务渔民的最后一公里。",
        "七里河大桥建成通车。",
        "打造15分钟便民生活圈。",
        "五年来,全市上下团结奋斗。",
        "城市创造了3个全国第一。",
        "新型材料写入《关于加快发展的20条意见》。",
        "注[3]:数据为快报数。",
        "支持销售收入过300亿、100亿和50亿元的船厂做强。",
    ],
)
def test_names_dates_sizes_and_structure_state_nothing(sentence: str) -> None:
    assert reported(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("渔业年收入20万元以上村占比80%以上。", ["渔业年收入20万元以上村占比 ≥ 80 %"]),
        ("投资500万元以上项目30个。", ["投资500万元以上项目 = 30 个"]),
        ("每万人拥有体育设施9处。", ["每万人拥有体育设施 = 9 处"]),
        (
            "渔业年收入20万元以上村占比80%以上,50万元以上村占比达到25%。",
            ["渔业年收入20万元以上村占比 ≥ 80 %", "渔业年收入50万元以上村占比 = 25 %"],
        ),
    ],
)
def test_a_threshold_belongs_to_the_indicator(sentence: str, expected: list[str]) -> None:
    assert planned(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("完成36公里的海堤加固。", ["完成海堤加固 = 36 公里"]),
        ("新建两座跨海大桥。", ["新建跨海大桥 = 2 座"]),
        ("完成500个以上5G基站建设。", ["500个基站"]),
    ],
)
def test_what_a_verb_does_is_a_statement_though_it_looks_like_a_name(sentence: str, expected: list[str]) -> None:
    assert len(planned(sentence)) == len(expected)


def test_a_full_count_that_is_told_done_is_a_statement() -> None:
    assert reported("20件民生实事全部办结。") == ["民生实事全部办结 ∀ 20 件"]


@pytest.mark.parametrize("sentence", ["十件民生实事全部办结。", "“十件民生实事”全部办结。"])
def test_a_list_of_promises_is_counted_however_it_is_spelled(sentence: str) -> None:
    assert reported(sentence) == ["民生实事全部办结 ∀ 10 件"]


def test_a_list_of_promises_that_is_only_named_states_nothing() -> None:
    assert reported("在落实“十件民生实事”的基础上,各项工作稳步推进。") == []
    assert planned("把每一件民生实事办好。") == []


def test_expectations_said_of_all_that_follows_are_no_part_of_the_indicator() -> None:
    assert reported("预计(下同)可实现地区生产总值160亿元。") == ["地区生产总值 = 16000000000 元"]
