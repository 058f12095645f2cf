"""The Open SDG layout: a file of data and one of metadata a commitment."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
import yaml

from lantu.publication.data import Release, export

from .reread import assert_same_statements, assert_same_verdicts, cells


def written(release: Release, folder: Path) -> dict[str, dict[str, Any]]:
    export("opensdg", release, folder)
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (folder / "open-sdg" / "meta").iterdir()}


def figures(folder: Path, number: str) -> list[dict[str, str]]:
    with (folder / "open-sdg" / "data" / f"indicator_{number}.csv").open(encoding="utf-8", newline="") as told:
        return list(csv.DictReader(told))


def of(meta: dict[str, dict[str, Any]], indicator: str) -> tuple[str, dict[str, Any]]:
    return next((number, one) for number, one in meta.items() if one["indicator_name"] == indicator)


def assert_same_book(meta: dict[str, dict[str, Any]], release: Release) -> None:
    book = release.book
    told = [cells("commitments", one["commitment"]) for one in meta.values()]
    assert_same_statements(told, [entry.commitment for entry in book.entries])
    assert_same_verdicts([cells("verdicts", one["settled"]) for one in meta.values()], None, book)


def test_every_indicator_has_data_and_metadata(release: Release, tmp_path: Path) -> None:
    meta = written(release, tmp_path)
    listed = list(csv.DictReader((tmp_path / "open-sdg" / "indicators.csv").read_text("utf-8").splitlines()))

    assert {one["indicator"] for one in listed} == set(meta)
    assert len(meta) == len(release.book.entries)
    assert {path.stem.removeprefix("indicator_") for path in (tmp_path / "open-sdg" / "data").iterdir()} == set(meta)


def test_direction_is_always_written(release: Release, tmp_path: Path) -> None:
    options = [one["progress_calculation_options"][0] for one in written(release, tmp_path).values()]

    assert {one["direction"] for one in options} <= {"positive", "negative"}
    assert len(options) == len(release.book.entries)


@pytest.mark.shared
def test_less_is_better_where_the_promise_says_so(zibo: Release, tmp_path: Path) -> None:
    meta = written(zibo, tmp_path)
    falling = {entry.id for entry in zibo.book.entries if entry.verdict["falling"]}

    assert falling
    told = {one["commitment"]["id"]: one["progress_calculation_options"][0]["direction"] for one in meta.values()}
    assert {key for key, direction in told.items() if direction == "negative"} == falling


def test_target_and_actual_are_rows_with_their_year(release: Release, tmp_path: Path) -> None:
    number, meta = of(written(release, tmp_path), "新增托位4000个以上")

    assert figures(tmp_path, number) == [
        {"Year": "2023", "Series": "目标值", "Units": "个", "Value": "4000"},
        {"Year": "2024", "Series": "实际值", "Units": "个", "Value": "4120"},
    ]
    assert (meta["reporting_status"], meta["verdict_label"]) == ("complete", "完成")


def test_what_nobody_reported_has_no_row_of_actual_value(release: Release, tmp_path: Path) -> None:
    number, meta = of(written(release, tmp_path), "街道综合养老中心实现全覆盖")

    assert figures(tmp_path, number) == []
    assert meta["data_non_statistical"] is True


def test_the_platform_does_not_judge_again(release: Release, tmp_path: Path) -> None:
    meta = written(release, tmp_path)

    assert {one["auto_progress_calculation"] for one in meta.values()} == {False}
    assert [one for one in meta.values() if "progress_status" in one] == []


def test_every_commitment_and_verdict_comes_back(release: Release, tmp_path: Path) -> None:
    assert_same_book(written(release, tmp_path), release)


@pytest.mark.shared
def test_every_commitment_of_a_real_plan_comes_back(zibo: Release, tmp_path: Path) -> None:
    meta = written(zibo, tmp_path)

    assert len(meta) > 300
    assert_same_book(meta, zibo)
