"""What is current in the book, read for publication: every list in a fixed order, whatever was built before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import msgspec
import sqlalchemy as sa

from lantu.model import Issue, Judgement, Passage, Source
from lantu.model.records import Record

from .changes import substance
from .schema import entry, event, passage
from .shapes import issue_from_record, judgement_from_record, passage_from_record, source_from_record

_STATED = (
    sa.select(event.c.key, event.c.number, event.c.recorded, event.c.record)
    .where(event.c.kind == "verdict", event.c.action == "stated")
    .order_by(event.c.key, event.c.number)
)


@dataclass(frozen=True, slots=True)
class Settled:
    """A verdict as the book first had it: the event's number, the day it was settled for, and its record."""

    number: int
    recorded: date
    verdict: Record


class Reading:
    """The questions that a ledger answers; `Ledger` adds opening, closing and writing."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def plan(self) -> Record | None:
        """Give the plan's record, or None where none was stated."""
        return self._only("plan")

    def build(self) -> Record | None:
        """Give the record of the last build, or None."""
        return self._only("build")

    def sources(self) -> list[Source]:
        """Give the documents, by name."""
        return sorted(map(source_from_record, self.current("source")), key=lambda one: (one.name, one.document))

    def passages(self, document: str) -> list[Passage]:
        """Give the passages of one document (its id) that may be shown, in reading order."""
        query = (
            sa.select(passage.c.kind, passage.c.level, passage.c.article, passage.c.text, passage.c.pieces)
            .where(passage.c.document == document)
            .order_by(passage.c.ordinal)
        )
        rows = [row._mapping for row in self._rows(query)]
        return [passage_from_record({**row, "pieces": msgspec.json.decode(row["pieces"])}) for row in rows]

    def commitments(self) -> list[Record]:
        """Give the commitments by document name and place in it."""
        return sorted(self.current("commitment"), key=_place)

    def observations(self) -> list[Record]:
        """Give the observations by document name and place in it."""
        return sorted(self.current("observation"), key=_place)

    def claims(self) -> list[Record]:
        """Give the sources' own verdicts by document name and place in it."""
        return sorted(self.current("claim"), key=_place)

    def verdicts(self) -> list[Record]:
        """Give the current verdicts with commitment and evidence, in the order of `commitments`."""
        return sorted(self.current("verdict"), key=lambda one: _place(one["commitment"]))

    def issues(self) -> list[Issue]:
        """Give the issues by document, place, code and message."""
        records = sorted(
            self.current("issue"),
            key=lambda one: (one["source"] or "", one["start"] or 0, one["code"], one["message"], one["level"]),
        )
        return [issue_from_record(record) for record in records]

    def judgements(self) -> list[Judgement]:
        """Give people's decisions by time, commitment and what was decided."""
        records = sorted(self.current("judgement"), key=lambda one: (one["when"], msgspec.json.encode(one)))
        return [judgement_from_record(record) for record in records]

    def measurements(self) -> list[Record]:
        """Give the measured values by the id of their indicator."""
        return sorted(self.current("measurement"), key=lambda one: str(one["id"]))

    def coverage(self) -> list[Record]:
        """Give the lines of the view ``coverage_by_theme``: counts a theme, the plan's themes first in its order."""
        return [dict(row._mapping) for row in self._rows(sa.text("SELECT * FROM coverage_by_theme"))]

    def history(self, commitment: str) -> list[Settled]:
        """Give every verdict that the book ever had on one commitment, oldest first, the current one last.

        A verdict that says the same on another day, with other working at most, is listed once, as it was first.
        """
        return _turns(self._rows(_STATED.where(event.c.key == commitment)))

    def histories(self) -> Iterator[tuple[str, list[Settled]]]:
        """Give the history of every commitment that ever had a verdict, by its id, in one reading of the book."""
        for key, rows in groupby(self._rows(_STATED), key=lambda row: str(row.key)):
            yield key, _turns(rows)

    def _only(self, kind: str) -> Record | None:
        records = list(self.current(kind))
        return records[0] if records else None

    def _rows(self, query: sa.Executable) -> Iterator[sa.Row[Any]]:
        # A ledger open for reading holds one snapshot throughout; one open for writing takes one a question.
        with nullcontext() if self.connection.in_transaction() else self.connection.begin():
            yield from self.connection.execute(query)

    def current(self, kind: str) -> Iterator[Record]:
        """Stream the records of one kind by key, without holding them all."""
        query = (
            sa.select(event.c.record, entry.c.confirmed)
            .join(entry, entry.c.event == event.c.number)
            .where(entry.c.kind == kind)
            .order_by(entry.c.key)
        )
        for row in self._rows(query):
            record: Record = msgspec.json.decode(row.record)
            yield record | {"on": row.confirmed} if kind == "verdict" else record


def _turns(rows: Iterable[sa.Row[Any]]) -> list[Settled]:
    told = [Settled(row.number, date.fromisoformat(row.recorded), msgspec.json.decode(row.record)) for row in rows]
    return [next(same) for _, same in groupby(told, key=lambda one: substance(one.verdict))]


def _place(record: Record) -> tuple[str, int, int, str]:
    return record["document"], record["start"], record["end"], record["id"]
