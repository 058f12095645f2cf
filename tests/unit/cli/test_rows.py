from __future__ import annotations

import json

import pytest

from lantu.cli.rows import print_rows
from lantu.cli.verdict_rows import attained

ROWS = [{"quote": "45处", "place": {"name": "榆湾"}, "spans": [[1, 2]], "value": None}]


def test_json_lines_keep_chinese_and_the_order_of_keys(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS, "jsonl", {})

    out = capsys.readouterr().out
    assert out == '{"quote":"45处","place":{"name":"榆湾"},"spans":[[1,2]],"value":null}\n'
    assert json.loads(out) == ROWS[0]


def test_csv_flattens_objects_and_leaves_what_is_missing_empty(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS, "csv", {})

    assert capsys.readouterr().out == 'quote,place.name,spans,value\n45处,榆湾,"[[1,2]]",\n'


@pytest.mark.parametrize("text", ["=1+1", "+86", "@SUM(A1)", "\t=1"])
def test_csv_never_hands_a_formula_to_a_spreadsheet(capsys: pytest.CaptureFixture[str], text: str) -> None:
    print_rows([{"quote": text}], "csv", {})

    assert capsys.readouterr().out.splitlines()[1].strip('"').startswith("'")


def test_a_table_shows_the_chosen_fields(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(ROWS, "table", {"quote": "promised", "place.name": "where"})

    heading, _, row = [line for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert (heading.split(), row.split()) == (["promised", "where"], ["45处", "榆湾"])


def test_a_table_takes_brackets_for_text_not_for_markup(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([{"quote": "[bold]45处[/bold]"}], "table", {"quote": "promised"})

    assert "[bold]45处[/bold]" in capsys.readouterr().out


def test_without_a_terminal_rows_are_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([{"a": 1}], None, {"a": "a"})

    assert capsys.readouterr().out == '{"a":1}\n'


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        (None, ""),
        (["0.41", "0.41"], "41%"),
        (["1.43", "1.43"], "143%"),
        (["1.05", None], "≥ 105%"),
        ([None, "0.25"], "≤ 25%"),
        (["0", "0.25"], "0–25%"),
        (["-0.2", "-0.2"], "-20%"),
    ],
)
def test_attainment_is_an_interval_and_never_clamped(ends: list[str | None] | None, text: str) -> None:
    assert attained(ends) == text
