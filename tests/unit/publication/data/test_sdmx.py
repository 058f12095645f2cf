"""SDMX: the structure and the data as a public client (sdmx1) reads them, and the message against its rules."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lantu.publication.data import Release, export
from lantu.publication.data.sdmx.cube import series

pytestmark = pytest.mark.extra("sdmx")

KINDS = ["BASELINE", "TARGET", "TARGET_ORIG", "EXPECTED", "ACTUAL_LO", "ACTUAL_HI", "MEASURED"]
COMPONENT = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]*$"},
        "name": {"type": "string"},
        "names": {"type": "object"},
        "values": {
            "type": "array",
            "minItems": 1,
            "uniqueItems": True,
            "items": {"oneOf": [{"required": ["id", "name"]}, {"required": ["value"]}]},
        },
    },
}
CELLS = {"type": "array", "items": {"type": ["integer", "number", "null"]}}
MESSAGE = {
    "type": "object",
    "required": ["meta", "data"],
    "properties": {
        "meta": {
            "required": ["id", "prepared", "sender"],
            "properties": {"id": {"pattern": "^[A-Za-z0-9_@$-]+$"}, "sender": {"required": ["id"]}},
        },
        "data": {
            "properties": {
                "structures": {
                    "minItems": 1,
                    "items": {
                        "required": ["dimensions"],
                        "properties": {
                            "dimensions": {
                                "additionalProperties": False,
                                "properties": {
                                    "observation": {
                                        "items": {"allOf": [COMPONENT, {"required": ["keyPosition"]}]},
                                    }
                                },
                            },
                            "measures": {"properties": {"observation": {"items": COMPONENT}}},
                            "attributes": {
                                "additionalProperties": False,
                                "properties": {
                                    name: {"items": COMPONENT}
                                    for name in ("dataSet", "dimensionGroup", "series", "observation")
                                },
                            },
                        },
                    },
                },
                "dataSets": {
                    "minItems": 1,
                    "items": {
                        "required": ["links"],
                        "properties": {
                            "action": {"enum": ["Information", "Append", "Replace", "Delete"]},
                            "links": {"items": {"required": ["urn", "rel"]}},
                            "observations": {
                                "minProperties": 1,
                                "additionalProperties": False,
                                "patternProperties": {"^[0-9]+(:[0-9]+)*$": CELLS},
                            },
                            "dimensionGroupAttributes": {
                                "additionalProperties": False,
                                "patternProperties": {"^(([0-9]*)?(:[0-9]*)*)$": CELLS},
                            },
                        },
                    },
                },
            }
        },
    },
}
"""What SDMX-JSON 2.1 asks of the parts that we write (our transcription of its data schema)."""


def read(release: Release, folder: Path) -> Any:
    import sdmx

    export("sdmx", release, folder)
    with (folder / "sdmx" / "structure.xml").open("rb") as told:
        structure = sdmx.read_sdmx(told).structure["DSD_LANTU"]
    with (folder / "sdmx" / "data.csv").open("rb") as told:
        return structure, sdmx.read_sdmx(told, format="csv", structure=structure).data[0].obs


def observations(release: Release, folder: Path) -> dict[tuple[str, str], Any]:
    _, found = read(release, folder)
    return {(str(one.dimension["COMMITMENT"].value), str(one.dimension["VALUE_TYPE"].value)): one for one in found}


def attributes(one: Any) -> dict[str, str]:
    return {name: value.value for name, value in one.attached_attribute.items()}


def assert_same_book(found: dict[tuple[str, str], Any], release: Release) -> None:
    assert found
    for entry in release.book.entries:
        record, verdict = entry.commitment, entry.verdict
        values = {kind: found[entry.id, kind].value or None for kind in KINDS}
        low, high = verdict["actual"] or (None, None)
        assert (values["TARGET_ORIG"], values["EXPECTED"]) == (record["value"], verdict["expected"])
        assert (values["ACTUAL_LO"], values["ACTUAL_HI"]) == (low, high)
        told = attributes(found[entry.id, "TARGET"])
        names = {"INDICATOR": "indicator", "COMPARATOR": "comparator", "GRAIN": "grain", "PERIOD_END": "period_end"}
        assert {name: told[name] or None for name in names} == {name: record[key] for name, key in names.items()}
        assert (told["VERDICT"], told["COMPUTED"]) == (entry.kind, verdict["verdict"])
        assert int(told["STARTS"]) == record["start"]
    assert len(found) == len(KINDS) * len(release.book.entries)


def test_the_structure_names_the_seven_values(release: Release, tmp_path: Path) -> None:
    structure, _ = read(release, tmp_path)

    assert [one.id for one in structure.dimensions] == ["REF_AREA", "COMMITMENT", "VALUE_TYPE", "TIME_PERIOD"]
    codes = structure.dimensions.get("VALUE_TYPE").local_representation.enumerated
    assert list(codes.items) == KINDS


def test_the_figures_come_back_row_by_row(release: Release, tmp_path: Path) -> None:
    assert_same_book(observations(release, tmp_path), release)


@pytest.mark.shared
def test_every_commitment_of_a_real_plan_comes_back(zibo: Release, tmp_path: Path) -> None:
    found = observations(zibo, tmp_path)

    assert len(found) > 2000
    assert_same_book(found, zibo)


def test_a_missing_value_is_empty_and_marked(release: Release, tmp_path: Path) -> None:
    found = observations(release, tmp_path)
    silent = next(entry for entry in release.book.entries if entry.kind == "silent")
    missing = {kind: found[silent.id, kind] for kind in KINDS}

    assert {one.value for one in missing.values()} == {""}
    assert {attributes(one)["OBS_STATUS"] for one in missing.values()} == {"M"}


def test_a_value_is_marked_normal_and_has_its_unit(release: Release, tmp_path: Path) -> None:
    found = observations(release, tmp_path)
    jobs = next(entry for entry in release.book.entries if entry.commitment["quote"] == "1.63万个以上")
    told = attributes(found[jobs.id, "TARGET"])

    assert (found[jobs.id, "TARGET"].value, told["OBS_STATUS"], told["UNIT"]) == ("16300", "A", "个")


def test_a_moved_goalpost_has_two_targets(release: Release) -> None:
    book = release.book
    first, later = [entry for entry in book.entries if entry.commitment["unit"] == "个"][:2]
    moved = replace(first, verdict={**first.verdict, "restated_by": later.id, "flags": ["raised"]})
    entries = tuple(moved if entry.id == first.id else entry for entry in book.entries)

    told = next(each for each in series(replace(book, entries=entries)) if each.id == first.id)
    values = {value.kind: value.value for value in told.values}

    assert values["TARGET_ORIG"] == first.commitment["value"]
    assert values["TARGET"] == later.commitment["value"] != first.commitment["value"]


def test_a_measured_value_stands_beside_the_commitment_in_its_own_unit(release: Release) -> None:
    entry = release.book.entries[0]
    measured = {"id": "reach", "value": "61.4", "unit": "%", "commitments": [entry.id]}
    book = replace(release.book, measurements=(measured,))

    told = {each.id: {value.kind: value for value in each.values} for each in series(book)}
    assert (told[entry.id]["MEASURED"].value, told[entry.id]["MEASURED"].unit) == ("61.4", "%")
    assert {values["MEASURED"].value for key, values in told.items() if key != entry.id} == {None}


def test_the_header_of_the_csv_is_that_of_the_standard(release: Release, tmp_path: Path) -> None:
    export("sdmx", release, tmp_path)
    text = (tmp_path / "sdmx" / "data.csv").read_text("utf-8")
    head, first = list(csv.reader(io.StringIO(text)))[:2]

    assert head[:4] == ["STRUCTURE", "STRUCTURE_ID", "ACTION", "REF_AREA"]
    assert first[:4] == ["dataflow", "LANTU:DF_LANTU(1.0.0)", "I", "990200"]


def test_the_message_keeps_the_rules_of_sdmx_json(release: Release, tmp_path: Path) -> None:
    import jsonschema

    export("sdmx", release, tmp_path)
    message = json.loads((tmp_path / "sdmx" / "data.json").read_text("utf-8"))

    jsonschema.validate(message, MESSAGE)
    assert message["meta"]["schema"] == "https://json.sdmx.org/2.1/sdmx-json-data-schema.json"


def test_the_message_holds_what_the_csv_holds(release: Release, tmp_path: Path) -> None:
    found = observations(release, tmp_path)
    data = json.loads((tmp_path / "sdmx" / "data.json").read_text("utf-8"))["data"]
    [structure], [told] = data["structures"], data["dataSets"]
    dimensions = {one["id"]: one["values"] for one in structure["dimensions"]["observation"]}
    status = next(one for one in structure["attributes"]["observation"] if one["id"] == "OBS_STATUS")["values"]

    for key, (value, state, _) in told["observations"].items():
        _, commitment, kind, _ = (int(part) for part in key.split(":"))
        one = found[dimensions["COMMITMENT"][commitment]["id"], dimensions["VALUE_TYPE"][kind]["id"]]
        assert value == (None if one.value == "" else pytest.approx(float(one.value), rel=1e-15))
        assert status[state]["id"] == attributes(one)["OBS_STATUS"]
    assert len(told["observations"]) == len(found)
