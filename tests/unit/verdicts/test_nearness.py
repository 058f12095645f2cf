"""Closeness in meaning tips a pair and never makes one; where nobody asks for it nothing changes."""

from __future__ import annotations

from datetime import date

from builders import PLAN, REPORT, a_commitment, a_source, an_observation
from lantu.model import Role, Verdict, VerdictKind
from lantu.verdicts import settle
from lantu.verdicts.scoring import NEAR_MOST, nearness

SOURCES = (
    a_source(PLAN, published=date(2022, 1, 20), roles=(Role.PLAN,)),
    a_source(REPORT, published=date(2023, 1, 20), covers=2022),
)
PROMISED = a_commitment("20处", "新建街角花园")


def settled(told: str, closeness: float | None) -> Verdict:
    meaning = None if closeness is None else lambda _ours, _theirs: closeness
    [verdict] = settle(
        [PROMISED], [an_observation("25处", told)], on=date(2023, 1, 20), sources=SOURCES, meaning=meaning
    )
    return verdict


def test_what_it_adds_is_bounded():
    assert nearness(None, "街角花园", "花园") == 0.0
    assert nearness(lambda _a, _b: 1.0, "街角花园", "花园") <= NEAR_MOST
    assert nearness(lambda _a, _b: 0.0, "街角花园", "花园") == -NEAR_MOST


def test_equal_wordings_need_no_embedding():
    assert nearness(lambda _a, _b: 0.0, "街角花园", "街角花园") == 0.0


def test_the_surest_pair_moves_with_it_and_says_so():
    alone, near, far = (settled("建成街角花园", each) for each in (None, 0.99, 0.90))

    assert far.evidence[0].confidence < alone.evidence[0].confidence < near.evidence[0].confidence
    assert "meaning" in near.evidence[0].note
    assert "meaning" not in alone.evidence[0].note


def test_it_makes_no_pair_of_what_the_gate_refuses():
    assert settled("改造街角花园", 1.0).kind is not VerdictKind.EXCEEDED
