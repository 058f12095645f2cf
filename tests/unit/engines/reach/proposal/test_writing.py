from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lantu.engines.reach.proposal import Goal, Question, propose, write_proposal

from .towns import town

DEGREES = "id,lon,lat,weight\na,118.000,36.8,10\nb,118.001,36.8,20\nc,118.02,36.8,30\n"
LOTS = "id,lon,lat\nwest,118.0005,36.8\neast,118.0205,36.8\n"


def written(folder: Path, homes: str = DEGREES, lots: str = LOTS, **options: str) -> Path:
    here = town(folder, homes, lots, **options)
    question = Question(Goal.COVERAGE, 100.0, 2, plans=2)
    write_proposal(folder / "plan", here, propose(question, here.ways, here.weight, here.stands, here.prices))
    return folder / "plan"


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_the_table_names_the_sites_in_the_order_of_building(tmp_path: Path):
    table = rows(written(tmp_path) / "sites.csv")

    assert [(row["order"], row["id"], row["adds_so_far"]) for row in table] == [
        ("1", "west", "30"),
        ("2", "east", "60"),
    ]


def test_a_place_is_told_its_way_before_and_after(tmp_path: Path):
    last = rows(written(tmp_path) / "places.csv")[2]

    assert (last["before"], last["site"], last["served_before"], last["served_after"]) == ("", "east", "False", "True")
    assert float(last["after"]) == pytest.approx(44.6, abs=0.1)


def test_geojson_has_longitude_first(tmp_path: Path):
    layer = json.loads((written(tmp_path) / "sites.geojson").read_text(encoding="utf-8"))

    assert (layer["features"][0]["geometry"]["coordinates"], "crs" in layer) == ([118.0005, 36.8], False)


def test_metres_on_a_plane_are_not_passed_off_as_degrees(tmp_path: Path):
    homes, lots = DEGREES.replace("lon,lat", "x,y"), LOTS.replace("lon,lat", "x,y")

    layer = json.loads((written(tmp_path, homes, lots) / "sites.geojson").read_text(encoding="utf-8"))

    assert layer["crs"] is None


@pytest.mark.extra("geopandas")  # noqa: S610 - no database here
def test_geoparquet_is_read_by_others(tmp_path: Path):
    import geopandas  # noqa: PLC0415 - an extra

    frame = geopandas.read_parquet(written(tmp_path) / "places.parquet")

    assert (frame.crs.to_epsg() or frame.crs.name, frame.geometry.iloc[0].x) == ("WGS 84 (CRS84)", 118.0)
    assert frame["served_after"].tolist() == [True, True, True]


def test_districts_are_compared(tmp_path: Path):
    homes = "id,lon,lat,weight,part\na,118,36.8,10,东\nb,118.001,36.8,20,东\nc,119,36.8,30,西\n"

    table = rows(written(tmp_path, homes, district="part") / "districts.csv")

    assert [(row["district"], row["share_before"], row["share_after"]) for row in table] == [
        ("东", "0", "1"), ("西", "0", "0"),
    ]  # fmt: skip


def test_the_picture_says_what_it_shows(tmp_path: Path):
    picture = ElementTree.fromstring((written(tmp_path) / "map.svg").read_text(encoding="utf-8"))  # noqa: S314 - ours

    text = " ".join("".join(each.itertext()) for each in picture)
    assert "served = within 100 m in a straight line" in text
    assert "before · 现状: 0.0 % served" in text
    assert "after · 建成后: 100.0 % served" in text
    assert "proven optimal" in text


def test_a_name_cannot_become_markup_or_a_formula(tmp_path: Path):
    folder = written(tmp_path, lots=LOTS.replace("west", "=<b>"))

    assert rows(folder / "sites.csv")[0]["id"] == "'=<b>"
    assert "&lt;b&gt;" in (folder / "map.svg").read_text(encoding="utf-8")


def test_the_same_town_gives_the_same_bytes(tmp_path: Path):
    once = {path.name: path.read_bytes() for path in written(tmp_path).iterdir()}

    again = {path.name: path.read_bytes() for path in written(tmp_path).iterdir()}

    assert again == once
