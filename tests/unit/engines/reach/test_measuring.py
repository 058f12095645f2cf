"""A town of one street, 100 m between its corners: who is near the clinic depends on how one measures."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from lantu.engines.reach.definition import (
    Definition,
    DemandRule,
    FacilityRule,
    Label,
    Limit,
    NetworkRule,
    SizeRule,
    Variant,
)
from lantu.engines.reach.layers import Layer
from lantu.engines.reach.measuring import measure
from lantu.model import InputError

from .towns import a_street, degrees


def points(*places: tuple[float, float], name: str = "homes", **columns: list[object]) -> Layer:
    shapes = np.array(shapely.points(*degrees(*places)), dtype=object)
    return Layer(name, shapes, {key: np.array(values, dtype=object) for key, values in columns.items()})


def a_definition(limit: Limit | None = None, **how: object) -> Definition:
    given = {"demand": DemandRule(layer="homes.csv", weight="people"), "facilities": FacilityRule(layer="clinics.csv")}
    given |= {"network": NetworkRule(layer="streets.csv"), "title": Label("诊所", "clinic")} | how
    return Definition(id="clinic", limit=limit or Limit(metres=250), **given)


HOMES = points((0, 0), (200, 40), (400, 0), people=[10, 20, 70])
CLINIC = points((0, 0), name="clinics")


def shares(definition: Definition, **layers: Layer) -> dict[str, float]:
    found = measure(definition, layers.get("homes", HOMES), layers.get("clinics", CLINIC), a_street(5))
    return {reading.name: round(reading.share, 3) for reading in found.readings}


def test_the_same_promise_is_measured_in_the_three_usual_ways():
    assert shares(a_definition(Limit(metres=220))) == {"as defined": 0.1, "straight": 0.3, "network": 0.3}


def test_the_band_runs_from_the_lowest_to_the_highest_reading():
    measured = measure(a_definition(Limit(metres=220)), HOMES, CLINIC, a_street(5))

    assert measured.band == (pytest.approx(0.1), pytest.approx(0.3))


def test_slower_people_are_served_less_in_the_same_minutes():
    homes = points((300, 0), people=[100], old=[40])
    demand = DemandRule(layer="homes.csv", weight="people", segments=("old",))
    walked = a_definition(Limit(minutes=5), demand=demand, speed=4.8, speeds={"old": 3.0})

    reading = measure(walked, homes, CLINIC, a_street(5)).reading

    assert (reading.served, reading.segments[0].served) == (60.0, 0.0)


def test_people_spread_over_a_cell_are_served_in_part():
    homes = points((200, 0), people=[100])
    demand = DemandRule(layer="homes.csv", weight="people", side=200.0)
    spread = Variant(name="spread", spread="cell", way="straight")

    found = shares(a_definition(Limit(metres=200), demand=demand, way="straight", variants=(spread,)), homes=homes)

    assert found["as defined"] == 1.0
    assert 0.3 < found["spread"] < 0.6


def test_a_park_that_is_too_small_serves_nobody():
    x = np.array([0.0, 30.0, 30.0, 0.0])
    ring = np.column_stack(degrees(*zip(x, [0.0, 0.0, 30.0, 30.0], strict=True)))
    parks = Layer("parks", np.array([shapely.Polygon(ring), shapely.Point(*degrees((400, 0)))], dtype=object))
    large = a_definition(facilities=FacilityRule(layer="parks", size=SizeRule(400)))

    measured = measure(large, HOMES, parks, a_street(5))

    assert measured.facilities.id.tolist() == [1]


def test_what_no_way_reaches_is_counted_and_never_dropped():
    street = a_street(5, one_way=np.array([True] * 4))

    reading = measure(a_definition(), HOMES, CLINIC, street).reading

    assert (reading.total, reading.unreached) == (100.0, 90.0)


def test_a_network_reading_without_a_network_is_an_error():
    with pytest.raises(InputError, match="way 'legs' without a network; name one under 'network'"):
        measure(a_definition(network=None), HOMES, CLINIC)


def test_without_a_facility_that_meets_the_conditions_nothing_can_be_measured():
    clinics = points((0, 0), name="clinics", kind=["pharmacy"])

    with pytest.raises(InputError, match="clinics: none of 1 features meets the conditions"):
        shares(a_definition(facilities=FacilityRule(layer="c", where={"kind": "clinic"})), clinics=clinics)


def test_places_without_weight_are_reported_and_left_out():
    homes = points((0, 0), (400, 0), people=[10, None])

    measured = measure(a_definition(), homes, CLINIC, a_street(5))

    assert measured.reading.total == 10.0
    assert [issue.code for issue in measured.issues] == ["no_weight"]


def test_facilities_far_from_any_way_are_reported():
    clinics = points((0, 0), (0, 2000), name="clinics")

    measured = measure(a_definition(), HOMES, clinics, a_street(5))

    assert "1 facilities lie more than 500 m from any way" in str(measured.issues[0])


def test_two_facilities_of_one_id_are_an_error():
    clinics = points((0, 0), (50, 0), name="clinics", no=["a", "a"])

    with pytest.raises(InputError, match="clinics: two facilities have the id 'a'"):
        shares(a_definition(facilities=FacilityRule(layer="c", id="no")), clinics=clinics)


def test_two_places_of_one_id_are_an_error():
    homes = points((0, 0), (50, 0), no=["a", "a"], people=[1, 1])

    with pytest.raises(InputError, match="homes: two places have the id 'a'"):
        shares(a_definition(demand=DemandRule(layer="h", weight="people", id="no")), homes=homes)


def test_a_limit_is_in_minutes_or_in_metres():
    with pytest.raises(ValueError, match="give one of the two"):
        Limit(minutes=15, metres=1000)
