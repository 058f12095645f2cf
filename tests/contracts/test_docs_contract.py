"""docs/reference/contract.md lists every field that the records have, in their order."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.model import (
    Claim,
    Commitment,
    Comparability,
    Evidence,
    Line,
    Observation,
    Quantity,
    Span,
    Verdict,
    VerdictKind,
)
from lantu.model.records import claim_record, evidence_record, statement_record, verdict_record

PAGE = (Path(__file__).resolve().parents[2] / "docs/reference/contract.md").read_text(encoding="utf-8")
SPAN = Span("0" * 64, 3, 6)
QUANTITY = Quantity(Decimal(40), "处")


def documented(heading: str) -> list[str]:
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = re.findall(r"(?m)^\| (`[^|]+`) \|", section)
    return [field for row in rows for field in re.findall(r"`(\w+)`", row)]


def a_commitment() -> Commitment:
    return Commitment(span=SPAN, sentence=SPAN, indicator="新建社区食堂", quantity=QUANTITY)


def an_observation() -> Observation:
    return Observation(span=SPAN, sentence=SPAN, indicator="新建社区食堂", quantity=QUANTITY)


def test_the_fields_of_commitment_and_observation_are_documented_in_order() -> None:
    commitment = list(statement_record(a_commitment(), document="plan.txt", quote="40处"))
    observation = list(statement_record(an_observation(), document="plan.txt", quote="40处"))

    assert documented("A statement") == list(dict.fromkeys([*commitment, *observation]))


def test_the_fields_of_a_claim_are_documented_in_order() -> None:
    claim = Claim(span=SPAN, sentence=SPAN, says="exceeded", indicator="新建社区食堂")

    assert documented("A claim") == list(claim_record(claim, document="plan.txt", quote="超额完成"))


def test_the_fields_of_a_verdict_are_documented_in_order() -> None:
    verdict = Verdict(
        commitment="a", kind=VerdictKind.MET, on=date(2024, 7, 5), working=(Line("same_unit", "64 ≥ 40", "64 ≥ 40"),)
    )

    assert documented("A verdict") == list(verdict_record(verdict, commitment={}, evidence=[]))


def test_the_fields_of_evidence_are_documented() -> None:
    evidence = Evidence(observation=an_observation(), comparability=Comparability.EXACT)
    record = evidence_record(evidence, document="plan.txt", quote="40处")
    statement = list(statement_record(an_observation(), document="plan.txt", quote="40处"))

    assert sorted(documented("Evidence")) == sorted(set(record) - set(statement) | {"confidence"})


@pytest.mark.parametrize("word", [str(kind) for kind in VerdictKind])
def test_every_verdict_stands_in_the_table_of_verdicts_and_in_the_glossary(word: str) -> None:
    folder = Path(__file__).resolve().parents[2] / "docs"
    explained = (folder / "explanation/verdicts.md").read_text(encoding="utf-8")
    listed = (folder / "reference/glossary.md").read_text(encoding="utf-8")

    assert f"| `{word}` |" in explained
    assert f"| {word} |" in listed
