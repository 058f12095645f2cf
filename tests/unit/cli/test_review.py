"""The door to a review: what waits is shown, and what a person decides becomes a line of judgements.jsonl."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lantu.cli.review import command
from lantu.pipeline import build
from lantu.plans import plan_from, read_judgements

EXAMPLE = Path(__file__).resolve().parents[3] / "examples/qinglan-2023"
ON = date(2026, 1, 20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example, built on a day on which several verdicts wait for a person."""
    place = tmp_path / "plan"
    shutil.copytree(EXAMPLE, place, ignore=shutil.ignore_patterns("site", "ledger.sqlite*"))
    build(plan_from(place), on=ON, publishing=False)
    return place


def review(folder: Path, *answers: str) -> Result:
    said = "".join(f"{answer}\n" for answer in answers)
    return CliRunner().invoke(command, [str(folder), "--by", "林晚舟", "--on", "2026-01-21"], input=said)


def waiting(result: Result) -> int:
    return int(result.stderr.partition(" items wait")[0])


def test_a_confirmed_pair_is_a_line_with_name_day_reason_and_quote(folder: Path) -> None:
    before = read_judgements(folder / "judgements.jsonl")
    done = review(folder, "c", "1", "已与教育局核实", "q")

    assert done.exit_code == 0
    *earlier, new = read_judgements(folder / "judgements.jsonl")
    assert tuple(earlier) == before
    assert (new.decision, new.by, new.when, new.reason) == ("confirm", "林晚舟", "2026-01-21", "已与教育局核实")
    assert new.observation is not None
    assert new.quote == "36所"


def test_a_signed_verdict_counts_and_no_longer_waits(folder: Path) -> None:
    first = review(folder, "v", "", "与计算一致", "q")
    build(plan_from(folder), on=date(2026, 1, 21), publishing=False)
    second = review(folder)

    assert "partly_met" in first.stdout
    assert waiting(second) == waiting(first) - 1


def test_what_was_decided_is_not_asked_again_before_the_next_build(folder: Path) -> None:
    first, second = review(folder, "v", "missed", "竣工验收未通过", "q"), review(folder, "q")

    assert waiting(second) == waiting(first) - 1


def test_a_skipped_item_writes_nothing(folder: Path) -> None:
    before = (folder / "judgements.jsonl").read_bytes()
    done = review(folder, "s", "s")

    assert "0 decisions written" in done.stderr
    assert (folder / "judgements.jsonl").read_bytes() == before


def test_the_end_of_the_input_keeps_what_was_decided(folder: Path) -> None:
    done = review(folder, "v", "", "与计算一致")

    assert done.exit_code == 0
    assert "1 decisions written" in done.stderr


def test_a_last_line_without_line_break_is_not_run_into(folder: Path) -> None:
    path = folder / "judgements.jsonl"
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    review(folder, "v", "", "与计算一致", "q")

    lines = path.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["decision"] for line in lines] == ["confirm", "override"]
