"""复算: compute every verdict of a ledger again from its proof alone, and hold each proof against the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lantu.ledger import Ledger
from lantu.model import Issue, Level
from lantu.model.records import Record
from lantu.verdicts import replay

_PRINTED = ("value", "upper", "grain", "unit", "comparator")
"""Fields that a proof repeats from the statements of the ledger."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What `replay_ledger` found: how many verdicts were computed again, and what did not agree."""

    verdicts: int
    issues: tuple[Issue, ...]


def replay_ledger(path: Path) -> Replayed:
    """Compute every verdict of a ledger again.

    Two things must hold: the proof alone gives the verdict, attainment and whether it is secured as the ledger
    states them; and the numbers that the proof begins with are those of the statements that the ledger cites.

    Raises
    ------
    lantu.model.InputError
        Where there is no ledger at ``path``, or it cannot be read.
    """
    with Ledger.open(path) as ledger:
        records = ledger.verdicts()
    found = tuple(
        Issue("not_replayed", f"{record['commitment']['id']}: {text}", Level.ERROR, record["commitment"]["document"])
        for record in records
        for text in differences(record)
    )
    return Replayed(len(records), found)


def differences(record: Record) -> Iterator[str]:
    """Say where a verdict record and its proof differ; nothing where they agree."""
    proof = record.get("proof")
    if not proof:
        yield "no proof: the ledger was built by an earlier version; build it again"
        return
    try:
        again = replay(proof, date.fromisoformat(record["on"]))
    except ValueError as error:
        yield str(error)
        return
    yield from again.differences
    if again.verdict != record["verdict"]:
        yield f"verdict: the ledger says {record['verdict']}, its proof gives {again.verdict}"
    if again.secured != record["secured"]:
        yield f"secured: the ledger says {record['secured']}, its proof gives {again.secured}"
    ends = record["attainment"]
    stated = None if ends is None else tuple(None if end is None else Decimal(end) for end in ends)
    if stated != again.attainment:
        yield f"attainment: the ledger says {ends}, its proof gives {again.attainment}"
    yield from _foreign(record, proof)


def _foreign(record: Record, proof: Mapping[str, Any]) -> Iterator[str]:
    """Say which numbers of a proof are not those of the statements that the verdict cites."""
    cited = {one["id"]: one for one in record["evidence"]}
    for step in _steps(proof):
        if "target" in step:
            yield from _other(step["target"], record["commitment"], "target")
        for figure in (*step.get("figures", ()), *step.get("contested", ()), *step.get("two_figures", ())):
            name = figure["observation"]
            if name not in cited:
                yield f"figure {name}: is not among the evidence of the verdict"
            else:
                yield from _other(figure, cited[name], f"figure {name}")


def _other(mine: Mapping[str, Any], stated: Mapping[str, Any], name: str) -> Iterator[str]:
    for field in _PRINTED:
        if mine[field] != stated[field]:
            yield f"{name}: its proof says {field} {mine[field]}, the ledger's statement {stated[field]}"


def _steps(proof: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Give a proof and those within it that count: each year's, and the one that a later rule replaced."""
    yield proof
    for each in proof.get("instances", {}).values():
        yield from _steps(each)
    if "instead_of" in proof and proof["rule"] != "list_reported_whole":
        yield from _steps(proof["instead_of"])
