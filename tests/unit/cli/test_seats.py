"""The door to seats."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from lantu.cli.seats import command


def run(folder: Path, *options: str) -> Result:
    (folder / "children.csv").write_text("id,x,y,weight\na,0,0,10\nb,50,0,20\n")
    (folder / "schools.csv").write_text("id,x,y,places\ns,0,0,25\n")
    paths = [str(folder / "children.csv"), str(folder / "schools.csv")]
    return CliRunner().invoke(command, [*paths, "--limit", "100", "--seats", "places", *options])


def test_rows_are_of_those_left_out_and_the_shortage_is_said(tmp_path: Path) -> None:
    done = run(tmp_path, "--format", "jsonl")

    [row] = [json.loads(line) for line in done.stdout.splitlines()]
    assert (row["id"], row["left_out"], row["reason"]) == ("b", 5, "full")
    assert "shortage 1: 5 seats lack for 30 people (s)" in done.stderr


def test_all_places_are_printed_where_asked(tmp_path: Path) -> None:
    assert len(run(tmp_path, "--all", "--format", "jsonl").stdout.splitlines()) == 2


def test_the_files_are_named(tmp_path: Path) -> None:
    assert "shortages.csv" in run(tmp_path, "--out", str(tmp_path / "out")).stderr
