"""Prove that a ledger is whole: nothing changed, nothing missing, every quote where it says it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import sqlalchemy as sa

from lantu.model import Issue, Level

from .ledger import Ledger
from .proofs import ChainProof, QuoteProof, prove_entries, prove_tables
from .sqlite import damage, refused

MANY = 20
"""Findings of one kind that are listed before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found.

    ``events`` and ``head`` (the hash of the last event) name the state of the book: print or publish them,
    and a later `verify` with ``head`` proves that this state is still its beginning. ``quotes`` counts the
    quotes that were sliced again.
    """

    events: int
    head: str
    quotes: int
    issues: tuple[Issue, ...]

    @property
    def whole(self) -> bool:
        """True where nothing is wrong."""
        return not self.issues


def verify(path: Path | str, *, head: str | None = None) -> Verification:
    """Check a ledger from its first event to its last quote.

    The file is undamaged; every event has the hash of what it says and is tied to the one before it (the
    first that is not is named); every table shows what the current events say; every quote is what its
    document says at its offsets, as far as the ledger may hold the document's text. Each check relies on those
    before it, so the first that fails is the last that is made.

    Parameters
    ----------
    head:
        The hash of an event that must still be there, from an earlier verification: only so can the loss of
        the last events be noticed.

    Raises
    ------
    InputError
        Where there is no ledger at ``path``, or it cannot be read at all.
    """
    path = Path(path)
    try:
        with Ledger.open(path) as ledger:
            chain, quotes = ChainProof(ledger.connection, head), QuoteProof(ledger)
            checks = {
                "damaged_file": damage(ledger.connection),
                "broken_chain": chain.prove(),
                "wrong_entry": prove_entries(ledger.connection),
                "wrong_table": prove_tables(ledger.connection),
                "wrong_quote": quotes.prove(),
            }
            found = _first_failure(checks)
    except sa.exc.DatabaseError as error:
        raise refused(path, error) from error
    issues = tuple(Issue(code, message, Level.ERROR, str(path)) for code, message in found)
    return Verification(chain.number, chain.hash, quotes.count, issues)


def _first_failure(checks: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    # Each check relies on those before it: a table cannot be compared with events that were tampered with.
    for code, check in checks.items():
        if found := [(code, message) for message in _some(check)]:
            return found
    return []


def _some(messages: Iterable[str]) -> Iterator[str]:
    rest = iter(messages)
    yield from islice(rest, MANY)
    if more := sum(1 for _ in rest):
        yield f"and {more} more"
