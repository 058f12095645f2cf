"""The single proofs that a ledger is whole; each yields a sentence for everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, zip_longest
from typing import Any

import msgspec
import sqlalchemy as sa

from lantu.model import Licence
from lantu.model.records import Record

from .chain import START, event_hash
from .entries import KINDS
from .projections import TABLES, Row, evidence_rows, row_of, theme_rows, theme_word_rows
from .readers import Reading
from .schema import claim, commitment, entry, event, evidence, observation, theme, theme_word
from .slicing import Slicer

_Quote = tuple[str, str, str, str, int, int, str]
"""What shows it, its id, document id and name, start, end, and the quote."""


class ChainProof:
    """Recomputes the chain of events; afterwards ``number`` and ``hash`` are those of the last sound one."""

    def __init__(self, connection: sa.Connection, head: str | None) -> None:
        self.connection, self.head, self.number, self.hash = connection, head, 0, START

    def prove(self) -> Iterator[str]:
        """Name the first event that is not what was written, and a head that is not there."""
        wanted = self.head
        for row in self.connection.execute(sa.select(event).order_by(event.c.number)):
            if reason := self._wrong(row):
                yield f"event {row.number} ({row.kind} {row.key}) {reason}: nothing from it on can be relied upon"
                return
            self.number, self.hash = row.number, row.hash
            wanted = None if row.hash == wanted else wanted
        if wanted is not None:
            yield f"no event has the hash {wanted}: this is another book, or its end was cut off"

    def _wrong(self, row: sa.Row[Any]) -> str | None:
        if row.number != self.number + 1:
            return f"follows event {self.number}, so events between them are missing"
        if row.previous != self.hash:
            return "is not tied to the event before it"
        said = (row.previous, row.number, row.recorded, row.kind, row.action, row.key, row.record)
        return None if row.hash == event_hash(*said) else "does not have the hash of what it says"


def prove_entries(connection: sa.Connection) -> Iterator[str]:
    """Name every entry that is not the last event of its kind and key."""
    last = sa.select(sa.func.max(event.c.number)).group_by(event.c.kind, event.c.key)
    mine = sa.and_(entry.c.kind == event.c.kind, entry.c.key == event.c.key)
    query = (
        sa.select(event.c.kind, event.c.key)
        .outerjoin(entry, mine)
        .where(event.c.number.in_(last))
        .where(sa.case((event.c.action == "stated", event.c.number)).is_distinct_from(entry.c.event))
        .order_by(event.c.kind, event.c.key)
    )
    foreign = (
        sa.select(entry.c.kind, entry.c.key)
        .outerjoin(event, event.c.number == entry.c.event)
        .where(sa.or_(event.c.kind.is_distinct_from(entry.c.kind), event.c.key.is_distinct_from(entry.c.key)))
        .order_by(entry.c.kind, entry.c.key)
    )
    for row in (*connection.execute(query), *connection.execute(foreign)):
        yield f"{row.kind} {row.key}: the table entry does not name its last event"


def prove_tables(connection: sa.Connection) -> Iterator[str]:
    """Name the first row of each table that is not what the current events say."""
    for kind in KINDS:
        table = TABLES[kind][0]
        yield from _compare(connection, table, (row_of(kind, *one) for one in _current(connection, kind)))
    verdicts = (row for one in _current(connection, "verdict") for row in evidence_rows(*one))
    yield from _compare(connection, evidence, verdicts)
    for table, rows in ((theme, theme_rows), (theme_word, theme_word_rows)):
        yield from _compare(connection, table, (row for _, one in _current(connection, "plan") for row in rows(one)))


def _current(connection: sa.Connection, kind: str) -> Iterator[tuple[str, Record]]:
    joined = sa.select(entry.c.key, entry.c.confirmed, event.c.record).join(event, event.c.number == entry.c.event)
    for row in connection.execute(joined.where(entry.c.kind == kind).order_by(entry.c.key)):
        record: Record = msgspec.json.decode(row.record)
        yield row.key, record | {"on": row.confirmed} if kind == "verdict" else record


def _compare(connection: sa.Connection, table: sa.Table, expected: Iterable[Row]) -> Iterator[str]:
    columns = [column.name for column in table.columns]
    stored = connection.execute(sa.select(table).order_by(*table.primary_key.columns))
    told = (tuple(row[name] for name in columns) for row in expected)
    for number, (want, have) in enumerate(zip_longest(told, map(tuple, stored)), start=1):
        if want != have:
            yield f"table {table.name}, row {number} ({(want or have)[0]}): is not what the current events say"
            return


class QuoteProof:
    """Re-slices every quote that statements and verdicts show; afterwards ``count`` says how many."""

    def __init__(self, reading: Reading) -> None:
        self.count = 0
        self._reading = reading
        self._open = {source.document: source.licence is Licence.OPEN for source in reading.sources()}
        # Statements come document by document, but the evidence of a verdict jumps between a few of them.
        self._slicer = lru_cache(maxsize=32)(self._slice)

    def prove(self) -> Iterator[str]:
        """Name every quote that is not what its document says at its offsets."""
        for what, key, document, name, start, end, quote in chain(self._statements(), self._verdicts()):
            self.count += 1
            if not self._slicer(document).says(start, end, quote):
                yield f"{what} {key}: 「{quote}」 is not what {name} says at {start}–{end}"

    def _statements(self) -> Iterator[_Quote]:
        for table in (commitment, observation, claim):
            c = table.c
            query = sa.select(c.id, c.document, c.document_name, c.starts, c.ends, c.quote)
            for row in self._reading.connection.execute(query.order_by(c.document, c.starts, c.id)):
                yield table.name, *row

    def _verdicts(self) -> Iterator[_Quote]:
        fields = ("id", "document_id", "document", "start", "end", "quote")
        for verdict in self._reading.current("verdict"):
            yield "commitment", *(verdict["commitment"][field] for field in fields)
            for item in verdict["evidence"]:
                yield "evidence", *(item[field] for field in fields)

    def _slice(self, document: str) -> Slicer:
        return Slicer(self._reading.passages(document), complete=self._open.get(document, False))
