"""The items of a theme as the documents set them out, and the tasks in them: the sentences that promise.

An item is the section in which a promise stands: a numbered title that opens its paragraph (（三）发展普惠托育服务。),
else the heading above it, else its paragraph, called by the words that open it where they may be quoted. A task is
a sentence with everything that it promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .book import Book, Entry, Theme
from .text import Place, Text, neighbourhood

_NUMBERED = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十百]{1,4}[）)]|[一二三四五六七八九十]{1,3}[、是]|\d{1,3}[.．、])\s*([^。；;：:！!？?]{2,40})[。：:]"
)
_HEADING = re.compile(r"\s*(?:[（(][一二三四五六七八九十百\d]{1,4}[）)]|[一二三四五六七八九十百\d]{1,4}[、.．])\s*")
_OPENING = re.compile(r"\s*([^，,。；;：:！!？?\n]{4,30})[，,。：:]")
_SENTENCE = re.compile("[。！？!?\n]")


@dataclass(frozen=True, slots=True)
class Task:
    """A sentence of the plan with the commitments in it; ``pieces`` are those of its words that promise."""

    anchor: str
    pieces: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A section of a document under one theme; ``title`` is None where the document gives none."""

    id: str
    title: str | None
    document: str
    theme: Theme
    tasks: tuple[Task, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every commitment of the item, in the order of the document."""
        return tuple(entry for task in self.tasks for entry in task.entries)


def items_of(book: Book, theme: Theme) -> tuple[Item, ...]:
    """Give the items of a theme in the order of the documents."""
    groups: dict[tuple[str, str | None], list[Entry]] = {}
    for entry in theme.entries:
        document = entry.commitment["document_id"]
        title = title_of(book.texts[document], book.places[entry.id]) or _opening(book, entry)
        groups.setdefault((document, title), []).append(entry)
    return tuple(
        Item(f"{theme.id}-{number}", title, document, theme, tuple(_tasks(book, entries)))
        for number, ((document, title), entries) in enumerate(groups.items(), start=1)
    )


def title_of(text: Text, place: Place) -> str | None:
    """Give the title of the section in which a place stands, without its number."""
    own = _NUMBERED.match(text.passages[place.passage].text)
    if own is not None and own.end() <= place.start:
        return own[1].strip()
    above = reversed(text.passages[: place.passage])
    heading = next((each.text for each in above if each.kind == "heading" and each.level > 1), None)
    return None if heading is None else _HEADING.sub("", heading, count=1).strip() or None


def _opening(book: Book, entry: Entry) -> str | None:
    """Give the words that open the paragraph of a commitment, where they are near enough to be quoted."""
    passage, start, end = _clause(book, entry, book.texts[entry.commitment["document_id"]])
    text = book.texts[entry.commitment["document_id"]].passages[passage].text
    opening = _OPENING.match(text)
    near = neighbourhood(text, start, end)[0] == 0
    return opening[1].strip() if near and opening is not None and opening.end() <= start else None


def _tasks(book: Book, entries: Sequence[Entry]) -> Iterable[Task]:
    sentences: dict[tuple[str, int, int], list[Entry]] = {}
    for entry in entries:
        document = entry.commitment["document_id"]
        place = book.places[entry.id]
        sentences.setdefault((document, place.passage, _begins(book.texts[document], place)), []).append(entry)
    for told in sentences.values():
        yield Task(f"t-{told[0].id}", tuple(_pieces(book, told)), tuple(told))


def _begins(text: Text, place: Place) -> int:
    """Give where the sentence begins in which a place stands."""
    stops = [stop.end() for stop in _SENTENCE.finditer(text.passages[place.passage].text, 0, place.start)]
    return stops[-1] if stops else 0


def _pieces(book: Book, entries: Iterable[Entry]) -> Iterable[str]:
    """Give the clauses that promise, each once and in order: they may be quoted whatever the licence."""
    text = book.texts[next(iter(entries)).commitment["document_id"]]
    merged: list[list[int]] = []
    ranges = sorted(_clause(book, entry, text) for entry in entries)
    passage = ranges[0][0]
    for _, start, end in ranges:
        if merged and start <= merged[-1][1] + 1:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return [text.passages[passage].text[start:end] for start, end in merged]


def _clause(book: Book, entry: Entry, text: Text) -> tuple[int, int, int]:
    record, place = entry.commitment, book.places[entry.id]
    clause = text.find(record["sentence_start"], record["sentence_end"])
    if clause is None or clause.passage != place.passage:
        clause = place
    return place.passage, min(clause.start, place.start), max(clause.end, place.end)


class Outline:
    """The items of every theme of a book, and the item of every commitment.

    Parameters
    ----------
    book:
        Read once; the same for every language.
    """

    def __init__(self, book: Book) -> None:
        self.by_theme = {theme.id: items_of(book, theme) for theme in book.themes}
        self.of = {entry.id: item for items in self.by_theme.values() for item in items for entry in item.entries}
