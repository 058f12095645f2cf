"""A plan folder with one street, three homes and one clinic."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lantu.ledger import Ledger
from lantu.model import InputError
from lantu.pipeline import measure_folder, measure_plan
from lantu.pipeline.measuring import serving

CLINIC = """
id: clinic
title: {zh: 诊所, en: clinic}
serves: 诊所
demand: {layer: data/homes.csv, coordinates: wgs84, weight: people, group: district}
facilities: {layer: data/clinics.csv, coordinates: wgs84}
network: {layer: data/ways.csv}
limit: {metres: 250}
target: 100
"""
HOMES = "lon,lat,people,district\n118,36,10,甲\n118.002,36,20,甲\n118.004,36,70,乙\n"
ON = date(2025, 1, 31)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "indicators" / "data"
    data.mkdir(parents=True)
    (tmp_path / "indicators" / "clinic.yaml").write_text(CLINIC, encoding="utf-8")
    (data / "homes.csv").write_text(HOMES, "utf-8")
    (data / "clinics.csv").write_text("lon,lat\n118,36\n", "utf-8")
    ways = "118,36,118.002,36\n118.002,36,118.004,36\n"
    (data / "ways.csv").write_text(f"from_lon,from_lat,to_lon,to_lat\n{ways}", "utf-8")
    return tmp_path


def test_a_computed_indicator_is_measured_with_its_provenance(folder: Path):
    [record] = measure_folder(folder, [("c1", "建成诊所"), ("c2", "公园")]).records

    assert (record["value"], record["low"], record["high"], record["unit"]) == ("30.0", "30.0", "30.0", "%")
    assert record["commitments"] == ["c1"]
    assert [each["name"] for each in record["inputs"]] == ["data/clinics.csv", "data/homes.csv", "data/ways.csv"]
    assert record["software"].startswith("lantu ")
    assert [(each["name"], each["share"]) for each in record["groups"]] == [("乙", "0.0"), ("甲", "100.0")]
    assert record["finding"] == "below"


def test_what_was_measured_before_from_the_same_files_is_taken_over(folder: Path):
    [first] = measure_folder(folder).records

    [again] = measure_folder(folder, known=[{**first, "value": "kept"}]).records
    (folder / "indicators/data/clinics.csv").write_text("lon,lat\n118.004,36\n", "utf-8")
    [changed] = measure_folder(folder, known=[{**first, "value": "kept"}]).records

    assert (again["value"], changed["value"]) == ("kept", "90.0")


def test_an_indicator_that_cannot_be_measured_is_an_issue_and_the_others_go_on(folder: Path):
    (folder / "indicators" / "broken.yaml").write_text(
        CLINIC.replace("id: clinic", "id: broken") + "limt: 3\n", "utf-8"
    )

    measured = measure_folder(folder)

    assert [record["id"] for record in measured.records] == ["clinic"]
    assert [issue.code for issue in measured.issues] == ["not_measured"]
    assert "unknown key 'limt'; did you mean 'limit'?" in measured.issues[0].message


def test_an_unknown_engine_names_the_known_ones(folder: Path):
    (folder / "indicators" / "clinic.yaml").write_text("engine: teleport\n", "utf-8")

    [issue] = measure_folder(folder).issues

    assert "no engine named 'teleport'; use one of reach" in issue.message


def test_an_indicator_that_serves_nothing_is_said(folder: Path):
    [issue] = measure_folder(folder, [("c2", "公园")]).issues

    assert str(issue).startswith("warning serves_nothing: serves '诊所', which no commitment is about")


def test_a_measure_serves_by_id_or_by_words():
    promised = [("a1", "社区食堂"), ("b2", "新建社区食堂"), ("c3", "公园")]

    assert serving("b2", promised) == ("b2",)
    assert serving("社区食堂", promised) == ("a1", "b2")


def test_measured_values_are_added_to_the_ledger_once(folder: Path):
    with Ledger.create_or_open(folder / "ledger.sqlite"):
        pass

    _, first = measure_plan(folder, on=ON)
    _, second = measure_plan(folder, on=ON)

    with Ledger.open(folder / "ledger.sqlite") as ledger:
        [record] = ledger.measurements()
    assert (first.new, second.new, record["value"]) == (1, 0, "30.0")


def test_a_folder_without_a_computed_indicator_is_an_error(tmp_path: Path):
    with pytest.raises(InputError, match=r"no computed indicator; write indicators/NAME\.yaml"):
        measure_plan(tmp_path, on=ON)


def test_only_facilities_open_at_the_hour_count(folder: Path):
    clinics = "lon,lat,opening_hours\n118,36,Mo-Fr 08:00-17:00\n118.004,36,Sa 09:00-12:00\n"
    (folder / "indicators/data/clinics.csv").write_text(clinics, "utf-8")
    rule = "facilities: {{layer: data/clinics.csv, open: {{at: {}}}}}\n"
    text = CLINIC.replace("facilities: {layer: data/clinics.csv, coordinates: wgs84}\n", "")

    shares = {}
    for hour in ("Tu 10:00", "Sa 10:00", "Su 10:00"):
        (folder / "indicators" / "clinic.yaml").write_text(text + rule.format(hour), encoding="utf-8")
        measured = measure_folder(folder)
        shares[hour] = [
            (e["name"], e["share"]) for r in measured.records for e in r["readings"] if e["name"] != "straight"
        ]

    assert shares["Tu 10:00"] == [("as defined", "30.0"), ("network", "30.0"), ("any hour", "100.0")]
    assert shares["Sa 10:00"][0] == ("as defined", "90.0")
    assert shares["Su 10:00"] == []  # nothing is open: an issue, and no figure


def test_a_group_is_measured_at_its_own_speed(folder: Path):
    homes = (
        HOMES.replace("people,district", "people,old,district").replace("10,甲", "10,10,甲").replace("20,甲", "20,5,甲")
    )
    (folder / "indicators/data/homes.csv").write_text(homes.replace("70,乙", "70,0,乙"), "utf-8")
    text = CLINIC.replace("{metres: 250}", "{minutes: 3}").replace(
        "group: district", "group: district, segments: [old]"
    )
    (folder / "indicators" / "clinic.yaml").write_text(text + "speeds: {old: 2.4}\n", encoding="utf-8")

    [record] = measure_folder(folder).records

    # 240 m in three minutes, 120 m for the old: the five of them 180 m away are not served
    assert record["value"] == "25.0"
    assert record["segments"][0]["served"] == "10"


def test_districts_are_read_from_a_map(folder: Path):
    west = '"POLYGON((117.9 35.9, 118.001 35.9, 118.001 36.1, 117.9 36.1, 117.9 35.9))",西区'
    east = '"POLYGON((118.001 35.9, 118.003 35.9, 118.003 36.1, 118.001 36.1, 118.001 35.9))",东区'
    (folder / "indicators/data/areas.csv").write_text(f"wkt,called\n{west}\n{east}\n", "utf-8")
    text = CLINIC.replace("group: district", "districts: {layer: data/areas.csv, name: called}")
    (folder / "indicators" / "clinic.yaml").write_text(text, encoding="utf-8")

    measured = measure_folder(folder)

    [record] = measured.records
    assert [(each["name"], each["total"]) for each in record["groups"]] == [("–", "70"), ("东区", "20"), ("西区", "10")]
    assert [issue.code for issue in measured.issues if issue.code == "no_district"] == ["no_district"]
    assert "data/areas.csv" in {each["name"] for each in record["inputs"]}


def test_districts_come_from_a_column_or_from_a_map(folder: Path):
    text = CLINIC.replace("group: district", "group: district, districts: {layer: data/areas.geojson}")
    (folder / "indicators" / "clinic.yaml").write_text(text, encoding="utf-8")

    [issue] = measure_folder(folder).issues

    assert "give 'group' or 'districts', one of the two" in issue.message
