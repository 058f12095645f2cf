"""Pace as data: milestones of an indicator, or the curve of a pack, in the place of days gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import pencil
from builders import PLAN, REPORT, a_commitment, a_source, an_observation
from lantu.model import Basis, InputError, Period, Role, VerdictKind
from lantu.verdicts import DEFAULT_PACK, load_pack, replay, settle

HALF = Period(date(2022, 1, 1), date(2022, 6, 30))
SOURCES = (
    a_source(PLAN, published=date(2022, 1, 15), roles=(Role.PLAN,)),
    a_source(REPORT, published=date(2022, 7, 10), covers=HALF),
)
LATE = {"新建驿站": [(date(2022, 6, 30), Decimal("0.1"))]}
"""The plan sets a tenth by the middle of the year: the sites are bought first."""


def settled(told: str, **more):
    promise, report = a_commitment("40处", "新建驿站", when=2022), an_observation(told, "新建驿站", when=HALF)
    [verdict] = settle([promise], [report], on=date(2022, 7, 10), sources=SOURCES, **more)
    return verdict


def test_by_days_gone_a_tenth_at_half_time_is_behind_and_by_its_milestone_on_track():
    assert settled("4处").kind is VerdictKind.BEHIND
    verdict = settled("4处", paces=LATE)
    assert (verdict.kind, verdict.expected) == (VerdictKind.ON_TRACK, Decimal("0.1"))
    assert any("10% by 2022-06-30" in line.en for line in verdict.working)


def test_milestones_of_another_indicator_change_nothing():
    assert settled("4处", paces={"新建公园": LATE["新建驿站"]}).kind is VerdictKind.BEHIND


def test_the_proof_holds_the_milestones():
    proof = dict(settled("4处", paces=LATE).proof)

    assert proof["milestones"] == [["2022-06-30", "0.1"]]
    assert replay(proof, date(2022, 7, 10)).differences == ()
    assert pencil.verdict(proof, date(2022, 7, 10)) == "on_track"


def test_a_front_loaded_pack_expects_more_at_half_time():
    pack = replace(DEFAULT_PACK, curve=((Decimal("0.5"), Decimal("0.8")),))
    verdict = settled("24处", pack=pack)

    assert settled("24处").kind is VerdictKind.AHEAD
    assert verdict.kind is VerdictKind.BEHIND
    assert pencil.verdict(dict(verdict.proof), date(2022, 7, 10)) == "behind"


def test_a_level_without_baseline_has_a_pace_where_milestones_were_set():
    promise = a_commitment("80%", "驿站覆盖率", basis=Basis.SHARE, when=2022)
    report = an_observation("40%", "驿站覆盖率", basis=Basis.SHARE, when=HALF)
    paces = {"驿站覆盖率": [(date(2022, 6, 30), Decimal("0.5"))]}
    [without] = settle([promise], [report], on=date(2022, 7, 10), sources=SOURCES)
    [with_] = settle([promise], [report], on=date(2022, 7, 10), sources=SOURCES, paces=paces)

    assert (without.kind, with_.kind) == (VerdictKind.NOT_DUE, VerdictKind.ON_TRACK)


@pytest.mark.parametrize(
    ("curve", "problem"),
    [("[0.5]", "curve point"), ("[[0, 0.5]]", "curve point 0 of the period"), ("[[a, b]]", "curve is 'a'")],
)
def test_a_wrong_curve_is_named(tmp_path, curve, problem):
    path = tmp_path / "mine.yaml"
    text = "name: mine\ntitle: {en: a, zh: b}\nsource: mine\nmeasure: difference\nmargin: 0.1\noverfulfilled: 1.5\n"
    text += "grace_days: 1\ndue_soon_days: 1\nnot_started_after: 0.2\nahead_above: 0.1\nbehind_below: -0.1\n"
    path.write_text(f"{text}lights: [{{when: otherwise, light: grey}}]\ncurve: {curve}\n", encoding="utf-8")

    with pytest.raises(InputError, match=problem):
        load_pack(path)
