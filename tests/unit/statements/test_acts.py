"""Acts without a number, in a stream of their own."""

from __future__ import annotations

from lantu.model import Comparator

from .conftest import read_report


def test_acts_of_a_plan_are_commitments_without_a_number() -> None:
    reading = read_report(plan="建立渔船安全监管制度,出台海岸带保护条例,建成海棠湾大桥,不断深化改革。")

    assert [act.indicator for act in reading.acts] == ["建立渔船安全监管制度", "出台海岸带保护条例", "建成海棠湾大桥"]
    assert all(act.quantity is None for act in reading.acts)
    assert reading.commitments == ()


def test_a_universal_is_bound_by_all_there_are() -> None:
    [act] = read_report(plan="渔船定位终端实现全覆盖。").acts

    assert act.comparator is Comparator.ALL


def test_acts_of_a_review_are_told_apart_as_done() -> None:
    reading = read_report(review="出台海岸带保护条例。")

    assert reading.acts == ()
    assert [act.indicator for act in reading.acts_done] == ["出台海岸带保护条例"]


def test_the_document_itself_is_no_act() -> None:
    assert read_report(plan="结合实际,制定本方案。").acts == ()


def test_a_clause_with_a_number_is_no_act() -> None:
    reading = read_report(plan="建成海洋公园3个。")

    assert reading.acts == ()
    assert len(reading.commitments) == 1


def test_a_wish_that_nobody_can_check_is_listed_too() -> None:
    [act] = read_report(plan="大力弘扬海洋文化。").acts

    assert act.indicator == "弘扬海洋文化"


def test_a_thing_told_begun_is_no_thing_told_done() -> None:
    began, done = read_report(review="海棠湾大桥开工,市民图书馆建成投用。").acts_done

    assert (began.status, done.status) == ("started", "done")
