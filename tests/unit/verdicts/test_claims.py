"""The source's own verdict is kept beside the computed one and checked against its number."""

from __future__ import annotations

from datetime import date

from builders import PLAN, REPORT, a_claim, a_commitment, a_source, an_observation
from lantu.model import Comparability, Grade, Period, Verdict, VerdictKind
from lantu.verdicts import settle

ON = date(2023, 2, 1)
REPORT_SOURCE = a_source(REPORT, published=date(2023, 1, 15), covers=2022)


def settled(promised, *observations, claims) -> Verdict:
    return settle([promised], observations, on=ON, sources=[REPORT_SOURCE], claims=claims)[0]


def test_a_claim_that_its_number_bears_out_agrees():
    told = an_observation("120处")
    verdict = settled(a_commitment("100处"), told, claims=[a_claim("exceeded", about=(told.id,))])

    assert (verdict.kind, verdict.claim) == (VerdictKind.EXCEEDED, "exceeded")
    assert "claim_not_shown" not in verdict.flags


def test_a_claim_against_its_number_is_flagged_and_never_trusted():
    told = an_observation("90处")
    verdict = settled(a_commitment("100处"), told, claims=[a_claim("exceeded", about=(told.id,))])

    assert (verdict.kind, verdict.claim) == (VerdictKind.PARTLY_MET, "exceeded")
    assert "claim_not_shown" in verdict.flags


def test_a_claim_without_a_number_is_weak_evidence_that_a_person_decides():
    verdict = settled(a_commitment("100处", "新建驿站"), claims=[a_claim("met", "新建驿站")])

    assert (verdict.kind, verdict.grade, verdict.needs_review) == (VerdictKind.MET, Grade.E1, True)
    assert (verdict.comparability, verdict.secured) == (Comparability.PROXY, False)
    ahead = settled(a_commitment("100处", "新建驿站"), claims=[a_claim("ahead", "新建驿站")])
    assert ahead.kind is VerdictKind.UNDETERMINED


def test_a_claim_on_something_else_or_from_the_plan_itself_says_nothing():
    promised = a_commitment("100处", "新建驿站")
    claims = [
        a_claim("met", "新建公厕"),
        a_claim("met", "新建省级驿站"),
        a_claim("met", "新建驿站", document=PLAN),
        a_claim("met", "新建驿站", period=Period.year(2021)),
    ]

    assert settled(promised, claims=claims).kind is VerdictKind.SILENT
    assert settled(promised, claims=claims).claim is None


def test_being_ahead_agrees_with_a_good_pace():
    told = an_observation("60处", when=Period(date(2022, 1, 1), date(2022, 6, 30)))
    verdict = settled(a_commitment("100处"), told, claims=[a_claim("ahead", about=(told.id,))])

    assert "claim_not_shown" not in verdict.flags
