from __future__ import annotations

import json
from typing import Any

import pytest

from lantu.publication.language import languages
from lantu.publication.maps import legend, map_script

CHINESE, ENGLISH = languages()
RECORD: dict[str, Any] = {
    "id": "clinics",
    "limit": 10.0,
    "cost_unit": "minutes",
    "weight": "居民",
    "weight_en": "residents",
    "readings": [{"label": "按本定义", "label_en": "as defined", "way": "legs", "share": "50.0"}],
    "cells": {
        "side": 100,
        "steps": [5.0, 10.0, 15.0, 20.0],
        "name": ["</script>"],
        "readings": [{"cost": [7.5], "served": [3]}],
    },
}


def data(language: Any) -> dict[str, Any]:
    written = map_script(RECORD, language)
    found: dict[str, Any] = json.loads(written.partition(" = ")[2].rstrip(";\n"))
    return found


def test_the_script_files_the_places_under_the_id_of_the_measure():
    assert map_script(RECORD, ENGLISH).startswith('(window.lantuMaps ??= {})["clinics"] = {')


def test_each_reading_has_its_name_in_the_language_and_its_columns():
    [reading] = data(CHINESE)["readings"]

    assert reading == {"cost": [7.5], "served": [3], "name": "按本定义", "way": "legs"}


@pytest.mark.parametrize(
    ("language", "unit", "what", "over"),
    [
        (CHINESE, "{figure}分钟", "居民", "比限距{limit}多{over}。"),
        (ENGLISH, "{figure} min", "residents", "That is {over} more than the limit of {limit}."),
    ],
)
def test_words_are_of_the_language_with_places_to_fill(language: Any, unit: str, what: str, over: str):
    found = data(language)

    assert (found["unit"], found["what"], found["words"]["over"]) == (unit, what, over)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            CHINESE,
            [
                "服务到：5分钟以内",
                "服务到：5–10分钟",
                "未服务到：10–15分钟",
                "未服务到：15–20分钟",
                "未服务到：20分钟以上或不可达",
            ],
        ),
        (
            ENGLISH,
            [
                "served: up to 5 min",
                "served: 5–10 min",
                "not served: 10–15 min",
                "not served: 15–20 min",
                "not served: more than 20 min, or no way",
            ],
        ),
    ],
)
def test_the_legend_parts_what_is_served_from_what_is_not(language: Any, words: list[str]):
    assert legend(RECORD, language) == words
