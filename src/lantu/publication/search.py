"""What the search looks through beside the commitments, as a script: file:// allows no fetch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import msgspec
import yaml

from .addresses import Addresses
from .book import Book
from .items import Outline
from .language import Language, mark
from .offices import Duties
from .press import FOLDER, printable

SORTS = {
    "commitment": mark("Commitments"),
    "item": mark("Items"),
    "theme": mark("Themes"),
    "office": mark("Offices"),
    "document": mark("Documents"),
    "result": mark("Results"),
}


class Found(NamedTuple):
    """Something to be found: what it is, its words, where it leads, more words that are searched and not shown."""

    sort: str
    words: str
    path: str
    more: str


def search_script(book: Book, outline: Outline, duties: Sequence[Duties], language: Language) -> bytes:
    """Give the script that hands the search everything but the commitments, which ``rows.js`` holds.

    It also says which Chinese words an English one stands for, since documents keep their language.
    """
    index = {
        "sorts": {sort: language.say(name) for sort, name in SORTS.items()},
        "found": list(_found(book, outline, duties, language)),
        "terms": terms(),
    }
    return printable(f"window.lantuIndex = {msgspec.json.encode(index).decode()};\n").encode()


@cache
def terms() -> dict[str, list[str]]:
    """Give the Chinese words that an English word of public services stands for (``terms.yaml``)."""
    told: dict[str, str] = yaml.safe_load((FOLDER / "terms.yaml").read_text("utf-8"))
    return {english: chinese.split() for english, chinese in told.items()}


def _found(book: Book, outline: Outline, duties: Sequence[Duties], language: Language) -> Iterable[Found]:
    address = Addresses(book, language)
    for theme in book.themes:
        yield Found("theme", theme.label(language), f"themes/{theme.id}.html", theme.name or "")
        for item in outline.by_theme[theme.id]:
            if item.title:
                yield Found("item", item.title, f"items/{item.id}.html", theme.label(language))
    for office in duties:
        yield Found("office", office.label(language), f"offices/{office.id}.html", office.name)
    for key, source in book.sources.items():
        yield Found("document", source.title, address.document(key), source.publisher or "")
    for record in book.observations:
        where = address.document(record["document_id"], record["id"], "observation")
        yield Found("result", book.excerpt(record).brief.clause, where, record["indicator"])
