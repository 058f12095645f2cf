"""Write one build into the book: only what differs from what is current, in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

import msgspec
import sqlalchemy as sa

from .chain import START, Chain
from .entries import ADDED_LATER, DERIVED, KINDS, TIMELESS, Entry
from .projections import hide, insert, show
from .schema import entry, event, seen, verdict

BATCH = 500
"""Entries written at a time: memory stays flat however many there are."""
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Appended:
    """How many entries an append found new or changed, the same as before, and no longer stated."""

    new: int
    same: int
    retired: int


def append_entries(connection: sa.Connection, entries: Iterable[Entry], *, on: date, whole: bool) -> Appended:
    """Write entries into the book inside the caller's transaction (see `Ledger.append`)."""
    seen.create(connection)
    scribe = _Scribe(connection, on)
    stream = iter(entries)
    while batch := list(islice(stream, BATCH)):
        scribe.write(batch)
    if whole:
        scribe.retire_unseen()
    seen.drop(connection)
    return Appended(scribe.new, scribe.same, scribe.retired)


def _known_of(value: Any) -> Any:
    """Leave out the fields of a record that came later and say nothing, in what it holds too."""
    if isinstance(value, list):
        return [_known_of(each) for each in value] if value and isinstance(value[0], dict) else value
    if not isinstance(value, dict) or ADDED_LATER.isdisjoint(value):
        return value
    return {name: each for name, each in value.items() if each not in (None, []) or name not in ADDED_LATER}


def fingerprint(one: Entry) -> str:
    """Give a hash of what an entry says, without the fields that do not make it differ."""
    timeless = TIMELESS.get(one.kind, ())
    said = {name: _known_of(value) for name, value in _known_of(one.record).items() if name not in timeless}
    try:
        return hashlib.blake2b(msgspec.json.encode(said), digest_size=16).hexdigest()
    except UnicodeEncodeError as error:
        problem = f"the {one.kind} {one.key} holds half a character (a lone surrogate, {error})"
        raise ValueError(f"{problem}: replace it where the document is decoded") from error


def end_of_book(connection: sa.Connection) -> Chain:
    """Give the number and hash of the last event."""
    last = connection.execute(sa.select(event.c.number, event.c.hash).order_by(event.c.number.desc()).limit(1)).first()
    return Chain(0, START) if last is None else Chain(last.number, last.hash)


class _Scribe:
    """Holds the end of the book while one append writes it, batch by batch."""

    def __init__(self, connection: sa.Connection, on: date) -> None:
        self.connection, self.on, self.chain = connection, on, end_of_book(connection)
        self.new = self.same = self.retired = 0

    def write(self, batch: Sequence[Entry]) -> None:
        """Append what differs and renew its rows, kind by kind."""
        for kind, group in groupby(sorted(batch, key=lambda one: _RANK[one.kind]), key=attrgetter("kind")):
            stated = self._note(kind, list(group))
            current = self._known(entry, kind, list(stated))
            differing = [one for key, (one, mark) in stated.items() if current.get(key) != mark]
            self._forget(kind, [one.key for one in differing if one.key in current])
            self._state(kind, differing, {key: mark for key, (_, mark) in stated.items()})
            self._confirm(kind, [key for key, (_, mark) in stated.items() if current.get(key) == mark])
            self.new += len(differing)
            self.same += len(stated) - len(differing)

    def retire_unseen(self) -> None:
        """Close every entry of a derived kind that this build did not state."""
        unseen = (
            sa.select(entry.c.kind, entry.c.key)
            .outerjoin(seen, sa.and_(seen.c.kind == entry.c.kind, seen.c.key == entry.c.key))
            .where(seen.c.key.is_(None), entry.c.kind.in_(sorted(DERIVED)))
            .order_by(entry.c.kind, entry.c.key)
            .limit(BATCH)
        )
        while lost := self.connection.execute(unseen).all():
            for kind, group in groupby(lost, key=lambda row: str(row.kind)):
                keys = [row.key for row in group]
                rows = [self.chain.add(self.on, kind, key, None) for key in keys]
                insert(self.connection, event, rows)
                self._forget(kind, keys)
                self.retired += len(keys)

    def _note(self, kind: str, group: Sequence[Entry]) -> dict[str, tuple[Entry, str]]:
        """Remember what is stated; the same fact twice is one, two facts under one key are an error."""
        stated: dict[str, tuple[Entry, str]] = {}
        earlier = self._known(seen, kind, [one.key for one in group])
        for one in group:
            mark = fingerprint(one)
            known = stated[one.key][1] if one.key in stated else earlier.get(one.key, mark)
            if known != mark:
                raise ValueError(f"two different {kind} entries have the key {one.key}: state each once in a build")
            stated[one.key] = one, mark
        fresh = {key: value for key, value in stated.items() if key not in earlier}
        if fresh:
            rows = [{"kind": kind, "key": key, "fingerprint": mark} for key, (_, mark) in fresh.items()]
            insert(self.connection, seen, rows)
        return fresh

    def _known(self, table: sa.Table, kind: str, keys: Sequence[str]) -> dict[str, str]:
        query = sa.select(table.c.key, table.c.fingerprint).where(table.c.kind == kind, table.c.key.in_(keys))
        return {row.key: row.fingerprint for row in self.connection.execute(query)}

    def _state(self, kind: str, differing: Sequence[Entry], marks: dict[str, str]) -> None:
        if not differing:
            return
        events = [self.chain.add(self.on, kind, one.key, json_text(one)) for one in differing]
        insert(self.connection, event, events)
        day = self.on.isoformat()
        rows = [
            {
                "kind": kind,
                "key": row["key"],
                "event": row["number"],
                "fingerprint": marks[row["key"]],
                "confirmed": day,
            }
            for row in events
        ]
        insert(self.connection, entry, rows)
        # A verdict holds for the day of the append, which later appends move on where it says the same.
        known = {"on": day} if kind == "verdict" else {}
        show(self.connection, kind, [(one.key, one.record | known) for one in differing])

    def _forget(self, kind: str, keys: Sequence[str]) -> None:
        if keys:
            hide(self.connection, kind, keys)
            self.connection.execute(sa.delete(entry).where(entry.c.kind == kind, entry.c.key.in_(keys)))

    def _confirm(self, kind: str, keys: Sequence[str]) -> None:
        if not keys:
            return
        day = self.on.isoformat()
        mine = (entry.c.kind == kind, entry.c.key.in_(keys), entry.c.confirmed != day)
        self.connection.execute(sa.update(entry).where(*mine).values(confirmed=day))
        if kind == "verdict":
            late = (verdict.c.commitment.in_(keys), verdict.c.settled_on != day)
            self.connection.execute(sa.update(verdict).where(*late).values(settled_on=day))


def json_text(one: Entry) -> str:
    """Give an entry's record as the JSON text that the book keeps: its own field order, Chinese unescaped."""
    return msgspec.json.encode(one.record).decode()
