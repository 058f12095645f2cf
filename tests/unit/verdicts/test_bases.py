"""Growth that a report tells outranks growth reckoned from two levels; of GDP none may be reckoned at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from builders import PLAN, RELEASE, REPORT, a_commitment, a_source, an_observation
from lantu.model import Basis, Comparator, Direction, Reason, Role, VerdictKind
from lantu.verdicts import settle

SOURCES = (
    a_source(PLAN, published=date(2022, 1, 15), roles=(Role.PLAN, Role.REPORT)),
    a_source(REPORT, published=date(2023, 1, 15), covers=2022),
    a_source(RELEASE, published=date(2023, 1, 20), covers=2022),
)
GROWS = {"basis": Basis.CHANGE, "direction": Direction.UP, "when": 2022}
LEVEL = {"basis": Basis.LEVEL}


def settled(indicator: str, *told):
    promise = a_commitment("10%", indicator, comparator=Comparator.AT_LEAST, **GROWS)
    [verdict] = settle([promise], told, on=date(2023, 2, 1), sources=SOURCES)
    return verdict


def levels(indicator: str):
    return (
        an_observation("100亿元", indicator, document=PLAN, when=2021, **LEVEL),
        an_observation("115亿元", indicator, document=REPORT, when=2022, **LEVEL),
    )


def test_growth_is_reckoned_from_the_level_before_the_period():
    verdict = settled("社会消费品零售总额", *levels("社会消费品零售总额"))

    assert (verdict.kind, verdict.attainment) == (VerdictKind.EXCEEDED, (Decimal("1.5"), Decimal("1.5")))


def test_growth_that_a_report_tells_is_taken_instead():
    told = an_observation("10.2%", "社会消费品零售总额", document=RELEASE, **GROWS)
    verdict = settled("社会消费品零售总额", *levels("社会消费品零售总额"), told)

    assert (verdict.kind, verdict.attainment) == (VerdictKind.MET, (Decimal("1.02"), Decimal("1.02")))


def test_growth_at_constant_prices_is_never_reckoned_from_levels_at_current_ones():
    verdict = settled("地区生产总值", *levels("地区生产总值"))

    assert (verdict.kind, verdict.reason) == (VerdictKind.NOT_COMPARABLE, Reason.BASIS)
    assert "constant_prices" in verdict.rules
