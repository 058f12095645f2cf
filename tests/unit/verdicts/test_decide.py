"""The table of verdicts, one row a test."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lantu.model import VerdictKind
from lantu.verdicts import DEFAULT_PACK
from lantu.verdicts.decide import Standing, decide

D = Decimal


def standing(**more) -> Standing:
    defaults = {"satisfied": False, "attainment": (D("0.5"), D("0.5")), "final": False, "additive": True}
    return Standing(**(defaults | more))


def at_pace(low: str, high: str | None = None) -> Standing:
    return standing(pace=(D(low), D(low) if high is None else D(high)), gone=D("0.5"))


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        (standing(satisfied=True, final=True, attainment=(D("1"), D("1")), beyond=D("1")), VerdictKind.MET),
        (standing(satisfied=True, final=False, beyond=D("1.05")), VerdictKind.MET),
        (standing(satisfied=True, final=True, beyond=D("1.1")), VerdictKind.EXCEEDED),
        (standing(satisfied=True, final=False, beyond=D("1.1")), VerdictKind.EXCEEDED),
        (standing(satisfied=True, final=True, beyond=D("1.5"), open_ended=False), VerdictKind.MET),
        (standing(satisfied=True, final=False, additive=False, beyond=D("2")), VerdictKind.MET_TO_DATE),
        (standing(satisfied=True, final=True, additive=False, beyond=D("1")), VerdictKind.MET),
        (standing(satisfied=None, final=True), VerdictKind.UNDETERMINED),
        (standing(satisfied=None, final=False), VerdictKind.UNDETERMINED),
        (standing(satisfied=True, final=True, contested=True), VerdictKind.CONTESTED),
        (standing(final=True), VerdictKind.PARTLY_MET),
        (standing(final=True, attainment=(D(0), D(0))), VerdictKind.MISSED),
        (standing(final=True, additive=False), VerdictKind.MISSED),
        (standing(final=True, attainment=None), VerdictKind.MISSED),
        (standing(final=True, attainment=(D("-0.2"), D("-0.1"))), VerdictKind.REVERSED),
        (standing(final=False, attainment=(D("-0.2"), D("-0.1"))), VerdictKind.REVERSED),
        (standing(pace=None), VerdictKind.NOT_DUE),
        (at_pace("0.11"), VerdictKind.AHEAD),
        (at_pace("0.10"), VerdictKind.ON_TRACK),
        (at_pace("0"), VerdictKind.ON_TRACK),
        (at_pace("-0.10"), VerdictKind.ON_TRACK),
        (at_pace("-0.11"), VerdictKind.BEHIND),
        (at_pace("-0.2", "0.2"), VerdictKind.UNDETERMINED),
    ],
)
def test_where_a_commitment_stands_decides_its_verdict(where, kind):
    assert decide(where, DEFAULT_PACK)[0] is kind


def test_nothing_done_is_not_started_after_a_quarter_of_the_period_and_behind_before():
    nothing = {"attainment": (D(0), D(0)), "pace": (D("-0.25"), D("-0.25"))}

    assert decide(standing(**nothing, gone=D("0.26")), DEFAULT_PACK)[0] is VerdictKind.NOT_STARTED
    assert decide(standing(**nothing, gone=D("0.25")), DEFAULT_PACK)[0] is VerdictKind.BEHIND


def test_a_lower_bound_beyond_the_pace_is_ahead_whatever_the_rest():
    where = standing(attainment=(D("0.84"), None), pace=(D("0.5"), None))

    assert decide(where, DEFAULT_PACK)[0] is VerdictKind.AHEAD


def test_a_lower_bound_behind_the_pace_decides_nothing():
    where = standing(attainment=(D("0.1"), None), pace=(D("-0.4"), None))

    assert decide(where, DEFAULT_PACK)[0] is VerdictKind.UNDETERMINED


def test_only_a_satisfied_count_or_a_final_result_is_secured():
    assert standing(satisfied=True, additive=True).secured
    assert standing(satisfied=True, additive=False, final=True).secured
    assert not standing(satisfied=True, additive=False).secured
    assert not standing(satisfied=None, additive=True, final=True).secured
    assert not standing(satisfied=False, additive=True, final=True).secured


def test_the_rule_is_named():
    assert decide(at_pace("0.5"), DEFAULT_PACK)[1] == "pace_band"
    assert decide(standing(satisfied=True, beyond=D("1.2")), DEFAULT_PACK)[1] == "beyond_margin"


@pytest.mark.parametrize("trouble", ["contested", "doubtful"])
def test_a_figure_in_question_secures_nothing(trouble):
    """Lights and the overview say of what is secured that it can no longer fail."""
    assert standing(satisfied=True, final=True).secured
    assert not standing(satisfied=True, final=True, **{trouble: True}).secured
