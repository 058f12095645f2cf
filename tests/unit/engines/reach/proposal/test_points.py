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
    points, _ = read_points(a_file(tmp_path, "id,lon,lat,people\na,118.05,36.81,12\n"))

    assert (points.id, points.degrees, points.x[0], points.numbers("people").tolist()) == (("a",), True, 118.05, [12.0])


def test_a_table_of_a_chinese_spreadsheet_is_read(tmp_path: Path):
    points, _ = read_points(a_file(tmp_path, "id,经度,纬度,人口\n张店,118.05,36.81,12\n", encoding="gb18030"))

    assert (points.id, points.words("人口")) == (("张店",), ("12",))


def test_of_an_area_the_middle_is_taken(tmp_path: Path):
    square = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
    feature = {"type": "Feature", "geometry": square, "properties": {"id": 7, "people": 3}}

    points, _ = read_points(
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
    points, _ = read_points(a_file(tmp_path, f"id,x,y,people\na,1,2,{field}\n"))

    with pytest.raises(InputError, match="is no number of 0 or more"):
        points.numbers("people")


@pytest.mark.parametrize("text", ["[]", "{", '{"features": []}', '{"features": [{"geometry": null}]}'])
def test_a_broken_geojson_is_said_in_a_line(tmp_path: Path, text: str):
    with pytest.raises(InputError):
        read_points(a_file(tmp_path, text, "homes.geojson"))


@pytest.mark.parametrize(("name", "header"), [("homes.csv", "gcj02_lng,gcj02_lat"), ("gcj02.csv", "lng,lat")])
def test_coordinates_of_a_chinese_map_service_are_converted_and_that_is_said(tmp_path: Path, name: str, header: str):
    points, [issue] = read_points(a_file(tmp_path, f"id,{header}\na,118.06,36.81\n", name))

    assert issue.code == "shifted"
    assert (points.x[0] - 118.06) * 89_000 == pytest.approx(-500, abs=200)


def test_an_ending_that_is_unknown_is_said_in_a_line(tmp_path: Path):
    with pytest.raises(InputError, match="no kind of file"):
        read_points(a_file(tmp_path, "id\n", "homes.xls"))


@pytest.mark.extra("geopandas")  # noqa: S610 - no database here
@pytest.mark.parametrize("ending", ["gpkg", "parquet"])
def test_packages_of_others_are_read(tmp_path: Path, ending: str):
    import geopandas  # noqa: PLC0415 - an extra
    import shapely  # noqa: PLC0415

    frame = geopandas.GeoDataFrame({"id": ["a"], "people": [3]}, geometry=[shapely.Point(118, 36)], crs=4326)
    path = tmp_path / f"homes.{ending}"
    frame.to_file(path) if ending == "gpkg" else frame.to_parquet(path)

    points, _ = read_points(path)

    assert (points.id, points.x[0], points.numbers("people").tolist()) == (("a",), 118.0, [3.0])
