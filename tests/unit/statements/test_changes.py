"""Growth and fall, and the levels they lead to."""

from __future__ import annotations

import pytest

from lantu.model import Accumulation, Basis, Direction

from .conftest import read_report, reported


@pytest.mark.parametrize(
    ("sentence", "basis", "direction"),
    [
        ("外贸总额增长9%。", Basis.CHANGE, Direction.UP),
        ("外贸总额比上年下降3.5%。", Basis.CHANGE, Direction.DOWN),
        ("全年优良天数同比增加11天。", Basis.CHANGE, Direction.UP),
        ("渔港吞吐量翻一番。", Basis.CHANGE, Direction.UP),
        ("渔港吞吐量是2026年的2.8倍。", Basis.CHANGE, Direction.UP),
        ("绿化覆盖率提高到43%。", Basis.SHARE, None),
        ("高速公路里程增加到300公里。", Basis.LEVEL, None),
        ("新增学位5000个。", Basis.INCREMENT, None),
        ("渔民人均收入居全省第3位。", Basis.RANK, None),
    ],
)
def test_the_basis_tells_a_change_from_what_it_leads_to(
    sentence: str, basis: Basis, direction: Direction | None
) -> None:
    [statement] = read_report(review=sentence).observations

    assert (statement.basis, statement.direction) == (basis, direction)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("自来水普及率由88%提高到96%。", ["自来水普及率 = 96 %"]),
        ("泊位从12个增加到20个。", ["泊位 = 20 个"]),
        ("审批时限由2025年的90天压缩至35天。", ["审批时限 = 35 天"]),
        ("地区生产总值比2025年的300亿元增长1.4倍。", ["地区生产总值 = 1.4 倍"]),
    ],
)
def test_the_value_that_a_change_starts_from_is_no_statement(sentence: str, expected: list[str]) -> None:
    assert reported(sentence) == expected


def test_the_average_and_the_total_over_years_are_told_apart() -> None:
    first, second = read_report(review="五年来,累计建成码头30座,货运量年均增长6%。").observations

    assert first.accumulation is Accumulation.CUMULATIVE
    assert second.accumulation is Accumulation.ANNUAL_AVERAGE


def test_a_comparison_with_others_keeps_what_is_compared() -> None:
    assert reported("工业增速高于全省平均水平2.1个百分点。") == ["工业增速 = 2.1 百分点"]
