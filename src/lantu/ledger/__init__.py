"""台账: the append-only, hash-chained book of one plan, and the plain tables that show it to people and SQL."""

from .append import Appended
from .changes import Change
from .entries import (
    KINDS,
    Entry,
    build_entry,
    issue_entry,
    judgement_entry,
    measurement_entry,
    passage_entry,
    plan_entry,
    source_entry,
    statement_entry,
    verdict_entry,
)
from .ledger import Ledger
from .readers import Settled
from .verify import Verification, verify

__all__ = [
    "KINDS",
    "Appended",
    "Change",
    "Entry",
    "Ledger",
    "Settled",
    "Verification",
    "build_entry",
    "issue_entry",
    "judgement_entry",
    "measurement_entry",
    "passage_entry",
    "plan_entry",
    "source_entry",
    "statement_entry",
    "verdict_entry",
    "verify",
]
