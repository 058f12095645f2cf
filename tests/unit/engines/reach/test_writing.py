"""What is measured in tiles is what is measured whole, and what is written by district is read again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from lantu.engines.reach.definition import Definition, DemandRule, FacilityRule, Label, Limit, NetworkRule
from lantu.engines.reach.inputs import read_layer
from lantu.engines.reach.layers import Layer
from lantu.engines.reach.measuring import Measurement, measure
from lantu.engines.reach.record import measurement_record
from lantu.engines.reach.scale import Runner, one_by_one
from lantu.engines.reach.writing import write_measurement
from lantu.model import InputError, Issue, Level

from .test_measuring import points
from .towns import a_town

SPOTS = [(float(x), float(y)) for x in range(50, 2000, 170) for y in range(50, 2000, 130)]
QUARTERS = ["东" if x > 900 else "西/南" for x, _ in SPOTS]
HOMES = points(*SPOTS, people=list(range(1, len(SPOTS) + 1)), quarter=QUARTERS)
CLINICS = points((300, 400), (1500, 1600), (900, 1000), name="clinics")
NEAR = Definition(
    id="clinic",
    title=Label("诊所", "clinic"),
    demand=DemandRule(layer="homes", weight="people", group="quarter"),
    facilities=FacilityRule(layer="clinics"),
    network=NetworkRule(layer="ways"),
    limit=Limit(minutes=7),
)


def measured(runner: Runner | None = None) -> Measurement:
    return measure(NEAR, HOMES, CLINICS, a_town(20, 4), runner)


def test_in_tiles_every_reading_serves_the_same_people():
    whole, tiled = measured(), measured(one_by_one)

    assert [each.name for each in whole.readings] == [each.name for each in tiled.readings]
    for one, other in zip(whole.readings, tiled.readings, strict=True):
        assert np.array_equal(one.served_here, other.served_here)


def test_what_tiles_cannot_know_is_not_told():
    record = measurement_record(measured(one_by_one), software="x")

    assert (record["mean"], record["worst_tenth"], record["readings"][0]["unreached"]) == (None, None, None)
    assert record["value"] == measurement_record(measured(), software="x")["value"]


def test_a_tile_that_failed_makes_no_figure():
    def failing(work: object, parts: object) -> tuple[list[object], list[Issue]]:
        return [], [Issue("tile_failed", "tile 3 failed 3 times", Level.ERROR)]

    with pytest.raises(InputError, match="1 tiles failed: tile 3 failed 3 times; run it again"):
        measured(failing)


@pytest.mark.extra("pyarrow")  # noqa: S610
def test_parts_by_district_are_read_again_as_one_layer(tmp_path: Path):
    found = measured()
    write_measurement(tmp_path, found, measurement_record(found, software="x"))

    layer, issues = read_layer(tmp_path / "places_by_district")

    assert issues == []
    assert set(layer.columns["district"]) == {"东", "西/南"}
    again = Layer("homes", layer.shapes, {"people": layer.columns["weight"], "quarter": layer.columns["district"]})
    assert measure(NEAR, again, CLINICS, a_town(20, 4)).reading.share == pytest.approx(found.reading.share)


def test_tables_maps_and_layers_are_written(tmp_path: Path):
    found = measured()

    files = write_measurement(tmp_path, found, measurement_record(found, software="x"))

    names = {each.name for each in files}
    assert {"measurement.json", "readings.csv", "map-zh.svg", "map-en.svg", "places.csv", "places.geojson"} <= names
