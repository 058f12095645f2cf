"""Counting verdicts: what is due, what of it was reported, what was delivered. Counts only; nothing is judged here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

DELIVERED = frozenset({"exceeded", "met"})
SETTLED_AS_DUE = frozenset({"partly_met", "missed", "silent"})
NEGATIVE = frozenset({"missed", "partly_met", "reversed"})
UNREPORTED = frozenset({"silent", "not_reported"})


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of commitments.

    Parameters
    ----------
    kinds:
        How many of each verdict, those that a reviewer set in place of the computed ones.
    due:
        Testable commitments that are due (see `is_due`).
    delivered, reported:
        How many of the due are exceeded or met; for how many of the due any evidence was found.
    waiting, secured:
        Testable commitments that are not due; how many of those can no longer fail.
    review:
        How many verdicts wait for a reviewer.
    """

    kinds: Mapping[str, int]
    due: int
    delivered: int
    reported: int
    waiting: int
    secured: int
    review: int

    @property
    def total(self) -> int:
        """All commitments, those that cannot be checked included."""
        return sum(self.kinds.values())


def shown(verdict: Mapping[str, Any]) -> str:
    """Give the verdict that counts: a reviewer's where there is one, else the computed one."""
    kind: str = verdict["verdict"] if verdict.get("override") is None else verdict["override"]
    return kind


def waits(verdict: Mapping[str, Any]) -> bool:
    """Tell whether a verdict waits for a reviewer: one that a reviewer has set does not."""
    return bool(verdict["needs_review"]) and verdict.get("override") is None


def is_due(verdict: Mapping[str, Any]) -> bool:
    """Tell whether a verdict's commitment is testable and due, as the ledger's own views count it.

    Due is what has reached its deadline on the day of the verdict, what a report on the whole period has
    settled before, and what a verdict calls partly met, missed or silent.
    """
    kind, deadline = shown(verdict), verdict["commitment"]["period_end"]
    if kind == "untestable":
        return False
    reached = deadline is not None and deadline <= max(verdict["on"], verdict["as_of"] or "")
    return kind in SETTLED_AS_DUE or reached


def tally(verdicts: Iterable[Mapping[str, Any]]) -> Tally:
    """Count verdicts."""
    kinds: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for verdict in verdicts:
        kind = shown(verdict)
        kinds[kind] += 1
        counts["review"] += waits(verdict)
        if is_due(verdict):
            counts["due"] += 1
            counts["delivered"] += kind in DELIVERED
            counts["reported"] += verdict["evidence_grade"] != "E0"
        elif kind != "untestable":
            counts["waiting"] += 1
            counts["secured"] += bool(verdict["secured"])
    return Tally(
        kinds=dict(kinds),
        due=counts["due"],
        delivered=counts["delivered"],
        reported=counts["reported"],
        waiting=counts["waiting"],
        secured=counts["secured"],
        review=counts["review"],
    )
