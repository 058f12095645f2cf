"""The names that other programs may rely on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import lantu
from lantu.model import Commitment, Observation
from lantu.plans import new_folder

TEXT = "# 榆湾市三年计划(2023—2025年)\n\n到2025年,建成社区食堂45处。\n"


def test_a_text_is_read_into_statements_and_issues() -> None:
    [statement], issues = lantu.read(TEXT)

    assert statement.span.quote(TEXT) == "45处"
    assert issues == []


def test_the_path_of_a_file_may_be_a_string(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")

    assert lantu.read(str(tmp_path / "plan.txt")) == lantu.read(tmp_path / "plan.txt")


def test_statements_settle_without_any_file() -> None:
    promised, _ = lantu.read(TEXT)
    reported, _ = lantu.read("# 榆湾市2024年工作总结\n\n2024年,累计建成社区食堂28处。\n")

    [verdict] = lantu.settle(
        [one for one in promised if isinstance(one, Commitment)],
        [one for one in reported if isinstance(one, Observation)],
        on=date(2025, 1, 31),
    )

    assert verdict.commitment == promised[0].id
    assert verdict.working


def test_a_build_gives_the_ledger_open_for_reading(tmp_path: Path) -> None:
    new_folder(tmp_path / "plan")

    with lantu.build(tmp_path / "plan", on=date(2025, 1, 31)) as ledger:
        assert len(ledger.verdicts()) == len(ledger.commitments()) > 0
