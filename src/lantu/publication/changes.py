"""What changed since an earlier ledger of the same plan: verdicts, new commitments, commitments that are gone."""

from __future__ import annotations

from dataclasses import dataclass

from .book import Book, Entry


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
