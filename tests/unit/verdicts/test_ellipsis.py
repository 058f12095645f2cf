"""A clause that leaves out what it counts takes it over from the clause before."""

from __future__ import annotations

from datetime import date

from builders import PLAN, REPORT, a_commitment, a_source, an_observation
from lantu.model import Comparability, Observation, Role, Span, Verdict
from lantu.verdicts import settle
from lantu.verdicts.ellipsis import inherited

SOURCES = (
    a_source(PLAN, published=date(2022, 1, 20), roles=(Role.PLAN,)),
    a_source(REPORT, published=date(2023, 1, 20), covers=2022),
)
SENTENCE = {"sentence": Span(PLAN, 0, 60)}
REPORTED = {"sentence": Span(REPORT, 0, 60)}
PROMISED = [
    a_commitment("38所", "新建公办幼儿园", at=8, **SENTENCE),
    a_commitment("9980个", "新增学位", at=20, **SENTENCE),
]


def places(*told: Observation) -> Verdict:
    return settle(PROMISED, told, on=date(2023, 1, 20), sources=SOURCES)[1]


def test_places_take_the_stage_of_the_schools_before_them():
    found = inherited(PROMISED)

    assert found == {PROMISED[1].id: {"school_stage": frozenset({"kindergarten"})}}


def test_places_of_kindergartens_and_schools_together_are_more_than_those_of_kindergartens():
    kindergartens = an_observation("38所", "新建幼儿园", at=8, **REPORTED)
    schools = an_observation("16所", "新建小学", at=20, **REPORTED)
    told = an_observation("3万个", "新增学位", at=32, **REPORTED)

    assert places(kindergartens, schools, told).comparability is Comparability.SUPERSET
    assert places(kindergartens, told).comparability is Comparability.EXACT


def test_places_in_another_sentence_inherit_nothing():
    kindergartens = a_commitment("38所", "新建幼儿园", at=8, **SENTENCE)
    elsewhere = a_commitment("9980个", "新增学位", at=90, sentence=Span(PLAN, 80, 120))

    assert inherited([kindergartens, elsewhere]) == {}
