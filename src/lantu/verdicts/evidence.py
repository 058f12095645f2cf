"""From the candidates of one commitment to the figures that may decide it, each as an interval in its unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from lantu.model import (
    Accumulation,
    Commitment,
    Comparability,
    Direction,
    Grade,
    Interval,
    Line,
    Observation,
    Period,
    Reason,
    Role,
    Source,
)

from .comparison import Comparison, Use
from .days import days_of
from .doubts import doubt
from .gate import compare
from .intervals import difference, lower_bound, observed, scale, upper_bound
from .measures import Kind, kind_of
from .pairing import Candidate
from .scoring import Meaning, confidence, nearness, note, score

ACCEPT = 0.77
"""Below this confidence a pair goes to the review list instead of deciding anything."""
DOUBTFUL_READING = 0.5
"""A statement read with less confidence than this makes no pair surer than itself."""
NEAR = 0.85
"""From this confidence on, a figure that is not comparable is shown with its reason."""
SAME_THING = 0.85
"""Harmonic share of common wording from which a figure speaks of the same thing."""
SAME_WORDS = 0.95
OTHER_MEASURE = frozenset({Reason.BASIS, Reason.UNIT})
"""Reasons that leave a figure worth showing: it speaks of the thing, but not of what was promised of it."""
OTHER_SCOPE = frozenset({Reason.TIER, Reason.STATUS, Reason.DENOMINATOR})
"""The same where nothing else differs in wording."""
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One observation held against one commitment, as an interval in the commitment's unit."""

    observation: Observation
    comparison: Comparison
    confidence: float
    values: Interval | None
    as_of: date | None
    grade: Grade
    why: Line
    final: bool = False

    alike: float = 1.0
    doubt: Line | None = None
    """Why the figure is likelier of another scope, where it is."""
    factor: Decimal = Decimal(1)
    """What the printed value was multiplied by: to the commitment's unit, and by -1 where it tells the opposite."""
    bound: Comparability = Comparability.EXACT
    """How the scopes were found to stand before anything else was known: it makes the value a bound, or not."""
    part: bool = False
    """It covers a later part of the period alone, so that of the whole it tells no highest value."""
    before: Interval | None = None
    """The value before the period, where this figure was reckoned from it."""

    @property
    def telling(self) -> bool:
        """Not comparable, but clearly about the thing: worth showing with its reason."""
        refused = self.comparison.comparability is Comparability.NOT_COMPARABLE
        reasons = set(self.comparison.refusals)
        if not refused or self.confidence < ACCEPT:
            return False
        if len(reasons) == 1 and reasons <= OTHER_SCOPE:
            return self.alike >= SAME_WORDS
        return reasons <= OTHER_MEASURE and self.alike >= SAME_THING

    @property
    def exact(self) -> bool:
        """Same scope: the value itself, no bound."""
        return self.comparison.comparability is Comparability.EXACT


@dataclass(frozen=True, slots=True)
class Library:
    """What is known of the documents: their sources and the days each reports on."""

    sources: Mapping[str, Source]
    covered: Mapping[str, Period | None]
    themes: Mapping[str, frozenset[str]]
    summing_up: frozenset[str] = frozenset()
    """The documents that also tell of several years together."""
    meaning: Meaning | None = None
    """How close two indicators are in meaning, where that was asked for."""

    def grade(self, observation: Observation, commitment: Commitment) -> Grade:
        """Give the evidence grade: self-reported, independent, or without number."""
        if observation.quantity is None:
            return Grade.E1
        source = self.sources.get(observation.span.document)
        plan = self.sources.get(commitment.span.document)
        if source is None:
            return Grade.E2
        if Role.STATISTICS in source.roles and not source.roles & {Role.REPORT, Role.RELEASE}:
            return Grade.E3
        named = plan is not None and plan.publisher and source.publisher
        return Grade.E3 if named and plan is not None and plan.publisher != source.publisher else Grade.E2

    def reported(self, observation: Observation) -> Period | None:
        """Give the days that an observation covers."""
        document = observation.span.document
        return days_of(observation, self.sources.get(document), self.covered.get(document))


def figures(
    commitment: Commitment, candidates: Iterable[Candidate], promised: Period | None, library: Library
) -> list[Figure]:
    """Hold every candidate against the commitment; the surest first."""
    found = [_figure(commitment, candidate, promised, library) for candidate in candidates]
    return sorted(found, key=lambda f: (-f.confidence, f.observation.span))


def _figure(commitment: Commitment, candidate: Candidate, promised: Period | None, library: Library) -> Figure:
    observation = candidate.observation
    reported = library.reported(observation)
    comparison = compare(
        commitment,
        observation,
        ours=candidate.ours,
        theirs=candidate.theirs,
        alike=candidate.alike,
        promised=promised,
        reported=reported,
    )
    near = nearness(library.meaning, commitment.indicator, observation.indicator)
    sure = confidence(score(candidate.alike, candidate.ours, candidate.theirs, comparison.dropped) + near)
    en, zh = note(candidate.alike, near)
    factor = _factor(commitment, observation, comparison)
    values = _values(observation, factor, comparison.comparability)
    sums_up = observation.span.document in library.summing_up
    return Figure(
        observation=observation,
        comparison=comparison,
        confidence=min(sure, observation.confidence) if observation.confidence < DOUBTFUL_READING else sure,
        values=values,
        as_of=None if reported is None else reported.end,
        grade=library.grade(observation, commitment),
        why=Line("pairing", en, zh),
        alike=candidate.alike.harmonic,
        doubt=doubt(commitment, observation, comparison, values, sums_up=sums_up),
        final=promised is not None and reported is not None and reported.end >= promised.end,
        factor=factor,
        bound=comparison.comparability,
    )


def _factor(commitment: Commitment, observation: Observation, comparison: Comparison) -> Decimal:
    opposite = {commitment.direction, observation.direction} == {Direction.UP, Direction.DOWN}
    return -comparison.factor if opposite else comparison.factor


def _values(observation: Observation, factor: Decimal, bound: Comparability) -> Interval | None:
    if observation.quantity is None:
        return None
    return bounded(scale(observed(observation.quantity, observation.comparator), factor), bound)


def bounded(values: Interval, bound: Comparability) -> Interval:
    """Give what a value tells of the commitment's scope: a part is a lower bound, more than it an upper one."""
    if bound is Comparability.SUBSET:
        return lower_bound(values)
    return upper_bound(values) if bound is Comparability.SUPERSET else values


def of_part(figure: Figure, promised: Period) -> Figure:
    """Give the figure as a bound where it covers a later part of the period alone (17 in 2024, of 2022 to 2024).

    What was done before is not in it: it tells the least of the whole, and where its scope is wider, nothing.
    """
    if figure.values is None or not _covers_part(figure, promised):
        return figure
    covers, comparison = figure.comparison.covers, figure.comparison
    line = Line(
        "part_of_period",
        f"{covers} is a part of {promised}: what was done before is not in it",
        f"{covers} 仅为 {promised} 的一部分:此前完成数未计入",
    )
    kind = Comparability.SUBSET if figure.exact else comparison.comparability
    comparison = replace(comparison, comparability=kind, lines=(*comparison.lines, line))
    return replace(figure, comparison=comparison, values=lower_bound(figure.values), part=True)


def _covers_part(figure: Figure, promised: Period) -> bool:
    observation, covers = figure.observation, figure.comparison.covers
    added = kind_of(observation) in (Kind.ACTIVITY, Kind.FLOW, Kind.COUNT)
    if not added or figure.comparison.use is not Use.VALUE or observation.accumulation is Accumulation.CUMULATIVE:
        return False
    begun = None if covers is None else covers.start
    return begun is not None and promised.start is not None and begun > promised.start


def with_baselines(found: Sequence[Figure], promised: Period | None) -> list[Figure]:
    """Turn stocks into additions and levels into growth where an earlier figure of the same indicator is known."""
    before = baseline(found, promised)
    return [_resolved(figure, before) for figure in found]


def baseline(found: Iterable[Figure], promised: Period | None) -> Figure | None:
    """Give the surest figure of the same indicator for the year before the promise begins."""
    if promised is None or promised.start is None:
        return None
    earlier = [
        figure
        for figure in found
        if figure.comparison.other_days_only
        and figure.comparison.covers is not None
        and promised.start - YEAR <= figure.comparison.covers.end < promised.start
        and figure.confidence >= NEAR
    ]
    return max(earlier, key=lambda f: (f.as_of or date.min, f.confidence), default=None)


def _resolved(figure: Figure, before: Figure | None) -> Figure:
    use = figure.comparison.use
    if use not in (Use.STOCK_DIFFERENCE, Use.GROWTH_OF_LEVELS) or not figure.comparison.comparable:
        return figure
    comparison = figure.comparison
    same = before is not None and before.comparison.use is use
    then = before.values if before is not None and same else None
    values = None if figure.values is None or then is None else from_baseline(figure.values, then, use)
    if values is None or before is None:
        refused = replace(
            comparison, comparability=Comparability.NOT_COMPARABLE, reason=Reason.BASIS, refusals=(Reason.BASIS,)
        )
        return replace(figure, comparison=refused)
    en, zh = f"before the period, on {before.as_of}: {then}", f"基期值,截至 {before.as_of}:{then}"
    lines = (*comparison.lines, Line("baseline", en, zh))
    kind = Comparability.SUBSET if use is Use.STOCK_DIFFERENCE else comparison.comparability
    comparison = replace(comparison, comparability=kind, lines=lines)
    return replace(figure, comparison=comparison, values=values, before=then)


def from_baseline(now: Interval, then: Interval, use: Use) -> Interval | None:
    """Give what was added to a stock at least, or how many percent a level grew; None where the base is no base."""
    if use is Use.STOCK_DIFFERENCE:
        return lower_bound(difference(now, then))
    if then.low is None or then.low <= 0 or then.high != then.low or now.low is None:
        return None
    percent = Decimal(100) / then.low
    grown = scale(now, percent)
    high = None if grown.high is None else grown.high - 100
    return Interval((grown.low or Decimal(0)) - 100, high, grown.low_open, grown.high_open)
