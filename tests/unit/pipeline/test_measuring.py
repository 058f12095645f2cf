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
demand: {layer: data/homes.csv, weight: people, group: district}
facilities: {layer: data/clinics.csv}
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
