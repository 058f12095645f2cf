"""Sentences of a report of the fictional city of 海棠, read and told in one line each."""

from __future__ import annotations

from lantu.documents import read_text
from lantu.model import Commitment, Observation, plain
from lantu.statements import Reading, Setting, read_statements

REPORT = """\
海棠市政府工作报告

——2031年1月12日在海棠市第九届人民代表大会第一次会议上

一、2030年工作回顾

{review}

二、2031年工作安排

{plan}
"""


def read_report(*, review: str = "一年来,各项工作稳步推进。", plan: str = "做好各项工作。") -> Reading:
    """Read a work report of January 2031 with these sentences in its two parts."""
    return read_statements(read_text(REPORT.format(review=review, plan=plan), name="report.txt"), Setting())


def planned(sentence: str) -> list[str]:
    """Give the commitments that a sentence of the plan makes: indicator, bound, number and unit."""
    return [told(statement) for statement in read_report(plan=sentence).commitments]


def reported(sentence: str) -> list[str]:
    """Give the observations that a sentence of the review makes: indicator, bound, number and unit."""
    return [told(statement) for statement in read_report(review=sentence).observations]


def told(statement: Commitment | Observation) -> str:
    """Say a statement in one line: 新建公园 ≥ 12 个."""
    signs = {
        "exactly": "=",
        "at_least": "≥",
        "more_than": ">",
        "at_most": "≤",
        "less_than": "<",
        "about": "~",
        "all": "∀",
    }
    quantity = statement.quantity
    assert quantity is not None
    assert statement.comparator is not None
    upper = "" if quantity.upper is None else f"—{plain(quantity.upper)}"
    sign = signs[statement.comparator]
    return f"{statement.indicator} {sign} {plain(quantity.value)}{upper} {quantity.unit}"
