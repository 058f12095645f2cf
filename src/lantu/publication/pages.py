"""Which pages the site has, and what each of them shows; the order of the facts on a page is its template's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lantu.model import Issue

from . import drawing
from .axis import axis_of
from .book import Book, Entry
from .changes import Changes, brief_of, latest_changes
from .data import FORMATS, writable
from .items import Outline
from .manuscript import manuscript
from .offices import Duties
from .pictures import Gallery
from .sheets import Page, safe, sheets
from .tally import DELIVERED, UNREPORTED, Tally, tally, waits
from .timeline import timeline
from .topics import topic_pages

_SOON = 8


def pages(
    book: Book, outline: Outline, duties: tuple[Duties, ...], changes: Changes | None, gallery: Gallery
) -> Iterator[Page]:
    """Give every page of one language."""
    yield _overview(book, changes)
    yield from sheets("commitments", "commitments.html", book.entries, _choices(book, duties))
    yield Page("search.html", "search.html", {"offices": duties})
    yield from topic_pages(book, outline, duties)
    answering = _answering(duties)
    for entry in book.entries:
        values = _commitment(entry, book) | {"item": outline.of[entry.id], "offices": answering.get(entry.id, ())}
        yield Page(f"commitments/{safe(entry.id)}.html", "commitment.html", values)
    yield Page("documents.html", "documents.html", timeline(book))
    for document in book.sources:
        yield from manuscript(book, document, gallery)
    yield from _unreported(book)
    yield from sheets("unplanned", "unplanned.html", book.unplanned)
    if book.measurements:
        yield Page("measured.html", "measured.html", {})
    yield Page("issues.html", "issues.html", {"groups": _issues(book)})
    yield Page("data.html", "data.html", {"formats": [FORMATS[name] for name in writable(book.plan)]})
    yield Page("corrections.html", "corrections.html", _corrections(book))
    yield Page("about.html", "about.html", {})
    if changes is not None:
        yield Page("changes.html", "changes.html", _changed(book, changes))


def _overview(book: Book, changes: Changes | None) -> Page:
    named = [entry for theme in book.themes if theme.name is not None for entry in theme.entries]
    rest = [entry for theme in book.themes if theme.name is None for entry in theme.entries] if named else []
    main = _tally(named or book.entries)
    themes = [(theme, _tally(theme.entries)) for theme in book.themes]
    upcoming = sorted(filter(_lies_ahead, book.entries), key=_deadline)
    values = {
        "main": main,
        "others": _tally(rest),
        "whole": len(book.entries),
        "parts": drawing.stack(main.kinds),
        "themes": [(theme, counts, drawing.stack(counts.kinds)) for theme, counts in themes],
        "upcoming": upcoming[:_SOON],
        "later": max(0, len(upcoming) - _SOON),
        "changes": changes,
        "latest": latest_changes(book, changes)[:_SOON],
        "told": _told(book),
    }
    return Page("index.html", "overview.html", values)


def _commitment(entry: Entry, book: Book) -> dict[str, Any]:
    verdict = entry.verdict
    return {
        "entry": entry,
        "theme": book.theme_of[entry.id],
        "commitment": entry.commitment,
        "verdict": verdict,
        "pace": drawing.pace(verdict),
        "axis": axis_of(verdict, book.days),
        "searched": [book.sources[each] for each in verdict["searched"] if each in book.sources],
        "history": book.turns[entry.id],
        "versions": book.versions(entry),
        "measured": book.measured_of(entry),
    }


def _changed(book: Book, changes: Changes) -> dict[str, Any]:
    bars = [
        (day, drawing.stack(_tally(one.entries).kinds))
        for day, one in ((changes.since, changes.earlier), (book.on, book))
    ]
    return {"changes": changes, "brief": brief_of(changes, book), "bars": bars}


def _choices(book: Book, duties: tuple[Duties, ...]) -> dict[str, Any]:
    """Give what the table can be filtered by, beside themes and verdicts."""
    ends = {entry.commitment["period_end"] for entry in book.entries}
    return {
        "offices": duties,
        "years": sorted({end[:4] for end in ends if end is not None}),
        "grades": sorted({entry.verdict["evidence_grade"] for entry in book.entries}),
    }


def _answering(duties: Iterable[Duties]) -> Mapping[str, list[tuple[Duties, bool]]]:
    """Give for each commitment the offices that answer for it, and whether they lead; by the commitment's id."""
    found: dict[str, list[tuple[Duties, bool]]] = {}
    for office in duties:
        for leads, entries in ((True, office.leads), (False, office.supports)):
            for entry in entries:
                found.setdefault(entry.id, []).append((office, leads))
    return found


def _unreported(book: Book) -> Iterator[Page]:
    """Give the pages of what nobody has reported: the due first, then what may still be reported in time."""
    silent = [entry for entry in book.entries if entry.kind == "silent"]
    early = [entry for entry in book.entries if entry.kind in UNREPORTED and entry.kind != "silent"]
    searched = {document for entry in (*silent, *early) for document in entry.verdict["searched"]}
    values = {
        "counts": {"silent": len(silent), "not_reported": len(early)},
        "searched": [source for key, source in book.sources.items() if key in searched],
    }
    return sheets("unreported", "unreported.html", [*silent, *early], values)


def _corrections(book: Book) -> dict[str, Any]:
    return {
        "judgements": sorted(book.judgements, key=lambda one: one.when, reverse=True),
        "corrections": book.plan.get("corrections") or [],
        "waiting": sum(waits(entry.verdict) for entry in book.entries),
    }


def _told(book: Book) -> list[tuple[str, int]]:
    """Give what the plan's document says that it holds, as (``themes`` | ``items`` | ``tasks``, count)."""
    expected = book.plan.get("expected") or {}
    return [(what, expected[what]) for what in ("themes", "items", "tasks") if expected.get(what) is not None]


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
