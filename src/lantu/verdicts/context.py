"""What settling one commitment may look at, and what every verdict gets at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from lantu.model import Commitment, Grade, Period, Reason, Verdict, VerdictKind

from .evidence import Figure, Library, figures
from .goalposts import Moved
from .judging import Judgements
from .measures import is_additive
from .pace import Milestone
from .pacing import bent
from .packs import Pack
from .pairing import Index
from .units import conversion
from .words import read_wording

_NEGATIVE = frozenset(
    {VerdictKind.PARTLY_MET, VerdictKind.MISSED, VerdictKind.REVERSED, VerdictKind.SILENT, VerdictKind.CONTESTED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The day, the policy, the documents and the index of observations."""

    on: date
    pack: Pack
    horizon: Period | None
    library: Library
    index: Index
    judgements: Judgements
    conjunctions: Mapping[str, tuple[str, ...]]
    paces: Mapping[str, Sequence[Milestone]] = field(default_factory=dict)
    """Milestones by the core of an indicator's wording."""

    def promised(self, commitment: Commitment) -> Period | None:
        """Give the days of a commitment: its own, with the plan's beginning where it names a deadline alone."""
        period, horizon = commitment.period or self.horizon, self.horizon
        if period is None or period.start is not None or horizon is None or horizon.start is None:
            return period
        return Period(horizon.start, period.end) if horizon.start <= period.end else period

    def milestones(self, commitment: Commitment, promised: Period | None) -> tuple[Milestone, ...]:
        """Give the milestones set for the indicator; else the pack's curve, where what is promised adds up."""
        if self.paces:
            own = self.paces.get(read_wording(commitment.indicator).core)
            if own is not None:
                return tuple(sorted(own))
        return bent(self.pack.curve, promised) if is_additive(commitment) else ()

    def figures(self, commitment: Commitment, promised: Period | None) -> list[Figure]:
        """Give the figures that may speak of a commitment, people's confirmations and rejections applied."""
        candidates = self.index.candidates(commitment, promised)
        candidates += self.judgements.linked(commitment, candidates)
        found = figures(commitment, candidates, promised, self.library)
        return [self.judgements.judged(commitment, each) for each in found]

    def answers_sibling(self, commitment: Commitment, figure: Figure) -> bool:
        """Tell whether a figure in another unit answers the other part of a conjunction: of this part it is silent."""
        units = self.conjunctions.get(commitment.id, ())
        quantity = figure.observation.quantity
        if quantity is None or set(figure.comparison.refusals) != {Reason.UNIT}:
            return False
        told = figure.observation.indicator
        return any(conversion(quantity.unit, unit, told, commitment.indicator) is not None for unit in units)

    def over(self, promised: Period | None) -> bool:
        """Tell whether deadline and grace have passed."""
        return promised is not None and self.on > promised.end + timedelta(days=self.pack.grace_days)


def finish(verdict: Verdict, moved: Mapping[str, Moved]) -> Verdict:
    """Add moved goalposts, the ids of all rules, and whether a person must look at it."""
    flags, working = list(verdict.flags), list(verdict.working)
    restated = moved.get(verdict.commitment)
    if restated is not None:
        flags.append(restated.badge)
        working.append(restated.line)
    doubtful = verdict.grade is Grade.E1 or verdict.kind in _NEGATIVE
    return replace(
        verdict,
        flags=tuple(dict.fromkeys(flags)),
        working=tuple(working),
        rules=tuple(dict.fromkeys([*verdict.rules, *(line.rule for line in working)])),
        needs_review=verdict.needs_review or doubtful,
        restated_by=None if restated is None else restated.by,
    )
