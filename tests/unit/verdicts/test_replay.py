"""A proof holds what its verdict was computed from; the day it was settled for enters its arithmetic."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

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


def a_number_proof():
    told = an_observation("12公里", "新建绿道", when=Period(date(2022, 1, 1), date(2022, 6, 30)))
    return dict(settled(a_commitment("40公里", "新建绿道", when=2022), told, on=date(2022, 8, 1)).proof)


@pytest.mark.parametrize(
    ("stated", "text"),
    [
        ({"values": "[13, 13]"}, "values: stated [13, 13], computed [12, 12]"),
        ({"satisfied": True}, "satisfied: stated True, computed False"),
        ({"attainment": ["0.4", "0.4"]}, "attainment: stated ['0.4', '0.4'], computed ['0.3', '0.3']"),
        ({"expected": "0.5"}, "expected: stated 0.5, computed 0.495890"),
        ({"measure": None}, "measure: stated None, computed ['-0.1958"),
        ({"rule": "straddles_pace"}, "rule: stated straddles_pace, computed pace_band"),
        ({"verdict": "met"}, "verdict: stated met, computed behind"),
    ],
)
def test_what_a_proof_states_otherwise_is_told_with_both_values(stated, text):
    [told] = replay(a_number_proof() | stated, date(2022, 8, 1)).differences

    assert told.startswith(text)


def test_so_is_the_interval_of_a_figure_and_the_region_of_the_target():
    proof = a_number_proof()
    [figure] = proof["figures"]
    proof["figures"] = [figure | {"values": "[13, 13]"}]
    proof["target"] = proof["target"] | {"region": "[41, ∞)"}

    assert replay(proof, date(2022, 8, 1)).differences == (
        f"figure {figure['observation']}: stated [13, 13], computed [12, 12]",
        "region: stated [41, ∞), computed [40, ∞)",
    )


def test_differences_below_a_step_and_in_a_year_are_told_above_it():
    inner = a_number_proof() | {"values": "[13, 13]"}
    step = {"way": "step", "rule": "promised_twice", "instead_of": inner, "verdict": "behind"}
    years = {"way": "yearly", "years": [2022, 2023], "instances": {"2022": inner}, "verdict": "behind"}

    assert replay(step, date(2022, 8, 1)).differences == (
        "values: stated [13, 13], computed [12, 12]",
        "rule promised_twice does not apply to behind",
    )
    assert replay(years, date(2022, 8, 1)).differences == ("2022: values: stated [13, 13], computed [12, 12]",)


def test_a_refused_figure_without_a_reason_is_told():
    figures = [{"observation": "a1", "refusals": ["unit"]}, {"observation": "b2", "refusals": []}]
    proof = {"way": "refusal", "figures": figures, "verdict": "not_comparable"}

    assert replay(proof, date(2022, 8, 1)).differences == ("figure b2: refused without a reason",)


def test_a_proof_by_years_without_a_year_is_no_proof():
    with pytest.raises(ValueError, match="not a proof: IndexError"):
        replay({"way": "yearly", "years": [], "instances": {}, "verdict": "met"}, date(2023, 1, 1))


def test_a_step_that_does_not_apply_leaves_what_it_stands_on():
    inner = a_number_proof()
    step = {"way": "step", "rule": "list_reported_whole", "instead_of": inner, "verdict": "behind"}
    again, alone = replay(step, date(2022, 8, 1)), replay(inner, date(2022, 8, 1))

    assert again.verdict is alone.verdict is VerdictKind.BEHIND
    assert (
        (again.secured, again.attainment)
        == (alone.secured, alone.attainment)
        == (False, (Decimal("0.3"), Decimal("0.3")))
    )


def test_a_list_reported_whole_shows_no_other_share_than_what_it_stands_on():
    silence = dict(settled(a_commitment("40处", "新建社区食堂", when=2022)).proof)
    step = {"way": "step", "rule": "list_reported_whole", "instead_of": silence, "verdict": "met"}
    again = replay(step, date(2023, 6, 1))

    assert (again.verdict, again.secured, again.attainment, again.differences) == (VerdictKind.MET, False, None, ())


def test_nothing_done_late_in_the_period_is_not_started():
    told = an_observation("0公里", "新建绿道", when=Period(date(2022, 1, 1), date(2022, 6, 30)))
    proof = dict(settled(a_commitment("40公里", "新建绿道", when=2022), told, on=date(2022, 8, 1)).proof)

    assert replay(proof, date(2022, 8, 1)).verdict is VerdictKind.NOT_STARTED
    assert replay(proof, date(2022, 8, 1)).differences == ()


def test_bounds_that_exclude_each_other_are_no_proof():
    proof = a_number_proof() | {"joined": "meet"}
    [figure] = proof["figures"]
    proof["figures"] = [figure, figure | {"value": "20"}]

    with pytest.raises(ValueError, match=r"\[12, 12\] and \[20, 20\] exclude each other"):
        replay(proof, date(2022, 8, 1))
