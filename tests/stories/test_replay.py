"""Every verdict again from its proof, on the example and on real documents; forged proofs are caught."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import pencil
from lantu.pipeline import settle_files, settle_plan
from lantu.pipeline.replaying import differences
from lantu.plans import plan_from

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/qinglan-2023"
DAYS = ("2023-03-01", "2024-07-05", "2025-11-15", "2026-01-20", "2026-06-01")
Record = dict[str, Any]


@cache
def of_the_example(on: str) -> tuple[Record, ...]:
    settled = settle_plan(plan_from(EXAMPLE), on=date.fromisoformat(on))
    return tuple(json.loads(json.dumps(settled.verdict_records(), default=str)))


def agree(records: tuple[Record, ...]) -> None:
    for record in records:
        assert list(differences(record)) == []
        assert pencil.verdict(record["proof"], date.fromisoformat(record["on"])) == record["verdict"]


@pytest.mark.parametrize("on", DAYS)
def test_every_verdict_of_the_example_follows_from_its_proof(on: str) -> None:
    records = of_the_example(on)

    assert len(records) >= 46
    agree(records)


@pytest.mark.shared
@pytest.mark.parametrize("pair", ["s0", "s1", "s2"])
def test_so_does_every_verdict_on_two_reports(shared: Path, pair: str) -> None:
    folder = shared / "documents/settle"
    settled = settle_files(folder / f"{pair}_plan.md", [folder / f"{pair}_report.md"], on=date(2026, 1, 1))
    records = tuple(json.loads(json.dumps(settled.verdict_records())))

    assert len(records) > 40
    agree(records)


@pytest.mark.shared
def test_so_does_every_verdict_over_several_years(shared: Path) -> None:
    folder = shared / "documents/zibo"
    reports = [folder / name for name in ("release-2022-12-02.txt", "work-report-2023.md", "work-report-2025.md")]
    settled = settle_files(folder / "plan-2022-01-21.txt", reports, on=date(2025, 12, 2))
    records = tuple(json.loads(json.dumps(settled.verdict_records())))

    assert {record["verdict"] for record in records} > {"met", "silent", "not_comparable"}
    agree(records)


def met() -> Record:
    found = (one for one in of_the_example(DAYS[3]) if one["verdict"] == "met" and one["proof"]["way"] == "number")
    return deepcopy(next(found))


@pytest.mark.parametrize(
    ("forge", "said"),
    [
        (lambda one: one.update(verdict="exceeded"), "the ledger says exceeded"),
        (lambda one: one["proof"].update(verdict="exceeded"), "stated exceeded, computed met"),
        (lambda one: one["proof"].update(rule="beyond_margin"), "rule: stated beyond_margin"),
        (lambda one: one["proof"].update(values="[1, 2]"), "values: stated [1, 2]"),
        (lambda one: one["proof"]["target"].update(value="1"), "its proof says value 1"),
        (lambda one: one["proof"]["target"].update(region="[1, ∞)"), "region: stated [1, ∞)"),
        (lambda one: one["proof"]["figures"][0].update(value="999999"), "its proof says value 999999"),
        (lambda one: one["proof"]["figures"][0].update(observation="0" * 16), "is not among the evidence"),
        (lambda one: one["proof"]["figures"][0].update(values="[7, 7]"), "stated [7, 7]"),
        (lambda one: one.update(attainment=["2", "2"]), "attainment: the ledger says"),
        (lambda one: one.update(secured=not one["secured"]), "secured: the ledger says"),
        (lambda one: one["proof"].pop("figures"), "not a proof: KeyError 'figures'"),
        (lambda one: one["proof"].update(way="oracle"), "not a proof: KeyError 'oracle'"),
        (lambda one: one.pop("proof"), "no proof"),
    ],
)
def test_a_forged_record_is_caught(forge: Any, said: str) -> None:
    record = met()
    forge(record)

    assert any(said in text for text in differences(record))
