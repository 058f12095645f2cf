"""The table of verdicts: from satisfied, attainment, finality and pace to one of seventeen words.

Thresholds come from the pack; the order of the rules is the table of docs/explanation/verdicts.md. Nothing
here knows a document or a unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lantu.model import VerdictKind

from .attainment import Share
from .packs import Limits

ZERO, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a commitment stands, in numbers.

    Parameters
    ----------
    satisfied:
        True or False where it holds for every value the evidence can mean, else None.
    attainment:
        Share of the target reached, or None where the target has no percentage.
    final:
        The period is over for this evidence: a final report, or deadline and grace have passed.
    additive:
        A count, flow or event that cannot fall back.
    open_ended:
        Going further counts as exceeding.
    pace:
        The pack's measure at the as-of date (lowest, highest), or None where no pace is defined.
    gone:
        Share of the period that has gone at the as-of date, or None.
    beyond:
        The lowest value over the target itself, whatever the baseline: *exceeded* needs the margin on this too.
    contested:
        Comparable sources contradict each other.
    doubtful:
        The figure itself is in doubt: one document gives two, or it is implausibly far beyond the target.
    """

    satisfied: bool | None
    attainment: Share | None
    final: bool
    additive: bool
    open_ended: bool = True
    pace: Share | None = None
    gone: Decimal | None = None
    beyond: Decimal | None = None
    contested: bool = False
    doubtful: bool = False

    @property
    def secured(self) -> bool:
        """Satisfied for good, by figures that nobody contradicts: nothing that happens later can undo it."""
        in_doubt = self.contested or self.doubtful
        return self.satisfied is True and not in_doubt and (self.additive or self.final)


def decide(standing: Standing, limits: Limits) -> tuple[VerdictKind, str]:
    """Give the verdict and the id of the rule that decides it."""
    if standing.contested:
        return VerdictKind.CONTESTED, "sources_contradict"
    if standing.doubtful:
        return VerdictKind.UNDETERMINED, "figure_in_doubt"
    if standing.satisfied is True:
        return _satisfied(standing, limits)
    if standing.satisfied is False and _reversed(standing.attainment):
        return VerdictKind.REVERSED, "fell_back"
    if standing.final:
        return _failed(standing) if standing.satisfied is False else (VerdictKind.UNDETERMINED, "straddles_target")
    return _on_the_way(standing, limits)


def _satisfied(standing: Standing, limits: Limits) -> tuple[VerdictKind, str]:
    if not standing.secured:
        return VerdictKind.MET_TO_DATE, "holds_before_deadline"
    if standing.open_ended and standing.beyond is not None and standing.beyond >= ONE + limits.margin:
        return VerdictKind.EXCEEDED, "beyond_margin"
    return VerdictKind.MET, "satisfied_final" if standing.final else "satisfied_secured"


def _failed(standing: Standing) -> tuple[VerdictKind, str]:
    share = standing.attainment
    if standing.additive and share is not None and (share[1] is None or share[1] > ZERO):
        return VerdictKind.PARTLY_MET, "part_of_target"
    return VerdictKind.MISSED, "not_satisfied"


def _reversed(share: Share | None) -> bool:
    return share is not None and share[1] is not None and share[1] < ZERO


def _on_the_way(standing: Standing, limits: Limits) -> tuple[VerdictKind, str]:
    if standing.pace is None:
        unsure = standing.satisfied is None
        return (VerdictKind.UNDETERMINED, "straddles_target") if unsure else (VerdictKind.NOT_DUE, "no_pace")
    if _nothing_done(standing, limits):
        return VerdictKind.NOT_STARTED, "nothing_done"
    low, high = (_band(end, limits) for end in standing.pace)
    if low is not None and (low == high or (high is None and low is VerdictKind.AHEAD)):
        return low, "pace_band"
    return VerdictKind.UNDETERMINED, "pace_straddles_bands"


def _nothing_done(standing: Standing, limits: Limits) -> bool:
    none = standing.attainment == (ZERO, ZERO)
    return none and standing.gone is not None and standing.gone > limits.not_started_after


def _band(measure: Decimal | None, limits: Limits) -> VerdictKind | None:
    if measure is None:
        return None
    if measure > limits.ahead_above:
        return VerdictKind.AHEAD
    return VerdictKind.BEHIND if measure < limits.behind_below else VerdictKind.ON_TRACK
