"""Files as people bring them, and what is said of those that cannot be used."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from lantu.engines.reach.inputs import read_layer
from lantu.engines.reach.inputs.checks import require_overlap
from lantu.engines.reach.layers import Layer
from lantu.model import InputError

PLACE = {"type": "Point", "coordinates": [118.0, 36.8]}


def geojson(path: Path, *geometries: object, **more: object) -> Path:
    features = [{"type": "Feature", "properties": {"no": n}, "geometry": g} for n, g in enumerate(geometries, 1)]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features} | more), encoding="utf-8")
    return path


def table(folder: Path, text: str, name: str = "homes.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_features_of_geojson_have_places_and_columns(tmp_path: Path):
    layer, issues = read_layer(geojson(tmp_path / "a.geojson", PLACE))

    assert (layer.shapes[0].x, layer.columns["no"].tolist(), issues) == (118.0, [1], [])
    assert len(layer.sha256 or "") == 64


def test_rows_of_a_table_with_coordinates_are_points(tmp_path: Path):
    layer, _ = read_layer(table(tmp_path, "﻿id,经度,纬度,people\na,118.1,36.8,20\n"))

    assert (layer.shapes[0].x, layer.shapes[0].y, layer.numbers("people").tolist()) == (118.1, 36.8, [20.0])


def test_a_table_may_hold_wkt(tmp_path: Path):
    layer, _ = read_layer(table(tmp_path, 'id,wkt\na,"POLYGON ((118 36, 118.1 36, 118.1 36.1, 118 36))"\n'))

    assert layer.shapes[0].geom_type == "Polygon"


def test_features_without_a_place_are_reported_and_left_out(tmp_path: Path):
    layer, [issue] = read_layer(geojson(tmp_path / "a.geojson", PLACE, None))

    assert len(layer) == 1
    assert "1 of 2 features have no place and are left out" in str(issue)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,lon,lat\na,36.8,118\n", "latitude 118 .*: the axes are swapped; write longitude first"),
        ("id,lon,lat\na,500000,4070000\n", r"are no degrees: another coordinate system; reproject it to WGS 84"),
        ("id,lon,lat\n", "no rows below a header; name a table that holds something"),
        ("id,lon,lat\na,,\n", "no feature with a place"),
        ("id,east,north\na,1,2\n", r"no columns of coordinates \(it has id, east, north\); name them lon and lat"),
        ("id,lon,lat\na,118 E,36\n", "'118 E' in column 'lon', row 1, is no number"),
    ],
)
def test_a_table_that_cannot_be_used_is_one_clear_line(tmp_path: Path, text: str, said: str):
    with pytest.raises(InputError, match=said):
        read_layer(table(tmp_path, text))


def test_geojson_in_another_system_is_an_error(tmp_path: Path):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}

    with pytest.raises(InputError, match=r"its coordinate system is urn.*3857; reproject it to WGS 84"):
        read_layer(geojson(tmp_path / "a.geojson", PLACE, crs=crs))


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"features": 3}'])
def test_what_is_no_geojson_is_an_error(tmp_path: Path, content: bytes):
    (tmp_path / "a.geojson").write_bytes(content)

    with pytest.raises(InputError, match=r"a\.geojson: no GeoJSON"):
        read_layer(tmp_path / "a.geojson")


def test_an_unknown_kind_of_file_names_the_known_ones(tmp_path: Path):
    with pytest.raises(InputError, match=r"no kind of file for places; give \.csv, \.geojson"):
        read_layer(tmp_path / "homes.txt")


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path):
    with pytest.raises(InputError, match="no such file"):
        read_layer(tmp_path / "homes.csv")


def test_a_layer_that_lies_elsewhere_is_an_error():
    elsewhere = Layer("clinics", np.array([shapely.Point(8.5, 47.4)], dtype=object))

    with pytest.raises(InputError, match="clinics: none of its 1 features lies by the ways"):
        require_overlap(elsewhere, np.array([118.0]), np.array([36.8]), "the ways")


def test_a_layer_that_lies_there_with_swapped_axes_is_told_so():
    swapped = Layer("clinics", np.array([shapely.Point(41.15, -8.6)], dtype=object))

    with pytest.raises(InputError, match="only if its axes are swapped"):
        require_overlap(swapped, np.array([-8.61]), np.array([41.16]), "the ways")


@pytest.mark.extra("pyogrio")  # noqa: S610
def test_a_geopackage_in_metres_is_turned_into_degrees(tmp_path: Path):
    geopandas = importlib.import_module("geopandas")
    frame = geopandas.GeoDataFrame({"no": [7]}, geometry=[shapely.Point(118.0, 36.8)], crs="EPSG:4326")
    frame.to_crs("EPSG:32650").to_file(tmp_path / "a.gpkg")

    layer, _ = read_layer(tmp_path / "a.gpkg")

    assert (round(layer.shapes[0].x, 7), round(layer.shapes[0].y, 7)) == (118.0, 36.8)
    assert layer.columns["no"].tolist() == [7]


@pytest.mark.extra("pyogrio")  # noqa: S610
def test_a_broken_geopackage_is_one_line_and_no_warning_beside_it(tmp_path: Path, recwarn: pytest.WarningsRecorder):
    (tmp_path / "a.gpkg").write_bytes(b"SQLite format 3\0" + b"x" * 200)

    with pytest.raises(InputError, match="no GeoPackage that can be read"):
        read_layer(tmp_path / "a.gpkg")

    assert [str(each.message) for each in recwarn] == []


@pytest.mark.extra("geopandas")  # noqa: S610
def test_geoparquet_is_read(tmp_path: Path):
    geopandas = importlib.import_module("geopandas")
    geopandas.GeoDataFrame({"no": [7]}, geometry=[shapely.Point(118, 36.8)], crs=4326).to_parquet(
        tmp_path / "a.parquet"
    )

    layer, _ = read_layer(tmp_path / "a.parquet")

    assert (layer.shapes[0].x, layer.columns["no"].tolist()) == (118.0, [7])


@pytest.mark.extra("osmium")  # noqa: S610
def test_an_extract_gives_points_and_areas_with_the_tags_asked_for(tmp_path: Path):
    osmium = importlib.import_module("osmium")
    path = tmp_path / "town.osm.pbf"
    with osmium.SimpleWriter(str(path)) as writer:
        for number, place in enumerate([(0, 0), (0.001, 0), (0.001, 0.001), (0, 0.001)], 1):
            tags = {"leisure": "park"} if number == 1 else {}
            writer.add_node(osmium.osm.mutable.Node(id=number, location=place, tags=tags))
        house = {"building": "yes", "building:levels": "3"}
        writer.add_way(osmium.osm.mutable.Way(id=9, nodes=[1, 2, 3, 4, 1], tags=house))

    layer, _ = read_layer(path, tags=["building", "leisure"])

    assert sorted(layer.columns["osm"]) == ["node/1", "way/9"]
    row = layer.columns["osm"].tolist().index("way/9")
    assert layer.numbers("square_metres")[row] == pytest.approx(111_320 * 110_574 / 1e6, rel=1e-3)
    assert layer.numbers("floor_area")[row] == pytest.approx(3 * layer.numbers("square_metres")[row])


def test_a_table_that_excel_wrote_in_china_is_read(tmp_path: Path):
    (tmp_path / "a.csv").write_bytes("lon,lat,区\n118,36.8,甲区\n".encode("gbk"))

    assert read_layer(tmp_path / "a.csv")[0].columns["区"].tolist() == ["甲区"]
