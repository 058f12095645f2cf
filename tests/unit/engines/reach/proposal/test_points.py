from __future__ import annotations

import json
from pathlib import Path

import pytest

from lantu.engines.reach.proposal.points import read_points
from lantu.model import InputError


def a_file(folder: Path, text: str, name: str = "homes.csv", encoding: str = "utf-8") -> Path:
    (folder / name).write_text(text, encoding=encoding)
    return folder / name


def test_a_table_of_places_is_read(tmp_path: Path):
    points = read_points(a_file(tmp_path, "id,lon,lat,people\na,118.05,36.81,12\n"))

    assert (points.id, points.degrees, points.x[0], points.numbers("people").tolist()) == (("a",), True, 118.05, [12.0])


def test_a_table_of_a_chinese_spreadsheet_is_read(tmp_path: Path):
    points = read_points(a_file(tmp_path, "id,经度,纬度,人口\n张店,118.05,36.81,12\n", encoding="gb18030"))

    assert (points.id, points.words("人口")) == (("张店",), ("12",))


def test_of_an_area_the_middle_is_taken(tmp_path: Path):
    square = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
    feature = {"type": "Feature", "id": 7, "geometry": square, "properties": {"people": 3}}

    points = read_points(
        a_file(tmp_path, json.dumps({"type": "FeatureCollection", "features": [feature]}), "homes.geojson")
    )

    assert (points.id, points.x[0], points.y[0], points.words("people")) == (("7",), 1.0, 1.0, ("3",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,lon,lat\na,1,2\na,3,4\n", "'a' stands twice"),
        ("id,lon,lat\na,36.81,118.05\n", "axes seem swapped"),
        ("id,lon,lat\na,20500000,4070000\n", "metres belong in columns x and y"),
        ("id,lon,lat\na,,\n", "without coordinates"),
        ("id,lon,lat\n", "no rows"),
        ("id,here,there\na,1,2\n", "no coordinates"),
        ("name,lon,lat\na,1,2\n", "no column 'id'"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_line(tmp_path: Path, text: str, said: str):
    with pytest.raises(InputError, match=said):
        read_points(a_file(tmp_path, text))


@pytest.mark.parametrize("field", ["", "-3", "many", "inf"])
def test_a_missing_or_impossible_weight_is_never_zero(tmp_path: Path, field: str):
    points = read_points(a_file(tmp_path, f"id,x,y,people\na,1,2,{field}\n"))

    with pytest.raises(InputError, match="is no number of 0 or more"):
        points.numbers("people")


@pytest.mark.parametrize("text", ["[]", "{", '{"features": []}', '{"features": [{"geometry": null}]}'])
def test_a_broken_geojson_is_said_in_a_line(tmp_path: Path, text: str):
    with pytest.raises(InputError):
        read_points(a_file(tmp_path, text, "homes.geojson"))
