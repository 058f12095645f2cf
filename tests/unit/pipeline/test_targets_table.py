"""Codes, coverage and files of targets."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.model import InputError
from lantu.pipeline.targets import COLUMNS, Corpus, Coverage, Target, codebook, place_code, read_targets, write_targets
from lantu.pipeline.targets.indicators import named_indicator

needs_pyarrow = pytest.mark.extra("pyarrow")  # noqa: S610 - no database here
FOUND = Target(
    place="淄博市", level="city", code="370300", target_year=2019, delivered=date(2019, 1, 8), value="6.4", unit="%",
    quote="6.4%", rule="announced",
)  # fmt: skip
NONE = replace(FOUND, target_year=2020, value=None, unit=None, quote=None, rule=None, reason="relative")
REPORT = "政府工作报告\n\n各位代表:\n\n二、2019年工作安排\n\n今年主要预期目标是:地区生产总值增长6.4%左右。\n"


def test_a_place_has_the_code_of_its_year() -> None:
    assert [place_code("重庆市", year) for year in (1990, 2003)] == ["510200", "500000"]


def test_a_place_that_was_renamed_or_merged_keeps_its_last_code() -> None:
    assert [place_code("襄樊市", 2024), place_code("襄阳市", 2024), place_code("莱芜市", 2024)] == [
        "420600",
        "420600",
        "371200",
    ]


def test_a_name_that_the_standard_does_not_list_has_no_code() -> None:
    assert [place_code("全国", 2020), place_code("榆湾市", 2020)] == [None, None]


def test_every_column_stands_in_the_codebook_in_its_order() -> None:
    assert tuple(codebook()) == COLUMNS
    assert [name for name, line in codebook().items() if set(line) != {"meaning", "values", "missing"}] == []


def test_coverage_counts_by_tier_and_decade_and_says_why() -> None:
    coverage = Coverage()
    for target in (FOUND, NONE, replace(NONE, place="榆湾市", code=None)):
        coverage.add(target)

    rows = [tuple(row.values()) for row in coverage.records()]

    assert rows == [
        ("city", "2010s", 1, 1, "100%", 0, ""),
        ("city", "2020s", 2, 0, "0%", 2, "2 relative"),
        ("all", "all", 3, 1, "33%", 2, "2 relative"),
    ]
    assert coverage.uncoded == {"榆湾市"}


def test_reports_become_targets_in_order_and_a_bad_one_does_not_stop_the_run() -> None:
    rows = [
        {"place": "淄博市", "target_year": 2019, "text": REPORT, "level": "city", "delivered": "2019-01-08"},
        {"place": "淄博市", "target_year": 2020, "text": "  ", "level": "city", "delivered": None},
    ]

    first, second = read_targets(rows, named_indicator("GDP"))

    assert (first.value, first.comparator, first.hedge, first.code) == ("6.4", "about", "左右", "370300")
    assert REPORT[first.start : first.end] == first.quote == "6.4%"
    assert (second.value, second.reason) == (None, "unreadable")


def test_a_csv_file_appears_with_its_codebook_when_it_is_complete(tmp_path: Path) -> None:
    written = write_targets(iter([FOUND, NONE]), tmp_path, ["csv"])
    next(written)

    assert not (tmp_path / "targets.csv").exists()

    assert len(list(written)) == 1
    with (tmp_path / "targets.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["value"] for row in rows] == ["6.4", ""]
    assert (tmp_path / "codebook.csv").exists()


def test_a_run_that_breaks_off_leaves_no_half_file(tmp_path: Path) -> None:
    def broken() -> Iterator[Target]:
        yield FOUND
        raise InputError("the corpus ends early", "fetch it again")

    with pytest.raises(InputError):
        list(write_targets(broken(), tmp_path, ["csv"]))

    assert list(tmp_path.iterdir()) == []


@needs_pyarrow
def test_parquet_holds_typed_columns_with_their_meaning(tmp_path: Path) -> None:
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    list(write_targets(iter([FOUND, NONE]), tmp_path, ["parquet"]))
    table = parquet.read_table(tmp_path / "targets.parquet")

    assert table["value"].to_pylist() == [Decimal("6.4000"), None]
    assert table["delivered"].to_pylist() == [date(2019, 1, 8)] * 2
    assert b"growth target" in table.schema.field("value").metadata[b"description"]


@needs_pyarrow
def test_a_corpus_without_a_needed_column_is_refused_by_its_name(tmp_path: Path) -> None:
    import pyarrow  # noqa: PLC0415 - an extra
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    parquet.write_table(pyarrow.table({"place": ["淄博市"], "text": [REPORT]}), tmp_path / "corpus.parquet")

    with pytest.raises(InputError, match="has no column target_year"):
        Corpus(tmp_path / "corpus.parquet")


@needs_pyarrow
def test_a_file_that_is_no_parquet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "corpus.parquet").write_text("place,year\n", encoding="utf-8")

    with pytest.raises(InputError, match="no Parquet file"):
        Corpus(tmp_path / "corpus.parquet")


def test_an_undated_report_that_speaks_of_the_following_year_is_doubtful() -> None:
    row = {"place": "淄博市", "target_year": 2018, "text": REPORT, "delivered": None}

    [target] = read_targets([row], named_indicator("GDP"))

    assert (target.value, target.reason) == (None, "year_doubtful")
