"""Write a proposal: tables, maps for other programs, and a picture."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .asking import Proposal
from .drawing import draw
from .geoparquet import write_geoparquet
from .records import (
    Record,
    curve_records,
    district_records,
    place_records,
    plan_records,
    site_records,
    summary_record,
)
from .town import Town


def write_proposal(folder: Path, town: Town, answer: Proposal) -> tuple[Path, ...]:
    """Write a proposal into a folder and give the files.

    ``sites`` (the plan) and ``places`` (the demand) come as CSV, GeoJSON and, with pyarrow (the extra ``data``),
    GeoParquet; ``plans.csv`` lists the best plans, ``curve.csv`` what each further site buys, ``districts.csv`` the
    districts; ``proposal.json`` says all in brief and ``map.svg`` shows before and after.
    """
    folder.mkdir(parents=True, exist_ok=True)
    layers = {"sites": list(site_records(town, answer)), "places": list(place_records(town, answer))}
    texts = {
        **{f"{name}.csv": _csv(rows) for name, rows in layers.items()},
        **{f"{name}.geojson": _geojson(rows, town.places.degrees) for name, rows in layers.items()},
        "plans.csv": _csv(plan_records(town, answer)),
        "proposal.json": json.dumps(summary_record(town, answer), ensure_ascii=False, indent=1) + "\n",
        "map.svg": draw(town, answer),
    }
    if answer.curve:
        texts["curve.csv"] = _csv(curve_records(answer))
    if town.districts is not None:
        texts["districts.csv"] = _csv(district_records(town, answer))
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    written = [folder / name for name in texts]
    if find_spec("pyarrow") is not None:
        for name, rows in layers.items():
            written.append(folder / f"{name}.parquet")
            write_geoparquet(written[-1], rows, degrees=town.places.degrees)
    return tuple(sorted(written))


def _csv(records: Iterable[Record]) -> str:
    rows = list(records)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _unharmed(value) for key, value in row.items()} for row in rows)
    return text.getvalue()


def _unharmed(value: Any) -> Any:
    """Keep a spreadsheet from taking a name for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "@", "\t"} else value


def _geojson(records: Sequence[Record], degrees: bool) -> str:
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
