"""The tiles of a small town, read back by the readers of the same formats."""

from __future__ import annotations

import gzip
import time
from typing import Any

import mapbox_vector_tile
import pytest
from pmtiles.reader import MemorySource, Reader, all_tiles

from lantu.engines.reach.archive import vector_tiles
from lantu.engines.reach.cells import cells_record

from .test_record import STRAIGHT, measured


@pytest.fixture(scope="module")
def cells() -> dict[str, Any]:
    return cells_record(measured(STRAIGHT, 30))


def tiles(data: bytes) -> dict[tuple[int, int, int], dict[str, Any]]:
    found = all_tiles(MemorySource(data))
    return {at: mapbox_vector_tile.decode(gzip.decompress(tile)) for at, tile in found}


def test_every_level_holds_every_place_with_its_class(cells: dict[str, Any]):
    held: dict[int, dict[int, int]] = {}
    for (level, _, _), tile in tiles(vector_tiles(cells)).items():
        for feature in tile["cells"]["features"]:
            held.setdefault(level, {})[feature["properties"]["n"]] = feature["properties"]["c"]

    assert len(held) == 4
    assert list(held.values()) == [dict(enumerate(cells["class"]))] * 4


def test_a_place_stands_where_it_is_and_is_as_wide_as_its_side(cells: dict[str, Any]):
    (level, column, _), tile = max(tiles(vector_tiles(cells)).items())
    [ring] = tile["cells"]["features"][0]["geometry"]["coordinates"]
    n = tile["cells"]["features"][0]["properties"]["n"]

    per = 360 / 2**level / 4096
    lon = (column * 4096 + sum(x for x, _ in ring[:4]) / 4) * per - 180
    wide = (max(x for x, _ in ring) - min(x for x, _ in ring)) * per

    assert lon == pytest.approx(cells["lon"][n], abs=2 * per)
    assert wide == pytest.approx(100 / 111_320 / 0.8007, rel=0.1)  # the cosine of the town's latitude


def test_the_head_says_where_the_map_is(cells: dict[str, Any]):
    head = Reader(MemorySource(vector_tiles(cells))).header()

    assert head["min_lon_e7"] / 1e7 < min(cells["lon"]) <= max(cells["lon"]) < head["max_lon_e7"] / 1e7
    assert head["max_zoom"] - head["min_zoom"] == 3


def test_the_same_places_give_the_same_bytes_at_another_time(cells: dict[str, Any], monkeypatch: pytest.MonkeyPatch):
    first = vector_tiles(cells)
    monkeypatch.setattr(time, "time", lambda: 2e9)

    assert vector_tiles(cells) == first


def test_one_lone_place_is_a_map_too():
    assert tiles(vector_tiles(cells_record(measured(STRAIGHT, 1))))
