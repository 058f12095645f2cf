"""A proof holds what its verdict was computed from; the day it was settled for enters its arithmetic."""

from __future__ import annotations

from datetime import date

import pytest

from builders import PLAN, REPORT, a_commitment, a_source, an_observation
from lantu.model import Period, Role, VerdictKind
from lantu.verdicts import replay, settle

SOURCES = (
    a_source(PLAN, published=date(2022, 1, 15), roles=(Role.PLAN,)),
    a_source(REPORT, published=date(2022, 7, 15), covers=Period(date(2022, 1, 1), date(2022, 6, 30))),
)


def settled(promise, *told, on=date(2023, 6, 1)):
    [verdict] = settle([promise], told, on=on, sources=SOURCES)
    return verdict


def test_silence_is_not_proved_for_a_day_before_the_grace_ends():
    silent = settled(a_commitment("40处", "新建社区食堂", when=2022))

    assert silent.kind is VerdictKind.SILENT
    [text] = replay(silent.proof, date(2022, 9, 1)).differences
    assert text == "verdict: stated silent, computed not_reported"


def test_a_proof_repeats_what_was_printed_and_how_it_was_brought_to_the_target():
    told = an_observation("12公里", "新建绿道", when=Period(date(2022, 1, 1), date(2022, 6, 30)))
    proof = settled(a_commitment("40000米", "新建绿道", when=2022), told, on=date(2022, 8, 1)).proof
    [figure] = proof["figures"]

    assert (figure["value"], figure["unit"], figure["factor"], figure["values"]) == (
        "12",
        "公里",
        "1000",
        "[12000, 12000]",
    )
    assert (proof["target"]["region"], proof["satisfied"], proof["attainment"]) == ("[40000, ∞)", False, ["0.3", "0.3"])


@pytest.mark.parametrize("way", [{}, {"way": "number"}, {"way": "absence", "promised": ["x", "y"]}])
def test_what_is_no_proof_is_refused(way):
    with pytest.raises(ValueError, match="not a proof"):
        replay(way, date(2023, 1, 1))


def test_a_figure_of_a_later_part_of_the_period_is_a_lower_bound():
    """17 in the last of three years says nothing of the two before: neither kept nor missed."""
    told = an_observation("17处", "新建社区食堂", when=2024)
    verdict = settled(a_commitment("40处", "新建社区食堂", when=(2022, 2024)), told, on=date(2025, 12, 1))

    assert verdict.kind is VerdictKind.UNDETERMINED
    assert verdict.proof["figures"][0]["part_of_period"] is True
    assert verdict.proof["values"] == "[17, ∞)"


def test_it_can_keep_the_promise_alone():
    told = an_observation("41处", "新建社区食堂", when=2024)
    verdict = settled(a_commitment("40处", "新建社区食堂", when=(2022, 2024)), told, on=date(2025, 12, 1))

    assert verdict.kind is VerdictKind.MET


def test_a_wider_figure_of_a_part_of_the_period_tells_nothing():
    told = an_observation("17处", "新建社区食堂", when=2024)
    verdict = settled(a_commitment("40处", "新建公办社区食堂", when=(2022, 2024)), told, on=date(2025, 12, 1))

    assert verdict.kind is VerdictKind.UNDETERMINED
    assert verdict.proof["values"] == "[0, ∞)"
