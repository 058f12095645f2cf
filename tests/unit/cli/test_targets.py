"""The door to the targets of a corpus."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from lantu.cli.targets import command

needs_pyarrow = pytest.mark.extra("pyarrow")  # noqa: S610 - no database here
REPORT = "政府工作报告\n\n各位代表:\n\n二、2019年工作安排\n\n今年主要预期目标是:地区生产总值增长6.4%左右。\n"


def a_corpus(path: Path) -> Path:
    import pyarrow  # noqa: PLC0415 - an extra
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    columns = {"place": ["淄博市"], "target_year": [2019], "delivered": ["2019-01-08"], "text": [REPORT]}
    parquet.write_table(pyarrow.table(columns), path / "corpus.parquet")
    return path / "corpus.parquet"


@needs_pyarrow
def test_rows_go_to_standard_output_and_coverage_to_standard_error(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, [str(a_corpus(tmp_path)), "--format", "jsonl"])

    row = json.loads(done.stdout)
    assert (row["value"], row["hedge"], row["code"]) == ("6.4", "左右", "370300")
    assert "100%" in done.stderr


@needs_pyarrow
def test_a_folder_gets_both_files_and_the_codebook(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, [str(a_corpus(tmp_path)), "--out", str(tmp_path / "out")])

    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert (done.stdout, names) == ("", ["codebook.csv", "targets.csv", "targets.parquet"])


def test_parquet_without_a_folder_is_refused() -> None:
    with pytest.raises(click.UsageError, match="needs --out"):
        command.main(["corpus.parquet", "--format", "parquet"], standalone_mode=False)
