"""The pages between the overview and a commitment: themes, items with their tasks, offices with their duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from . import drawing
from .book import Book, Entry, Theme
from .items import Item, Outline
from .offices import Duties, unassigned
from .sheets import Page, safe, sheets
from .tally import tally

_TASKS = 60
"""Tasks on one page of an item."""


def topic_pages(book: Book, outline: Outline, duties: tuple[Duties, ...]) -> Iterator[Page]:
    """Give the pages of themes, items and offices."""
    for theme in book.themes:
        yield from _theme(theme, outline.by_theme[theme.id])
    for items in outline.by_theme.values():
        for item in items:
            yield from sheets(f"items/{safe(item.id)}", "item.html", item.tasks, _item(item, book), _TASKS)
    if duties:
        values = {"offices": [(each, counted(each.leads)) for each in duties], "left": unassigned(book, duties)}
        yield Page("offices.html", "offices.html", values)
    for each in duties:
        yield Page(f"offices/{safe(each.id)}.html", "office.html", {"office": each, **counted(each.leads)})


def counted(entries: Iterable[Entry]) -> dict[str, Any]:
    """Give the counts of commitments and the parts of their bar."""
    counts = tally(entry.verdict for entry in entries)
    return {"counts": counts, "parts": drawing.stack(counts.kinds)}


def _theme(theme: Theme, items: tuple[Item, ...]) -> Iterator[Page]:
    values = {"theme": theme, "items": [(item, counted(item.entries)) for item in items], **counted(theme.entries)}
    return sheets(f"themes/{safe(theme.id)}", "theme.html", theme.entries, values)


def _item(item: Item, book: Book) -> dict[str, Any]:
    return {"item": item, "source": book.sources[item.document], **counted(item.entries)}
