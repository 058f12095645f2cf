"""记录: one dated line of the ledger, and how each kind of fact becomes one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import msgspec

from lantu.model import Issue, Judgement, Passage, Source
from lantu.model.records import Record

from .shapes import issue_record, judgement_record, passage_record, source_record

KINDS = (
    "plan",
    "source",
    "passage",
    "commitment",
    "observation",
    "claim",
    "issue",
    "measurement",
    "verdict",
    "judgement",
    "build",
)
"""What an entry can be about, in the order in which one build states them."""

DERIVED = frozenset({"source", "passage", "commitment", "observation", "claim", "issue", "measurement", "verdict"})
"""Kinds that a build computes anew: one that is no longer stated is retired. People's decisions never are."""

TIMELESS = {"verdict": ("on",)}
"""Fields that do not make an entry differ: a verdict that says the same on another day is the same verdict."""

ADDED_LATER = frozenset({"baseline", "led_by", "supported_by"})
"""Fields that older ledgers do not know: null or an empty list says the same as absent, so that a new field changes no
entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact to be written down.

    Parameters
    ----------
    kind:
        One of `KINDS`.
    key:
        What names it among its kind for ever (a statement's id, a document's id …): one line of text.
    record:
        A flat JSON object (see `lantu.model.records`).

    Raises
    ------
    ValueError
        Where the kind is unknown or the key is empty or holds a line break.
    """

    kind: str
    key: str
    record: Record

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"entry kind {self.kind!r} is unknown: use one of {', '.join(KINDS)}")
        if not self.key or not self.key.isprintable():
            raise ValueError(f"key {self.key!r} of a {self.kind} is not one line of text: give an id")


def plan_entry(record: Record) -> Entry:
    """Give the entry of the plan itself; there is one in a ledger."""
    return Entry("plan", "plan", record)


def source_entry(source: Source) -> Entry:
    """Give the entry of one document of the plan."""
    return Entry("source", source.document, source_record(source))


def passage_entry(document: str, ordinal: int, passage: Passage) -> Entry:
    """Give the entry of the ``ordinal``-th passage (from 0, in reading order) of a document."""
    return Entry("passage", f"{document}:{ordinal:06d}", passage_record(document, ordinal, passage))


def statement_entry(record: Record) -> Entry:
    """Give the entry of a commitment, observation or claim record: its own ``kind`` and ``id`` name it."""
    return Entry(record["kind"], record["id"], record)


def issue_entry(issue: Issue) -> Entry:
    """Give the entry of an issue, named by its content."""
    record = issue_record(issue)
    return Entry("issue", _content_key(record), record)


def measurement_entry(record: Record) -> Entry:
    """Give the entry of a measured value, named by its indicator's id."""
    return Entry("measurement", record["id"], record)


def verdict_entry(record: Record) -> Entry:
    """Give the entry of a verdict record, named by its commitment."""
    return Entry("verdict", record["commitment"]["id"], record)


def judgement_entry(judgement: Judgement) -> Entry:
    """Give the entry of a person's decision, named by its content."""
    record = judgement_record(judgement)
    return Entry("judgement", _content_key(record), record)


def build_entry(record: Record) -> Entry:
    """Give the entry of the build; ``on`` (ISO day) and ``version`` (of the program) are its known fields."""
    return Entry("build", "build", record)


def _content_key(record: dict[str, Any]) -> str:
    return hashlib.blake2b(msgspec.json.encode(record), digest_size=8).hexdigest()
