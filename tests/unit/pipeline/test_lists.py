"""Which commitments are the items of a list that a plan promises as a whole."""

from __future__ import annotations

import pytest

from lantu.pipeline.lists import promised_lists
from lantu.pipeline.reading import read_document

ITEMS = ("改造农村危房820户", "建设山村中医馆63个", "新增养老床位450张")


def members(text: str) -> list[str]:
    plan = read_document(f"榆湾县政府工作报告\n\n2024年1月8日\n\n二、2024年工作安排\n\n{text}\n")
    found = promised_lists([plan])
    return [each.indicator for each in plan.reading.commitments if each.id in found]


@pytest.mark.parametrize(
    "signs",
    [
        ("一是", "二是", "三是"),
        ("（1）", "（2）", "（3）"),
        ("①", "②", "③"),
        ("⑴", "⑵", "⑶"),
        ("1.", "2.", "3."),
    ],
)
def test_items_are_numbered_one_after_another(signs):
    listed = "；".join(sign + item for sign, item in zip(signs, ITEMS, strict=True))

    assert members(f"办好3件民生实事：{listed}。修建步道70公里。") == ["改造农村危房", "建设山村中医馆", "新增养老床位"]


def test_items_may_be_paragraphs_of_their_own():
    listed = "\n\n".join(f"{number}.{item}。" for number, item in enumerate(ITEMS, 1))

    assert members(f"办好3件民生实事：\n\n{listed}\n\n修建步道70公里。") == [
        "改造农村危房",
        "建设山村中医馆",
        "新增养老床位",
    ]


def test_a_list_with_fewer_items_than_announced_is_none():
    assert members("办好4件民生实事：一是改造农村危房820户；二是建设山村中医馆63个；三是新增养老床位450张。") == []


def test_figures_after_an_announcement_without_signs_are_no_items():
    assert members("办好3件民生实事。改造农村危房820户，建设山村中医馆63个，新增养老床位450张。") == []
