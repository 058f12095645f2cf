"""The offices that the plan names, each with the commitments that it leads and those that it supports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .book import Book, Entry
from .items import Outline
from .language import Language
from .tally import Tally, tally


@dataclass(frozen=True, slots=True)
class Duties:
    """What one office answers for."""

    id: str
    name: str
    name_en: str | None
    leads: tuple[Entry, ...]
    supports: tuple[Entry, ...]

    def label(self, language: Language) -> str:
        """Give the office's name for readers of a language: its own, translated only where the plan says how."""
        return self.name_en if language.code == "en" and self.name_en else self.name

    @property
    def counts(self) -> Tally:
        """Counts of what it leads."""
        return tally(entry.verdict for entry in self.leads)


def duties_of(book: Book, outline: Outline) -> tuple[Duties, ...]:
    """Give the duties of every office, in the order of the plan."""
    named: Iterable[Mapping[str, Any]] = book.plan.get("offices") or ()
    return tuple(
        Duties(
            id=office["id"],
            name=office["name"],
            name_en=office.get("name_en"),
            leads=_entries(office.get("leads") or (), book, outline),
            supports=_entries(office.get("supports") or (), book, outline),
        )
        for office in named
    )


def _entries(named: Sequence[str], book: Book, outline: Outline) -> tuple[Entry, ...]:
    """Give the commitments of themes by id, of items by words of their title, and single ones by id, each once."""
    wanted: set[str] = set(named) & set(book.by_id)
    for name in named:
        wanted |= {entry.id for entry in _of_theme(name, book)}
        wanted |= {entry.id for entry in _of_items(name, outline)}
    return tuple(entry for entry in book.entries if entry.id in wanted)


def _of_theme(name: str, book: Book) -> Iterable[Entry]:
    return (entry for theme in book.themes if theme.id == name for entry in theme.entries)


def _of_items(words: str, outline: Outline) -> Iterable[Entry]:
    items = (item for items in outline.by_theme.values() for item in items)
    return (entry for item in items if item.title and words in item.title for entry in item.entries)


def unassigned(book: Book, duties: Iterable[Duties]) -> tuple[Entry, ...]:
    """Give the commitments under the plan's own themes that no office leads."""
    led = {entry.id for each in duties for entry in each.leads}
    return tuple(
        entry for theme in book.themes if theme.name is not None for entry in theme.entries if entry.id not in led
    )
