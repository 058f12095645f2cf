"""The page of measured values, from records as ledgers hold them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lantu.ledger import Ledger, measurement_entry
from lantu.publication import publish

from .sample import sample
from .test_site import Page

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
OLD: dict[str, Any] = {
    "id": "clinics",
    "title": "诊所",
    "title_en": "clinic",
    "value": "50.0",
    "low": "40.0",
    "high": "60.0",
    "unit": "%",
    "engine": "reach",
    "grain": "0.1",
    "target": None,
    "finding": None,
    "weight": "居民",
    "weight_en": "residents",
    "words": "按此定义。",
    "words_en": "By this definition.",
    "attribution": None,
    "cost_unit": "minutes",
    "limit": 10.0,
    "readings": [
        {"name": "as defined", "label": "按本定义", "label_en": "as defined", "way": "legs", "share": "50.0"}
        | {"limit": "10分钟", "limit_en": "10 minutes", "served": "5", "total": "10"}
    ],
    "groups": [],
    "segments": [],
    "inputs": [],
    "file": "indicators/clinics.yaml",
    "definition": "d",
    "software": "lantu 0",
    "commitments": [],
    "map": DRAWING,
    "map_en": DRAWING,
}
CELLS: dict[str, Any] = {
    "side": 100,
    "bounded": False,
    "name": ["a", "b"],
    "lon": [118.0, 118.01],
    "lat": [36.0, 36.0],
    "places": [1, 1],
    "weight": [5, 5],
    "steps": [5, 10, 15, 20],
    "class": [0, 4],
    "readings": [{"cost": [1.0, None], "served": [5, 0]}],
    "ways": [],
    "facilities": {"name": ["x"], "lon": [118.0], "lat": [36.0]},
    "nearest": [0, -1],
}
SITING: dict[str, Any] = {
    "candidates": 7,
    "served": "8",
    "share": "80.0",
    "proven": True,
    "gap": "0.0",
    "sites": [{"order": 1, "name": "空地", "adds": "3", "so_far": "3"}],
}
LATER = {"siting": SITING, "map_next": DRAWING, "map_next_en": DRAWING}


def site(folder: Path, record: dict[str, Any]) -> Path:
    path = sample().write(folder / "ledger.sqlite")
    with Ledger.create_or_open(path) as book:
        book.append([measurement_entry(record)], on=date(2024, 12, 31), whole=False)
    with Ledger.open(path) as book:
        publish(book, folder / "site")
    return folder / "site"


def test_a_value_measured_before_there_were_maps_keeps_its_drawing(tmp_path: Path):
    made = site(tmp_path, OLD)
    page = Page(made / "en" / "measured.html")

    assert "By this definition." in page.text
    assert [a["src"] for tag, a in page.elements if tag == "img"] == ["measured/clinics.svg"]
    assert not any("data-map" in attributes for _, attributes in page.elements)
    assert not (made / "measured").exists()


def test_a_map_has_its_places_its_tiles_and_its_pictures_for_print(tmp_path: Path):
    made = site(tmp_path, OLD | {"cells": CELLS})

    assert (made / "measured" / "clinics.pmtiles").read_bytes().startswith(b"PMTiles")
    assert "lantuMaps" in (made / "zh" / "measured" / "clinics.js").read_text("utf-8")
    assert (made / "data" / "maps" / "clinics-zh.svg").is_file()
    assert (made / "static" / "vendor" / "maplibre" / "LICENSE").is_file()


def test_only_the_page_with_maps_may_connect_and_only_to_its_own_site(tmp_path: Path):
    made = site(tmp_path, OLD | {"cells": CELLS})

    policies = {
        path.name: next(a["content"] for _, a in Page(path).elements if a.get("http-equiv")) or ""
        for path in (made / "en").glob("*.html")
    }
    assert policies.pop("measured.html").endswith("; connect-src 'self'; worker-src 'self'")
    assert not any("connect-src" in policy for policy in policies.values())


def test_without_anything_measured_no_map_library_is_shipped(tmp_path: Path):
    with Ledger.open(sample().write(tmp_path / "ledger.sqlite")) as book:
        publish(book, tmp_path / "site")

    assert not (tmp_path / "site" / "static" / "vendor" / "maplibre").exists()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({}, "It is proven that no others of as many serve more."),
        ({"proven": False, "gap": "2.5"}, "Others would serve at most 2.5% more; that no others do is not proven."),
    ],
)
def test_a_proposal_says_what_it_gains_and_how_sure_it_is(tmp_path: Path, found: dict[str, Any], said: str):
    following = {
        "name": ["空地"],
        "lon": [118.01],
        "lat": [36.0],
        "cost": [1.0, 2.0],
        "served": [5, 3],
        "class": [0, 0],
    }
    record = OLD | LATER | {"cells": CELLS | {"next": following}, "siting": SITING | found}

    made = site(tmp_path, record)
    text = Page(made / "en" / "measured.html").text

    assert (
        "Of 7 possible sites, the best plan of 1 serves 3 more: 80.0% instead of 50.0%, by the same definition." in text
    )
    assert said in text
    assert (made / "en" / "measured" / "clinics-next.svg").is_file()


def test_the_page_says_how_far_half_and_the_worst_served_have_to_go(tmp_path: Path):
    [own] = OLD["readings"]
    far = {"worst_tenth": "31", "mean": "9.5", "readings": [own | {"median": "8", "ninth_decile": "22.8"}]}

    made = site(tmp_path, OLD | far)

    assert (
        "To the nearest, half have at most 8 min, nine in ten at most 22.8 min. "
        "The tenth with the longest ways has 31 min on average, all who get there 9.5 min."
    ) in Page(made / "en" / "measured.html").text
    assert "路最远的一成平均31分钟" in Page(made / "zh" / "measured.html").text
