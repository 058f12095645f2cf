"""Sources, passages, issues and judgements as flat records, and back; statements and verdicts are the model's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lantu.model import (
    Decision,
    Issue,
    Judgement,
    Level,
    Licence,
    Passage,
    PassageKind,
    Period,
    Role,
    Source,
    Span,
)
from lantu.model.records import Record


def source_record(source: Source) -> Record:
    """Give a document of the plan as one record; roles sorted, days in ISO form."""
    covers = source.covers
    return {
        "document_id": source.document,
        "name": source.name,
        "title": source.title,
        "roles": sorted(source.roles),
        "published": _iso(source.published),
        "covers_start": None if covers is None else _iso(covers.start),
        "covers_end": None if covers is None else _iso(covers.end),
        "publisher": source.publisher,
        "licence": source.licence,
        "url": source.url,
        "sha256": source.sha256,
    }


def source_from_record(record: Mapping[str, Any]) -> Source:
    """Read a record that `source_record` wrote."""
    end = _day(record["covers_end"])
    return Source(
        document=record["document_id"],
        name=record["name"],
        title=record["title"],
        roles=frozenset(Role(role) for role in record["roles"]),
        published=_day(record["published"]),
        covers=None if end is None else Period(_day(record["covers_start"]), end),
        publisher=record["publisher"],
        licence=Licence(record["licence"]),
        url=record["url"],
        sha256=record["sha256"],
    )


def passage_record(document: str, ordinal: int, passage: Passage) -> Record:
    """Give a passage as one record; ``ordinal`` counts the document's passages from 0 in reading order."""
    return {
        "document_id": document,
        "ordinal": ordinal,
        "kind": passage.kind,
        "level": passage.level,
        "article": passage.article,
        "text": passage.text,
        "pieces": [list(piece) for piece in passage.pieces],
    }


def passage_from_record(record: Mapping[str, Any]) -> Passage:
    """Read a record that `passage_record` wrote."""
    pieces = tuple((start, end) for start, end in record["pieces"])
    return Passage(PassageKind(record["kind"]), record["text"], pieces, record["level"], record["article"])


def issue_record(issue: Issue) -> Record:
    """Give an issue as one record; ``document_id``, ``start`` and ``end`` are null where it points nowhere."""
    span = issue.span
    return {
        "code": issue.code,
        "level": issue.level,
        "message": issue.message,
        "source": issue.source,
        "document_id": None if span is None else span.document,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "pattern": issue.pattern,
        "facts": dict(issue.facts),
    }


def issue_from_record(record: Mapping[str, Any]) -> Issue:
    """Read a record that `issue_record` wrote."""
    document = record["document_id"]
    span = None if document is None else Span(document, record["start"], record["end"])
    pattern, facts = record.get("pattern", ""), tuple(record.get("facts", {}).items())
    return Issue(record["code"], record["message"], Level(record["level"]), record["source"], span, pattern, facts)


def judgement_record(judgement: Judgement) -> Record:
    """Give a person's decision as one record."""
    return {
        "decision": judgement.decision,
        "commitment": judgement.commitment,
        "observation": judgement.observation,
        "verdict": judgement.verdict,
        "by": judgement.by,
        "when": judgement.when,
        "reason": judgement.reason,
        "quote": judgement.quote,
    }


def judgement_from_record(record: Mapping[str, Any]) -> Judgement:
    """Read a record that `judgement_record` wrote."""
    return Judgement(**{**record, "decision": Decision(record["decision"])})


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
