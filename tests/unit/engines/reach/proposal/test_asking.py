from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.engines.reach.proposal import Goal, Proposal, Question, Town, propose, read_town, summary_record
from lantu.engines.reach.proposal.points import Points
from lantu.engines.reach.proposal.town import Sources
from lantu.engines.reach.proposal.ways import Straight
from lantu.engines.reach.siting.plan import Floats
from lantu.model import InputError

from .towns import LOTS, town


def asked(here: Town, goal: Goal, **question: Any) -> Proposal:
    return propose(Question(goal, **question), here.ways, here.weight, here.stands, here.prices)


def names(here: Town, answer: Proposal) -> list[str]:
    return [here.sites.id[column] for column in answer.order]


def test_the_first_to_build_serves_most(tmp_path: Path):
    here = town(tmp_path)

    answer = asked(here, Goal.COVERAGE, limit=60.0, k=2)

    assert (names(here, answer), answer.adds.tolist(), answer.plan.proven) == (["east", "west"], [35.0, 30.0], True)


def test_what_stands_is_kept_and_is_not_built_again(tmp_path: Path):
    here = town(tmp_path, clinics="id,x,y\nold,1000,0\n")

    answer = asked(here, Goal.COVERAGE, limit=100.0, k=1)

    assert (names(here, answer), [here.sites.id[column] for column in answer.plan.kept]) == (["west"], ["old"])
    assert (answer.served(answer.before), answer.served(answer.after)) == (35.0, 65.0)


def test_a_candidate_may_be_marked_as_standing(tmp_path: Path):
    here = town(tmp_path, lots="id,x,y,existing\nwest,50,0,no\neast,1050,0,yes\n")

    assert [here.sites.id[column] for column in here.stands] == ["east"]


def test_a_budget_buys_the_most_for_its_money(tmp_path: Path):
    here = town(tmp_path, price="cost")

    answer = asked(here, Goal.COVERAGE, limit=60.0, budget=6.0)

    assert names(here, answer) == ["east"]


def test_no_further_plan_exceeds_the_budget(tmp_path: Path):
    here = town(tmp_path, price="cost")

    answer = asked(here, Goal.COVERAGE, limit=600.0, budget=9.0, plans=6)

    assert [plan for plan in answer.plans if here.prices[plan.opened].sum() > 9.0] == []
    assert len(answer.plans) > 1


def test_everyone_is_who_can_be_served_at_all(tmp_path: Path):
    here = town(tmp_path)

    answer = asked(here, Goal.EVERYONE, limit=60.0)

    assert (sorted(names(here, answer)), answer.plan.value, answer.reachable.tolist()) == (
        ["east", "west"], 2.0, [True, True, True, True, False],
    )  # fmt: skip


def test_the_mean_way_is_of_people_not_of_places(tmp_path: Path):
    here = town(tmp_path)

    brief = summary_record(here, asked(here, Goal.MEAN, k=1))

    wanted = (10 * 1050 + 20 * 950 + 35 * 50 + 7 * 3950) / 72
    assert (brief["value"], brief["after"]["mean"]) == (pytest.approx(wanted), pytest.approx(wanted))


def test_places_without_weight_do_not_make_the_longest_way(tmp_path: Path):
    here = town(tmp_path, homes="id,x,y,weight\na,0,0,1\nb,9000,0,0\n")

    assert asked(here, Goal.FARTHEST, k=1).plan.value == 50.0


def test_a_plan_that_serves_nobody_claims_no_proof(tmp_path: Path):
    assert asked(town(tmp_path), Goal.MEAN, k=0).sure == "how good it is could not be proven"


def test_the_curve_ends_at_the_plan(tmp_path: Path):
    answer = asked(town(tmp_path), Goal.COVERAGE, limit=60.0, k=3)

    assert [(step.opened, step.value) for step in answer.curve] == [(0, 0.0), (1, 35.0), (2, 65.0)]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"goal": Goal.COVERAGE, "k": 1}, "without a limit"),
        ({"goal": Goal.MEAN}, "neither k nor budget"),
        ({"goal": Goal.MEAN, "k": -1}, "k = -1"),
        ({"goal": Goal.EVERYONE, "limit": 5.0, "k": 1}, "'everyone' with k"),
        ({"goal": Goal.COVERAGE, "limit": 0.0, "k": 1}, "limit 0"),
        ({"goal": Goal.MEAN, "k": 1, "plans": 0}, "0 plans"),
        ({"goal": Goal.MEAN, "budget": float("nan")}, "budget nan"),
    ],
)
def test_a_question_without_sense_is_refused(question: dict[str, Any], said: str):
    with pytest.raises(InputError, match=said):
        Question(**question)


def test_nobody_within_reach_is_said(tmp_path: Path):
    with pytest.raises(InputError, match="no candidate can serve anyone"):
        asked(town(tmp_path), Goal.COVERAGE, limit=1.0, k=1)


def test_places_without_a_column_of_weights_count_once_and_that_is_said(tmp_path: Path):
    here = town(tmp_path, homes="id,x,y\na,0,0\nb,1,0\n")

    assert (here.weight.tolist(), [issue.code for issue in here.issues]) == ([1.0, 1.0], ["unweighted"])


def test_one_name_for_two_sites_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="'west' stands in"):
        town(tmp_path, clinics="id,x,y\nwest,0,0\n")


def test_two_kinds_of_ways_are_refused(tmp_path: Path):
    with pytest.raises(InputError, match="more than one of costs, edges and osm"):
        read_town(Sources(tmp_path, tmp_path, costs=tmp_path, edges=tmp_path))


ROOMY = "id,x,y,room\nwest,50,0,35\neast,1050,0,40\n"


def test_a_full_site_sends_a_whole_place_elsewhere(tmp_path: Path):
    here = town(tmp_path, lots=ROOMY, capacity="room")

    answer = propose(Question(Goal.MEAN, k=2), here.ways, here.weight, here.stands, here.prices, here.capacity)

    took = np.bincount(answer.site, weights=here.weight, minlength=2)
    assert (took.tolist(), answer.plan.proven) == ([35.0, 37.0], True)
    assert answer.mean(answer.after) * 72 == pytest.approx(answer.plan.value)


def test_sites_that_cannot_take_everyone_are_refused(tmp_path: Path):
    here = town(tmp_path, lots=ROOMY.replace("35", "3"), capacity="room")

    with pytest.raises(InputError):
        propose(Question(Goal.MEAN, k=2), here.ways, here.weight, here.stands, here.prices, here.capacity)


def test_capacities_go_with_the_mean_way_only(tmp_path: Path):
    here = town(tmp_path, lots=ROOMY, capacity="room")

    with pytest.raises(InputError, match="'farthest' with capacities"):
        propose(Question(Goal.FARTHEST, k=2), here.ways, here.weight, here.stands, here.prices, here.capacity)


def test_every_file_read_is_told_with_its_hash(tmp_path: Path):
    (tmp_path / "ways.csv").write_text("from,to,cost\na,west,1\n")

    here = town(tmp_path, costs=tmp_path / "ways.csv")  # type: ignore[arg-type]

    assert sorted(Path(name).name for name in here.inputs) == ["homes.csv", "lots.csv", "ways.csv"]


def test_prices_are_asked_of_what_may_be_built_only(tmp_path: Path):
    lots = LOTS.replace("cost", "existing,cost").replace(",3", ",,3").replace(",4", ",,4").replace(",9", ",yes,")

    here = town(tmp_path, lots=lots, price="cost")

    assert here.prices.tolist() == [3.0, 4.0, 0.0]


def a_town(seed: int) -> tuple[Straight, Floats, Floats]:
    draw = np.random.default_rng(seed)
    places, sites = (
        Points("f", tuple(map(str, range(n))), *draw.uniform(0, 1000, (2, n)), degrees=False) for n in (30, 8)
    )
    return Straight(places, sites), draw.integers(1, 9, 30).astype(float), draw.integers(1, 5, 8).astype(float)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([Goal.COVERAGE, Goal.MEAN, Goal.FARTHEST]))
def test_a_further_site_never_makes_it_worse_and_every_gap_is_proven(seed: int, goal: Goal):
    ways, weight, prices = a_town(seed)

    answer = propose(Question(goal, 200.0, 4), ways, weight, np.array([0]), prices)

    assert all(step.gain >= -1e-9 for step in answer.curve)
    assert answer.plan.gap >= 0
    assert (answer.after <= answer.before).all()
    assert answer.adds.sum() == pytest.approx(
        answer.served(answer.after) - answer.served(answer.before)
        if goal is Goal.COVERAGE
        else answer.mean(answer.before) - answer.mean(answer.after)
    )


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_as_few_sites_as_serve_everyone_are_enough_for_all_coverage(seed: int):
    ways, weight, _ = a_town(seed)

    fewest = propose(Question(Goal.EVERYONE, 300.0), ways, weight, np.zeros(0, dtype=np.int64), np.ones(8))
    most = propose(Question(Goal.COVERAGE, 300.0, len(fewest.order)), ways, weight, np.zeros(0, np.int64), np.ones(8))

    assert most.served(most.after) == weight[fewest.reachable].sum()
