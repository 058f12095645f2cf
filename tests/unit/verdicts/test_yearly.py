"""每年X: one instance a year, rolled up, final after the last."""

from __future__ import annotations

from datetime import date

from builders import PLAN, a_commitment, a_source, an_observation
from lantu.model import Role, Verdict, VerdictKind
from lantu.verdicts import settle

PLAN_SOURCE = a_source(PLAN, published=date(2022, 1, 20), roles=(Role.PLAN,))


def rolled_up(values: dict[int, str], *, on: date, when=(2022, 2024)) -> Verdict:
    promised = a_commitment("100公里", "新建绿荫步道", when=when, recurrence="yearly")
    told = [an_observation(value, "新建绿荫步道", when=year, document=f"{year:064d}") for year, value in values.items()]
    sources = [PLAN_SOURCE]
    sources += [a_source(f"{year:064d}", published=date(year + 1, 1, 15), covers=year) for year in values]
    [verdict] = settle([promised], told, on=on, sources=sources)
    return verdict


def test_the_first_year_kept_must_be_kept_again():
    verdict = rolled_up({2022: "107公里"}, on=date(2023, 2, 1))

    assert verdict.kind is VerdictKind.MET_TO_DATE
    assert not verdict.secured
    assert "kept_1_of_3_years" in verdict.flags
    assert "kept in 1 of 1 years reported, of 3 promised (2022: met)" in [line.en for line in verdict.working]


def test_every_year_kept_is_met_after_the_last():
    verdict = rolled_up({2022: "107公里", 2023: "100公里", 2024: "101公里"}, on=date(2025, 2, 1))

    assert (verdict.kind, verdict.secured) == (VerdictKind.MET, True)
    assert len(verdict.evidence) == 3


def test_every_year_beyond_the_margin_is_exceeded():
    verdict = rolled_up({2022: "110公里", 2023: "120公里", 2024: "130公里"}, on=date(2025, 2, 1))

    assert verdict.kind is VerdictKind.EXCEEDED


def test_one_year_broken_of_three_is_partly_met():
    verdict = rolled_up({2022: "107公里", 2023: "60公里", 2024: "101公里"}, on=date(2025, 2, 1))

    assert verdict.kind is VerdictKind.PARTLY_MET
    assert "kept_2_of_3_years" in verdict.flags


def test_no_year_kept_is_missed():
    assert rolled_up({2022: "7公里", 2023: "6公里", 2024: "5公里"}, on=date(2025, 2, 1)).kind is VerdictKind.MISSED


def test_a_broken_year_on_the_way_is_behind():
    assert rolled_up({2022: "60公里"}, on=date(2023, 2, 1)).kind is VerdictKind.BEHIND
    assert rolled_up({2022: "60公里", 2023: "101公里"}, on=date(2024, 2, 1)).kind is VerdictKind.BEHIND


def test_an_unreported_year_leaves_the_end_open():
    assert rolled_up({2022: "107公里", 2024: "101公里"}, on=date(2025, 2, 1)).kind is VerdictKind.UNDETERMINED


def test_nothing_reported_is_nothing_reported():
    assert rolled_up({}, on=date(2023, 2, 1)).kind is VerdictKind.NOT_REPORTED


def test_one_year_alone_is_an_ordinary_promise():
    assert rolled_up({2022: "107公里"}, on=date(2023, 2, 1), when=2022).kind is VerdictKind.MET
