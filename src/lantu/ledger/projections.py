"""Current entries as rows of the plain tables that people and SQL read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

import msgspec
import sqlalchemy as sa

from lantu.model.records import Record

from . import schema

Row = dict[str, Any]


def _list(value: object) -> str:
    """Write a list or object as JSON text; msgspec leaves Chinese unescaped, so JSON paths find it."""
    return msgspec.json.encode(value).decode()


def _plan(key: str, record: Record) -> Row:
    row = {column.name: record.get(column.name) for column in schema.plan.columns}
    return row | {"id": key, "record": _list(record)}


def theme_rows(record: Record) -> list[Row]:
    """Give the rows of ``theme`` for the plan's record, in the plan's own order."""
    return [
        {
            "name": one["name"],
            "position": position,
            "short_name": one.get("id"),
            "name_en": one.get("name_en"),
            "items": one.get("items"),
            "tasks": one.get("tasks"),
        }
        for position, one in enumerate(_themes(record), start=1)
    ]


def theme_word_rows(record: Record) -> list[Row]:
    """Give the rows of ``theme_word``, by word: a word that two themes share is the first one's."""
    positions: dict[str, int] = {}
    for position, one in enumerate(_themes(record), start=1):
        for word in (one["name"], *one.get("words", ())):
            positions.setdefault(word, position)
    return [{"word": word, "position": position} for word, position in sorted(positions.items())]


def _themes(record: Record) -> list[Record]:
    return [one if isinstance(one, dict) else {"name": one} for one in record.get("themes") or ()]


def _document(key: str, record: Record) -> Row:
    row = {column.name: record.get(column.name) for column in schema.document.columns}
    return row | {"id": key, "roles": _list(record["roles"])}


def _passage(_key: str, record: Record) -> Row:
    row = {name: record[name] for name in ("ordinal", "kind", "level", "article", "text")}
    return {"document": record["document_id"], **row, "pieces": _list(record["pieces"])}


_RENAMED = {
    "document": "document_id",
    "document_name": "document",
    "starts": "start",
    "ends": "end",
    "sentence_starts": "sentence_start",
    "sentence_ends": "sentence_end",
    "other_places": "spans",
}
_LISTS = ("box", "other_places", "about")


def _statement(table: sa.Table) -> Callable[[str, Record], Row]:
    fields = [(column.name, _RENAMED.get(column.name, column.name)) for column in table.columns]

    def row(_key: str, record: Record) -> Row:
        values = {name: record.get(field) for name, field in fields}
        return values | {name: _list(values[name]) for name in _LISTS if values.get(name) is not None}

    return row


def _issue(key: str, record: Record) -> Row:
    return {
        "id": key,
        "code": record["code"],
        "level": record["level"],
        "message": record["message"],
        "document_name": record["source"],
        "document": record["document_id"],
        "starts": record["start"],
        "ends": record["end"],
    }


def _verdict(key: str, record: Record) -> Row:
    low, high = record["attainment"] or (None, None)
    same = ("secured", "expected", "as_of", "reviewability", "evidence_grade", "comparability", "reason", "claim")
    row = {name: record[name] for name in (*same, "needs_review", "override_by", "override_reason")}
    return row | {
        "commitment": key,
        "verdict": record["override"] or record["verdict"],
        "computed": record["verdict"],
        "attainment_low": low,
        "attainment_high": high,
        "settled_on": record["on"],
        "flags": _list(record["flags"]),
        "rules": _list(record["rules"]),
        "searched": _list(record["searched"]),
        "working": "\n".join(record["working"]),
        "working_zh": "\n".join(record["working_zh"]),
    }


def _measurement(_key: str, record: Record) -> Row:
    row = {column.name: record.get(column.name) for column in schema.measurement.columns}
    return row | {name: _list(record[name]) for name in ("readings", "groups", "commitments", "inputs")}


def _judgement(key: str, record: Record) -> Row:
    row = {name: record[name] for name in ("decision", "commitment", "observation", "verdict", "reason", "quote")}
    return {"id": key, **row, "decided_by": record["by"], "decided_when": record["when"]}


def _build(key: str, record: Record) -> Row:
    return {"id": key, "built_on": record.get("on"), "version": record.get("version"), "record": _list(record)}


TABLES: Mapping[str, tuple[sa.Table, Callable[[str, Record], Row]]] = {
    "plan": (schema.plan, _plan),
    "source": (schema.document, _document),
    "passage": (schema.passage, _passage),
    "commitment": (schema.commitment, _statement(schema.commitment)),
    "observation": (schema.observation, _statement(schema.observation)),
    "claim": (schema.claim, _statement(schema.claim)),
    "issue": (schema.issue, _issue),
    "measurement": (schema.measurement, _measurement),
    "verdict": (schema.verdict, _verdict),
    "judgement": (schema.judgement, _judgement),
    "build": (schema.build, _build),
}
"""The table that shows each kind of entry, and the row that shows one."""


def row_of(kind: str, key: str, record: Record) -> Row:
    """Give the row that shows an entry in the table of its kind."""
    return TABLES[kind][1](key, record)


def evidence_rows(key: str, record: Record) -> list[Row]:
    """Give the rows of ``evidence`` for one verdict, in the verdict's own order."""
    return [
        {
            "commitment": key,
            "position": position,
            "observation": item["id"],
            "comparability": item["comparability"],
            "reason": item["reason"],
            "confidence": item["confidence"],
            "grade": item["evidence_grade"],
            "note": item["note"],
        }
        for position, item in enumerate(record["evidence"], start=1)
    ]


def show(connection: sa.Connection, kind: str, entries: Sequence[tuple[str, Record]]) -> None:
    """Insert the rows of entries of one kind that have none yet."""
    insert(connection, TABLES[kind][0], [row_of(kind, key, record) for key, record in entries])
    if kind == "verdict":
        insert(connection, schema.evidence, [row for key, record in entries for row in evidence_rows(key, record)])
    if kind == "plan":
        insert(connection, schema.theme, [row for _, record in entries for row in theme_rows(record)])
        insert(connection, schema.theme_word, [row for _, record in entries for row in theme_word_rows(record)])


def hide(connection: sa.Connection, kind: str, keys: Sequence[str]) -> None:
    """Delete the rows of entries that are replaced or retired."""
    table = TABLES[kind][0]
    if kind == "passage":
        pairs = [key.rsplit(":", 1) for key in keys]
        places = [{"key": document, "ordinal": int(ordinal)} for document, ordinal in pairs]
        connection.execute(_delete(table, "document").where(table.c.ordinal == sa.bindparam("ordinal")), places)
        return
    if kind == "verdict":
        connection.execute(_delete(schema.evidence, "commitment"), [{"key": key} for key in keys])
    if kind == "plan":
        connection.execute(sa.delete(schema.theme_word))
        connection.execute(sa.delete(schema.theme))
    name = next(iter(table.primary_key.columns)).name
    connection.execute(_delete(table, name), [{"key": key} for key in keys])


def insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Insert rows that name every column, as fast as the driver can."""
    if rows and not connection.dialect.positional:
        connection.execute(sa.insert(table), rows)
    elif rows:
        # All values are plain text, whole numbers and shares, so the driver takes them as they are: half the time.
        statement, names = _statement_of(table, connection.dialect)
        connection.exec_driver_sql(statement, list(map(itemgetter(*names), rows)))


@lru_cache(maxsize=64)
def _statement_of(table: sa.Table, dialect: sa.Dialect) -> tuple[str, tuple[str, ...]]:
    compiled = sa.insert(table).compile(dialect=dialect)
    return str(compiled), tuple(compiled.positiontup or ())


def _delete(table: sa.Table, column: str) -> sa.Delete:
    return sa.delete(table).where(table.c[column] == sa.bindparam("key", type_=sa.Text()))
