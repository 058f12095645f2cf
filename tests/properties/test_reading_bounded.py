"""No text hangs or crashes the reader: whatever is given, it ends soon, and every span lies in the text."""

from __future__ import annotations

import time
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantu.documents import read_text
from lantu.model import InputError
from lantu.statements import Reading, read_statements

SECONDS = 20.0
"""What the slowest long line may take on a busy machine; one that backtracks takes hours."""
PRINTED = """
新建 完成 增长 左右 以上 分别 累计 年均 其中 由 提高到 达到 占 比上年 今年 2023年 “十四五”期间 每年 全部 力争
预期目标是 万元 亿元 % 个百分点 公里 处 家 倍 翻一番 第 位 （ ） 、 ， ； 。 : — 1.63 12,345 ０．５ 百分之
三分之二 两 万 千 亿 1/3 ~ # 一、 |
"""
WORDS = [*PRINTED.split(), " ", "\n", "\n\n"]
LONG = {
    "digits": "1234567890" * 20_000,
    "digits after a word": "新建" + "9" * 200_000 + "处。",
    "commas and digits": "1,234," * 33_000,
    "points and digits": "1.2." * 50_000,
    "numerals": "一二三四五六七八九十百千万亿" * 14_000,
    "years": "2023年" * 40_000,
    "ranges": "5—6" * 66_000,
    "percentages": "增长5%、" * 40_000,
    "open brackets": "（" * 200_000 + "新建5处。",
    "nested brackets": "（" * 100_000 + "新建5处" + "）" * 100_000,
    "open quotes": "“" * 200_000 + "新建5处。",
    "shared list": "建成" + "学校5所、医院6家、" * 20_000,
    "respectively": "、".join(["收入"] * 30_000) + "分别增长" + "、".join(["5%"] * 30_000),
    "base of a change": "由" + "的" * 100_000 + "5%提高到6%",
    "growth words": "增长" * 100_000 + "5%",
    "blank lines": "新建5处\n\n" * 25_000,
    "spaces": "新建 " + " " * 200_000 + "5处",
    "headings": "一、2023年工作回顾\n" * 15_000,
    "table": "| 指标 | 5处 | 6% |\n" * 12_000,
    "mixed scripts": "Ünïcödé 新建5处 абв ١٢٣ १२३ 🏗️ｱｲｳ e\u0301 \u202e" * 5_000,
    "no sense": "的一是不了人我在有他这为之大来以个中上们到说国和地也子时道出" * 6_000,
}


def statements(text: str) -> Reading | None:
    """Read a text and hold every span to it; None where it is refused as no document."""
    try:
        document = read_text(text)
    except InputError:
        return None
    reading = read_statements(document)
    for one in chain(reading.commitments, reading.observations, reading.acts, reading.acts_done, reading.claims):
        assert one.span.end <= len(document.text)
        assert one.span.quote(document.text).strip()
        assert one.sentence.quote(document.text).strip()
    return reading


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_long_line_of_one_kind_is_read_in_bounded_time(text: str) -> None:
    began = time.process_time()

    statements(text)

    assert time.process_time() - began < SECONDS


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert statements(text) is None or isinstance(statements(text), Reading)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_any_order_of_the_words_of_plans_is_read_or_refused(text: str) -> None:
    assert statements(text) is None or isinstance(statements(text), Reading)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map("".join), st.integers(100, 400))
def test_any_phrase_many_times_over_is_read_or_refused(phrase: str, times: int) -> None:
    assert statements(phrase * times) is None or isinstance(statements(phrase), Reading | None)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=5, max_size=40).map("".join))
def test_the_same_text_is_read_the_same_way_twice(text: str) -> None:
    assert statements(text) == statements(text)
