"""Write a proposal: tables, maps for other programs, and a picture."""

from __future__ import annotations

from pathlib import Path

from ..raster import can_rasterise, write_picture
from ..tables import csv_text, json_text, write_layer, write_texts
from .asking import Proposal
from .drawing import draw
from .records import curve_records, district_records, place_records, plan_records, site_records, summary_record
from .sharing import equity_records
from .town import Town


def write_proposal(folder: Path, town: Town, answer: Proposal) -> tuple[Path, ...]:
    """Write a proposal into a folder and give the files.

    ``sites`` (the plan) and ``places`` (the demand) come as CSV, GeoJSON and, with pyarrow (the extra ``data``),
    GeoParquet; ``plans.csv`` lists the best plans, ``curve.csv`` what each further site buys, ``equity.csv`` how
    evenly people are served, ``districts.csv`` the districts; ``proposal.json`` says all in brief and ``map.svg``
    shows before and after (and ``map.png`` for print, with the extra ``report``).
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "plans.csv": csv_text(plan_records(town, answer)),
        "equity.csv": csv_text(equity_records(town, answer)),
        "proposal.json": json_text(summary_record(town, answer)),
        "map.svg": draw(town, answer),
    }
    if answer.curve:
        texts["curve.csv"] = csv_text(curve_records(answer))
    if town.districts is not None:
        texts["districts.csv"] = csv_text(district_records(town, answer))
    layers = {"sites": list(site_records(town, answer)), "places": list(place_records(town, answer))}
    written = write_texts(folder, texts)
    for name, rows in layers.items():
        written += write_layer(folder, name, rows, degrees=town.places.degrees)
    if can_rasterise():
        written.append(folder / "map.png")
        write_picture(written[-1], texts["map.svg"])
    return tuple(sorted(written))
