"""Figures that pass every gate and are still too large to be the promised thing: nobody succeeds by them."""

from __future__ import annotations

from datetime import date

import pytest

from builders import PLAN, REPORT, a_commitment, a_source, an_observation
from lantu.model import Basis, Commitment, Observation, Role, Verdict, VerdictKind
from lantu.verdicts import settle

SOURCES = (
    a_source(PLAN, published=date(2022, 1, 20), roles=(Role.PLAN,)),
    a_source(REPORT, published=date(2023, 1, 20), covers=2022),
)


def settled(promised: Commitment, *told: Observation) -> Verdict:
    [verdict] = settle([promised], told, on=date(2023, 1, 20), sources=SOURCES)
    return verdict


def test_the_total_of_the_city_does_not_answer_for_its_harbour():
    promised = a_commitment("30亿元", "实现外贸转运额", basis=Basis.LEVEL)

    doubted = settled(promised, an_observation("69亿元", "外贸转运额", basis=Basis.LEVEL))
    assert doubted.kind is VerdictKind.UNDETERMINED
    assert "may_be_larger_whole" in doubted.rules
    assert settled(promised, an_observation("36亿元", "外贸转运额", basis=Basis.LEVEL)).kind is VerdictKind.EXCEEDED


def test_new_ones_are_not_answered_by_twice_as_many_that_nobody_calls_new():
    promised = a_commitment("50个", "新建省级湿地保护园")

    assert settled(promised, an_observation("119个", "建设省级湿地保护园")).kind is VerdictKind.UNDETERMINED
    assert settled(promised, an_observation("119个", "新建省级湿地保护园")).kind is VerdictKind.EXCEEDED
    assert settled(promised, an_observation("60个", "建设省级湿地保护园")).kind is VerdictKind.EXCEEDED


def test_the_growth_of_five_years_does_not_answer_for_one():
    promised = a_commitment("10.5%", "社会消费品零售总额", basis=Basis.CHANGE)
    told = an_observation("48.5%", "社会消费品零售总额", basis=Basis.CHANGE)
    summed = [an_observation(f"{count}公里", "改造乡间水渠", when=(2018, 2022)) for count in (310, 520, 640)]

    assert settled(promised, told).kind is VerdictKind.EXCEEDED
    assert settled(promised, told, *summed).kind is VerdictKind.UNDETERMINED


def test_an_addition_to_a_stock_is_not_the_stock():
    promised = a_commitment("80万平方米", "新增集中供热覆盖面积")

    standing = an_observation("560万平方米", "集中供热覆盖面积", basis=Basis.LEVEL)
    assert settled(promised, standing).kind is VerdictKind.NOT_COMPARABLE
    assert settled(promised, an_observation("85万平方米", "新增集中供热覆盖面积")).kind is VerdictKind.MET


@pytest.mark.parametrize("told", ["改造农贸市场及新增摊区", "新增、改造农贸市场"])
def test_building_is_not_answered_by_building_and_renewing_together(told):
    verdict = settled(a_commitment("20个", "新增农贸市场"), an_observation("31个", told))

    assert verdict.kind not in (VerdictKind.MET, VerdictKind.EXCEEDED)


def test_the_sum_of_five_years_does_not_answer_for_one():
    promised = a_commitment("200万亩", "治理沙丘草场")
    summed = [an_observation(f"{count}公里", "改造乡间水渠", when=(2018, 2022)) for count in (310, 520, 640)]

    assert settled(promised, an_observation("1060万亩", "治理沙丘草场")).kind is VerdictKind.EXCEEDED
    assert settled(promised, an_observation("1060万亩", "治理沙丘草场"), *summed).kind is VerdictKind.UNDETERMINED
    assert settled(promised, an_observation("230万亩", "治理沙丘草场"), *summed).kind is VerdictKind.EXCEEDED
