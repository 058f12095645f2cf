"""The tables of the published data: commitments, verdicts, evidence, observations, claims, measured values, documents.

What each column says stands in ``columns.yaml``; the formats differ in how they write a table, never in what it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from lantu.ledger.shapes import source_record

from ..book import Book, Entry, Record
from ..items import Outline
from ..offices import duties_of
from ..tally import shown

Cell = str | int | float | bool | list[Any] | None
"""A value of a table: numbers as the ledger writes them (decimals as text), days as ISO text, None where missing."""
Kind = Literal["string", "integer", "number", "boolean", "date", "array"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the type of its cells, and what it says in English and Chinese."""

    name: str
    type: Kind
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the data.

    Parameters
    ----------
    key:
        The columns that name a row.
    links:
        Columns whose cells are keys of another table, as ``(column, table, column there)``.
    """

    name: str
    en: str
    zh: str
    key: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]
    columns: tuple[Column, ...]

    def rows(self, book: Book) -> Iterator[tuple[Cell, ...]]:
        """Give the rows of a book, cells in the order of the columns."""
        names = [column.name for column in self.columns]
        for record in _RECORDS[self.name](book):
            yield tuple(record[name] for name in names)


@cache
def tables() -> tuple[Table, ...]:
    """Give the tables, what is promised first."""
    told = yaml.safe_load((Path(__file__).parent / "columns.yaml").read_text("utf-8"))
    columns = {name: Column(name, **words) for name, words in told["columns"].items()}
    return tuple(_table(name, words, columns) for name, words in told["tables"].items())


def _table(name: str, words: Mapping[str, Any], columns: Mapping[str, Column]) -> Table:
    links = tuple((column, *target.split(".")) for column, target in words["links"].items())
    own = tuple(columns[column] for column in words["columns"])
    return Table(name, words["en"], words["zh"], tuple(words["key"]), links, own)


def _commitments(book: Book) -> Iterator[Record]:
    offices = leading(book)
    for entry in book.entries:
        theme = book.theme_of[entry.id].id
        yield {**_told(book, entry.commitment), "theme_id": theme, "lead_offices": list(offices.get(entry.id, ()))}


def leading(book: Book) -> Mapping[str, Sequence[str]]:
    """Give the names of the offices that lead each commitment, by its id, as ``plan.yaml`` divides the work."""
    names: dict[str, list[str]] = {}
    if book.plan.get("offices"):
        for duties in duties_of(book, Outline(book)):
            for entry in duties.leads:
                names.setdefault(entry.id, []).append(duties.name)
    return names


def _observations(book: Book) -> Iterable[Record]:
    return (_told(book, record) for record in book.observations)


def _claims(book: Book) -> Iterable[Record]:
    return (_told(book, record) for record in book.claims)


def _told(book: Book, record: Record) -> Record:
    return {**record, "clause": book.excerpt(record).clause}


def _verdicts(book: Book) -> Iterable[Record]:
    return map(_verdict, book.entries)


def _verdict(entry: Entry) -> Record:
    verdict = entry.verdict
    low, high = verdict["attainment"] or (None, None)
    least, most = verdict.get("actual") or (None, None)
    return {
        **verdict,
        "commitment": entry.id,
        "verdict": shown(verdict),
        "computed": verdict["verdict"],
        "due": entry.due,
        "attainment_low": low,
        "attainment_high": high,
        "actual_low": least,
        "actual_high": most,
        "baseline_used": verdict.get("baseline"),
        "falling": verdict.get("falling"),
        "restated_by": verdict.get("restated_by"),
    }


def _evidence(book: Book) -> Iterator[Record]:
    for entry in book.entries:
        for position, each in enumerate(entry.verdict["evidence"], start=1):
            yield {
                **each,
                "commitment": entry.id,
                "position": position,
                "observation": each["id"],
                "match_confidence": each["confidence"],
                "note_zh": each.get("note_zh"),
            }


def _measurements(book: Book) -> Iterable[Record]:
    names = [column.name for table in tables() if table.name == "measurements" for column in table.columns]
    return ({name: each.get(name) for name in names} for each in book.measurements)


def _documents(book: Book) -> Iterable[Record]:
    return map(source_record, book.sources.values())


_RECORDS: Mapping[str, Callable[[Book], Iterable[Record]]] = {
    "commitments": _commitments,
    "verdicts": _verdicts,
    "evidence": _evidence,
    "observations": _observations,
    "claims": _claims,
    "measurements": _measurements,
    "documents": _documents,
}
