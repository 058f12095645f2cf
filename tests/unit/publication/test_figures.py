"""Numbers and days as the readers of each language write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lantu.publication import figures
from lantu.publication.language import languages

ZH, EN = languages()


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        ("103", "103", "103"),
        ("9999", "9999", "9,999"),
        ("16300", "1.63万", "16,300"),
        ("25290000", "2529万", "25,290,000"),
        ("123456789", "1.23456789亿", "123,456,789"),
        ("5.5", "5.5", "5.5"),
        ("-12000.5", "-1.20005万", "-12,000.5"),
        ("0", "0", "0"),
        ("-0.5", "-0.5", "-0.5"),
    ],
)
def test_a_number_is_written_in_full_in_each_language(value: str, chinese: str, english: str) -> None:
    assert figures.number(Decimal(value), ZH) == chinese
    assert figures.number(Decimal(value), EN) == english


@pytest.mark.parametrize(
    ("value", "upper", "unit", "comparator", "chinese", "english"),
    [
        ("16300", None, "个", "at_least", "不少于1.63万个", "at least 16,300"),
        ("103", None, "处", "exactly", "103处", "103 处"),
        ("5", "6", "%", "exactly", "5%—6%", "5%–6%"),
        ("3", "5", "年", None, "3—5年", "3–5 years"),
        ("400", None, "公顷", "more_than", "超过400公顷", "more than 400 hectares"),
        ("98", None, "%", "all", "全部（98%）", "all (98%)"),
        (None, None, None, "all", "", ""),
    ],
)
def test_a_quantity_is_written_with_its_bound(
    value: str | None, upper: str | None, unit: str | None, comparator: str | None, chinese: str, english: str
) -> None:
    record = {"value": value, "upper": upper, "unit": unit, "comparator": comparator}

    assert figures.bounded(record, ZH) == chinese
    assert figures.bounded(record, EN) == english


@pytest.mark.parametrize(
    ("value", "written"),
    [("0.4078", "40.8%"), ("1", "100%"), ("1.43", "143%"), ("0.99999", "99.9%"), ("-0.18", "−18%"), ("0", "0%")],
)
def test_what_is_short_of_the_whole_never_reads_100_per_cent(value: str, written: str) -> None:
    assert figures.share(Decimal(value)) == written


@pytest.mark.parametrize(
    ("low", "high", "english"),
    [
        ("0.5", "0.5", "50%"),
        ("0.71", "0.76", "71%–76%"),
        ("0.88", None, "at least 88%"),
        (None, "0.4", "at most 40%"),
        (None, None, ""),
        ("0", None, "at least 0%"),
    ],
)
def test_an_attainment_says_what_bounds_it(low: str | None, high: str | None, english: str) -> None:
    assert figures.attained(figures.ends([low, high]), EN) == english


@pytest.mark.parametrize(
    ("first", "last", "chinese", "english"),
    [
        (date(2022, 1, 1), date(2022, 12, 31), "2022年", "2022"),
        (date(2022, 1, 1), date(2024, 12, 31), "2022—2024年", "2022–2024"),
        (date(2022, 1, 1), date(2022, 10, 31), "2022年1—10月", "January to October 2022"),
        (date(2022, 2, 1), date(2022, 2, 28), "2022年2月", "February 2022"),
        (None, date(2024, 12, 31), "到2024年12月31日", "by 31 December 2024"),
        (date(2022, 3, 5), date(2022, 3, 5), "2022年3月5日", "5 March 2022"),
        (date(2022, 3, 5), date(2023, 1, 9), "2022年3月5日—2023年1月9日", "5 March 2022 to 9 January 2023"),
    ],
)
def test_a_period_is_written_as_people_say_it(first: date | None, last: date, chinese: str, english: str) -> None:
    assert figures.period(first, last, ZH) == chinese
    assert figures.period(first, last, EN) == english
