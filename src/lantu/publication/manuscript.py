"""A document as its own interface: its passages in order, with every statement of the ledger marked in place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from lantu.model import Licence, Passage

from .book import Book, Record
from .marks import Mark, Run, clauses, runs
from .text import Text


class Shown(NamedTuple):
    """A passage on the page of its document: its number there, what it is, and its runs."""

    number: int
    passage: Passage
    runs: tuple[Run, ...]


def page_name(document: str) -> str:
    """Give the name of a document's page: the first sixteen digits of its id."""
    return document[:16]


def manuscript(book: Book, document: str) -> dict[str, Any]:
    """Give what the page of one document shows.

    Of a document that may only be quoted that is each clause that states something, with its neighbours.
    """
    text, source = book.texts[document], book.sources[document]
    marks: dict[int, list[Mark]] = {}
    for mark in _marks(book, document, text):
        marks.setdefault(mark.place.passage, []).append(mark)
    whole = source.licence == Licence.OPEN
    if whole:
        ranges = {number: [(0, len(each.text))] for number, each in enumerate(text.passages)}
    else:
        ranges = _quoted(book, document, text, marks)
    shown = [
        Shown(number, text.passages[number], runs(text.passages[number].text, marks.get(number, []), windows))
        for number, windows in sorted(ranges.items())
    ]
    found = [mark for each in marks.values() for mark in each]
    present = {mark.look for mark in found}
    return {"source": source, "passages": shown, "whole": whole, "count": len(found), "present": present}


def _quoted(book: Book, document: str, text: Text, marks: dict[int, list[Mark]]) -> dict[int, list[tuple[int, int]]]:
    clause: dict[int, list[tuple[int, int]]] = {}
    for record in book.statements(document):
        place = text.find(record["sentence_start"], record["sentence_end"]) or book.places[record["id"]]
        clause.setdefault(place.passage, []).append((place.start, place.end))
    for number, each in marks.items():
        clause.setdefault(number, []).extend((mark.place.start, mark.place.end) for mark in each)
    return {number: list(clauses(text.passages[number].text, each)) for number, each in clause.items()}


def _marks(book: Book, document: str, text: Text) -> Iterator[Mark]:
    for record in book.statements(document):
        sort = str(record["kind"])
        yield Mark(
            place=book.places[record["id"]],
            anchor=f"{sort[0]}-{record['id']}",
            sort=sort,
            verdict=book.kinds.get(record["id"], "") if sort == "commitment" else "",
            links=_links(book, record),
        )
        for start, end in record.get("spans", ()):
            again = text.find(start, end)
            if again is not None and (start, end) != (record["start"], record["end"]):
                yield Mark(again, "", sort, links=_links(book, record))


def _links(book: Book, record: Record) -> tuple[str, ...]:
    if record["kind"] == "commitment":
        return (record["id"],)
    if record["kind"] == "observation":
        return tuple(entry.id for entry in book.serves.get(record["id"], ()))
    return tuple(each for each in record["about"] if each in book.kinds)
