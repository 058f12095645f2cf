"""Nothing is dropped in silence."""

from __future__ import annotations

from lantu.documents import read_text
from lantu.statements import Setting, read_statements

from .conftest import REPORT, read_report


def test_a_number_whose_unit_is_unknown_is_an_issue() -> None:
    [issue] = read_report(review="完成渔网修补320吖。").issues

    assert (issue.code, issue.level) == ("unread_number", "info")
    assert issue.span is not None


def test_names_and_dates_raise_no_issue() -> None:
    assert read_report(review="2030年6月,G15高速和5G基站投用,获评4A级景区。").issues == ()


def test_a_look_up_strikes_a_statement_out() -> None:
    document = read_text(REPORT.format(review="一年来,稳步推进。", plan="新建泊位12个。"))
    [statement] = read_statements(document).commitments

    assert read_statements(document, Setting(ignore=frozenset({statement.id}))).commitments == ()


def test_look_ups_rename_indicators_and_units() -> None:
    document = read_text(REPORT.format(review="一年来,稳步推进。", plan="新建泊位12个。"))
    setting = Setting(indicator_aliases={"新建泊位": "新增泊位"}, unit_synonyms={"个": "座"})
    [statement] = read_statements(document, setting).commitments

    assert statement.indicator == "新增泊位"
    assert statement.quantity is not None
    assert statement.quantity.unit == "座"


def test_a_statement_read_with_little_confidence_is_kept_and_is_an_issue() -> None:
    reading = read_report(review="发展加快,增长5%。")

    assert [statement.confidence < 0.7 for statement in reading.observations] == [True]
    assert [(issue.code, issue.level) for issue in reading.issues] == [("doubtful_reading", "info")]
