"""The page on loading the data says what works: its Python and its SQL are run on the example."""

from __future__ import annotations

import csv
import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lantu.ledger import Ledger
from lantu.pipeline import build
from lantu.plans import plan_from
from lantu.publication.book import read_book
from lantu.publication.data import Release, export

ROOT = Path(__file__).resolve().parents[4]
PAGE = (ROOT / "docs/how-to/load-the-data.md").read_text("utf-8")


def block(language: str, start: str) -> str:
    """Give the block of the page in a language that begins with these words."""
    found = re.findall(rf"(?ms)^```{language}\n(.*?)^```$", PAGE)
    return next(one for one in found if one.startswith(start))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``mine`` in it, as the page makes it."""
    path = tmp_path_factory.mktemp("how-to")
    (path / "mine").mkdir()
    ledger = path / "mine" / "ledger.sqlite"
    build(plan_from(ROOT / "examples/qinglan-2023"), on=date(2026, 3, 31), ledger=ledger, publishing=False)
    with Ledger.open(ledger) as opened:
        for name in ("csv", "sdmx"):
            export(name, Release(read_book(opened)), path / "mine" / "data")
    return path


def run(code: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(code, "load-the-data.md", "exec"), names)  # noqa: S102 - the code is that of our own page
    return names


@pytest.mark.extra("pandas")
def test_pandas_loads_the_tables(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names = run(block("python", "import pandas"))

    assert len(names["ledger"]) == 53
    assert names["by_theme"].to_numpy().sum() == names["ledger"]["due"].sum() > 30
    assert names["unreported"]["attainment_low"].isna().all()


@pytest.mark.extra("sdmx")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_statistical_client_loads_the_figures(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)

    assert len(run(block("python", "import sdmx"))["observations"]) == 53 * 7


def test_the_ledger_answers_sql(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "mine" / "ledger.sqlite")) as opened:
        rows = opened.execute(block("sql", "-- ledger")).fetchall()

    assert rows[0][0] == "met"
    assert sum(count for _, count, _ in rows) == 53


def test_the_tables_join_places_to_shapes(folder: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as opened:
        for name in ("commitments", "verdicts"):
            load(opened, folder / "mine" / "data" / "csv" / f"{name}.csv")
        opened.execute("CREATE TABLE boundaries (name, shape)")
        opened.execute("INSERT INTO boundaries VALUES ('青岚市', 'POLYGON EMPTY')")
        [(place, _, promised, delivered)] = opened.execute(block("sql", "-- tables")).fetchall()

    assert place == "青岚市"
    assert promised >= delivered > 20


def load(opened: sqlite3.Connection, path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as told:
        heading, *rows = csv.reader(told)
    columns = ", ".join(f'"{name}"' for name in heading)
    opened.execute(f'CREATE TABLE "{path.stem}" ({columns})')
    marks = ", ".join("?" for _ in heading)
    opened.executemany(f'INSERT INTO "{path.stem}" VALUES ({marks})', rows)  # noqa: S608 - names of our own
