from __future__ import annotations

import numpy as np
import pytest

from lantu.engines.reach.definition import Definition, DemandRule, FacilityRule, Label, Limit, NetworkRule
from lantu.engines.reach.measuring import measure
from lantu.engines.reach.network import network_from_edges
from lantu.engines.reach.proposal.points import Points
from lantu.engines.reach.proposal.streets import Streets
from lantu.engines.reach.proposal.ways import Straight
from lantu.model import InputError

from ..test_record import layer
from ..towns import a_street, a_town, degrees


def points(*metres: tuple[float, float]) -> Points:
    lon, lat = degrees(*metres)
    return Points("file", tuple(map(str, range(len(metres)))), lon, lat, degrees=True)


@pytest.fixture
def town() -> tuple[Points, Points, Streets]:
    draw = np.random.default_rng(2)
    places, sites = points(*draw.uniform(0, 1900, (25, 2))), points(*draw.uniform(0, 1900, (6, 2)))
    return places, sites, Streets(a_town(), places, sites)


def test_the_leg_from_door_to_street_is_walked_at_both_ends():
    streets = Streets(a_street(5), points((50.0, 30.0)), points((250.0, -20.0)))

    assert streets.to(np.array([0]))[0] == pytest.approx([30 + 200 + 20], rel=1e-3)


def test_ways_within_a_limit_are_those_of_the_whole_table(town: tuple[Points, Points, Streets]):
    _, _, streets = town
    costs = streets.to(np.arange(6))

    near = streets.pairs(900.0)

    assert near.toarray() == pytest.approx(np.where(costs <= 900.0, costs, 0.0))
    assert streets.within(900.0).toarray().tolist() == (costs <= 900.0).tolist()


def test_the_nearest_site_is_that_of_the_whole_table(town: tuple[Points, Points, Streets]):
    _, _, streets = town
    some = np.array([1, 3, 4])

    cost, site = streets.nearest(some)

    costs = streets.to(some)
    assert cost == pytest.approx(costs.min(axis=1))
    assert site.tolist() == np.where(np.isfinite(cost), some[costs.argmin(axis=1)], -1).tolist()


def test_no_way_along_streets_is_shorter_than_the_crows(town: tuple[Points, Points, Streets]):
    places, sites, streets = town

    assert (streets.to(np.arange(6)) >= Straight(places, sites).to(np.arange(6)) * (1 - 1e-4)).all()


def test_metres_on_a_plane_do_not_meet_a_map_of_the_earth():
    plane = Points("homes.csv", ("a",), np.zeros(1), np.zeros(1), degrees=False)

    with pytest.raises(InputError, match=r"homes.csv is not in degrees"):
        Streets(a_street(), plane, points((0.0, 0.0)))


def test_places_far_from_every_way_are_reported():
    streets = Streets(a_street(), points((0.0, 900.0)), points((0.0, 0.0)))

    assert [issue.code for issue in streets.issues()] == ["off_network"]


def test_in_minutes_stairs_take_longer_than_their_length():
    lon, lat = degrees((0.0, 0.0), (100.0, 0.0), (200.0, 0.0))
    stairs = network_from_edges(lon, lat, np.array([0, 1]), np.array([1, 2]), pace=np.array([1.0, 3.0]))[0]

    ways = Streets(stairs, points((0.0, 0.0)), points((200.0, 0.0)), speed=6.0)

    assert (ways.unit, ways.to(np.array([0]))[0, 0]) == ("min", pytest.approx(4.0, rel=1e-3))


def test_in_minutes_siting_counts_whom_reach_counts():
    draw = np.random.default_rng(8)
    homes, clinics = draw.uniform(0, 1900, (40, 2)), draw.uniform(0, 1900, (3, 2))
    town = a_town(20, 6)
    rule = Definition(
        id="a",
        title=Label("诊所", "clinic"),
        demand=DemandRule(layer="homes"),
        facilities=FacilityRule(layer="clinics"),
        network=NetworkRule(layer="ways"),
        limit=Limit(minutes=6),
    )

    streets = Streets(town, points(*homes), points(*clinics), speed=4.8)
    found = measure(rule, layer("homes", *homes), layer("clinics", *clinics), town)

    cost, _ = streets.nearest(np.arange(3))
    assert (cost <= 6).sum() == found.reading.served
    assert 0 < found.reading.served < 40
