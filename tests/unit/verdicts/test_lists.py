"""A list of promises that is reported done as a whole."""

from __future__ import annotations

from datetime import date

from builders import PLAN, REPORT, a_commitment, a_source, an_observation
from lantu.model import Basis, Comparability, Comparator, Grade, Observation, Role, Verdict, VerdictKind
from lantu.verdicts import settle
from lantu.verdicts.lists import answered_by_list

SOURCES = (
    a_source(PLAN, published=date(2022, 1, 20), roles=(Role.PLAN,)),
    a_source(REPORT, published=date(2023, 1, 20), covers=2022),
)
WHOLE = a_commitment("10件", "办好民生实事")
ITEM = a_commitment("63个", "建设山村中医馆")
BELONGS = {ITEM.id: WHOLE.id}


def item(*told: Observation) -> Verdict:
    promised = [WHOLE, ITEM]
    verdicts = settle(promised, told, on=date(2023, 1, 20), sources=SOURCES)
    return answered_by_list(verdicts, promised, BELONGS)[1]


def test_all_ten_done_is_a_claim_on_each_item():
    verdict = item(an_observation("10件", "民生实事全部完成", comparator=Comparator.ALL))

    assert (verdict.kind, verdict.comparability) == (VerdictKind.MET, Comparability.PROXY)
    assert verdict.grade is Grade.E1
    assert verdict.needs_review
    assert [each.observation.indicator for each in verdict.evidence] == ["民生实事全部完成"]
    assert verdict.evidence[0].comparability is Comparability.PROXY
    assert verdict.evidence[0].grade is Grade.E1


def test_its_working_its_rule_and_its_proof_name_the_list():
    verdict = item(an_observation("10件", "民生实事全部完成", comparator=Comparator.ALL))
    line = verdict.working[-1]

    assert verdict.rules == ("list_reported_whole",) == (line.rule,)
    assert line.en == "an item of the 10 件 of 办好民生实事, all of which are reported done, without a number"
    assert line.zh == "属于“办好民生实事”10 件,通报称全部完成,未给出单项数据"
    assert (verdict.proof["rule"], verdict.proof["list"]) == ("list_reported_whole", WHOLE.id)
    assert (verdict.proof["verdict"], verdict.proof["instead_of"]["verdict"]) == ("met", "silent")


def test_ten_told_without_saying_that_all_are_done_say_nothing_of_an_item():
    assert item(an_observation("10件", "民生实事")).kind is VerdictKind.SILENT


def test_eight_of_ten_say_nothing_of_an_item():
    told = an_observation("8件", "民生实事全部完成", comparator=Comparator.ALL)

    assert item(told).kind is VerdictKind.SILENT


def test_an_item_with_a_figure_of_its_own_keeps_its_verdict():
    done = an_observation("10件", "民生实事全部完成", comparator=Comparator.ALL)
    verdict = item(done, an_observation("40个", "建设山村中医馆"))

    assert verdict.kind is VerdictKind.PARTLY_MET


def test_a_list_is_something_done_whatever_verb_tells_of_it():
    promised = a_commitment("10件", "新办好民生实事", basis=Basis.INCREMENT)
    told = an_observation("10件", "民生实事有效落实", basis=Basis.LEVEL)

    assert settle([promised], [told], on=date(2023, 1, 20), sources=SOURCES)[0].kind is VerdictKind.MET
