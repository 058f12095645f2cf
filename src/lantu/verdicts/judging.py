"""Replay people's decisions: confirmed, rejected and linked pairs, overridden verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lantu.model import (
    Commitment,
    Comparability,
    Decision,
    Judgement,
    Line,
    Observation,
    Verdict,
    VerdictKind,
)

from .evidence import Figure
from .likeness import likeness
from .pairing import Candidate
from .words import read_wording


class Judgements:
    """The decisions by commitment and pair; a later line replaces an earlier one on the same question."""

    def __init__(self, judgements: Sequence[Judgement], observations: Sequence[Observation]) -> None:
        self._pairs: dict[tuple[str, str], Judgement] = {}
        self._overrides: dict[str, Judgement] = {}
        for each in judgements:
            if each.decision is Decision.OVERRIDE:
                self._overrides[each.commitment] = each
            elif each.observation is not None:
                self._pairs[each.commitment, each.observation] = each
        wanted = {observation for _, observation in self._pairs}
        self._observations = {each.id: each for each in observations if each.id in wanted}

    def linked(self, commitment: Commitment, found: Sequence[Candidate]) -> list[Candidate]:
        """Give the observations that a person linked or confirmed and that the index did not find."""
        have = {each.observation.id for each in found}
        return [
            _candidate(commitment, self._observations[observation])
            for (promise, observation), judgement in self._pairs.items()
            if promise == commitment.id
            and judgement.decision is not Decision.REJECT
            and observation in self._observations
            and observation not in have
        ]

    def judged(self, commitment: Commitment, figure: Figure) -> Figure:
        """Give the figure as people see it: certain where confirmed, without weight where rejected."""
        judgement = self._pairs.get((commitment.id, figure.observation.id))
        if judgement is None:
            return figure
        if judgement.decision is Decision.REJECT:
            return replace(figure, confidence=0.0)
        line = Line(
            f"judgement_{judgement.decision}",
            f"{judgement.by}, {judgement.when}: {judgement.reason}",
            f"{judgement.by},{judgement.when}:{judgement.reason}",
        )
        comparison = figure.comparison
        if not comparison.comparable:
            comparison = replace(comparison, comparability=Comparability.PROXY, reason=None)
        comparison = replace(comparison, lines=(*comparison.lines, line))
        return replace(figure, comparison=comparison, confidence=1.0)

    def override(self, verdict: Verdict, commitment: Commitment) -> Verdict:
        """Set a reviewer's verdict beside the computed one, which stays."""
        judgement = self._overrides.get(commitment.id)
        if judgement is None or judgement.verdict is None:
            return verdict
        return replace(
            verdict,
            override=VerdictKind(judgement.verdict),
            override_by=f"{judgement.by}, {judgement.when}",
            override_reason=judgement.reason,
            needs_review=False,
        )


def _candidate(commitment: Commitment, observation: Observation) -> Candidate:
    ours, theirs = read_wording(commitment.indicator), read_wording(observation.indicator)
    return Candidate(observation, ours, theirs, likeness(ours.core, theirs.core))
