from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from lantu.engines.reach.proposal import Sources
from lantu.engines.reach.seats import Seating, card_records, facility_records, seat, seating_record, write_seating
from lantu.model import InputError

CHILDREN = (
    "id,x,y,weight,quarter,income\n柳巷,0,0,120,河西,5\n桥头,300,0,200,河西,4\n新村,900,0,90,东郊,2\n"
    "北坡,5000,0,15,东郊,1\n"
)
SCHOOLS = "id,x,y,seats\n一幼,100,0,150\n二幼,400,0,90\n三幼,1000,0,100\n"


def seating(folder: Path, schools: str = SCHOOLS, limit: float = 400.0, per_head: str = "2sfca") -> Seating:
    (folder / "children.csv").write_text(CHILDREN, encoding="utf-8")
    (folder / "schools.csv").write_text(schools, encoding="utf-8")
    sources = Sources(folder / "children.csv", folder / "schools.csv", district="quarter", income="income")
    return seat(sources, "seats", limit, per_head)


def test_a_card_names_the_rivals_seats_and_what_lacks(tmp_path: Path):
    card = next(row for row in card_records(seating(tmp_path)) if row["reason"] == "full")

    assert card["why"] == (
        "80 of 200 without a seat: 320 people reach only 一幼, 二幼, which have 240 seats; "
        "80 go without, whoever gets them"
    )
    assert card["why_zh"] == "200人中80人无席位：320人只能到达一幼、二幼，共240个席位，无论如何分配都缺80个"


def test_a_card_of_a_place_beyond_the_limit_says_so(tmp_path: Path):
    card = list(card_records(seating(tmp_path)))[-1]

    assert (card["reason"], card["why_zh"]) == ("beyond", "15人中15人无席位：400米内没有设施")


def test_who_is_seated_needs_no_card(tmp_path: Path):
    card = list(card_records(seating(tmp_path)))[2]

    assert (card["seated"], card["left_out"], card["why"], card["shortage"]) == (90, 0, "", None)


def test_seats_a_head_are_shared_among_all_who_reach_them(tmp_path: Path):
    card = next(card_records(seating(tmp_path)))

    assert card["seats_per_head"] == pytest.approx(150 / 320 + 90 / 320, abs=1e-6)


def test_a_facility_tells_its_free_seats_and_who_could_come(tmp_path: Path):
    last = list(facility_records(seating(tmp_path)))[-1]

    assert (last["taken"], last["free"], last["people_in_reach"], last["shortage"]) == (90, 10, 90, None)


def test_an_empty_number_of_seats_is_not_zero(tmp_path: Path):
    with pytest.raises(InputError, match="is no number of 0 or more"):
        seating(tmp_path, SCHOOLS.replace(",150", ","))


def test_a_limit_of_nothing_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="limit 0"):
        seating(tmp_path, limit=0.0)


def test_all_is_written(tmp_path: Path):
    here = seating(tmp_path)

    write_seating(tmp_path / "out", here)

    brief = json.loads((tmp_path / "out" / "seating.json").read_text(encoding="utf-8"))
    [lack] = csv.DictReader((tmp_path / "out" / "shortages.csv").read_text(encoding="utf-8").splitlines())
    assert (brief["seated"], brief["left_out"], brief["beyond"], brief["free_seats"]) == (330, 95, 15, 10)
    assert (lack["lacking"], lack["facilities"]) == ("80", "一幼 二幼")


def test_districts_and_the_lorenz_curve_are_written(tmp_path: Path):
    write_seating(tmp_path / "out", seating(tmp_path))

    east, west = csv.DictReader((tmp_path / "out" / "districts.csv").read_text(encoding="utf-8").splitlines())
    curve = list(csv.DictReader((tmp_path / "out" / "lorenz.csv").read_text(encoding="utf-8").splitlines()))
    assert (east["district"], east["seated"], west["left_out"]) == ("东郊", "90", "80")
    assert (curve[0]["share_of_seats"], curve[-1]["share_of_seats"]) == ("0", "1")
    assert all(float(row["share_of_seats"]) <= float(row["share_of_people"]) + 1e-6 for row in curve)


def test_seats_of_the_poorest_quarter_make_the_index_of_concentration_negative(tmp_path: Path):
    brief = seating_record(seating(tmp_path, SCHOOLS.replace(",100\n", ",900\n")))

    assert brief["concentration_by_income"] < 0 < brief["gini_of_seats_per_head"]


def test_a_far_seat_counts_less_where_that_is_asked_for(tmp_path: Path):
    plain, modified = (next(card_records(seating(tmp_path, per_head=form))) for form in ("2sfca", "m2sfca"))

    assert modified["seats_per_head"] < plain["seats_per_head"]
