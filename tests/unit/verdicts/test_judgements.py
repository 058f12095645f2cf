"""People's decisions are replayed; the computed verdict stays beside an override."""

from __future__ import annotations

from datetime import date

from builders import REPORT, a_commitment, a_judgement, a_source, an_observation
from lantu.model import Comparability, Decision, Verdict, VerdictKind
from lantu.verdicts import settle

ON = date(2023, 2, 1)
REPORT_SOURCE = a_source(REPORT, published=date(2023, 1, 15), covers=2022)


def settled(promised, *observations, judgements=()) -> Verdict:
    return settle([promised], observations, on=ON, sources=[REPORT_SOURCE], judgements=judgements)[0]


def test_a_rejected_pair_is_no_evidence():
    promised, told = a_commitment("100处"), an_observation("120处")
    rejected = a_judgement(Decision.REJECT, promised.id, observation=told.id)

    assert settled(promised, told).kind is VerdictKind.EXCEEDED
    assert settled(promised, told, judgements=[rejected]).kind is VerdictKind.SILENT


def test_a_linked_pair_that_no_wording_joins_is_evidence_as_a_proxy():
    promised, told = a_commitment("100处", "新建驿站"), an_observation("105处", "歇脚亭落成")
    link = a_judgement(Decision.LINK, promised.id, observation=told.id)
    verdict = settled(promised, told, judgements=[link])

    assert settled(promised, told).kind is VerdictKind.SILENT
    assert verdict.kind is VerdictKind.MET
    assert verdict.comparability is Comparability.PROXY
    assert any("Reviewer, 2023-02-01" in line.en for line in verdict.working)


def test_a_later_decision_on_the_same_pair_replaces_the_earlier_one():
    promised, told = a_commitment("100处"), an_observation("120处")
    reject = a_judgement(Decision.REJECT, promised.id, observation=told.id)
    confirm = a_judgement(Decision.CONFIRM, promised.id, observation=told.id)

    assert settled(promised, told, judgements=[reject, confirm]).kind is VerdictKind.EXCEEDED
    assert settled(promised, told, judgements=[confirm, reject]).kind is VerdictKind.SILENT


def test_an_override_stands_beside_the_computed_verdict():
    promised, told = a_commitment("100处"), an_observation("82处")
    override = a_judgement(Decision.OVERRIDE, promised.id, verdict="met")
    verdict = settled(promised, told, judgements=[override])

    assert (verdict.kind, verdict.override, verdict.shown) == (
        VerdictKind.PARTLY_MET,
        VerdictKind.MET,
        VerdictKind.MET,
    )
    assert verdict.override_by == "Reviewer, 2023-02-01"
    assert verdict.override_reason == "read beside the page"
    assert not verdict.needs_review


def test_a_judgement_about_something_else_changes_nothing():
    promised, told = a_commitment("100处"), an_observation("120处")
    other = a_judgement(Decision.REJECT, "feedfeedfeedfeed", observation=told.id)
    gone = a_judgement(Decision.LINK, promised.id, observation="feedfeedfeedfeed")

    assert settled(promised, told, judgements=[other, gone]) == settled(promised, told)
