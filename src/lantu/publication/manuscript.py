"""A document as its own interface: its passages in order, with every statement of the ledger marked in place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lantu.model import Licence, Passage

from .book import Book, Record
from .marks import Mark, Run, clauses, runs
from .pictures import Gallery, Picture
from .sheets import Page, sheet_path
from .text import Text

_SHEET, _MARK = 120_000, 60
"""Characters on one page of a document, and for how many a mark counts."""


class Shown(NamedTuple):
    """A passage on the page of its document: its number there, what it is, its runs, and what of it is pictured."""

    number: int
    passage: Passage
    runs: tuple[Run, ...]
    pictures: Sequence[Picture]


def page_path(document: str) -> str:
    """Give the path of a document's first page without its ending: named by the first sixteen digits of its id."""
    return f"documents/{document[:16]}"


def sheet_of(book: Book, document: str, passage: int) -> int:
    """Give the number of the page, from 0, on which a passage of a document stands."""
    return bisect_right(_starts(book, document), passage) - 1


def _starts(book: Book, document: str) -> Sequence[int]:
    """Give the passages with which the pages of a document begin: none is split, none grows too large."""
    known = book.sheets.get(document)
    if known is None:
        weights = [len(passage.text) for passage in book.texts[document].passages]
        for record in book.statements(document):
            weights[book.places[record["id"]].passage] += _MARK
        known, room = [0], _SHEET
        for number, weight in enumerate(weights):
            if weight > room and number > known[-1]:
                known.append(number)
                room = _SHEET
            room -= weight
        book.sheets[document] = known
    return known


def manuscript(book: Book, document: str, gallery: Gallery) -> Iterator[Page]:
    """Give the pages that show one document.

    Of a document that may only be quoted they show each clause that states something, with its neighbours.
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
    found = [mark for each in marks.values() for mark in each]
    values = {"source": source, "whole": whole, "count": len(found), "present": {mark.look for mark in found}}
    printed = _printed(book, document, gallery)
    groups: list[list[Shown]] = [[] for _ in _starts(book, document)]
    for number, windows in sorted(ranges.items()):
        passage = text.passages[number]
        shown = Shown(number, passage, runs(passage.text, marks.get(number, []), windows), printed.get(number, ()))
        groups[sheet_of(book, document, number)].append(shown)
    paths = [sheet_path(page_path(document), number) for number in range(len(groups))]
    for number, group in enumerate(groups):
        yield Page(paths[number], "document.html", {**values, "passages": group, "paths": paths, "current": number})


def _printed(book: Book, document: str, gallery: Gallery) -> dict[int, list[Picture]]:
    """Give the pictures of a document by the passage with which they stand: whole pages, else what may be quoted."""
    found: dict[int, list[Picture]] = {}
    for start, page in gallery.pages.get(document, ()):
        place = book.texts[document].find(start, start + 1)
        found.setdefault(0 if place is None else place.passage, []).append(page)
    if not found:
        quotes = [record for record in book.statements(document) if record["id"] in gallery.quotes]
        for record in {record["sentence_start"]: record for record in quotes}.values():
            found.setdefault(book.places[record["id"]].passage, []).append(gallery.quotes[record["id"]])
    return found


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
