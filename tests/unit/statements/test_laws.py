"""Laws of the reading: spans show what they say, nothing crashes it, cost grows with length alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.documents import Document
from lantu.model import Passage, PassageKind
from lantu.model.numerals import read_numeral
from lantu.statements import Setting, read_statements
from lantu.statements.scan import numbers

WORDS = st.sampled_from(
    [
        "新建",
        "完成",
        "增长",
        "分别",
        "达到",
        "由",
        "到",
        "以上",
        "以内",
        "近",
        "约",
        "全市",
        "渔港",
        "泊位",
        "码头",
        "项目",
        "占比",
        "率",
        "、",
        ",",
        "，",
        "。",
        "；",
        "和",
        "及",
        "等",
        "其中",
        "“",
        "”",
        "（",
        "）",
        "的",
        "2030年",
        "去年",
        "每年",
        "到2035年",
        "累计",
        "第",
        "三",
        "两",
        "十二",
        "百分之五",
        "12",
        "3.5",
        "1,200",
        "５０",
        "万",
        "亿",
        "余",
        "个",
        "家",
        "%",
        "‰",
        "个百分点",
        "倍",
        "元",
        "亩",
        "公里",
        "—",
        "至",
        "总投资",
        "以下",
        "级",
        "**",
        "目标任务",
        "全覆盖",
        "建立",
        "制度",
        "翻番",
        "1/3",
        "占",
    ]
)


def document(text: str) -> Document:
    """A document of one body."""
    return Document("made.txt", text, (Passage(PassageKind.BODY, text, ((0, len(text)),)),), title="2031年工作报告")


@given(st.lists(WORDS, min_size=1, max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_every_span_shows_the_number_that_it_states(text: str) -> None:
    reading = read_statements(document(text), Setting())

    for statement in (*reading.commitments, *reading.observations):
        quote = statement.span.quote(text)
        assert statement.sentence.start <= statement.span.start < statement.span.end <= statement.sentence.end
        assert statement.quantity is not None
        assert any(number.quantity().value == statement.quantity.value for number in numbers(text)), quote
        assert statement.indicator


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_no_text_crashes_the_reading(text: str) -> None:
    if text:
        read_statements(document(text), Setting())


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False))
def test_a_printed_number_reads_back_as_itself(number: object) -> None:
    assert read_numeral(f"{number:f}")[0] == number


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "12个",
        "新建泊位12个、",
        "由5%提高到",
        "（",
        "“",
        "百分之",
        "一",
        "到2035年",
        "A、B分别增长",
        "的",
        "；",
        "建立",
    ],
)
def test_the_cost_of_a_clause_without_end_grows_with_its_length_alone(unit: str) -> None:
    def seconds(repeats: int) -> float:
        made = document((unit * (1 + repeats // len(unit)))[:repeats])
        started = time.process_time()
        read_statements(made, Setting())
        return time.process_time() - started

    seconds(2_000)

    assert seconds(200_000) < 40 * max(seconds(20_000), 0.02)
