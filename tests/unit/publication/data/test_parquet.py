"""The tables as Parquet, read by pyarrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lantu.publication.data import Release, export
from lantu.publication.data.tables import tables

from .reread import assert_same_statements, assert_same_verdicts

pytestmark = pytest.mark.extra("pyarrow")


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    from pyarrow import parquet

    read: list[dict[str, Any]] = parquet.read_table(folder / "parquet" / f"{name}.parquet").to_pylist()
    return read


def assert_same_book(folder: Path, release: Release) -> None:
    book = release.book
    assert_same_statements(rows(folder, "commitments"), [entry.commitment for entry in book.entries])
    assert_same_statements(rows(folder, "observations"), book.observations)
    assert_same_verdicts(rows(folder, "verdicts"), rows(folder, "evidence"), book, digits=15)


def test_the_whole_book_comes_back(release: Release, tmp_path: Path) -> None:
    export("parquet", release, tmp_path)

    assert_same_book(tmp_path, release)


@pytest.mark.shared
def test_every_commitment_of_a_real_plan_comes_back(zibo: Release, tmp_path: Path) -> None:
    export("parquet", zibo, tmp_path)

    assert len(rows(tmp_path, "commitments")) > 300
    assert_same_book(tmp_path, zibo)


def test_the_columns_are_typed_and_described(release: Release, tmp_path: Path) -> None:
    from pyarrow import parquet

    export("parquet", release, tmp_path)
    schema = parquet.read_schema(tmp_path / "parquet" / "commitments.parquet")

    assert str(schema.field("value").type) == "double"
    assert str(schema.field("period_end").type) == "date32[day]"
    assert {schema.field(one.name).metadata[b"zh"].decode() for one in tables()[0].columns} >= {"口径", "指标"}


def test_a_missing_value_is_null(release: Release, tmp_path: Path) -> None:
    export("parquet", release, tmp_path)
    acts = [row for row in rows(tmp_path, "commitments") if row["unit"] is None]

    assert acts
    assert {row["value"] for row in acts} == {None}


def test_the_same_book_gives_the_same_bytes(release: Release, tmp_path: Path) -> None:
    one, two = (export("parquet", release, tmp_path / name) for name in ("one", "two"))

    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
