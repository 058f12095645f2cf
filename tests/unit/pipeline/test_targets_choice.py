"""Which growth figure of a report is its headline target; the sentences are invented."""

from __future__ import annotations

from datetime import date

import pytest

from lantu.documents import read_text
from lantu.model import Role
from lantu.pipeline.targets import Choice, choose, named_indicator
from lantu.pipeline.targets.choice import hedge
from lantu.statements import Setting, read_statements

HEAD = "政府工作报告\n\n各位代表:\n\n一、2018年工作回顾\n\n全市地区生产总值增长7.3%。\n\n二、2019年工作安排\n\n"


def chosen(planned: str) -> tuple[Choice, str]:
    text = HEAD + planned
    setting = Setting(published=date(2019, 1, 8), place="榆湾市", roles=frozenset({Role.REPORT, Role.PLAN}))
    found = read_statements(read_text(text), setting)
    growth = named_indicator("地区生产总值")
    return choose(text, (*found.commitments, *found.observations), growth, "榆湾市", 2019), text


def value(choice: Choice) -> str | None:
    quantity = None if choice.statement is None else choice.statement.quantity
    return None if quantity is None else str(quantity)


def test_the_figure_of_the_announcing_sentence_is_chosen_and_the_review_is_not() -> None:
    choice, _ = chosen("今年全市经济社会发展主要预期目标是:地区生产总值增长6.4%左右,进出口总额增长3%。")

    assert (value(choice), choice.rule) == ("6.4 %", "announced")


def test_the_words_around_the_figure_are_the_hedge() -> None:
    choice, text = chosen("今年主要预期目标是:地区生产总值力争增长6.4%左右。")

    assert choice.statement is not None
    assert hedge(text, choice.statement) == "力争增长…左右"


def test_the_second_step_of_a_promise_is_the_stretch() -> None:
    choice, _ = chosen("今年主要预期目标是:地区生产总值增长6.4%,力争增长7.1%。")

    assert (value(choice), str(choice.stretch)) == ("6.4 %", "7.1 %")


def test_a_range_is_one_figure() -> None:
    choice, _ = chosen("今年主要预期目标是:地区生产总值增长6%—6.5%。")

    assert value(choice) == "6—6.5 %"


def test_growth_a_year_over_several_years_is_no_target_of_the_year() -> None:
    choice, _ = chosen("今后五年的主要奋斗目标是:地区生产总值年均增长8.2%。")

    assert (value(choice), choice.reason) == (None, "other_period")


def test_two_figures_for_one_year_are_not_chosen_between() -> None:
    choice, _ = chosen("今年主要预期目标是:地区生产总值增长6.4%。今年主要预期目标是:地区生产总值增长9.9%。")

    assert (value(choice), choice.reason) == (None, "differing")


def test_a_lead_over_the_province_is_no_growth_rate() -> None:
    choice, _ = chosen("今年主要预期目标是:地区生产总值增速高于全省1个百分点。")

    assert (value(choice), choice.reason) == (None, "relative")


def test_an_amount_alone_is_no_growth_rate() -> None:
    choice, _ = chosen("今年主要预期目标是:地区生产总值达到2130亿元。")

    assert (value(choice), choice.reason) == (None, "amount_only")


def test_a_report_without_any_promise_of_growth_says_so() -> None:
    choice, _ = chosen("今年新建社区食堂12家。")

    assert (value(choice), choice.reason) == (None, "no_commitment")


@pytest.mark.parametrize(
    "printed",
    ["全市生产总值", "榆湾市地区生产总值增速", "GDP", "地区生产总值（ＧＤＰ）", "经济增长预期目标", "本地生产总值"],
)
def test_wordings_of_gross_domestic_product_are_one_indicator(printed: str) -> None:
    assert named_indicator("地区生产总值").means(printed, "榆湾市")


@pytest.mark.parametrize("printed", ["人均生产总值", "单位生产总值能耗", "县域经济", "海洋生产总值", "主要经济指标"])
def test_other_indicators_that_name_it_are_not_it(printed: str) -> None:
    assert not named_indicator("地区生产总值").means(printed, "榆湾市")


def test_an_indicator_without_known_wordings_is_its_own_wording() -> None:
    assert named_indicator("粮食总产量").means("全市粮食总产量")


def test_the_second_step_is_found_where_it_names_no_indicator() -> None:
    choice, _ = chosen("今年主要预期目标为:地区生产总值增长6.4%,力争7.1%;进出口总额增长3%。")

    assert (value(choice), str(choice.stretch)) == ("6.4 %", "7.1 %")


def test_growth_against_an_older_year_is_no_target_of_the_year() -> None:
    choice, _ = chosen("2019年同2012年相比,地区生产总值增长61%。")

    assert value(choice) is None
