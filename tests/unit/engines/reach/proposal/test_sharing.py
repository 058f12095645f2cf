from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lantu.engines.reach.proposal import Goal, Question, equity_records, propose

from .towns import town

HOMES = "id,x,y,weight,children,income\nrich,0,0,10,1,900\npoor,1000,0,10,4,100\nfar,9000,0,5,0,50\n"


def measures(folder: Path, **options: Any) -> dict[str, tuple[Any, Any]]:
    here = town(folder, HOMES, clinics="id,x,y\nold,0,0\n", **options)
    answer = propose(Question(Goal.COVERAGE, 60.0, 1), here.ways, here.weight, here.stands, here.prices)
    return {row["measure"]: (row["before"], row["after"]) for row in equity_records(here, answer)}


def test_shares_are_of_people(tmp_path: Path):
    assert measures(tmp_path)["share within the limit"] == (0.4, 0.8)


def test_the_worst_served_tenth_may_take_a_part_of_a_place(tmp_path: Path):
    assert measures(tmp_path)["mean way of the worst-served tenth"] == (9000, 7950)


def test_half_of_the_people_go_no_farther_than_the_middle_one(tmp_path: Path):
    assert measures(tmp_path)["way that 50 % of people do not exceed"] == (1000, 50)


def test_a_group_is_counted_by_its_own_people(tmp_path: Path):
    assert measures(tmp_path, groups=("children",))["share within the limit: children"] == (0.2, 1)


def test_coverage_of_the_rich_alone_concentrates_above_zero(tmp_path: Path):
    before, after = measures(tmp_path, income="income")["concentration index of coverage by income"]

    assert (before, after) == (pytest.approx(0.6), pytest.approx(0.2))
