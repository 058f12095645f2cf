"""Write a measurement for other programs: its readings, its places, its maps; GeoParquet in parts by district."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lantu.model.records import Record

from .geoparquet import write_geoparquet
from .measuring import Measurement
from .raster import can_rasterise, write_picture
from .tables import csv_text, json_text, plain, position, write_layer, write_texts

_APART = ("map", "map_en", "map_next", "map_next_en", "cells")
"""What has files of its own."""


def write_measurement(folder: Path, measured: Measurement, record: Record) -> list[Path]:
    """Write a measurement into a folder and give the files.

    The maps come as SVG and, with the extra ``report``, as PNG for print. ``places`` comes as CSV, GeoJSON and, with
    pyarrow (the extra ``data``), GeoParquet; where places have districts, ``places_by_district`` holds them in one part
    a district, as engines for large tables read them, and as ``lantu reach`` reads them in again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    told = {key: value for key, value in record.items() if key not in _APART}
    texts = {
        "measurement.json": json_text(told),
        "readings.csv": csv_text(record["readings"]),
        **{f"{name}.svg": svg for name, svg in _maps(record).items()},
    }
    rows = list(_places(measured))
    written = [
        *write_texts(folder, texts),
        *_prints(folder, record),
        *write_layer(folder, "places", rows, degrees=True),
    ]
    if measured.demand.group is not None and find_spec("pyarrow") is not None:
        written += _write_parts(folder / "places_by_district", rows)
    return sorted(written)


def _prints(folder: Path, record: Record) -> list[Path]:
    """Draw the maps for print where that can be done."""
    if not can_rasterise():
        return []
    maps = _maps(record)
    for name, svg in maps.items():
        write_picture(folder / f"{name}.png", svg)
    return [folder / f"{name}.png" for name in maps]


def _maps(record: Record) -> dict[str, str]:
    """Give the maps by name: as it is, and where facilities are proposed as it would be."""
    named = (("map-zh", "map"), ("map-en", "map_en"), ("map-next-zh", "map_next"), ("map-next-en", "map_next_en"))
    return {name: record[key] for name, key in named if key in record}


def _places(measured: Measurement) -> Iterator[dict[str, Any]]:
    people, own = measured.demand, measured.reading
    for number in range(len(people)):
        row = {"id": str(people.id[number]), **position(True, people.lon[number], people.lat[number])}
        row |= {"weight": plain(people.weight[number]), "served": plain(own.served_here[number])}
        row["cost"] = plain(own.cost[number])
        yield row if people.group is None else row | {"district": str(people.group[number])}


def _write_parts(folder: Path, rows: list[dict[str, Any]]) -> list[Path]:
    """Write one part a district, the district in the name of its folder (``district=…``)."""
    written = []
    for name in sorted({row["district"] for row in rows}):
        part = folder / f"district={quote(name, safe='')}" / "part-0.parquet"
        part.parent.mkdir(parents=True, exist_ok=True)
        mine = [
            {key: value for key, value in row.items() if key != "district"} for row in rows if row["district"] == name
        ]
        write_geoparquet(part, mine, degrees=True)
        written.append(part)
    return written
