"""Which promises of one year are promised again the next."""

from __future__ import annotations

import pytest

from builders import REPORT, a_commitment
from lantu.model import Basis, Commitment, Comparator
from lantu.verdicts import restated
from lantu.verdicts.restating import SAME_PROMISE


def later(printed: str, indicator: str, **more) -> Commitment:
    return a_commitment(printed, indicator, when=2023, document=REPORT, **more)


@pytest.mark.parametrize(
    ("printed", "change"),
    [("70公里", "same"), ("90公里", "raised"), ("40公里", "lowered")],
)
def test_the_number_is_kept_raised_or_lowered(printed, change):
    earlier = a_commitment("70公里", "新改建乡间水渠步道")

    found = restated([earlier], [later(printed, "新改建乡间水渠步道")])
    assert found[earlier.id].change == change


def test_a_lower_ceiling_asks_for_more():
    earlier = a_commitment("4.5%", "城镇登记失业率", basis=Basis.SHARE, comparator=Comparator.AT_MOST)
    again = later("4%", "城镇登记失业率", basis=Basis.SHARE, comparator=Comparator.AT_MOST)

    assert restated([earlier], [again])[earlier.id].change == "raised"


@pytest.mark.parametrize("other", ["拆除乡间水渠步道", "新改建校园体育场馆", "乡间水渠步道总里程"])
def test_another_thing_continues_nothing(other):
    assert restated([a_commitment("70公里", "新建乡间水渠步道")], [later("70公里", other, basis=Basis.LEVEL)]) == {}


def test_one_later_promise_continues_one_earlier_alone():
    first, second = a_commitment("70公里", "新建乡间水渠步道"), a_commitment("25公里", "新建乡间水渠步道")
    again = later("70公里", "新建乡间水渠步道")

    assert list(restated([first, second], [again])) == [first.id]


def test_of_two_later_promises_the_one_with_the_same_number_continues_the_earlier():
    earlier = a_commitment("70公里", "新建乡间水渠步道")
    raised, same = later("90公里", "新建乡间水渠步道"), later("70公里", "新建乡间水渠步道")
    found = restated([earlier], [raised, same])

    assert (found[earlier.id].later, found[earlier.id].change) == (same, "same")
    assert found[earlier.id].earlier is earlier
    assert SAME_PROMISE <= found[earlier.id].confidence <= 1


def test_of_two_alike_the_one_that_stands_first_continues_the_one_that_stands_first():
    first, second = a_commitment("70公里", "新建乡间水渠步道"), a_commitment("70公里", "新建乡间水渠步道")
    again, once_more = later("90公里", "新建乡间水渠步道"), later("80公里", "新建乡间水渠步道")
    found = restated([second, first], [once_more, again])

    assert (found[first.id].later, found[second.id].later) == (again, once_more)


def test_a_number_in_another_unit_is_the_same_number():
    earlier = a_commitment("70公里", "新建乡间水渠步道")

    assert restated([earlier], [later("70000米", "新建乡间水渠步道")])[earlier.id].change == "same"


def test_promises_without_a_number_continue_nothing():
    act = a_commitment(None, "建成乡间水渠步道")

    assert restated([act], [later("70公里", "新建乡间水渠步道")]) == {}
    assert restated([a_commitment("70公里", "新建乡间水渠步道")], [a_commitment(None, "建成乡间水渠步道")]) == {}


def test_a_wider_or_narrower_scope_is_no_restatement():
    earlier = a_commitment("70公里", "新建乡间水渠步道")

    assert restated([earlier], [later("70公里", "新建市级乡间水渠步道")]) == {}
