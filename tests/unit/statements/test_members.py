"""Subjects parted into their members, each with what the list shares."""

from __future__ import annotations

import pytest

from lantu.statements.members import members


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("渔港、航道里程", ["渔港里程", "航道里程"]),
        ("失业、医疗保险覆盖率", ["失业保险覆盖率", "医疗保险覆盖率"]),
        ("城镇和农村居民人均可支配收入", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("城乡居民人均可支配收入", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("各项存贷款余额", ["各项存款余额", "各项贷款余额"]),
        ("火灾起数、死亡人数", ["火灾起数", "火灾死亡人数"]),
        ("海产品加工业、船舶制造业增加值占工业比重", ["海产品加工业增加值占工业比重", "船舶制造业增加值占工业比重"]),
        ("海港货物和集装箱吞吐量", ["海港货物吞吐量", "集装箱吞吐量"]),
        ("海创板、渔交所上市公司", ["海创板上市公司", "渔交所上市公司"]),
        ("接待游客、旅游收入", ["接待游客收入", "旅游收入"]),
    ],
)
def test_two_members(subject: str, expected: list[str]) -> None:
    assert members(subject, 2) == expected


def test_a_subject_that_does_not_part_into_so_many_is_left_whole() -> None:
    assert members("渔业产值", 3) is None
