"""The views that answer the common questions, and the readme that explains all tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from lantu.ledger import Change, Entry, Ledger, guide, plan_entry, views
from lantu.ledger.entries import KINDS
from lantu.ledger.sqlite import writing
from lantu.model import VerdictKind

ON = date(2023, 12, 1)
AFTER = date(2024, 6, 1)
Build = Callable[..., list[Entry]]


def ask(path: Path, question: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(path)) as tool:
        tool.row_factory = sqlite3.Row
        return [dict(row) for row in tool.execute(question)]


def test_every_commitment_stands_beside_its_verdict(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(("新建公园3个", "新增床位90张"), ("建成公园1个",), attainment="0.3"), on=ON)

    assert ask(path, "SELECT quote, verdict, attainment_low, due FROM commitment_verdict") == [
        {"quote": "3个", "verdict": "on_track", "attainment_low": "0.3", "due": 0},
        {"quote": "90张", "verdict": "not_reported", "attainment_low": None, "due": 0},
    ]


def test_a_reviewers_verdict_counts_and_the_computed_one_stays_beside_it(
    ledger: Ledger, path: Path, build: Build
) -> None:
    overridden = {"override": VerdictKind.MISSED, "override_by": "Li", "override_reason": "another park"}
    ledger.append(build(verdict="met", **overridden), on=ON)

    assert ask(path, "SELECT verdict, computed FROM commitment_verdict") == [{"verdict": "missed", "computed": "met"}]


@pytest.mark.parametrize(
    ("on", "verdict", "as_of", "due"),
    [
        (ON, "on_track", None, 0),
        (AFTER, "met", None, 1),
        (ON, "met", date(2023, 12, 31), 1),
        (ON, "partly_met", None, 1),
        (ON, "met", date(2023, 11, 30), 0),
    ],
    ids=["before the deadline", "after it", "a final report", "a final verdict", "met early"],
)
def test_a_commitment_is_due_when_its_period_is_over_or_reported_to_its_end(
    ledger: Ledger, path: Path, build: Build, on: date, verdict: str, as_of: date | None, due: int
) -> None:
    ledger.append(build(on=on, verdict=verdict, as_of=as_of), on=on)

    assert [one["due"] for one in ask(path, "SELECT due FROM commitment_verdict")] == [due]


def test_coverage_counts_each_theme_in_the_plans_order_and_other_headings_after(
    ledger: Ledger, path: Path, build: Build
) -> None:
    ledger.append(build(theme="附则"), on=ON)

    assert ask(path, "SELECT theme, position, commitments, on_track FROM coverage_by_theme") == [
        {"theme": "一老一小", "position": 1, "commitments": 0, "on_track": 0},
        {"theme": "住房", "position": 2, "commitments": 0, "on_track": 0},
        {"theme": "附则", "position": None, "commitments": 1, "on_track": 1},
    ]


def test_a_theme_is_known_by_each_of_its_names(ledger: Ledger, path: Path, build: Build) -> None:
    themes = [{"name": "住房", "words": ["安居"]}, {"name": "出行", "words": ["安居", "交通"]}]
    ledger.append([plan_entry({"themes": themes}), *build(theme="安居")[1:]], on=ON)

    assert ask(path, "SELECT theme, commitments FROM coverage_by_theme") == [
        {"theme": "住房", "commitments": 1},
        {"theme": "出行", "commitments": 0},
    ]


def test_coverage_tells_due_reported_and_delivered_apart(ledger: Ledger, path: Path, build: Build) -> None:
    promised = ("新建公园3个", "新增床位90张", "改造小区12处")
    ledger.append(build(promised, ("建成公园3个", "新增床位20张"), verdict="met", on=AFTER, theme="住房"), on=AFTER)

    [housing] = ask(path, "SELECT * FROM coverage_by_theme WHERE theme = '住房'")
    told = (
        "commitments",
        "testable",
        "due",
        "due_and_reported",
        "due_and_delivered",
        "not_yet_due",
        "met",
        "not_reported",
    )
    assert [housing[one] for one in told] == [3, 3, 3, 2, 2, 0, 2, 1]


def test_what_cannot_be_checked_is_counted_but_never_due(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(verdict="untestable", on=AFTER), on=AFTER)

    [theme, _] = ask(path, "SELECT commitments, testable, due, untestable FROM coverage_by_theme")
    assert theme == {"commitments": 1, "testable": 0, "due": 0, "untestable": 1}


def test_a_commitment_without_a_theme_is_counted_under_none(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(theme=None), on=ON)

    assert ask(path, "SELECT commitments FROM coverage_by_theme WHERE theme = ''") == [{"commitments": 1}]


def test_a_secured_result_before_its_day_is_told(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(verdict="met", secured=True), on=ON)

    [theme, _] = ask(path, "SELECT not_yet_due, not_yet_due_but_secured FROM coverage_by_theme")
    assert theme == {"not_yet_due": 1, "not_yet_due_but_secured": 1}


def test_every_verdict_has_its_count(ledger: Ledger, path: Path) -> None:
    columns = {one["name"] for one in ask(path, "SELECT name FROM pragma_table_info('coverage_by_theme')")}

    assert {kind.value for kind in VerdictKind} <= columns


def test_evidence_is_listed_by_document_beside_what_it_speaks_to(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(("新建公园3个",), ("建成公园1个",)), on=ON)

    assert ask(path, "SELECT document_name, reported, promised, comparability FROM evidence_by_document") == [
        {"document_name": "report.txt", "reported": "1个", "promised": "3个", "comparability": "exact"}
    ]


def test_a_document_is_summed_up(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(("新建公园3个",), ("建成公园1个", "新增路灯500盏")), on=ON)

    [report] = ask(path, "SELECT * FROM document_summary WHERE document_name = 'report.txt'")
    told = ("commitments", "observations", "observations_used", "commitments_served")
    assert [report[one] for one in told] == [0, 2, 1, 1]


def test_what_nobody_has_reported_is_listed(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(("新建公园3个", "新增床位90张"), ("建成公园1个",)), on=ON)

    assert [one["quote"] for one in ask(path, "SELECT * FROM reported_by_nobody")] == ["90张"]


def test_a_result_nobody_promised_is_listed(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(("新建公园3个",), ("建成公园1个", "新增路灯500盏")), on=ON)

    assert [one["quote"] for one in ask(path, "SELECT * FROM unplanned_result")] == ["500盏"]


def test_every_table_view_and_column_is_explained_in_both_languages(ledger: Ledger, path: Path) -> None:
    there = {one["name"] for one in ask(path, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    columns = {f"{name}.{one['name']}" for name in there for one in ask(path, f"PRAGMA table_info({name})")}

    explained = {one["name"]: one for one in ask(path, "SELECT * FROM readme")}

    assert set(explained) == there | columns
    assert all(one["english"] and any("一" <= char <= "鿿" for char in one["chinese"]) for one in explained.values())


def test_the_readme_explains_nothing_that_is_not_there(ledger: Ledger, path: Path) -> None:
    words = yaml.safe_load(Path(guide.__file__).with_name("readme.yaml").read_text("utf-8"))

    names = {one["name"] for one in ask(path, "SELECT name FROM readme")}

    assert {*words["tables"], *words["views"]} <= names
    assert {name.rpartition(".")[2] for name in words["columns"]} <= {name.partition(".")[2] for name in names}


def test_every_kind_of_entry_has_a_table_that_is_explained(ledger: Ledger, path: Path) -> None:
    tables = {one["name"] for one in ask(path, "SELECT name FROM readme WHERE kind = 'table'")}

    assert {"document" if kind == "source" else kind for kind in KINDS} <= tables


def test_a_readers_own_view_survives_a_new_version(path: Path) -> None:
    Ledger.create_or_open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as tool:
        tool.execute("CREATE VIEW my_view AS SELECT quote FROM commitment")
        tool.execute("CREATE TABLE my_notes (note TEXT)")
    with Ledger.create_or_open(path) as ledger, writing(ledger.connection):
        views.drop_views(ledger.connection)
        views.renew(ledger.connection)

    assert ask(path, "SELECT * FROM my_view") == []


def test_changes_are_new_gone_and_other_verdicts(tmp_path: Path, build: Build) -> None:
    with Ledger.create_or_open(tmp_path / "before.sqlite") as before:
        before.append(build(("新建公园3个", "新增床位90张"), ("建成公园1个",), verdict="behind"), on=date(2023, 6, 1))
    with Ledger.create_or_open(tmp_path / "same.sqlite") as same:
        same.append(build(("新建公园3个", "新增床位90张"), ("建成公园1个",), verdict="met"), on=ON)

        [change] = same.changes(since=tmp_path / "before.sqlite")

    assert change.verdicts == ("behind", "met")


def test_a_document_that_changed_gives_new_and_gone_commitments(tmp_path: Path, build: Build) -> None:
    with Ledger.create_or_open(tmp_path / "before.sqlite") as before:
        before.append(build(("新建公园3个",), verdict="met"), on=ON)
    with Ledger.create_or_open(tmp_path / "after.sqlite") as after:
        after.append(build(("新建公园5个",), verdict="met"), on=ON)

        changes = after.changes(since=tmp_path / "before.sqlite")

    assert [change.verdicts for change in changes] == [(None, "met"), ("met", None)]


def test_another_day_and_other_working_are_no_change(tmp_path: Path, build: Build) -> None:
    with Ledger.create_or_open(tmp_path / "before.sqlite") as before:
        before.append(build(on=date(2023, 11, 1)), on=date(2023, 11, 1))
    with Ledger.create_or_open(tmp_path / "after.sqlite") as after:
        after.append(build(), on=ON)

        assert after.changes(since=tmp_path / "before.sqlite") == []


def test_a_reviewers_verdict_is_the_one_that_changed() -> None:
    before = {"verdict": "met", "override": None}
    after = {"verdict": "met", "override": "missed"}

    assert Change("c", before, after).verdicts == ("met", "missed")
