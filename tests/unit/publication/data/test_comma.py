"""The CSV tables, read by the public clients of their two descriptions."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lantu.model import InputError, Licence
from lantu.publication.data import Release, export
from lantu.publication.data.tables import tables

from .reread import assert_same_statements, assert_same_verdicts

needs_frictionless = pytest.mark.extra("frictionless")
needs_csvw = pytest.mark.extra("csvw")

Rows = dict[str, list[dict[str, Any]]]


def rows_by_frictionless(folder: Path) -> Rows:
    from frictionless import Package

    package = Package(str(folder / "csv" / "datapackage.json"))
    return {one.name: [row.to_dict() for row in one.read_rows()] for one in package.resources}


def rows_by_csvw(folder: Path) -> Rows:
    from csvw import CSVW

    group = CSVW(str(folder / "csv" / "csv-metadata.json"), validate=True)
    return {Path(str(table.url)).stem: [dict(row) for row in table] for table in group.tables}


def assert_same_book(rows: Rows, release: Release) -> None:
    book = release.book
    assert_same_statements(rows["commitments"], [entry.commitment for entry in book.entries])
    assert_same_statements(rows["observations"], book.observations)
    assert_same_verdicts(rows["verdicts"], rows["evidence"], book)
    assert [row["id"] for row in rows["claims"]] == [claim["id"] for claim in book.claims]
    assert [row["document_id"] for row in rows["documents"]] == list(book.sources)


@needs_frictionless
def test_the_data_package_is_valid(release: Release, tmp_path: Path) -> None:
    from frictionless import Package

    export("csv", release, tmp_path)
    report = Package(str(tmp_path / "csv" / "datapackage.json")).validate()

    assert report.flatten(["type", "note"]) == []
    assert sum(task.stats.get("rows", 0) for task in report.tasks) > 90


def test_a_measured_value_is_a_row_with_its_band(release: Release, tmp_path: Path) -> None:
    measured = {"id": "reach", "value": "61.4", "low": "52.1", "high": "70.3", "unit": "%", "commitments": ["a"]}
    export("csv", Release(replace(release.book, measurements=(measured,))), tmp_path)
    [row] = csv.DictReader((tmp_path / "csv" / "measurements.csv").read_text("utf-8").splitlines())

    assert (row["low"], row["value"], row["high"], row["target"]) == ("52.1", "61.4", "70.3", "")


@needs_frictionless
def test_a_changed_cell_is_noticed_by_the_data_package(release: Release, tmp_path: Path) -> None:
    from frictionless import Package

    export("csv", release, tmp_path)
    path = tmp_path / "csv" / "evidence.csv"
    path.write_text(path.read_text("utf-8").replace("exact", "exalt", 1), encoding="utf-8")

    assert not Package(str(tmp_path / "csv" / "datapackage.json")).validate().valid


@needs_csvw
def test_the_csvw_metadata_are_valid(release: Release, tmp_path: Path) -> None:
    from csvw import CSVW

    export("csv", release, tmp_path)

    assert CSVW(str(tmp_path / "csv" / "csv-metadata.json"), validate=True).is_valid


@needs_frictionless
def test_frictionless_reads_the_whole_book_again(release: Release, tmp_path: Path) -> None:
    export("csv", release, tmp_path)

    assert_same_book(rows_by_frictionless(tmp_path), release)


@needs_csvw
def test_csvw_reads_the_whole_book_again(release: Release, tmp_path: Path) -> None:
    export("csv", release, tmp_path)

    assert_same_book(rows_by_csvw(tmp_path), release)


@pytest.mark.shared
@needs_frictionless
def test_every_commitment_of_a_real_plan_comes_back(zibo: Release, tmp_path: Path) -> None:
    export("csv", zibo, tmp_path)
    rows = rows_by_frictionless(tmp_path)

    assert len(rows["commitments"]) > 300
    assert_same_book(rows, zibo)


def test_a_missing_value_is_empty_and_never_zero(release: Release, tmp_path: Path) -> None:
    export("csv", release, tmp_path)
    text = (tmp_path / "csv" / "verdicts.csv").read_text("utf-8")
    rows = {row["commitment"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}

    unknown = [rows[entry.id] for entry in release.book.entries if entry.verdict["attainment"] is None]
    assert len(unknown) > 5
    assert {row["attainment_low"] for row in unknown} == {""}


def test_of_a_document_that_may_only_be_quoted_only_clauses_are_written(release: Release, tmp_path: Path) -> None:
    export("csv", release, tmp_path)
    told = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.*"))
    plan = next(source for source in release.book.sources.values() if source.licence is Licence.QUOTE)
    slogan = release.book.texts[plan.document].passages[0].text

    assert "新开发社区岗位1.63万个以上" in told
    assert slogan not in told
    assert "把饭碗端稳是头等大事" not in told


def test_every_column_is_described_in_both_languages() -> None:
    assert [column.name for table in tables() for column in table.columns if not (column.en and column.zh)] == []


def test_the_package_states_no_licence_that_nobody_gave(release: Release, tmp_path: Path) -> None:
    export("csv", release, tmp_path)
    package = json.loads((tmp_path / "csv" / "datapackage.json").read_text("utf-8"))

    assert "licenses" not in package
    assert package["version"] == "2025-05-20"


def test_an_unknown_format_is_said_with_those_that_there_are(release: Release, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no format 'xls'; formats are csv"):
        export("xls", release, tmp_path)
