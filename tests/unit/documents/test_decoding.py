"""Which encoding bytes are in is decided by the bytes alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.documents import read_bytes
from lantu.documents.decoding import decode
from lantu.model import InputError

PLAIN = "白鹭市今年计划新建改建幼儿园18所,为市民免费开放体育场馆26处,让群众看得见变化。\n"
TRADITIONAL = "白鷺市今年計劃新建幼兒園十八所，為市民開放體育場館，讓群眾看得見變化，發展經濟，實現目標。\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_chinese_text_is_decoded(encoding: str) -> None:
    assert decode(PLAIN.encode(encoding), "plan.txt") == PLAIN


def test_utf_16_with_a_mark_in_either_order() -> None:
    assert decode(b"\xff\xfe" + PLAIN.encode("utf-16-le"), "plan.txt") == PLAIN
    assert decode(b"\xfe\xff" + PLAIN.encode("utf-16-be"), "plan.txt") == PLAIN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_western_text_in_utf_16_without_a_mark(encoding: str) -> None:
    assert decode("A plan for a city".encode(encoding), "plan.txt") == "A plan for a city"


def test_traditional_characters_in_big5() -> None:
    assert decode(TRADITIONAL.encode("big5"), "plan.txt") == TRADITIONAL


def test_gb18030_is_preferred_where_both_would_do() -> None:
    assert decode(PLAIN.encode("gb18030"), "plan.txt") == PLAIN


def test_the_byte_order_mark_is_no_part_of_the_text() -> None:
    document = read_bytes("\ufeff新建公园3处。".encode(), name="plan.txt")

    assert document.text == "新建公园3处。"


def test_a_damaged_file_is_refused_with_the_place() -> None:
    with pytest.raises(InputError, match="byte 9 "):
        decode("市民服务".encode()[:-3] + b"\xff\xff\xff", "plan.txt")


def test_a_file_that_belies_its_mark_is_refused() -> None:
    with pytest.raises(InputError, match="the byte order mark says utf-16-le, but byte 2"):
        decode(b"\xff\xfe\x00\xd8\x41\x00", "plan.txt")


@given(st.text(alphabet=st.sampled_from("全市新建改造学校医院公园道路和的一不在有1234567890,。%\n"), min_size=20))
def test_what_gb18030_writes_is_read_back(text: str) -> None:
    if any(c > "\x7f" for c in text):
        assert decode(text.encode("gb18030"), "x") == text


@given(st.text())
def test_what_utf_8_writes_is_read_back_or_refused(text: str) -> None:
    try:
        assert decode(b"\xef\xbb\xbf" + text.encode("utf-8", "ignore"), "x") == text.encode("utf-8", "ignore").decode()
    except InputError:
        assert any(ord(c) < 32 or c in "\x7f\ufffe\uffff" for c in text)


@given(st.binary(max_size=400))
def test_random_bytes_raise_nothing_but_input_errors(data: bytes) -> None:
    outcome: object
    try:
        outcome = read_bytes(data, name="x").passages
    except InputError as error:
        outcome = len(str(error).splitlines()) == 1

    assert outcome
