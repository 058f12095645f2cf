"""From typed cells, as a public client gives them, back to the records of the contract."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Context, Decimal
from typing import Any

from lantu.model import plain
from lantu.model.records import Record, statement_from_record
from lantu.publication.book import Book
from lantu.publication.data.tables import tables

SHARES = ("confidence", "match_confidence")
"""The numbers that are no decimals in the contract."""


def record(cells: Mapping[str, Any]) -> Record:
    """Give one row as the contract writes it: decimals and days as text."""
    return {name: _value(name, cell) for name, cell in cells.items()}


def _value(name: str, cell: Any) -> Any:
    match cell:
        case float() if name not in SHARES:
            return plain(Decimal(repr(cell)))
        case Decimal():
            return float(cell) if name in SHARES else plain(cell)
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case _:
            return cell


def by_id(rows: Iterable[Mapping[str, Any]], key: str = "id") -> dict[str, Record]:
    """Give the rows of a table by their key."""
    found = [record(row) for row in rows]
    assert len({one[key] for one in found}) == len(found), "a key occurs twice"
    return {one[key]: one for one in found}


def assert_same_statements(rows: Iterable[Mapping[str, Any]], expected: Iterable[Mapping[str, Any]]) -> None:
    """Hold re-read rows to the ledger's records: the same statements, the same names and quotes."""
    found, wanted = by_id(rows), {one["id"]: one for one in expected}
    assert found, "an empty file that validates is a failure"
    assert found.keys() == wanted.keys()
    for key, one in found.items():
        assert statement_from_record(one) == statement_from_record(wanted[key])
        assert (one["document"], one["quote"]) == (wanted[key]["document"], wanted[key]["quote"])


VERDICT = (
    *("secured", "falling", "restated_by", "comparability", "reason", "evidence_grade", "reviewability", "rules"),
    *("flags", "claim", "needs_review", "on", "as_of", "searched", "working", "working_zh", "working_rules"),
    *("override", "override_by", "override_reason"),
)
"""The fields of a verdict that a table holds as they are."""
FIGURES = ("attainment_low", "attainment_high", "actual_low", "actual_high", "expected", "baseline_used")


def figure(text: str | None, digits: int) -> str | None:
    """Give a figure to so many significant digits, as text; None stays None."""
    return None if text is None else plain(Context(prec=digits).create_decimal(text))


def cells(table: str, texts: Mapping[str, str]) -> Record:
    """Give the cells of one row from the texts of a format that knows no types; what is not there is missing."""
    columns = next(one.columns for one in tables() if one.name == table)
    return {column.name: _cell(column.type, texts.get(column.name) or None) for column in columns}


def _cell(kind: str, text: str | None) -> Any:
    if text is None:
        return None
    read: dict[str, Callable[[str], Any]] = {
        "number": Decimal,
        "integer": int,
        "boolean": lambda told: told == "true",
        "array": json.loads,
    }
    return read.get(kind, str)(text)


def assert_same_verdicts(
    verdicts: Iterable[Mapping[str, Any]],
    evidence: Iterable[Mapping[str, Any]] | None,
    book: Book,
    *,
    digits: int = 28,
) -> None:
    """Hold re-read verdicts and their evidence to those of a book, field by field; figures to so many digits."""
    found = by_id(verdicts, "commitment")
    assert found.keys() == {entry.id for entry in book.entries}
    cited: dict[str, list[Record]] = {key: [] for key in found}
    for row in sorted(map(record, evidence or ()), key=lambda one: (one["commitment"], one["position"])):
        cited[row["commitment"]].append(row)
    for entry in book.entries:
        _assert_same_verdict(found[entry.id], entry.verdict, entry.kind, digits)
        assert evidence is None or [_cited(one) for one in cited[entry.id]] == [
            (one["id"], one["comparability"], one["reason"], one["confidence"], one["evidence_grade"], one["note"])
            for one in entry.verdict["evidence"]
        ]


def _assert_same_verdict(row: Record, verdict: Mapping[str, Any], shown: str, digits: int) -> None:
    assert (row["verdict"], row["computed"]) == (shown, verdict["verdict"])
    assert {name: row[name] for name in VERDICT} == {name: verdict[name] for name in VERDICT}
    expected = [*(verdict["attainment"] or [None, None]), *(verdict["actual"] or [None, None])]
    expected += [verdict["expected"], verdict["baseline"]]
    assert [figure(row[name], digits) for name in FIGURES] == [figure(each, digits) for each in expected]


def _cited(row: Record) -> tuple[Any, ...]:
    names = ("observation", "comparability", "reason", "match_confidence", "evidence_grade")
    return (*(row[name] for name in names), row["note"] or "")
