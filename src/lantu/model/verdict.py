"""判定: what settling one commitment gives, with its working."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from .statement import Observation
from .terms import Comparability, Grade, Reason, Reviewability, VerdictKind

Proof = Mapping[str, Any]
"""A JSON object from which alone a verdict can be computed again (docs/reference/proofs.md)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of working that a reader with a pencil can repeat, by rule id, in both languages."""

    rule: str
    en: str
    zh: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One observation held against a commitment, how comparable it is, and why.

    ``confidence`` is the share of pairs scored like this one that are right; ``note`` names the words
    that agree or differ, ``note_zh`` says the same in Chinese.
    """

    observation: Observation
    comparability: Comparability
    reason: Reason | None = None
    confidence: float = 1.0
    grade: Grade = Grade.E2
    note: str = ""
    note_zh: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The verdict on one commitment as seen ``on`` a day.

    Parameters
    ----------
    commitment:
        Id of the commitment.
    attainment:
        Lowest and highest share of the target reached, 1 = reached; either end None where unbounded;
        None where the target has no percentage. Never clamped.
    expected:
        Share of the target that the pace expects at ``as_of``, or None.
    pace:
        What the pack's bands are read on: attainment less expected progress, or observed over required
        growth; the lower end where it is an interval; None where the pack defines no pace.
    as_of:
        The last day that the evidence covers.
    working:
        Lines that a reader can repeat; never empty.
    rules:
        Ids of the rules applied, in order.
    searched:
        Ids of the documents searched for evidence.
    claim:
        The source's own verdict (``exceeded``, ``met``, ``ahead``) or None.
    proof:
        Everything that the verdict was computed from, so that `lantu replay` or a reader with a pencil can repeat it.
    override:
        The verdict that a named reviewer set instead, beside the computed one; with name, time, reason.
    actual:
        Lowest and highest value that the evidence can mean, in the unit of the commitment, either end None where
        unbounded; None where nothing comparable was reported. Whether an end belongs to it, the working says.
    baseline:
        The value before the period that the attainment is counted from, or None.
    falling:
        Less is better; None for an act.
    restated_by:
        Id of the later commitment that the goalpost moved to (or that says the same again), or None.
    """

    commitment: str
    kind: VerdictKind
    on: date
    working: tuple[Line, ...]
    secured: bool = False
    attainment: tuple[Decimal | None, Decimal | None] | None = None
    expected: Decimal | None = None
    pace: Decimal | None = None
    as_of: date | None = None
    comparability: Comparability | None = None
    reason: Reason | None = None
    reviewability: Reviewability = Reviewability.R2
    grade: Grade = Grade.E0
    evidence: tuple[Evidence, ...] = ()
    rules: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    claim: str | None = None
    needs_review: bool = False
    proof: Proof = field(default_factory=dict, hash=False)
    override: VerdictKind | None = None
    override_by: str | None = None
    override_reason: str | None = None
    actual: tuple[Decimal | None, Decimal | None] | None = None
    baseline: Decimal | None = None
    falling: bool | None = None
    restated_by: str | None = None

    @property
    def shown(self) -> VerdictKind:
        """The verdict that counts: a reviewer's where there is one, else the computed one."""
        return self.kind if self.override is None else self.override
