"""Which promises of one year are promised again the next."""

from __future__ import annotations

import pytest

from builders import REPORT, a_commitment
from lantu.model import Basis, Commitment, Comparator
from lantu.verdicts import restated


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
