"""The edge cases of the assessment scheme, each from a promise and what was reported to its verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from builders import PLAN, RELEASE, REPORT, a_commitment, a_source, an_observation
from lantu.model import (
    Accumulation,
    Basis,
    Comparability,
    Comparator,
    Direction,
    Grade,
    Period,
    Reason,
    Reviewability,
    Role,
    Span,
    Status,
    Verdict,
    VerdictKind,
)
from lantu.verdicts import load_pack, settle
from lantu.verdicts.evidence import ACCEPT

YEAR_REPORT = a_source(REPORT, published=date(2023, 1, 20), covers=2022)
PLAN_SOURCE = a_source(PLAN, published=date(2022, 1, 20), roles=(Role.PLAN,))
BOTH = (PLAN_SOURCE, YEAR_REPORT)
AFTER = date(2023, 1, 20)
TO_NOVEMBER = Period(date(2022, 1, 1), date(2022, 11, 30))


def settled(commitment, *observations, on=AFTER, sources=BOTH, **more) -> Verdict:
    [verdict] = settle([commitment], observations, on=on, sources=sources, **more)
    return verdict


def test_a_count_at_or_beyond_its_target_is_met_and_ten_percent_beyond_exceeded():
    promised = a_commitment("100处")

    assert settled(promised, an_observation("100处")).kind is VerdictKind.MET
    assert settled(promised, an_observation("109处")).kind is VerdictKind.MET
    assert settled(promised, an_observation("110处")).kind is VerdictKind.EXCEEDED


def test_the_pencil_can_repeat_the_working():
    verdict = settled(a_commitment("103处", when=(2022, 2024)), an_observation("42处", when=TO_NOVEMBER))

    lines = {line.rule: (line.en, line.zh) for line in verdict.working}
    assert lines["target"][0] == "promised = 103 处 by 2024-12-31: satisfied by values in [103, ∞)"
    assert lines["reported"][0] == "reported 42 处 as of 2022-11-30: 42 处"
    assert lines["attainment"][0] == "42 / 103 处 = 40.8%"
    assert lines["expected_progress"][0].startswith("334 of 1096 days of 2022-01-01/2024-12-31 had gone")
    assert lines["expected_progress"][1].endswith("应完成 30.5%")
    assert lines["test"][0] == "none of [42, 42] lies in [103, ∞): not satisfied"
    assert verdict.kind is VerdictKind.AHEAD
    assert set(lines) <= set(verdict.rules)


def test_a_report_that_reviews_the_whole_period_is_final_without_grace():
    verdict = settled(a_commitment("100处"), an_observation("82处"))

    assert verdict.kind is VerdictKind.PARTLY_MET
    assert verdict.attainment == (Decimal("0.82"), Decimal("0.82"))
    assert verdict.needs_review


def test_an_interim_figure_is_judged_by_its_pace_until_deadline_and_grace_have_passed():
    promised, reported = a_commitment("100处"), an_observation("82处", when=TO_NOVEMBER, document=RELEASE)
    release = a_source(RELEASE, published=date(2022, 12, 2), covers=TO_NOVEMBER, roles=(Role.RELEASE,))

    def on(day: date) -> Verdict:
        return settled(promised, reported, on=day, sources=(PLAN_SOURCE, release))

    assert on(date(2022, 12, 2)).kind is VerdictKind.ON_TRACK
    assert on(date(2023, 4, 30)).kind is VerdictKind.ON_TRACK
    assert on(date(2023, 5, 1)).kind is VerdictKind.PARTLY_MET


def test_pace_is_read_at_the_end_of_what_the_report_covers_not_on_its_day():
    reported = an_observation("50处", when=2022, document=RELEASE)
    release = a_source(RELEASE, published=date(2022, 12, 20), covers=Period(date(2022, 1, 1), date(2022, 10, 31)))
    verdict = settled(a_commitment("100处"), reported, on=date(2022, 12, 20), sources=(PLAN_SOURCE, release))

    assert verdict.as_of == date(2022, 10, 31)
    assert verdict.expected == Decimal(304) / Decimal(365)
    assert verdict.kind is VerdictKind.BEHIND


def test_a_document_is_evidence_from_its_publication_day_on():
    promised, reported = a_commitment("100处"), an_observation("100处")

    assert settled(promised, reported, on=date(2023, 1, 19)).kind is VerdictKind.NOT_REPORTED
    assert settled(promised, reported, on=date(2023, 1, 20)).kind is VerdictKind.MET


def test_a_document_never_evidences_its_own_promise():
    assert settled(a_commitment("100处"), an_observation("100处", document=PLAN)).kind is VerdictKind.SILENT


def test_the_same_figure_told_twice_is_one_observation_with_two_places():
    lead, body = an_observation("60处"), an_observation("60处")
    verdict = settled(a_commitment("100处"), lead, body)

    assert verdict.attainment == (Decimal("0.6"), Decimal("0.6"))
    [evidence] = verdict.evidence
    assert evidence.observation.spans == (body.span,)


def test_one_figure_serves_a_promise_for_the_year_and_one_for_three_years():
    this_year, three_years = a_commitment("16000个"), a_commitment("40000个", when=(2022, 2024))
    verdicts = settle([this_year, three_years], [an_observation("23400个")], on=AFTER, sources=BOTH)

    assert [verdict.kind for verdict in verdicts] == [VerdictKind.EXCEEDED, VerdictKind.AHEAD]


def test_a_part_can_secure_but_not_fail():
    promised = a_commitment("100个", "创新平台")

    assert settled(promised, an_observation("120个", "省级创新平台")).kind is VerdictKind.EXCEEDED
    short = settled(promised, an_observation("80个", "省级创新平台"))
    assert short.kind is VerdictKind.UNDETERMINED
    assert short.comparability is Comparability.SUBSET
    assert short.attainment == (Decimal("0.8"), None)


def test_more_than_the_scope_can_fail_but_not_secure():
    promised = a_commitment("100个", "省级创新平台")

    assert settled(promised, an_observation("120个", "创新平台")).kind is VerdictKind.UNDETERMINED
    assert settled(promised, an_observation("80个", "创新平台")).kind is VerdictKind.PARTLY_MET


def test_units_of_one_dimension_are_converted_in_the_working():
    verdict = settled(a_commitment("400公顷", "湿地公园"), an_observation("6840亩", "湿地公园"))

    assert verdict.kind is VerdictKind.EXCEEDED
    assert verdict.attainment == (Decimal("1.14"), Decimal("1.14"))


def test_a_stock_promised_and_additions_reported_is_a_lower_bound():
    promised = a_commitment("100家", "孵化器总数", basis=Basis.LEVEL, when=(2022, 2024))
    verdict = settled(promised, an_observation("84家", "新增孵化器"), on=date(2025, 6, 1))

    assert verdict.kind is VerdictKind.UNDETERMINED
    assert verdict.attainment == (Decimal("0.84"), None)


def test_additions_promised_and_a_stock_reported_need_the_stock_before():
    promised = a_commitment("15家", "新增孵化器")
    now = an_observation("448家", "孵化器总数", basis=Basis.LEVEL)
    before = an_observation("430家", "孵化器总数", basis=Basis.LEVEL, when=2021, document=PLAN)

    alone = settled(promised, now)
    assert (alone.kind, alone.reason) == (VerdictKind.NOT_COMPARABLE, Reason.BASIS)
    assert settled(promised, now, before).kind is VerdictKind.EXCEEDED


def test_growth_is_computed_from_two_levels_where_both_are_known():
    promised = a_commitment("15%", "专利保有", basis=Basis.CHANGE, direction=Direction.UP)
    now = an_observation("9500件", "专利保有", basis=Basis.LEVEL)
    before = an_observation("7600件", "专利保有", basis=Basis.LEVEL, when=2021, document=PLAN)
    verdict = settled(promised, now, before)

    assert verdict.kind is VerdictKind.EXCEEDED
    assert verdict.attainment == (Decimal(25) / 15, Decimal(25) / 15)
    assert any(line.rule == "baseline" for line in verdict.working)


def test_annual_figures_add_up_to_a_promise_over_years():
    promised = a_commitment("100处", when=(2022, 2024))
    years = [an_observation("30处", when=year, document=f"{year:064d}") for year in (2022, 2023, 2024)]
    sources = [PLAN_SOURCE, *(a_source(f"{year:064d}", covers=year) for year in (2022, 2023, 2024))]
    verdict = settled(promised, *years, on=date(2025, 1, 20), sources=sources)

    assert verdict.kind is VerdictKind.PARTLY_MET
    assert verdict.attainment == (Decimal("0.9"), Decimal("0.9"))


def test_a_gap_between_annual_figures_leaves_a_lower_bound():
    promised = a_commitment("100处", when=(2022, 2024))
    years = [an_observation("30处", when=year, document=f"{year:064d}") for year in (2022, 2024)]
    sources = [PLAN_SOURCE, *(a_source(f"{year:064d}", covers=year) for year in (2022, 2024))]
    verdict = settled(promised, *years, on=date(2025, 6, 20), sources=sources)

    assert verdict.kind is VerdictKind.UNDETERMINED
    assert verdict.attainment == (Decimal("0.6"), None)


def test_a_cumulative_figure_is_not_added_to_its_years():
    promised = a_commitment("100处", when=(2022, 2023))
    first = an_observation("60处", when=2022, document=RELEASE)
    both = an_observation("90处", when=(2022, 2023))
    verdict = settled(promised, first, both, on=date(2024, 2, 1), sources=(a_source(RELEASE, covers=2022),))

    assert verdict.attainment == (Decimal("0.9"), Decimal("0.9"))


def test_each_part_of_a_conjunction_is_settled_on_its_own():
    sentence = Span(PLAN, 0, 99)
    blocks = a_commitment("249个", "小区托管", sentence=sentence)
    surface = a_commitment("2529万平方米", "小区托管", sentence=sentence)
    verdicts = settle([blocks, surface], [an_observation("249个", "小区托管")], on=AFTER, sources=BOTH)

    assert verdicts[0].kind is VerdictKind.MET
    assert verdicts[1].kind is VerdictKind.SILENT
    apart = replace(surface, sentence=Span(PLAN, 200, 299))
    assert settled(apart, an_observation("249个", "小区托管")).kind is VerdictKind.NOT_COMPARABLE


def test_all_of_a_known_total_is_covered_over_total_and_never_exceeded():
    promised = a_commitment("249个", "小区托管", comparator=Comparator.ALL)

    assert settled(promised, an_observation("249个", "小区托管")).kind is VerdictKind.MET
    assert settled(promised, an_observation("300个", "小区托管")).kind is VerdictKind.MET


def test_all_of_a_list_that_shrank_is_a_part_of_the_promised_list():
    promised = a_commitment("186个", "小区托管", comparator=Comparator.ALL)
    verdict = settled(promised, an_observation("172个", "小区托管", comparator=Comparator.ALL))

    assert verdict.kind is VerdictKind.PARTLY_MET
    assert verdict.attainment == (Decimal(172) / 186, Decimal(172) / 186)
    assert "denominator_shrank" in verdict.flags
    assert settled(promised, an_observation("0个", "小区托管")).kind is VerdictKind.MISSED


def test_a_value_worse_than_where_it_began_is_reversed():
    promised = a_commitment("36%", "管网漏损率", basis=Basis.SHARE, comparator=Comparator.AT_MOST)
    fell = replace(promised, baseline=Decimal(41))
    told = an_observation("42.5%", "管网漏损率", basis=Basis.SHARE)

    assert settled(promised, told).kind is VerdictKind.MISSED
    assert settled(fell, told).kind is VerdictKind.REVERSED
    assert settled(fell, told).attainment == (Decimal("-0.3"), Decimal("-0.3"))


def test_a_level_reached_early_must_still_hold_at_the_deadline():
    promised = a_commitment("95%", "污水收集率", basis=Basis.SHARE, when=(2022, 2024))
    reported = an_observation("96%", "污水收集率", basis=Basis.SHARE)

    early = settled(promised, reported)
    assert (early.kind, early.secured) == (VerdictKind.MET_TO_DATE, False)
    at_the_end = an_observation("96%", "污水收集率", basis=Basis.SHARE, when=2024)
    late = settled(promised, at_the_end, on=date(2025, 1, 30), sources=(a_source(REPORT, covers=2024),))
    assert late.kind is VerdictKind.MET


def test_a_count_reached_early_is_secured():
    verdict = settled(a_commitment("40处", when=(2022, 2024)), an_observation("42处"))

    assert (verdict.kind, verdict.secured) == (VerdictKind.MET, True)


def test_a_count_that_was_reached_does_not_fall_back_in_a_later_report():
    release = a_source(RELEASE, published=date(2022, 12, 2), covers=TO_NOVEMBER)
    earlier = an_observation("42所", when=TO_NOVEMBER, document=RELEASE)
    verdict = settled(a_commitment("42所"), earlier, an_observation("30所"), sources=(*BOTH, release))

    assert (verdict.kind, verdict.secured) == (VerdictKind.MET, True)
    assert "already_secured" in verdict.rules


def test_a_missed_rate_is_missed_and_a_rate_has_no_part():
    promised = a_commitment("7%", "渔业产值", basis=Basis.CHANGE, comparator=Comparator.AT_LEAST)

    assert settled(promised, an_observation("4%", "渔业产值", basis=Basis.CHANGE)).kind is VerdictKind.MISSED


def test_a_rate_in_mid_year_is_not_due():
    promised = a_commitment("7%", "渔业产值", basis=Basis.CHANGE)
    half = an_observation("4%", "渔业产值", basis=Basis.CHANGE, when=Period(date(2022, 1, 1), date(2022, 6, 30)))
    release = a_source(REPORT, published=date(2022, 7, 20), covers=Period(date(2022, 1, 1), date(2022, 6, 30)))

    verdict = settled(promised, half, on=date(2022, 7, 20), sources=(PLAN_SOURCE, release))
    assert verdict.kind is VerdictKind.NOT_DUE


def test_growth_where_a_fall_was_reported_is_reversed():
    promised = a_commitment("7%", "渔业产值", basis=Basis.CHANGE, direction=Direction.UP)
    fell = an_observation("2%", "渔业产值", basis=Basis.CHANGE, direction=Direction.DOWN)

    verdict = settled(promised, fell)
    assert verdict.kind is VerdictKind.REVERSED
    assert verdict.needs_review


def test_a_bound_against_a_bound_may_stay_open():
    promised = a_commitment("11%", "救助标准", basis=Basis.CHANGE, comparator=Comparator.AT_LEAST)
    reported = an_observation("10%", "救助标准", basis=Basis.CHANGE, comparator=Comparator.MORE_THAN)

    assert settled(promised, reported).kind is VerdictKind.UNDETERMINED


def test_a_measured_value_printed_as_the_bound_of_more_than_stays_open_and_a_count_fails():
    money = a_commitment("350亿元", "渔业产值", comparator=Comparator.MORE_THAN, basis=Basis.LEVEL)
    firms = a_commitment("350家", "渔业企业", comparator=Comparator.MORE_THAN)

    assert settled(money, an_observation("350亿元", "渔业产值", basis=Basis.LEVEL)).kind is VerdictKind.UNDETERMINED
    assert settled(firms, an_observation("350家", "渔业企业")).kind is VerdictKind.PARTLY_MET


def test_nothing_done_after_a_quarter_of_the_time_is_not_started():
    promised = a_commitment("100处")
    reported = an_observation("0处", when=Period(date(2022, 1, 1), date(2022, 6, 30)))
    release = a_source(REPORT, published=date(2022, 7, 5), covers=Period(date(2022, 1, 1), date(2022, 6, 30)))

    verdict = settled(promised, reported, on=date(2022, 7, 5), sources=(PLAN_SOURCE, release))
    assert verdict.kind is VerdictKind.NOT_STARTED


def test_two_sources_that_contradict_each_other_are_contested():
    ours = a_source(REPORT, published=date(2023, 1, 20), covers=2022, publisher="市政府")
    theirs = a_source(RELEASE, published=date(2023, 1, 25), covers=2022, publisher="审计局")
    reports = an_observation("105处"), an_observation("70处", document=RELEASE)
    verdict = settled(a_commitment("100处"), *reports, on=date(2023, 2, 1), sources=(PLAN_SOURCE, ours, theirs))

    assert verdict.kind is VerdictKind.CONTESTED
    assert verdict.needs_review
    assert len(verdict.evidence) == 2


def test_a_correction_by_the_same_publisher_replaces_the_earlier_figure_and_both_are_kept():
    first = a_source(REPORT, published=date(2023, 1, 20), covers=2022, publisher="市政府")
    second = a_source(RELEASE, published=date(2023, 1, 25), covers=2022, publisher="市政府")
    told = an_observation("105处"), an_observation("98处", document=RELEASE)
    verdict = settled(a_commitment("100处"), *told, on=date(2023, 2, 1), sources=(PLAN_SOURCE, first, second))

    assert verdict.kind is VerdictKind.PARTLY_MET
    assert len(verdict.evidence) == 2


def test_two_figures_in_one_document_with_different_outcomes_decide_nothing():
    told = an_observation("105处", at=5000), an_observation("98处", at=6000)
    verdict = settled(a_commitment("100处"), *told)

    assert verdict.kind is VerdictKind.UNDETERMINED
    assert "two_figures" in verdict.flags


def test_ten_times_the_target_waits_for_a_reviewer():
    verdict = settled(a_commitment("100处"), an_observation("1000处"))

    assert verdict.kind is VerdictKind.UNDETERMINED
    assert "implausible" in verdict.flags
    assert verdict.needs_review


def test_half_again_as_much_is_exceeded_and_the_target_possibly_low():
    verdict = settled(a_commitment("100处"), an_observation("150处"))

    assert verdict.kind is VerdictKind.EXCEEDED
    assert "target_possibly_low" in verdict.flags


def test_an_estimate_is_evidence_and_flagged():
    verdict = settled(a_commitment("100处"), an_observation("105处", status=Status.EXPECTED))

    assert verdict.kind is VerdictKind.MET
    assert "estimate" in verdict.flags


def test_the_same_words_promised_twice_leave_the_smaller_number_open():
    city, district = a_commitment("80家", "孵化器"), a_commitment("10家", "孵化器")
    verdicts = settle([city, district], [an_observation("90家", "孵化器")], on=AFTER, sources=BOTH)

    assert [verdict.kind for verdict in verdicts] == [VerdictKind.EXCEEDED, VerdictKind.UNDETERMINED]
    assert "promised_twice" in verdicts[1].flags


def test_less_is_better_for_a_ceiling_and_for_a_time():
    rate = a_commitment("5.5%", "城镇调查失业率", basis=Basis.SHARE, comparator=Comparator.AT_MOST)
    assert settled(rate, an_observation("5.2%", "城镇调查失业率", basis=Basis.SHARE)).kind is VerdictKind.MET
    assert settled(rate, an_observation("5.8%", "城镇调查失业率", basis=Basis.SHARE)).kind is VerdictKind.MISSED

    time = a_commitment("45分钟", "开店登记办结时间", basis=Basis.LEVEL)
    assert settled(time, an_observation("40分钟", "开店登记办结时间", basis=Basis.LEVEL)).kind is VerdictKind.MET


def test_a_promised_fall_is_a_magnitude_of_which_more_is_better():
    promised = a_commitment("3.8%", "单位地区生产总值能耗", basis=Basis.CHANGE, direction=Direction.DOWN)
    reported = an_observation("4.5%", "单位GDP能耗", basis=Basis.CHANGE, direction=Direction.DOWN)

    assert settled(promised, reported).kind is VerdictKind.EXCEEDED


def test_a_level_has_a_pace_where_its_value_before_the_period_is_known():
    promised = a_commitment("49000元", "居民人均可支配收入", basis=Basis.LEVEL, when=(2022, 2024))
    before = an_observation("42000元", "居民人均可支配收入", basis=Basis.LEVEL, when=2021, document=PLAN)
    now = an_observation("44500元", "居民人均可支配收入", basis=Basis.LEVEL)

    assert settled(promised, now).kind is VerdictKind.NOT_DUE
    verdict = settled(promised, before, now)
    assert verdict.kind is VerdictKind.ON_TRACK
    assert verdict.attainment is not None
    assert round(verdict.attainment[0] or Decimal(0), 3) == Decimal("0.357")


def test_a_deadline_alone_takes_its_clock_from_the_horizon():
    promised = a_commitment("40000个", when=Period(None, date(2024, 12, 31)))
    verdict = settled(promised, an_observation("23400个"), horizon=Period.years(2022, 2024))

    assert verdict.expected == Decimal(365) / Decimal(1096)
    assert verdict.kind is VerdictKind.AHEAD


def test_a_commitment_without_time_takes_the_horizon_and_says_so():
    promised = a_commitment("100处", when=None)

    verdict = settled(promised, an_observation("120处"), horizon=Period.years(2022, 2024))
    assert (verdict.kind, verdict.reviewability) == (VerdictKind.EXCEEDED, Reviewability.R2)
    assert "undated" in settled(promised).flags


def test_an_unreported_promise_before_its_deadline_is_not_reported_and_may_be_due_soon():
    promised = a_commitment("100处", theme="教育")
    release = a_source(RELEASE, published=date(2022, 12, 2), covers=TO_NOVEMBER)
    other = an_observation("7所", "实验学校", theme="教育", document=RELEASE, when=TO_NOVEMBER)
    verdict = settled(promised, other, on=date(2022, 12, 2), sources=(PLAN_SOURCE, release))

    assert verdict.kind is VerdictKind.NOT_REPORTED
    assert set(verdict.flags) == {"due_soon", "covered_elsewhere"}
    assert verdict.grade is Grade.E0
    assert verdict.searched == (RELEASE,)


def test_silence_after_deadline_and_grace_is_silent_only_where_a_report_covered_the_theme():
    promised = a_commitment("100处", theme="教育")
    release = a_source(RELEASE, published=date(2022, 12, 2), covers=TO_NOVEMBER)
    education = an_observation("7所", "实验学校", theme="教育", document=RELEASE, when=TO_NOVEMBER)
    health = an_observation("7所", "实验医院", theme="健康", document=RELEASE, when=TO_NOVEMBER)

    def on(day: date, *told) -> VerdictKind:
        return settled(promised, *told, on=day, sources=(PLAN_SOURCE, release)).kind

    assert on(date(2023, 4, 30), education) is VerdictKind.NOT_REPORTED
    assert on(date(2023, 5, 1), education) is VerdictKind.SILENT
    assert on(date(2023, 5, 1), health) is VerdictKind.NOT_REPORTED


def test_without_any_report_nobody_can_be_called_silent():
    verdict = settled(a_commitment("100处"), on=date(2030, 1, 1), sources=(PLAN_SOURCE,))

    assert verdict.kind is VerdictKind.NOT_REPORTED
    assert verdict.working


def test_statistics_and_other_publishers_are_independent_evidence():
    statistics = a_source(RELEASE, covers=2022, roles=(Role.STATISTICS,))
    told = settled(a_commitment("100处"), an_observation("100处", document=RELEASE), sources=(statistics,))
    assert told.grade is Grade.E3
    assert settled(a_commitment("100处"), an_observation("100处")).grade is Grade.E2
    plan = a_source(PLAN, roles=(Role.PLAN,), publisher="市政府")
    paper = a_source(REPORT, covers=2022, publisher="商会")
    assert settled(a_commitment("100处"), an_observation("100处"), sources=(plan, paper)).grade is Grade.E3


def test_an_act_reported_done_is_met_under_review_and_rhetoric_is_untestable():
    act = a_commitment(None, "建成城市书房总馆")
    done = an_observation(None, "建成城市书房总馆")

    verdict = settled(act, done)
    assert (verdict.kind, verdict.grade, verdict.needs_review) == (VerdictKind.MET, Grade.E1, True)
    begun = an_observation(None, "建成城市书房总馆", status=Status.STARTED)
    assert settled(act, begun).kind is VerdictKind.MISSED
    assert settled(a_commitment(None, "弘扬书香风尚")).kind is VerdictKind.UNTESTABLE


def test_a_whole_that_is_covered_early_must_still_be_covered_at_the_end():
    act = a_commitment(None, "实现城市书房全覆盖", when=(2022, 2024))
    told = an_observation(None, "实现城市书房全覆盖")
    release = a_source(REPORT, published=date(2023, 1, 20), covers=2022)

    assert settled(act, told, sources=(PLAN_SOURCE, release)).kind is VerdictKind.MET_TO_DATE
    assert settled(replace(act, period=Period.year(2022)), told).kind is VerdictKind.MET


def test_an_act_only_begun_is_missed_at_the_end_and_not_due_before():
    act = a_commitment(None, "推进城市书房总馆搬迁")
    begun = an_observation(None, "推进城市书房总馆搬迁", status=Status.STARTED)

    assert settled(act, begun).kind is VerdictKind.MISSED
    early = an_observation(None, "推进城市书房总馆搬迁", status=Status.STARTED, when=TO_NOVEMBER)
    release = a_source(REPORT, published=date(2022, 12, 2), covers=TO_NOVEMBER)
    assert settled(act, early, on=date(2022, 12, 2), sources=(PLAN_SOURCE, release)).kind is VerdictKind.NOT_DUE


def test_a_low_confidence_pair_decides_nothing():
    verdict = settled(a_commitment("100个", "实施项目"), an_observation("300个", "推进项目"))

    assert verdict.kind is VerdictKind.SILENT


def test_evidence_explains_itself():
    [evidence] = settled(a_commitment("100个", "江滨社区书房站"), an_observation("120个", "社区书房站")).evidence

    assert "agree: 社区书房站" in evidence.note
    assert "only promised: 江滨" in evidence.note
    assert ACCEPT <= evidence.confidence <= 1


def test_a_pack_can_be_named(tmp_path):
    promised, reported = a_commitment("100处"), an_observation("88处", when=TO_NOVEMBER)
    release = a_source(REPORT, published=date(2022, 12, 2), covers=TO_NOVEMBER)
    where = {"on": date(2022, 12, 2), "sources": (PLAN_SOURCE, release)}

    assert settled(promised, reported, **where).kind is VerdictKind.ON_TRACK
    assert settled(promised, reported, **where, pack="xuancheng").kind is VerdictKind.BEHIND
    assert settled(promised, reported, **where, pack=load_pack("xuancheng")).kind is VerdictKind.BEHIND


@pytest.mark.parametrize("kind", list(VerdictKind))
def test_every_verdict_is_reached_by_a_test_of_this_room(kind):
    """Each of the seventeen stands in this file or in the table's own tests."""
    here = Path(__file__).parent
    told = (here / "test_settle.py").read_text() + (here / "test_decide.py").read_text()
    assert f"VerdictKind.{kind.name}" in told


def test_year_to_date_figures_are_parts_of_the_year():
    reported = an_observation(
        "40处", when=Period(date(2022, 1, 1), date(2022, 6, 30)), accumulation=Accumulation.YEAR_TO_DATE
    )
    release = a_source(REPORT, published=date(2022, 7, 9))
    verdict = settled(a_commitment("100处"), reported, on=date(2022, 7, 9), sources=(PLAN_SOURCE, release))

    assert verdict.as_of == date(2022, 6, 30)
    assert verdict.kind is VerdictKind.ON_TRACK
