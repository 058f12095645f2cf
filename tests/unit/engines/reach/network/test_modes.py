from __future__ import annotations

import pytest

from lantu.engines.reach.network import load_mode
from lantu.model import InputError

WALK, CYCLE, DRIVE = load_mode("walk"), load_mode("cycle"), load_mode("drive")


@pytest.mark.parametrize("way", ["footway", "steps", "residential", "primary"])
def test_people_walk_along_paths_stairs_and_streets(way: str):
    assert WALK.allows({"highway": way})


@pytest.mark.parametrize("tags", [{"highway": "motorway"}, {"highway": "construction"}, {"building": "yes"}])
def test_nobody_walks_along_a_motorway_or_a_building_site(tags: dict[str, str]):
    assert not WALK.allows(tags)


def test_a_private_drive_is_not_walked():
    assert not WALK.allows({"highway": "service", "access": "private"})


def test_what_is_said_of_walkers_counts_before_what_is_said_of_all():
    assert WALK.allows({"highway": "service", "access": "private", "foot": "yes"})
    assert not WALK.allows({"highway": "residential", "foot": "no"})


def test_a_street_that_is_one_way_for_cars_is_walked_both_ways():
    tags = {"highway": "residential", "oneway": "yes"}

    assert (WALK.direction(tags), DRIVE.direction(tags), CYCLE.direction(tags)) == (0, 1, 1)


def test_cycles_ride_against_a_one_way_street_where_a_lane_lets_them():
    assert CYCLE.direction({"highway": "residential", "oneway": "yes", "cycleway": "opposite_lane"}) == 0


def test_an_escalator_leads_one_way():
    assert WALK.direction({"highway": "steps", "conveying": "backward"}) == -1


def test_a_roundabout_leads_round_for_cars():
    assert DRIVE.direction({"highway": "primary", "junction": "roundabout"}) == 1


def test_cycles_ride_on_a_footway_only_where_it_says_so():
    assert not CYCLE.allows({"highway": "footway"})
    assert CYCLE.allows({"highway": "footway", "bicycle": "designated"})


def test_a_locked_gate_lets_nobody_through():
    assert not WALK.admits({"access": "private"})
    assert WALK.admits({})


def test_an_unknown_mode_is_an_error_that_names_the_known_ones():
    with pytest.raises(InputError, match="no mode named 'swim'; use one of cycle, drive, walk"):
        load_mode("swim")
