from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse.csgraph import dijkstra

from lantu.engines.reach.inputs import read_network
from lantu.model import InputError

HEAD = "from_lon,from_lat,to_lon,to_lat"


def network(folder: Path, text: str, mode: str = "walk"):
    (folder / "ways.csv").write_text(text, encoding="utf-8")
    return read_network(folder / "ways.csv", mode)[0]


def cost(found, start: float, end: float) -> float:
    at = [int(np.abs(found.lon - lon).argmin()) for lon in (start, end)]
    return float(dijkstra(found.metres, True, at[0])[at[1]])


def test_edges_that_share_an_end_meet_there(tmp_path: Path):
    found = network(tmp_path, f"{HEAD},metres\n118,36,118.001,36,95\n118.001,36,118.002,36,120\n")

    assert cost(found, 118, 118.002) == 215


def test_one_way_and_private_ways_are_respected(tmp_path: Path):
    text = f"{HEAD},one_way,access\n118,36,118.001,36,yes,\n118.001,36,118.002,36,,private\n"

    found = network(tmp_path, text)

    assert (cost(found, 118, 118.001) < np.inf, cost(found, 118.001, 118)) == (True, np.inf)
    assert len(found) == 2


def test_stairs_are_slower(tmp_path: Path):
    found = network(tmp_path, f"{HEAD},highway\n118,36,118.001,36,steps\n")

    assert found.effort.max() == pytest.approx(2 * found.metres.max())


def test_lines_meet_where_they_share_a_corner(tmp_path: Path):
    lines = [[[118, 36], [118.001, 36], [118.002, 36]], [[118.001, 36], [118.001, 36.001]]]
    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "LineString", "coordinates": c}} for c in lines
    ]
    (tmp_path / "ways.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))

    found, issues, _ = read_network(tmp_path / "ways.geojson", "walk")

    assert (len(found), found.island.max(), issues) == (4, 0, [])


def test_a_table_without_ends_is_an_error(tmp_path: Path):
    with pytest.raises(InputError, match="no column 'to_lat'; a table of edges has from_lon"):
        network(tmp_path, "from_lon,from_lat,to_lon\n118,36,118\n")


def test_a_table_without_a_way_for_the_mode_is_an_error(tmp_path: Path):
    with pytest.raises(InputError, match="no way for mode 'drive'"):
        network(tmp_path, f"{HEAD},highway\n118,36,118.001,36,footway\n", "drive")


@pytest.mark.parametrize("length", ["-3", ""])
def test_an_edge_without_a_length_is_named_by_file_and_row(tmp_path: Path, length: str):
    with pytest.raises(InputError, match=rf"ways\.csv: '{length}' in column 'metres', row 2, is no length"):
        network(tmp_path, f"{HEAD},metres\n118,36,118.001,36,95\n118.001,36,118.002,36,{length}\n")
