"""A street of homes, a clinic at its western end, and lots along it: where should the next clinics stand?"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from msgspec.structs import replace as varied

from lantu.engines.reach.cells import cells_record
from lantu.engines.reach.definition import Definition, DemandRule, FacilityRule, Label, Limit, NetworkRule, SitingRule
from lantu.engines.reach.layers import Layer
from lantu.engines.reach.measuring import Measurement, measure
from lantu.engines.reach.record import measurement_record

from .test_record import layer
from .towns import a_town

NEAR = Definition(
    id="near",
    title=Label("诊所", "clinic"),
    demand=DemandRule(layer="homes", weight="people", segments=("old",)),
    facilities=FacilityRule(layer="clinics"),
    network=NetworkRule(layer="ways"),
    siting=SitingRule(layer="lots", k=2),
    speeds={"old": 2.4},
    limit=Limit(minutes=5),
)
DRAW = np.random.default_rng(5)
PEOPLE = DRAW.integers(1, 50, 60)
HOMES = layer("homes", *(tuple(at) for at in DRAW.random((60, 2)) * 1900), people=list(PEOPLE), old=list(PEOPLE // 3))
LOTS = layer("lots", *(tuple(at) for at in DRAW.random((12, 2)) * 1900), name=[f"lot {n}" for n in range(12)])
CLINICS = layer("clinics", (950, 950))
TOWN = a_town(20, 3)


def layer_of(*layers: Layer) -> Layer:
    """One layer of the shapes of several."""
    return Layer("all", np.concatenate([each.shapes for each in layers]))


def measured(definition: Definition = NEAR) -> Measurement:
    return measure(definition, HOMES, CLINICS, TOWN, candidates=LOTS)


READINGS = [
    pytest.param(NEAR, id="legs"),
    pytest.param(varied(NEAR, way="network"), id="network"),
    pytest.param(varied(NEAR, way="straight"), id="straight"),
    pytest.param(varied(NEAR, demand=varied(NEAR.demand, side=150.0, spread="cell")), id="spread"),
    pytest.param(varied(NEAR, limit=Limit(metres=350.0)), id="metres"),
]


@pytest.mark.parametrize("definition", READINGS)
def test_what_the_sites_add_is_what_is_measured_once_they_stand(definition: Definition):
    found = measured(definition)
    addition = found.addition
    assert addition is not None

    stand = layer_of(CLINICS, LOTS.only(np.isin(np.arange(12), addition.best.chosen)))
    again = measure(varied(definition, siting=None), HOMES, stand, TOWN)

    assert addition.best.adds.sum() == pytest.approx(addition.reading.served - found.reading.served, abs=1e-9)
    assert addition.reading.served == pytest.approx(again.reading.served, abs=1e-9)


@pytest.mark.parametrize("definition", READINGS)
def test_no_other_two_serve_more(definition: Definition):
    addition = measured(definition).addition
    assert addition is not None

    served = [
        measure(
            varied(definition, siting=None), HOMES, layer_of(CLINICS, LOTS.only(np.isin(np.arange(12), pair))), TOWN
        ).reading.served
        for pair in combinations(range(12), 2)
    ]

    assert addition.best.plan.proven
    assert addition.reading.served == pytest.approx(max(served), abs=1e-9)


def test_the_first_to_build_adds_most():
    addition = measured().addition
    assert addition is not None

    assert list(addition.best.adds) == sorted(addition.best.adds, reverse=True)


def test_no_more_are_proposed_than_help():
    homes = layer("homes", (0, 0), (1900, 1900), people=[5, 7], old=[0, 0])
    lots = layer("lots", (0, 10), (0, 20), (0, 30), name=["a", "b", "c"])
    found = measure(varied(NEAR, way="straight"), homes, CLINICS, TOWN, candidates=lots)

    assert found.addition is not None
    assert found.addition.best.adds.tolist() == [5]


def test_the_record_names_the_sites_in_the_order_of_building():
    found = measured()
    siting = measurement_record(found, software="x", network=TOWN)["siting"]

    assert [each["order"] for each in siting["sites"]] == [1, 2]
    assert [each["name"] for each in siting["sites"]] == [f"lot {n}" for n in found.addition.best.chosen]  # type: ignore[union-attr]
    assert (siting["candidates"], siting["proven"], siting["gap"]) == (12, True, "0.0")


def test_the_map_knows_both_states():
    found = measured()
    assert found.addition is not None
    later = cells_record(found)["next"]

    assert sum(later["served"]) == pytest.approx(found.addition.reading.served, abs=1)
    assert len(later["class"]) == 60
    assert later["name"] == [f"lot {n}" for n in found.addition.best.chosen]


def test_without_candidates_nothing_is_proposed():
    found = measure(varied(NEAR, siting=None), HOMES, CLINICS, TOWN)

    assert "siting" not in measurement_record(found, software="x")
    assert "next" not in cells_record(found)
