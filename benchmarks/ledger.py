"""How fast the ledger writes, repeats, reads and proves a large plan, beside the SQLite driver alone.

Run: ``python benchmarks/ledger.py [--commitments 10000] [--observations 100000]``
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from lantu.ledger import Entry, Ledger, passage_entry, plan_entry, source_entry, statement_entry, verdict_entry, verify
from lantu.model import (
    Basis,
    Commitment,
    Comparability,
    Comparator,
    Grade,
    Licence,
    Line,
    Observation,
    Passage,
    PassageKind,
    Period,
    Quantity,
    Role,
    Source,
    Span,
    Verdict,
    VerdictKind,
    document_id,
)
from lantu.model.records import Record, statement_record, verdict_record

ON = date(2024, 3, 1)
A_DOCUMENT = 1000
"""Statements a document."""


def _text(number: int) -> str:
    return "".join(f"第{number * A_DOCUMENT + line}条：新建示范食堂{line + 1}处。" for line in range(A_DOCUMENT))


def _document(number: int, kind: type[Commitment | Observation]) -> Iterator[Entry]:
    text, name = _text(number), f"{number:05d}.txt"
    document = document_id(text)
    yield source_entry(
        Source(document=document, name=name, title=name, roles=frozenset({Role.REPORT}), licence=Licence.OPEN)
    )
    yield passage_entry(document, 0, Passage(PassageKind.BODY, text, ((0, len(text)),)))
    start = 0
    for line in range(A_DOCUMENT):
        end = text.index("。", start)
        printed = f"{line + 1}处"
        span = Span(document, end - len(printed), end)
        statement = kind(
            span=span,
            sentence=Span(document, start, end),
            indicator="新建示范食堂",
            quantity=Quantity(Decimal(line + 1), "处"),
            comparator=Comparator.EXACTLY,
            basis=Basis.INCREMENT,
            period=Period.year(2023),
            theme=f"领域{line % 7}",
        )
        yield statement_entry(statement_record(statement, document=name, quote=printed))
        start = end + 1


def _verdicts(commitments: list[Record], observations: list[Record], on: date) -> Iterator[Entry]:
    for number, record in enumerate(commitments):
        seen = observations[number % len(observations)]
        item = {
            **seen,
            "comparability": Comparability.EXACT,
            "reason": None,
            "evidence_grade": Grade.E2,
            "note": "",
        }
        verdict = Verdict(
            commitment=record["id"],
            kind=VerdictKind.MET,
            on=on,
            working=(Line("ratio", f"{seen['value']} / {record['value']}", f"{seen['value']} / {record['value']}"),),
            attainment=(Decimal(1), Decimal(1)),
            grade=Grade.E2,
        )
        yield verdict_entry(verdict_record(verdict, commitment=record, evidence=[item]))


def entries(commitments: int, observations: int, on: date) -> Iterator[Entry]:
    """Give one build: a plan, its documents with their text, statements and verdicts."""
    yield plan_entry({"title": "大方案", "themes": [{"name": f"领域{number}"} for number in range(7)]})
    promised: list[Record] = []
    reported: list[Record] = []
    for number in range((commitments + observations) // A_DOCUMENT):
        kind = Commitment if number < commitments // A_DOCUMENT else Observation
        for entry in _document(number, kind):
            if entry.kind == "commitment":
                promised.append(entry.record)
            if entry.kind == "observation" and len(reported) < A_DOCUMENT:
                reported.append(entry.record)
            yield entry
    yield from _verdicts(promised, reported, on)


def _bare(ledger: Path, folder: Path) -> tuple[float, float]:
    """Give the seconds that the driver alone needs to insert the same events, and the same rows of all tables."""
    with closing(sqlite3.connect(ledger)) as source:
        schema = [sql for (sql,) in source.execute("SELECT sql FROM sqlite_master WHERE type <> 'view' AND sql > ''")]
        names = [name for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in names}  # noqa: S608
    events = ["CREATE TABLE event (number INTEGER PRIMARY KEY, recorded, kind, key, action, record, previous, hash)"]
    return (
        _inserted(folder / "events.sqlite", events, {"event": rows["event"]}),
        _inserted(folder / "all.sqlite", schema, rows),
    )


def _inserted(path: Path, schema: list[str], rows: dict[str, list[tuple[object, ...]]]) -> float:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        for statement in schema:
            connection.execute(statement)
        start = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for name in [name for name in rows if rows[name]]:
            places = ", ".join("?" * len(rows[name][0]))
            connection.executemany(f"INSERT INTO {name} VALUES ({places})", rows[name])  # noqa: S608
        connection.execute("COMMIT")
        return time.perf_counter() - start


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commitments", type=int, default=10_000)
    parser.add_argument("--observations", type=int, default=100_000)
    given = parser.parse_args()
    size = (given.commitments, given.observations)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.sqlite")
        start = time.perf_counter()
        count = sum(1 for _ in entries(*size, ON))
        making = time.perf_counter() - start
        print(f"entries {count}  made in {making:.1f} s (taken off below)")
        times = {}
        for name, on in (("first build", ON), ("same build", ON), ("a day later", ON + timedelta(days=1))):
            start = time.perf_counter()
            with Ledger.create_or_open(path) as ledger:
                appended = ledger.append(entries(*size, on), on=on)
            times[name] = time.perf_counter() - start - making
            print(f"{name}: {times[name]:.1f} s  {appended}  peak {_memory():.0f} MB")
        start = time.perf_counter()
        found = verify(path)
        print(
            f"verify: {time.perf_counter() - start:.1f} s  {found.events} events  {found.quotes} quotes  {found.issues}"
        )
        start = time.perf_counter()
        with Ledger.open(path) as ledger:
            print(f"verdicts read: {len(ledger.verdicts())} in {time.perf_counter() - start:.1f} s")
        print(f"file: {path.stat().st_size / 1e6:.0f} MB  peak {_memory():.0f} MB")
        events, tables = _bare(path, Path(folder))
        first = times["first build"]
        print(f"driver alone, events without index: {events:.1f} s  ratio {first / events:.1f}")
        print(f"driver alone, the same rows in the same tables: {tables:.1f} s  ratio {first / tables:.1f}")


if __name__ == "__main__":
    main()
