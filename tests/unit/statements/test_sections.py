"""Which part of a document looks back and which ahead."""

from __future__ import annotations

import pytest

from lantu.documents import read_text
from lantu.statements import Setting, read_statements

HEAD = "海棠市政府工作报告\n\n——2031年1月12日\n\n"


def kinds(body: str) -> str:
    """Give R for each result and T for each target, in the order of the text."""
    reading = read_statements(read_text(HEAD + body), Setting())
    found = [(s.span.start, "T") for s in reading.commitments] + [(s.span.start, "R") for s in reading.observations]
    return "".join(kind for _, kind in sorted(found))


@pytest.mark.parametrize(
    "body",
    [
        "一、2030年工作回顾\n\n建成泊位9个。\n\n二、2031年工作安排\n\n建成泊位12个。",
        "一、2030年的主要工作\n\n建成泊位9个。\n\n二、关于2031年工作\n\n建成泊位12个。",
        "一、去年工作\n\n建成泊位9个。\n\n二、乘势而上,奋力谱写海棠发展新篇章\n\n建成泊位12个。",
        "过去一年,建成泊位9个。\n\n今年经济社会发展的主要预期目标是:建成泊位12个。",
        "一年来,建成泊位9个。\n\n主要预期目标是:建成泊位12个。",
        "一、工作回顾\n\n建成泊位9个。\n\n二、工作安排\n\n（一）推动港口建设取得新成效\n\n建成泊位12个。",
    ],
)
def test_headings_and_openings_part_results_from_targets(body: str) -> None:
    assert kinds(body) == "RT"


def test_expected_results_of_a_review_are_observations_that_are_expected() -> None:
    reading = read_statements(read_text(HEAD + "一、2030年工作回顾\n\n预计全年吞吐量2亿吨。"), Setting())

    assert [s.status for s in reading.observations] == ["expected"]


def test_a_glossary_at_the_end_states_nothing() -> None:
    body = "一、2030年工作回顾\n\n建成泊位9个。\n\n名词解释\n\n1.双百工程:建设泊位100个。"

    assert kinds(body) == "R"


def test_the_goals_of_an_annex_after_the_report_are_targets() -> None:
    body = (
        "一、2030年工作回顾\n\n建成泊位9个。\n\n二、2031年工作安排\n\n附件1\n\n"
        "2031年民生实事工作目标\n\n新建托育点40个。"
    )

    assert kinds(body) == "RT"


def test_a_heading_names_the_theme() -> None:
    body = "一、2031年工作安排\n\n（一）扩大港口开放\n\n建成泊位12个。"
    reading = read_statements(read_text(HEAD + body), Setting())

    assert [s.theme for s in reading.commitments] == ["扩大港口开放"]


@pytest.mark.parametrize("heading", ["一、第六届人民政府工作回顾", "一、五年工作回顾", "一、本届政府工作回顾"])
def test_a_heading_that_reviews_a_term_covers_its_five_years(heading: str) -> None:
    reading = read_statements(read_text(HEAD + heading + "\n\n建成泊位9个。"), Setting())

    assert [str(s.period) for s in reading.observations] == ["2026-01-01/2030-12-31"]


def periods(body: str) -> list[str]:
    """Give the days of each result, in the order of the text."""
    reading = read_statements(read_text(HEAD + body), Setting())
    return [str(s.period) for s in reading.observations]


def test_since_the_session_that_elected_the_government_is_its_whole_term() -> None:
    body = (
        "一、本届政府及2030年工作回顾\n\n市八届人大一次会议以来，全市上下团结奋斗。\n\n——港口更强。建成泊位9个。\n\n"
        "刚刚过去的2030年，是任期的最后一年。建成泊位2个。"
    )

    assert periods(body) == ["2026-01-01/2030-12-31", "2030-01-01/2030-12-31"]


def test_since_that_session_goes_on_with_the_years_that_the_heading_names() -> None:
    body = "一、2027年至2030年工作回顾\n\n市八届人大一次会议以来，全市上下团结奋斗。建成泊位9个。"

    assert periods(body) == ["2027-01-01/2030-12-31"]


@pytest.mark.parametrize(
    ("opening", "days"),
    [
        ("2030年，我们推进港口建设。", "2030-01-01/2030-12-31"),
        ("2028年，我们推进港口建设。", "2026-01-01/2030-12-31"),
        ("2030年，货运量是2025年的两倍。", "2026-01-01/2030-12-31"),
    ],
)
def test_a_review_of_several_years_turns_to_the_last_where_it_says_what_we_did(opening: str, days: str) -> None:
    body = f"一、“十五五”时期和2030年工作回顾\n\n五年来，全市上下团结奋斗。\n\n{opening}新增船舶登记8%。建成泊位9个。"

    assert periods(body)[-1] == days


@pytest.mark.parametrize(
    ("heading", "days"),
    [
        ("二、奋力谱写“十六五”海棠发展新篇章", "2031-01-01/2035-12-31"),
        ("二、“十六五”主要目标任务", "2031-01-01/2035-12-31"),
        ("二、实现“十六五”良好开局的主要任务", "2031-01-01/2031-12-31"),
        ("二、“十六五”目标和2031年工作安排", "2031-01-01/2031-12-31"),
        ("二、落实“十七五”前期任务安排", "2031-01-01/2031-12-31"),
    ],
)
def test_a_heading_that_names_the_five_year_plan_that_begins_plans_for_its_years(heading: str, days: str) -> None:
    body = f"一、2030年工作回顾\n\n建成泊位9个。\n\n{heading}\n\n建成泊位12个。"
    reading = read_statements(read_text(HEAD + body), Setting())

    assert [str(s.period) for s in reading.commitments] == [days]
