"""Offices that a text names behind its promises."""

from __future__ import annotations

import pytest

from lantu.documents import read_text
from lantu.model import Commitment
from lantu.statements import read_statements


def offices(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Give quote, leading and supporting offices of what a plan promises."""
    document = read_text(f"# 青岚市养老行动方案（2023—2025年）\n\n{text}\n", name="plan.md")
    reading = read_statements(document)
    promised = sorted([*reading.commitments, *reading.acts], key=lambda one: one.span.start)
    return [
        (one.span.quote(document.text), one.led_by, one.supported_by) for one in promised if isinstance(one, Commitment)
    ]


@pytest.mark.parametrize(
    ("remark", "lead", "support"),
    [
        ("（牵头单位：市民政局）", ("市民政局",), ()),
        ("（责任单位：市民政局、各区（市、县）政府）", ("市民政局", "各区（市、县）政府"), ()),
        ("（牵头单位：市民政局；配合单位：市财政局、市住建局）", ("市民政局",), ("市财政局", "市住建局")),
        ("（市民政局牵头，市财政局、市住建局配合）", ("市民政局",), ("市财政局", "市住建局")),
        ("（含改建）", (), ()),
    ],
)
def test_a_remark_behind_a_promise_names_its_offices(
    remark: str, lead: tuple[str, ...], support: tuple[str, ...]
) -> None:
    assert offices(f"全市新建养老机构12所。{remark}") == [("12所", lead, support)]


def test_each_remark_of_a_paragraph_speaks_of_what_stands_before_it() -> None:
    text = "新建养老机构12所。（牵头单位：市民政局）改造小区30个。（牵头单位：市住建局）新建公园5处。"

    assert offices(text) == [("12所", ("市民政局",), ()), ("30个", ("市住建局",), ()), ("5处", (), ())]


def test_a_line_of_its_own_speaks_of_the_paragraphs_since_the_last_one() -> None:
    text = "新建养老机构12所。\n\n责任单位：市民政局\n\n改造小区30个。\n\n新建公园5处。\n\n责任单位：市住建局"

    assert offices(text) == [("12所", ("市民政局",), ()), ("30个", ("市住建局",), ()), ("5处", ("市住建局",), ())]


def test_a_line_of_offices_does_not_reach_beyond_its_heading() -> None:
    text = "## 一、养老\n\n新建养老机构12所。\n\n## 二、住房\n\n改造小区30个。\n\n责任单位：市住建局"

    assert offices(text) == [("12所", (), ()), ("30个", ("市住建局",), ())]
