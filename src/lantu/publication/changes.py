"""What changed since an earlier ledger of the same plan: verdicts, new commitments, commitments that are gone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from lantu.model import Source

from .book import Book, Entry
from .press import looks
from .tally import DELIVERED, NEGATIVE


@dataclass(frozen=True, slots=True)
class Changes:
    """The differences between two books.

    Parameters
    ----------
    since, earlier:
        The earlier book and its day.
    changed:
        Commitments whose verdict differs, with the earlier verdict.
    new, gone:
        Commitments that only the later or only the earlier book holds.
    """

    since: str
    earlier: Book
    changed: tuple[tuple[Entry, str], ...]
    new: tuple[Entry, ...]
    gone: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What happened between two days, in numbers: of changed verdicts by what they became, and of documents."""

    delivered: int
    negative: int
    silent: int
    groups: tuple[tuple[str, tuple[tuple[Entry, str], ...]], ...]
    documents: tuple[Source, ...]


def brief_of(changes: Changes, later: Book) -> Brief:
    """Sum up changes: newly delivered, newly negative, newly due without a report; grouped by the new verdict."""
    after = Counter(entry.kind for entry, before in changes.changed)
    became = {kind: tuple(each for each in changes.changed if each[0].kind == kind) for kind in looks()}
    return Brief(
        delivered=sum(after[kind] for kind in DELIVERED),
        negative=sum(after[kind] for kind in NEGATIVE),
        silent=after["silent"],
        groups=tuple((kind, told) for kind, told in became.items() if told),
        documents=tuple(source for key, source in later.sources.items() if key not in changes.earlier.sources),
    )


def changes_between(earlier: Book, later: Book) -> Changes:
    """Compare two books of one plan."""
    before = {entry.id: entry.kind for entry in earlier.entries}
    after = {entry.id for entry in later.entries}
    return Changes(
        since=earlier.on,
        earlier=earlier,
        changed=tuple(
            (entry, before[entry.id]) for entry in later.entries if before.get(entry.id, entry.kind) != entry.kind
        ),
        new=tuple(entry for entry in later.entries if entry.id not in before),
        gone=tuple(entry for entry in earlier.entries if entry.id not in after),
    )


class Latest(NamedTuple):
    """A verdict that changed: the one before, and the day of the build that first had the new one."""

    entry: Entry
    before: str
    when: date | None


def latest_changes(book: Book, changes: Changes | None) -> list[Latest]:
    """Give changed verdicts: since the earlier ledger if there is one, else as this ledger remembers, newest first."""
    if changes is not None:
        return [Latest(entry, before, None) for entry, before in changes.changed]
    found = filter(None, (_last_change(book, entry) for entry in book.entries))
    return sorted(found, key=lambda each: each.when or date.min, reverse=True)


def _last_change(book: Book, entry: Entry) -> Latest | None:
    turns = [(before, after) for before, after in pairwise(book.turns[entry.id]) if before.kind != after.kind]
    return Latest(entry, turns[-1][0].kind, turns[-1][1].recorded) if turns else None
