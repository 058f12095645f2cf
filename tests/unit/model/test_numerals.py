"""Printed numerals, Arabic or Chinese."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lantu.model import Quantity
from lantu.model.numerals import read_numeral


@pytest.mark.parametrize(
    ("printed", "value", "grain"),
    [
        ("7", "7", "1"),
        ("120", "120", "10"),
        ("1.63万", "16300", "100"),
        ("0.5亿", "50000000", "10000000"),
        ("３．５", "3.5", "0.1"),
        ("12,500", "12500", "100"),
        ("3千", "3000", "1000"),
        ("2百万", "2000000", "1000000"),
        ("13亿2000万", "1320000000", "10000000"),
        ("5万4千6百", "54600", "100"),
        ("3万4000", "34000", "1000"),
        ("25万6千", "256000", "1000"),
        ("10万万", "1000000000", "1000000000"),
        ("四万万", "400000000", "100000000"),
        ("四千五百六十九万八千三百一十一亿", "4569831100000000", "100000000"),
        ("十二", "12", "1"),
        ("二百零五", "205", "1"),
        ("一万二千三百四十五", "12345", "1"),
        ("三亿二千万", "320000000", "10000000"),
        ("二〇三一", "2031", "1"),
        ("四点七五", "4.75", "0.01"),
    ],
)
def test_a_numeral_has_a_value_and_the_grain_it_was_printed_with(printed: str, value: str, grain: str) -> None:
    assert read_numeral(printed) == (Decimal(value), Decimal(grain))


@pytest.mark.parametrize("printed", ["", "泊位", "十个", "1.2.3", "点五五点", "3千5万"])
def test_what_is_no_numeral_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="numeral"):
        read_numeral(printed)


def test_the_largest_printed_number_is_exact() -> None:
    assert read_numeral("999999999999999千万亿")[0] == Decimal(999999999999999) * 10**15


def test_a_quantity_parses_and_prints_as_a_reader_says_it() -> None:
    assert str(Quantity.parse("1.63万个")) == "16300 个"
    assert str(Quantity(Decimal(5), "%", upper=Decimal(6))) == "5—6 %"


def test_a_range_that_ends_below_its_beginning_is_refused() -> None:
    with pytest.raises(ValueError, match="swap the ends"):
        Quantity(Decimal(6), "%", upper=Decimal(5))
