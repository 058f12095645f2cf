"""Bounds of one commitment's figures are joined only where they hold at the same time."""

from __future__ import annotations

from datetime import date

from builders import PLAN, RELEASE, REPORT, a_commitment, a_source, an_observation
from lantu.model import Accumulation, Basis, Period, Role, Verdict, VerdictKind
from lantu.verdicts import replay, settle

SOURCES = (
    a_source(PLAN, published=date(2022, 1, 15), roles=(Role.PLAN,)),
    a_source(RELEASE, published=date(2023, 1, 15), covers=2022),
    a_source(REPORT, published=date(2024, 1, 15), covers=2023),
)
ON = date(2024, 2, 1)
PROMISED = a_commitment("40处", "新建社区食堂", when=(2022, 2024))


def settled(*told) -> Verdict:
    [verdict] = settle([PROMISED], told, on=ON, sources=SOURCES)
    assert replay(verdict.proof, ON).differences == ()
    return verdict


def in_all(printed: str, year: int, document: str):
    return an_observation(printed, "新建社区食堂", when=year, document=document, accumulation=Accumulation.CUMULATIVE)


def test_the_most_of_an_earlier_day_is_not_the_most_of_a_later_one():
    """Nine in all by the end of 2022 do not say that at most nine stand a year later."""
    verdict = settled(in_all("9处", 2022, RELEASE), in_all("30处", 2023, REPORT))

    assert verdict.proof["values"] == "[0, 30]"
    assert verdict.as_of == date(2023, 12, 31)


def test_two_figures_of_the_same_later_part_that_exclude_each_other_leave_it_open():
    """As parts of the whole period each is only a least: 12 and 50 would join to at least 50, a promise kept."""
    part = Period(date(2023, 1, 1), date(2023, 12, 31))
    verdict = settled(*(an_observation(each, "新建社区食堂", when=part, document=REPORT) for each in ("12处", "50处")))

    assert verdict.kind is VerdictKind.UNDETERMINED
    assert "two_figures" in verdict.flags
    assert verdict.needs_review


def test_of_two_documents_they_are_contested():
    part = Period(date(2023, 1, 1), date(2023, 12, 31))
    other = a_source("7" * 64, published=date(2024, 1, 20), covers=2023)
    told = [
        an_observation("12处", "新建社区食堂", when=part, document=REPORT),
        an_observation("50处", "新建社区食堂", when=part, document=other.document),
    ]
    [verdict] = settle([PROMISED], told, on=ON, sources=[*SOURCES, other])

    assert verdict.kind is VerdictKind.CONTESTED
    assert not verdict.secured
    assert replay(verdict.proof, ON).differences == ()


def test_bounds_that_hold_together_are_not_written_as_a_sum():
    part = Period(date(2023, 1, 1), date(2023, 12, 31))
    least = an_observation("12处", "新建社区食堂", when=part, document=REPORT)
    verdict = settled(least, in_all("30处", 2023, REPORT))
    [line] = [line for line in verdict.working if line.rule == "reported"]

    assert verdict.proof["values"] == "[12, 30]"
    assert "12 处 and 30 处" in line.en or "30 处 and 12 处" in line.en
    assert "+" not in line.zh


def test_a_level_of_an_earlier_day_bounds_a_later_one_on_neither_side():
    """What stands can be closed again: 450 in a part in 2022 are no least of 2023."""
    promised = a_commitment("500张", "公办养老床位", when=(2022, 2024), basis=Basis.LEVEL)
    part = an_observation("450张", "中心城区公办养老床位", when=2022, document=RELEASE, basis=Basis.LEVEL)
    wider = an_observation("600张", "养老床位", when=2023, basis=Basis.LEVEL)
    [verdict] = settle([promised], [part, wider], on=ON, sources=SOURCES)

    assert verdict.proof["values"] == "[0, 600]"
    assert verdict.as_of == date(2023, 12, 31)
