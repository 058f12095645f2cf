"""What changed between two days of one plan folder."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from lantu.model import InputError
from lantu.pipeline import build
from lantu.plans import plan_from

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "qinglan-2023"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = tmp_path / "plan"
    shutil.copytree(EXAMPLE, copied, ignore=shutil.ignore_patterns("ledger.sqlite*", "site", ".site*"))
    return copied


def test_an_earlier_day_is_settled_too_and_the_site_tells_the_difference(folder: Path) -> None:
    built = build(plan_from(folder), on=date(2026, 1, 20), since=date(2024, 7, 5))

    assert built.site is not None
    brief = (built.site / "en" / "changes.html").read_text(encoding="utf-8")
    assert "Between 5 July 2024 and 20 January 2026, " in brief
    assert sorted(path.name for path in folder.iterdir() if "sqlite" in path.name) == ["ledger.sqlite"]


@pytest.mark.parametrize("since", [date(2024, 7, 5), date(2024, 7, 6)])
def test_a_day_that_is_not_earlier_is_refused_before_anything_is_written(folder: Path, since: date) -> None:
    with pytest.raises(InputError, match="is not before 2024-07-05"):
        build(plan_from(folder), on=date(2024, 7, 5), since=since)

    assert not (folder / "ledger.sqlite").exists()


def test_a_second_build_of_the_same_day_keeps_every_file(folder: Path) -> None:
    plan = plan_from(folder)
    site = build(plan, on=date(2024, 7, 5)).site
    assert site is not None
    before = {path: path.stat().st_ino for path in site.rglob("*.*") if path.is_file()}

    build(plan, on=date(2024, 7, 5))

    assert {path: path.stat().st_ino for path in site.rglob("*.*") if path.is_file()} == before


def test_after_a_decision_on_one_commitment_only_its_pages_and_the_lists_are_written_anew(folder: Path) -> None:
    site = build(plan_from(folder), on=date(2024, 7, 5)).site
    assert site is not None
    pages = sorted((site / "en" / "commitments").iterdir())
    before = {path: path.stat().st_ino for path in pages}
    line = (
        f'{{"decision": "override", "commitment": "{pages[0].stem}", "verdict": "met", "by": "陆知微", '
        '"when": "2024-07-01", "reason": "现场核对(虚构)"}\n'
    )
    with (folder / "judgements.jsonl").open("a", encoding="utf-8") as judgements:
        judgements.write(line)

    build(plan_from(folder), on=date(2024, 7, 5))

    assert [path for path in pages if path.stat().st_ino != before[path]] == [pages[0]]
