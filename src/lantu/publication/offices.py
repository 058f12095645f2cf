"""The offices that the plan or a list of tasks names, each with what it leads and what it supports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from .book import Book, Entry
from .items import Outline
from .language import Language
from .tally import Tally, tally

_TOLD = ("led_by", "supported_by")
"""Where the record of a commitment names the offices that a list of tasks gives it to."""


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
    """Give the duties of every office: those that the plan names in its order, then those that documents name."""
    named: list[Mapping[str, Any]] = list(book.plan.get("offices") or ())
    known = {office["name"] for office in named}
    told = dict.fromkeys(name for entry in book.entries for key in _TOLD for name in entry.commitment.get(key) or ())
    named += [{"id": _id_of(name), "name": name} for name in told if name not in known]
    return tuple(
        Duties(
            id=office["id"],
            name=office["name"],
            name_en=office.get("name_en"),
            leads=_entries(office["name"], "led_by", office.get("leads") or (), book, outline),
            supports=_entries(office["name"], "supported_by", office.get("supports") or (), book, outline),
        )
        for office in named
    )


def _id_of(name: str) -> str:
    """Give a name for links to an office that a document alone names: the same wherever it stands."""
    return f"office-{sha256(name.encode()).hexdigest()[:12]}"


def _entries(office: str, key: str, named: Sequence[str], book: Book, outline: Outline) -> tuple[Entry, ...]:
    """Give commitments whose document names the office, of themes, of items by their title, by id; each once."""
    wanted = set(named) & set(book.by_id) | {
        entry.id for entry in book.entries if office in (entry.commitment.get(key) or ())
    }
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
