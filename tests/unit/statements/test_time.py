"""When a statement holds, and by which rule that is known."""

from __future__ import annotations

from datetime import date

import pytest

from lantu.documents import read_text
from lantu.model import Period, Role
from lantu.statements import Setting, read_statements

from .conftest import read_report


@pytest.mark.parametrize(
    ("sentence", "period", "rule"),
    [
        ("新建泊位12个。", Period.year(2031), "section_year"),
        ("到2035年,泊位达到90个。", Period(None, date(2035, 12, 31)), "own_year"),
        ("2031年至2033年新建泊位30个。", Period.years(2031, 2033), "own_years"),
        ("二〇三一年至二〇三三年新建泊位30个。", Period.years(2031, 2033), "own_years"),
        ("今后五年新建泊位50个。", Period.years(2031, 2035), "next_years"),
        ("到“十六五”末,泊位达到90个。", Period(None, date(2035, 12, 31)), "plan_end"),
    ],
)
def test_a_commitment_gets_its_period_from_its_own_words_or_its_section(
    sentence: str, period: Period, rule: str
) -> None:
    [statement] = read_report(plan=sentence).commitments

    assert (statement.period, statement.period_rule) == (period, rule)


def test_two_horizons_of_one_sentence_are_two_commitments() -> None:
    first, second = read_report(plan="到2032年,海缆达到300公里;到2035年,达到500公里。").commitments

    assert first.indicator == second.indicator == "海缆"
    assert [s.period.end.year for s in (first, second) if s.period] == [2032, 2035]


def test_every_year_carries_over_to_the_rest_of_the_list() -> None:
    statements = read_report(plan="每年改造渔村20个以上,疏浚航道60公里以上。").commitments

    assert [statement.recurrence for statement in statements] == ["yearly", "yearly"]


def test_months_end_where_they_say() -> None:
    [statement] = read_report(review="1—10月,港口吞吐量2亿吨。").observations

    assert statement.period == Period(date(2030, 1, 1), date(2030, 10, 31))
    assert statement.accumulation == "year_to_date"


def test_the_base_of_a_comparison_is_no_period() -> None:
    [statement] = read_report(review="港口吞吐量比2020年增长80%。").observations

    assert statement.period == Period.year(2030)


def test_last_year_inside_a_plan_is_a_report() -> None:
    reading = read_report(plan="在去年改造30个渔村的基础上,再改造40个渔村。")

    assert [s.quantity.value for s in reading.observations if s.quantity] == [30]
    assert [s.quantity.value for s in reading.commitments if s.quantity] == [40]


def test_a_target_inside_a_review_is_a_commitment() -> None:
    reading = read_report(review="到2035年,泊位将达到90个。")

    assert (len(reading.commitments), len(reading.observations)) == (1, 0)


def test_a_report_given_in_december_plans_the_next_year() -> None:
    text = (
        "海棠市政府工作报告\n\n——2030年12月20日\n\n一、2030年工作回顾\n\n建成泊位9个。\n\n"
        "二、明年工作安排\n\n建成泊位12个。"
    )
    reading = read_statements(read_text(text), Setting())

    assert [s.period for s in reading.observations] == [Period.year(2030)]
    assert [s.period for s in reading.commitments] == [Period.year(2031)]


def test_a_five_year_review_covers_five_years() -> None:
    text = (
        "海棠市政府工作报告\n\n——2031年1月12日\n\n一、过去五年工作回顾\n\n建成泊位49个。\n\n"
        "二、今后五年目标任务\n\n建成泊位60个。"
    )
    reading = read_statements(read_text(text), Setting())

    assert [s.period for s in reading.observations] == [Period.years(2026, 2030)]
    assert [s.period for s in reading.commitments] == [Period.years(2031, 2035)]


def test_a_plan_without_a_year_takes_its_horizon() -> None:
    setting = Setting(roles=frozenset({Role.PLAN}), horizon=Period.years(2031, 2033))
    [statement] = read_statements(read_text("海棠市行动方案\n\n新建社区食堂300处以上。"), setting).commitments

    assert (statement.period, statement.period_rule) == (Period.years(2031, 2033), "horizon")


def test_a_statement_that_nothing_dates_is_an_issue_not_a_guess() -> None:
    reading = read_statements(read_text("新建社区食堂300处以上。"), Setting())

    [statement] = (*reading.commitments, *reading.observations)
    assert statement.period is None
    assert [issue.code for issue in reading.issues] == ["undated"]
    assert reading.issues[0].span == statement.span


@pytest.mark.parametrize("months", ["前11个月", "前11月", "前十一个月", "1—11月"])
def test_the_first_months_end_with_the_last_of_them(months: str) -> None:
    [told] = read_report(review=f"{months},海产品出口增长8%。").observations

    assert str(told.period) == "2030-01-01/2030-11-30"


def test_years_together_told_beside_a_figure_of_the_year_end_with_their_clause() -> None:
    told = read_report(review="退出捕捞渔船80艘,三年累计退出210艘;关停虾塘15处。").observations

    assert [(s.indicator[-2:], str(s.period)[:4]) for s in told] == [
        ("渔船", "2030"),
        ("退出", "2028"),
        ("虾塘", "2030"),
    ]


def test_years_together_that_open_a_sentence_go_on_behind_its_semicolon() -> None:
    told = read_report(review="三年累计退出捕捞渔船210艘;关停虾塘15处。").observations

    assert [str(s.period)[:4] for s in told] == ["2028", "2028"]
