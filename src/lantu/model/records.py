"""Statements and verdicts as the flat records of the published contract, and back (docs/reference/contract.md)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from .period import Period
from .quantity import Quantity, plain
from .span import Span
from .statement import Claim, Commitment, Observation, Statement
from .terms import Accumulation, Basis, Comparator, Direction, Status, Strength
from .verdict import Evidence, Verdict

Record = dict[str, Any]
"""A JSON object: strings, numbers, booleans, lists and null; decimals and dates as strings."""


def statement_record(statement: Statement, *, document: str, quote: str) -> Record:
    """Give a commitment or observation as one record, keys in the contract's order.

    Parameters
    ----------
    document:
        The document's name as the user knows it (path on the command line or in the plan folder).
    quote:
        ``text[start:end]`` of the document's decoded text.
    """
    quantity, period = statement.quantity, statement.period
    record: Record = {
        "id": statement.id,
        "document": document,
        "document_id": statement.span.document,
        "kind": "observation" if isinstance(statement, Observation) else "commitment",
        "start": statement.span.start,
        "end": statement.span.end,
        "quote": quote,
        "page": statement.page,
        "box": None if statement.box is None else list(statement.box),
        "value": None if quantity is None else plain(quantity.value),
        "upper": None if quantity is None or quantity.upper is None else plain(quantity.upper),
        "unit": None if quantity is None else quantity.unit,
        "grain": None if quantity is None else plain(quantity.grain),
        "comparator": statement.comparator,
        "basis": statement.basis,
        "accumulation": statement.accumulation,
        "direction": statement.direction,
        "indicator": statement.indicator,
        "period_start": None if period is None or period.start is None else period.start.isoformat(),
        "period_end": None if period is None else period.end.isoformat(),
        "recurrence": statement.recurrence,
        "status": statement.status if isinstance(statement, Observation) else None,
        "theme": statement.theme,
        "place": statement.place,
        "sentence_start": statement.sentence.start,
        "sentence_end": statement.sentence.end,
        "confidence": round(statement.confidence, 3),
        "period_rule": statement.period_rule,
        "baseline": None if statement.baseline is None else plain(statement.baseline),
    }
    if isinstance(statement, Commitment):
        record |= {"strength": statement.strength, "binding": statement.binding}
        record |= {"led_by": list(statement.led_by), "supported_by": list(statement.supported_by)}
    if isinstance(statement, Observation):
        record |= {"spans": [[span.start, span.end] for span in statement.spans]}
    return record


def claim_record(claim: Claim, *, document: str, quote: str) -> Record:
    """Give a claim as one record; value, unit and grain are null."""
    period = claim.period
    return {
        "id": claim.id,
        "document": document,
        "document_id": claim.span.document,
        "kind": "claim",
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": quote,
        "value": None,
        "unit": None,
        "grain": None,
        "says": claim.says,
        "indicator": claim.indicator,
        "period_start": None if period is None or period.start is None else period.start.isoformat(),
        "period_end": None if period is None else period.end.isoformat(),
        "theme": claim.theme,
        "place": claim.place,
        "about": list(claim.about),
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "confidence": round(claim.confidence, 3),
    }


def statement_from_record(record: Mapping[str, Any]) -> Commitment | Observation:
    """Read a record that `statement_record` wrote; the inverse but for the document's name and the quote."""
    document = record["document_id"]
    common: dict[str, Any] = {
        "span": Span(document, record["start"], record["end"]),
        "sentence": Span(document, record["sentence_start"], record["sentence_end"]),
        "indicator": record["indicator"],
        "quantity": _quantity(record),
        "comparator": _optional(Comparator, record["comparator"]),
        "basis": _optional(Basis, record["basis"]),
        "accumulation": _optional(Accumulation, record["accumulation"]),
        "direction": _optional(Direction, record["direction"]),
        "period": _period(record),
        "period_rule": record.get("period_rule"),
        "recurrence": record["recurrence"],
        "theme": record["theme"],
        "place": record["place"],
        "confidence": record["confidence"],
        "baseline": _optional(Decimal, record.get("baseline")),
        "page": record["page"],
        "box": None if record["box"] is None else tuple(record["box"]),
    }
    if record["kind"] == "commitment":
        strength = Strength(record.get("strength", "plain"))
        common |= {name: tuple(record.get(name, ())) for name in ("led_by", "supported_by")}
        return Commitment(**common, strength=strength, binding=record.get("binding"))
    spans = tuple(Span(document, start, end) for start, end in record.get("spans", ()))
    return Observation(**common, status=Status(record["status"] or "done"), spans=spans)


def evidence_record(evidence: Evidence, *, document: str, quote: str) -> Record:
    """Give one piece of evidence: the observation's record with how it compares."""
    record = statement_record(evidence.observation, document=document, quote=quote)
    return record | {
        "comparability": evidence.comparability,
        "reason": evidence.reason,
        "confidence": round(evidence.confidence, 3),
        "evidence_grade": evidence.grade,
        "note": evidence.note,
        "note_zh": evidence.note_zh,
    }


def verdict_record(verdict: Verdict, *, commitment: Record, evidence: list[Record]) -> Record:
    """Give a verdict as one record; ``commitment`` and ``evidence`` are records already."""
    return {
        "commitment": commitment,
        "verdict": verdict.kind,
        "secured": verdict.secured,
        "attainment": _ends(verdict.attainment),
        "expected": None if verdict.expected is None else plain(verdict.expected),
        "comparability": verdict.comparability,
        "reason": verdict.reason,
        "evidence_grade": verdict.grade,
        "evidence": evidence,
        "working": [line.en for line in verdict.working],
        "rules": list(verdict.rules),
        "flags": list(verdict.flags),
        "claim": verdict.claim,
        "needs_review": verdict.needs_review,
        "on": verdict.on.isoformat(),
        "as_of": None if verdict.as_of is None else verdict.as_of.isoformat(),
        "working_zh": [line.zh for line in verdict.working],
        "working_rules": [line.rule for line in verdict.working],
        "reviewability": verdict.reviewability,
        "searched": list(verdict.searched),
        "override": verdict.override,
        "override_by": verdict.override_by,
        "override_reason": verdict.override_reason,
        "actual": _ends(verdict.actual),
        "baseline": None if verdict.baseline is None else plain(verdict.baseline),
        "falling": verdict.falling,
        "restated_by": verdict.restated_by,
        "proof": dict(verdict.proof),
    }


def _ends(interval: tuple[Decimal | None, Decimal | None] | None) -> list[str | None] | None:
    return None if interval is None else [None if end is None else plain(end) for end in interval]


def _quantity(record: Mapping[str, Any]) -> Quantity | None:
    if record["value"] is None:
        return None
    upper = None if record["upper"] is None else Decimal(record["upper"])
    return Quantity(Decimal(record["value"]), record["unit"], Decimal(record["grain"]), upper)


def _period(record: Mapping[str, Any]) -> Period | None:
    if record["period_end"] is None:
        return None
    start = record["period_start"]
    return Period(None if start is None else date.fromisoformat(start), date.fromisoformat(record["period_end"]))


def _optional(kind: Any, value: str | None) -> Any:
    return None if value is None else kind(value)
