"""Which pages the site has, and what each of them shows; the order of the facts on a page is its template's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lantu.model import InputError, Issue

from . import drawing
from .book import Book, Entry, Record
from .changes import Changes
from .data import FORMATS, writable
from .manuscript import manuscript, page_name
from .tally import DELIVERED, UNREPORTED, Tally, tally

ROWS = 250
"""Rows on one page of a long list."""

_SOON = 8
_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}\Z")


class Page(NamedTuple):
    """A page: its path in the folder of its language, its template, the values that only it needs."""

    path: str
    template: str
    values: Mapping[str, Any]


def pages(book: Book, changes: Changes | None) -> Iterator[Page]:
    """Give every page of one language."""
    yield _overview(book, changes)
    yield from _list("commitments", book.entries)
    for theme in book.themes:
        counts = _tally(theme.entries)
        values = {"theme": theme, "counts": counts, "parts": drawing.stack(counts.kinds)}
        yield Page(f"themes/{_safe(theme.id)}.html", "theme.html", values)
    for entry in book.entries:
        yield Page(f"commitments/{_safe(entry.id)}.html", "commitment.html", _commitment(entry, book))
    yield Page("documents.html", "documents.html", {"statements": _statements(book)})
    for document in book.sources:
        yield Page(f"documents/{page_name(document)}.html", "document.html", manuscript(book, document))
    yield Page("unreported.html", "unreported.html", _unreported(book))
    yield from _list("unplanned", book.unplanned)
    if book.measurements:
        yield Page("measured.html", "measured.html", {})
    yield Page("issues.html", "issues.html", {"groups": _issues(book)})
    yield Page("data.html", "data.html", {"formats": [FORMATS[name] for name in writable(book.plan)]})
    yield Page("about.html", "about.html", {})
    if changes is not None:
        yield Page("changes.html", "changes.html", {"changes": changes})


def _overview(book: Book, changes: Changes | None) -> Page:
    whole = _tally(book.entries)
    themes = [(theme, _tally(theme.entries)) for theme in book.themes]
    upcoming = sorted(filter(_lies_ahead, book.entries), key=_deadline)
    values = {
        "whole": whole,
        "own": _tally(entry for theme in book.themes if theme.name is not None for entry in theme.entries),
        "parts": drawing.stack(whole.kinds),
        "themes": [(theme, counts, drawing.stack(counts.kinds)) for theme, counts in themes],
        "upcoming": upcoming[:_SOON],
        "later": max(0, len(upcoming) - _SOON),
        "changes": changes,
        "told": _told(book),
    }
    return Page("index.html", "overview.html", values)


def _list(name: str, rows: Sequence[Any]) -> Iterator[Page]:
    """Cut a long list into pages that link to one another."""
    count = max(1, -(-len(rows) // ROWS))
    paths = [f"{name}.html" if number == 0 else f"{name}-{number + 1}.html" for number in range(count)]
    for number, path in enumerate(paths):
        part = rows[number * ROWS : (number + 1) * ROWS]
        yield Page(path, f"{name}.html", {"rows": part, "paths": paths, "current": number})


def _commitment(entry: Entry, book: Book) -> dict[str, Any]:
    verdict = entry.verdict
    return {
        "entry": entry,
        "theme": book.theme_of[entry.id],
        "commitment": entry.commitment,
        "verdict": verdict,
        "pace": drawing.pace(verdict),
        "searched": [book.sources[each] for each in verdict["searched"] if each in book.sources],
        "history": book.history(entry.id),
        "measured": book.measured_of(entry),
    }


def _unreported(book: Book) -> dict[str, Any]:
    silent = [entry for entry in book.entries if entry.kind == "silent"]
    early = [entry for entry in book.entries if entry.kind in UNREPORTED and entry.kind != "silent"]
    searched = {document for entry in (*silent, *early) for document in entry.verdict["searched"]}
    return {
        "silent": silent,
        "early": early,
        "searched": [source for key, source in book.sources.items() if key in searched],
    }


def _told(book: Book) -> list[tuple[str, int]]:
    """Give what the plan's document says that it holds, as (``themes`` | ``items`` | ``tasks``, count)."""
    expected = book.plan.get("expected") or {}
    return [(what, expected[what]) for what in ("themes", "items", "tasks") if expected.get(what) is not None]


def _statements(book: Book) -> Mapping[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {document: Counter() for document in book.sources}
    commitments: Iterable[Record] = (entry.commitment for entry in book.entries)
    for record in (*commitments, *book.observations, *book.claims):
        counts[record["document_id"]][record["kind"]] += 1
    return counts


def _issues(book: Book) -> list[tuple[str, str, list[Issue]]]:
    """Give the issues by level (the gravest first) and code."""
    order = ("error", "warning", "info")
    groups: dict[tuple[int, str], list[Issue]] = {}
    for issue in book.issues:
        groups.setdefault((order.index(issue.level), issue.code), []).append(issue)
    return [(order[level], code, groups[level, code]) for level, code in sorted(groups)]


def _tally(entries: Iterable[Entry]) -> Tally:
    return tally(entry.verdict for entry in entries)


def _lies_ahead(entry: Entry) -> bool:
    settled = entry.due or entry.kind in DELIVERED or entry.kind == "untestable"
    return not settled and entry.commitment["period_end"] is not None


def _deadline(entry: Entry) -> tuple[str, str, int]:
    record = entry.commitment
    return record["period_end"], record["document_id"], record["start"]


def _safe(name: str) -> str:
    if not _NAME.match(name):
        raise InputError(f"{name!r} cannot be the name of a page", "use letters, digits, - and _ in ids")
    return name
