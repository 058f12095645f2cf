"""自评: hold the source's own verdict beside the computed one; it is kept and checked, never trusted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from lantu.model import SATISFIED, Claim, Commitment, Comparability, Grade, Line, Verdict, VerdictKind

from .absence import UNANSWERED
from .likeness import likeness
from .naming import CHINESE
from .proof import step_proof
from .words import read_wording

_AGREES = {
    "exceeded": SATISFIED,
    "met": SATISFIED,
    "ahead": SATISFIED | {VerdictKind.AHEAD, VerdictKind.ON_TRACK},
}
ALIKE = 0.9
"""Harmonic share of common wording from which a claim without a number speaks of a commitment."""


class Claims:
    """The claims by what they speak of."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._by_statement: dict[str, Claim] = {}
        self._by_core: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            for statement in claim.about:
                self._by_statement.setdefault(statement, claim)
            if claim.indicator:
                self._by_core[read_wording(claim.indicator).core].append(claim)

    def hear(self, verdict: Verdict, commitment: Commitment) -> Verdict:
        """Give the verdict with the claim that the source makes on it, checked against its number."""
        cited = (self._by_statement.get(each.observation.id) for each in verdict.evidence)
        claim = next((each for each in cited if each is not None), None)
        if claim is not None:
            return _checked(verdict, claim)
        if verdict.kind in UNANSWERED:
            claim = self._without_number(commitment)
            return verdict if claim is None else _claimed(verdict, claim)
        return verdict

    def _without_number(self, commitment: Commitment) -> Claim | None:
        ours = read_wording(commitment.indicator)
        for claim in self._by_core.get(ours.core, ()):
            theirs = read_wording(claim.indicator)
            own = claim.span.document == commitment.span.document
            same = ours.qualifiers == theirs.qualifiers and likeness(ours.core, theirs.core).harmonic >= ALIKE
            if same and not own and _same_days(commitment, claim):
                return claim
        return None


def _same_days(commitment: Commitment, claim: Claim) -> bool:
    promised, told = commitment.period, claim.period
    return promised is None or told is None or promised.end == told.end


def _checked(verdict: Verdict, claim: Claim) -> Verdict:
    agrees = verdict.kind in _AGREES.get(claim.says, SATISFIED)
    text = f"the source itself says '{claim.says}': its number {'agrees' if agrees else 'does not show it'}"
    zh = f"来源自评“{CHINESE[claim.says]}”,其数据{'相符' if agrees else '不能证明'}"
    return replace(
        verdict,
        claim=claim.says,
        flags=verdict.flags if agrees else (*verdict.flags, "claim_not_shown"),
        working=(*verdict.working, Line("claim", text, zh)),
    )


def _claimed(verdict: Verdict, claim: Claim) -> Verdict:
    """A claim without a number is evidence of grade E1: shown as claimed, under review until a person decides."""
    text = f"the source says '{claim.says}' and gives no number"
    kind = VerdictKind.MET if claim.says in ("met", "exceeded") else VerdictKind.UNDETERMINED
    return replace(
        verdict,
        kind=kind,
        proof=step_proof("claim_without_number", verdict.proof, kind, says=claim.says),
        comparability=Comparability.PROXY,
        claim=claim.says,
        grade=Grade.E1,
        rules=("claim_without_number",),
        working=(*verdict.working, Line("claim", text, f"来源自评“{CHINESE[claim.says]}”,未给出数据")),
    )
