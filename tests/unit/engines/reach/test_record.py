from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from lxml.etree import fromstring
from msgspec.structs import replace as varied

from lantu.engines.reach.definition import Definition, DemandRule, FacilityRule, Label, Limit, OpenRule, SizeRule
from lantu.engines.reach.layers import Layer
from lantu.engines.reach.measuring import Measurement, measure
from lantu.engines.reach.picture import draw
from lantu.engines.reach.record import definition_id, measurement_record, percent
from lantu.engines.reach.words import words_of

from .towns import degrees

HERE = DemandRule(layer="homes", weight="people", side=100.0)
STRAIGHT = Definition(
    id="a",
    title=Label("诊所<1>", "clinic"),
    demand=HERE,
    facilities=FacilityRule(layer="c"),
    limit=Limit(minutes=5),
    way="straight",
)


def layer(file: str, /, *places: tuple[float, float], **columns: list[object]) -> Layer:
    shapes = np.array(shapely.points(*degrees(*places)), dtype=object)
    return Layer(file, shapes, {key: np.array(values, dtype=object) for key, values in columns.items()})


def measured(definition: Definition, count: int = 3) -> Measurement:
    homes = layer("homes", *((200.0 * i, 0) for i in range(count)), people=[10] * count)
    return measure(definition, homes, layer("clinics", (0, 0)))


@pytest.mark.parametrize(("target", "found"), [(20.0, "above"), (50.0, "depends"), (80.0, "below"), (None, None)])
def test_a_target_is_held_against_the_whole_band(target: float | None, found: str | None):
    record = measurement_record(measured(varied(STRAIGHT, target=target, limit=Limit(minutes=6)), 5), software="x")

    assert (record["low"], record["high"], record["finding"]) == ("40.0", "60.0", found)


def test_what_is_not_all_is_never_printed_as_all():
    assert (percent(0.99999), percent(1.0), percent(0.0), percent(0.00001)) == ("99.9", "100.0", "0.0", "0.1")


def test_another_word_is_another_definition():
    assert definition_id(STRAIGHT) != definition_id(varied(STRAIGHT, limit=Limit(minutes=6)))


def test_the_usual_readings_stand_beside_the_definition():
    full = varied(STRAIGHT, facilities=FacilityRule(layer="c", size=SizeRule(400), open=OpenRule("Tu 10:00")))

    assert [name for name, _ in full.readings()] == ["as defined", "cell", "any size", "any hour", "slow"]


def test_a_definition_is_told_in_both_languages():
    words = words_of(varied(STRAIGHT, facilities=FacilityRule(layer="c", size=SizeRule(400))))

    assert "直线距离不超过步行5分钟（4.8公里/小时）" in words.zh
    assert words.en.endswith("Only facilities of at least 400 m² count.")


@pytest.mark.parametrize("count", [3, 3000])
def test_the_map_is_valid_svg_with_legend_and_definition(count: int):
    text = draw(measured(STRAIGHT, count), "zh")

    said = [each.text or "" for each in fromstring(text).iter("{http://www.w3.org/2000/svg}text")]
    assert any("诊所<1>" in each for each in said)
    assert sum("服务到" in each for each in said) >= 5
    assert len(text) < 60_000


def test_a_place_without_any_way_is_drawn_and_printed_as_unknown():
    found = measured(STRAIGHT)
    reading = replace(found.reading, cost=np.full(3, np.inf), percentiles=((0.5, np.inf), (0.9, np.inf)))

    record = measurement_record(replace(found, readings=(reading,)), software="x")

    assert record["readings"][0]["median"] is None


def test_segments_and_districts_have_the_names_that_readers_know():
    names = {"over_60": Label("60岁及以上", "aged 60 and over"), "东": Label("东区", "East")}
    demand = varied(HERE, group="part", segments=("over_60", "under_6"), names=names)
    homes = layer("homes", (0, 0), (900, 0), people=[10, 10], over_60=[2, 3], under_6=[1, 1], part=["东", "西"])

    record = measurement_record(measure(varied(STRAIGHT, demand=demand), homes, layer("clinics", (0, 0))), software="x")

    assert [(one["name"], one["label"], one["label_en"]) for one in (*record["groups"], *record["segments"])] == [
        ("东", "东区", "East"),
        ("西", "西", "西"),
        ("over_60", "60岁及以上", "aged 60 and over"),
        ("under_6", "under_6", "under_6"),
    ]


@pytest.mark.parametrize(
    ("column", "own", "said"),
    [
        ("people", None, "Counted are people within"),
        (None, None, "Counted are places within"),
        (None, Label("住宅", "buildings"), "Counted are buildings within"),
    ],
)
def test_places_that_nobody_counted_are_not_called_people(column: str | None, own: Label | None, said: str):
    definition = varied(STRAIGHT, demand=DemandRule(layer="homes", weight=column), weight=own)

    assert words_of(definition).en.startswith(said)
    assert measurement_record(measured(definition), software="x")["weight_en"] == said.split()[2]
