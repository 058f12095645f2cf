"""The door to siting."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lantu.cli.siting import command
from lantu.model import InputError

HOMES = "id,x,y,weight\na,0,0,10\nb,100,0,20\nc,1000,0,30\n"
LOTS = "id,x,y\nwest,50,0\neast,1050,0\n"


def run(folder: Path, *options: str) -> Result:
    (folder / "homes.csv").write_text(HOMES)
    (folder / "lots.csv").write_text(LOTS)
    return CliRunner().invoke(command, [str(folder / "homes.csv"), str(folder / "lots.csv"), *options])


def test_the_sites_are_rows_and_the_proof_is_said(tmp_path: Path) -> None:
    done = run(tmp_path, "--limit", "60", "--k", "1", "--plans", "2", "--format", "jsonl")

    assert json.loads(done.stdout)["adds"] == 30
    assert "plan of 1 new sites: proven optimal" in done.stderr
    assert "best value by new sites: 0:0 1:30" in done.stderr


def test_more_sites_than_candidates_are_noticed(tmp_path: Path) -> None:
    assert "99 sites were asked for, of 2 candidates" in run(tmp_path, "--limit", "60", "--k", "99").stderr


def test_the_files_are_named(tmp_path: Path) -> None:
    done = run(tmp_path, "--limit", "60", "--k", "1", "--no-curve", "--out", str(tmp_path / "plan"))

    assert "map.svg" in done.stderr
    assert not (tmp_path / "plan" / "curve.csv").exists()


def test_a_question_without_a_limit_is_refused(tmp_path: Path) -> None:
    assert isinstance(run(tmp_path, "--k", "1").exception, InputError)


@pytest.mark.parametrize("goal", ["mean", "farthest"])
def test_other_goals_need_no_limit(tmp_path: Path, goal: str) -> None:
    assert "proven optimal" in run(tmp_path, "--goal", goal, "--k", "1").stderr


def test_before_and_after_are_written_as_a_picture(tmp_path: Path) -> None:
    picture = tmp_path / "plan.svg"

    done = run(tmp_path, "--limit", "60", "--k", "1", "--map", str(picture))

    assert f"{picture}: before and after" in done.stderr
    assert "after · 建成后: 50.0 % served" in picture.read_text(encoding="utf-8")


def test_minutes_need_streets_and_no_metres_beside_them(tmp_path: Path) -> None:
    alone = run(tmp_path, "--minutes", "15", "--k", "1").exception
    both = run(tmp_path, "--minutes", "15", "--limit", "60", "--k", "1").exception

    assert str(alone).startswith("minutes without streets")
    assert str(both).startswith("a limit in metres and one in minutes")
