"""Times that a list, a month or a count of years names, and what a clause says of the value before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from lantu.documents import read_text
from lantu.model import Comparator, Period, Role, Status
from lantu.statements import Setting, read_statements

from .conftest import read_report

PLAN = Setting(published=date(2031, 3, 1), horizon=Period.years(2031, 2033), roles=frozenset({Role.PLAN}))


def test_each_number_of_a_list_has_the_year_at_its_place() -> None:
    reading = read_report(review="2028年、2029年、2030年分别修复岸线3公里、4公里、5公里。")

    assert [each.period for each in reading.observations] == [Period.year(2028), Period.year(2029), Period.year(2030)]


def test_within_the_year_is_the_year_in_which_a_plan_appeared() -> None:
    [promise] = read_statements(read_text("年内,新增渔港2座。", name="plan"), PLAN).commitments

    assert promise.period == Period.year(2031)


def test_three_years_together_are_the_years_of_the_plan() -> None:
    [promise] = read_statements(read_text("三年累计新增泊位900个以上。", name="plan"), PLAN).commitments

    assert promise.period == Period.years(2031, 2033)
    assert promise.indicator == "新增泊位"


def test_until_the_end_of_a_month_is_a_deadline_of_the_year_looked_back_on() -> None:
    reading = read_report(review="截至6月底,累计新增泊位410个。")

    assert [each.period for each in reading.observations] == [Period(None, date(2030, 6, 30))]


def test_a_goal_that_was_changed_keeps_the_name_of_its_thing() -> None:
    [promise] = read_report(plan="建成滨海绿道的目标由60公里调整为45公里。").commitments

    assert promise.indicator == "建成滨海绿道"
    assert promise.baseline is None


def test_the_value_before_is_kept_where_the_clause_states_it() -> None:
    [promise] = read_report(plan="海水浴场达标率由82%提高到90%。").commitments

    assert (promise.quantity.value, promise.baseline) == (Decimal(90), Decimal(82))  # type: ignore[union-attr]


def test_a_count_of_which_all_are_told_is_the_whole() -> None:
    [result] = read_report(review="清单内63座码头全部纳入统一管理。").observations

    assert (result.comparator, result.status) == (Comparator.ALL, Status.DONE)


def test_half_width_marks_part_clauses_as_full_width_ones_do() -> None:
    reading = read_report(plan="新建海堤14公里,新增公共泊位320个。")

    assert [each.indicator for each in reading.commitments] == ["新建海堤", "新增公共泊位"]


def test_a_paragraph_that_opens_with_the_single_year_is_about_that_year() -> None:
    text = """\
海棠市政府工作报告

——2031年1月12日在海棠市第九届人民代表大会第一次会议上

一、2030年及过去五年工作回顾

2030年是很不平凡的一年。全市渔业产值80亿元。

五年来,新建海堤140公里。
"""
    reading = read_statements(read_text(text, name="report"), Setting())

    assert [each.period for each in reading.observations] == [Period.year(2030), Period.years(2026, 2030)]


def test_a_thing_told_as_finished_is_an_act_done_and_its_main_works_are_one_begun() -> None:
    reading = read_report(review="海棠湾海洋馆建成投用,市民艺术中心主体结构已封顶。")

    assert [(act.indicator, str(act.status)) for act in reading.acts_done] == [
        ("海棠湾海洋馆建成投用", "done"),
        ("市民艺术中心封顶", "started"),
    ]


def test_a_wish_is_listed_among_the_acts() -> None:
    [wish] = read_report(plan="努力营造更加温暖的邻里氛围。").acts

    assert wish.indicator == "营造更加温暖的邻里氛围"


def test_a_task_told_as_wholly_done_is_a_claim() -> None:
    [claim] = read_report(review="全年工作有序,渔港改造任务全面完成。").claims

    assert (claim.says, claim.indicator) == ("met", "渔港改造")
