"""Rows as other programs read them: CSV, GeoJSON and GeoParquet; numbers as people write them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from .geoparquet import write_geoparquet

Record = dict[str, Any]


def plain(value: Any) -> int | float | None:
    """Give a whole number as such, others to a millionth, and nothing for what is infinite or no number.

    >>> plain(3.0), plain(1 / 3), plain(float("inf"))
    (3, 0.333333, None)
    """
    number = float(value)
    if not np.isfinite(number):
        return None
    return int(number) if number.is_integer() and abs(number) < 2.0**53 else round(number, 6)


def position(degrees: bool, x: float, y: float) -> Record:
    """Give a place as longitude and latitude to a centimetre, or as metres on a plane."""
    lon, lat = round(float(x), 7), round(float(y), 7)
    return {"lon": lon, "lat": lat} if degrees else {"x": lon, "y": lat}


def write_layer(folder: Path, name: str, rows: Sequence[Record], *, degrees: bool) -> list[Path]:
    """Write rows with positions as CSV, GeoJSON and, with pyarrow (the extra ``data``), GeoParquet; give the files."""
    texts = {f"{name}.csv": csv_text(rows), f"{name}.geojson": geojson_text(rows, degrees=degrees)}
    written = write_texts(folder, texts)
    if find_spec("pyarrow") is not None:
        written.append(folder / f"{name}.parquet")
        write_geoparquet(written[-1], rows, degrees=degrees)
    return written


def write_texts(folder: Path, texts: dict[str, str]) -> list[Path]:
    """Write texts under their names and give the files."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in texts]


def csv_text(records: Iterable[Record]) -> str:
    """Give rows as CSV with a header; what is missing is empty."""
    rows = list(records)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _unharmed(value) for key, value in row.items()} for row in rows)
    return text.getvalue()


def _unharmed(value: Any) -> Any:
    """Keep a spreadsheet from taking a name for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "@", "\t"} else value


def geojson_text(records: Sequence[Record], *, degrees: bool) -> str:
    """Give points; of coordinates on a plane nobody may think that they are degrees, so their system is null."""
    axes = ("lon", "lat") if degrees else ("x", "y")
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [row[axis] for axis in axes]},
            "properties": {key: value for key, value in row.items() if key not in axes},
        }
        for row in records
    ]
    unknown = {} if degrees else {"crs": None}
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    head = json.dumps({"type": "FeatureCollection", **unknown})[:-1]
    return f'{head}, "features": [\n{lines}\n]}}\n'


def json_text(record: Record) -> str:
    """Give one record as JSON that people can read too."""
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"
