"""Settle one commitment with a number over one period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from lantu.model import (
    Basis,
    Commitment,
    Comparability,
    Comparator,
    Evidence,
    Interval,
    Line,
    Period,
    Quantity,
    Status,
    Verdict,
    VerdictKind,
)

from .attainment import Aim, attainment
from .context import Context
from .decide import Standing, decide
from .evidence import ACCEPT, Figure, baseline, with_baselines
from .intervals import goal, within
from .measures import Kind, is_falling, kind_of, reviewability
from .pace import elapsed, expected, growth_ratio, in_years
from .units import dimension
from .weighing import Weighed, weigh
from .working import pace_line, satisfied_line, share_line, target_line, value_line

ONE = Decimal(1)
TENFOLD, EIGHTFOLD, FAR_POINTS = Decimal(10), Decimal(8), Decimal(30)
"""A count ten times its target, or a growth rate eight times and 30 points beyond it, waits for a reviewer."""


def settle_number(commitment: Commitment, context: Context) -> Verdict | None:
    """Give the verdict on a commitment with a number, or None where nothing was reported on it."""
    promised = context.promised(commitment)
    return settle_period(commitment, promised, context.figures(commitment, promised), context)


def settle_period(
    commitment: Commitment, promised: Period | None, found: Sequence[Figure], context: Context
) -> Verdict | None:
    """Give the verdict on the promise for these days, or None where nothing was reported on it."""
    own = commitment.span.document
    resolved = with_baselines(found, promised)
    others = [figure for figure in resolved if figure.observation.span.document != own]
    aim = aim_of(commitment, promised, found)
    comparable = [each for each in others if each.comparison.comparable and each.confidence >= ACCEPT]
    weighed = weigh(comparable, aim.region, additive=aim.additive, promised=promised, library=context.library)
    if weighed is not None:
        return _verdict(commitment, promised, aim, weighed, context)
    near = [each for each in others if each.telling]
    return _not_comparable(commitment, near, context) if near else None


def aim_of(commitment: Commitment, promised: Period | None, found: Sequence[Figure]) -> Aim:
    """Give what a commitment asks for, as a region of values with the way to measure the distance."""
    quantity = commitment.quantity
    assert quantity is not None
    falling = is_falling(commitment)
    region = goal(quantity, commitment.comparator, falling=falling, basis=commitment.basis)
    bounded = commitment.comparator in (Comparator.ABOUT, Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.ALL)
    kind = kind_of(commitment)
    return Aim(
        region=region,
        threshold=None if commitment.comparator is Comparator.ALL else quantity.value,
        falling=region.low is None,
        open_ended=not (falling or bounded or quantity.upper is not None or kind is Kind.RANK),
        additive=_adds_up(commitment, promised, kind),
        rate=kind is Kind.CHANGE,
        baseline=_baseline_value(kind, found, promised),
    )


def _adds_up(commitment: Commitment, promised: Period | None, kind: Kind) -> bool:
    """An addition adds up; a total of the period does so within a year: beyond, it is a level to be reached."""
    if kind is Kind.ACTIVITY:
        return True
    if kind is not Kind.FLOW:
        return False
    within_a_year = promised is not None and promised.days is not None and promised.days <= 366
    return within_a_year or commitment.basis is Basis.INCREMENT


def _baseline_value(kind: Kind, found: Sequence[Figure], promised: Period | None) -> Decimal | None:
    if kind not in (Kind.STOCK, Kind.COUNT, Kind.SHARE):
        return None
    before = baseline(found, promised)
    values = None if before is None else before.values
    return values.low if values is not None and values.low == values.high else None


def _verdict(
    commitment: Commitment, promised: Period | None, aim: Aim, weighed: Weighed, context: Context
) -> Verdict:
    quantity = commitment.quantity
    assert quantity is not None
    satisfied = _satisfied(weighed, aim, quantity)
    share = attainment(weighed.values, aim)
    final = weighed.final or context.over(promised)
    planned, pace = _pace(aim, weighed, promised, share, context)
    standing = Standing(
        satisfied=satisfied,
        attainment=share,
        final=final,
        additive=aim.additive,
        open_ended=aim.open_ended,
        beyond=_beyond(weighed.values, aim),
        pace=pace,
        gone=_gone(promised, weighed.as_of),
        contested=weighed.contested,
    )
    kind, rule = decide(standing, context.pack)
    lines = [
        target_line(quantity, commitment.comparator, aim.region, promised),
        *(line for figure in weighed.used for line in (figure.why, *figure.comparison.lines)),
        *weighed.lines,
        value_line(weighed.used, weighed.values, quantity.unit, weighed.as_of),
    ]
    if share is not None:
        lines.append(share_line(weighed.values, aim, share, quantity.unit))
    if planned is not None and promised is not None and weighed.as_of is not None and not final:
        lines.append(pace_line(promised, weighed.as_of, planned))
    lines.append(satisfied_line(satisfied, weighed.values, aim.region))
    return Verdict(
        commitment=commitment.id,
        kind=kind,
        on=context.on,
        working=tuple(lines),
        rules=(rule,),
        secured=standing.secured,
        attainment=share,
        expected=planned,
        pace=None if pace is None else pace[0],
        as_of=weighed.as_of,
        comparability=weighed.comparability,
        reviewability=reviewability(commitment),
        grade=max(figure.grade for figure in weighed.used),
        evidence=tuple(evidence_of(figure) for figure in (*weighed.used, *weighed.aside)),
        flags=_flags(weighed, aim, share, context),
        needs_review=weighed.contested or weighed.ambiguous or _implausible(weighed.values, aim) or any(_wants_a_person(figure) for figure in weighed.used),
    )


def _satisfied(weighed: Weighed, aim: Aim, quantity: Quantity) -> bool | None:
    """Test the promise; a measured value printed as the very bound of 突破 may lie on either side of it."""
    if weighed.ambiguous or _implausible(weighed.values, aim):
        return None
    values, bound = weighed.values, aim.region.low if aim.region.low_open else aim.region.high
    touches = values.low == values.high == bound and (aim.region.low_open or aim.region.high_open)
    return None if touches and dimension(quantity.unit) != "count" else within(values, aim.region)


def _implausible(values: Interval, aim: Aim) -> bool:
    """Tell whether a figure is so far beyond its target that another scope or a slip is likelier than success."""
    low, target = values.low, aim.threshold
    if low is None or target is None or target <= 0 or aim.falling:
        return False
    if aim.additive:
        return low >= target * TENFOLD
    return low >= target * EIGHTFOLD and low - target >= FAR_POINTS and aim.rate


def _beyond(values: Interval, aim: Aim) -> Decimal | None:
    plain = Aim(region=aim.region, threshold=aim.threshold, falling=aim.falling)
    share = attainment(values, plain)
    return None if share is None else share[0]


def _gone(promised: Period | None, as_of: date | None) -> Decimal | None:
    days = None if promised is None or as_of is None else elapsed(promised, as_of)
    return None if days is None else Decimal(days[0]) / Decimal(days[1])


def _pace(
    aim: Aim, weighed: Weighed, promised: Period | None, share: tuple[Decimal | None, Decimal | None] | None, context: Context
) -> tuple[Decimal | None, tuple[Decimal | None, Decimal | None] | None]:
    if promised is None or weighed.as_of is None or share is None:
        return None, None
    if context.pack.measure == "growth_ratio":
        return None, _growth_pace(aim, weighed, promised)
    if not aim.additive and aim.baseline is None:
        rates = context.pack.rates_on_pace
        return None, (_less(share[0], ONE), _less(share[1], ONE)) if rates else None
    planned = expected(promised, weighed.as_of)
    if planned is None:
        return None, None
    return planned, (_less(share[0], planned), _less(share[1], planned))


def _less(share: Decimal | None, planned: Decimal) -> Decimal | None:
    return None if share is None else share - planned


def _growth_pace(
    aim: Aim, weighed: Weighed, promised: Period
) -> tuple[Decimal | None, Decimal | None] | None:
    value, start = weighed.values.low, promised.start
    if aim.baseline is None or aim.threshold is None or value is None or start is None or weighed.as_of is None:
        return None
    ratio = growth_ratio(
        (aim.baseline, in_years(start)), (value, in_years(weighed.as_of)), (aim.threshold, in_years(promised.end))
    )
    return None if ratio is None else (ratio, ratio)


def _flags(
    weighed: Weighed, aim: Aim, share: tuple[Decimal | None, Decimal | None] | None, context: Context
) -> tuple[str, ...]:
    flags = []
    if share is not None and share[0] is not None and share[0] >= context.pack.overfulfilled:
        flags.append("target_possibly_low")
    if any(figure.observation.status is Status.EXPECTED for figure in weighed.used):
        flags.append("estimate")
    if weighed.ambiguous:
        flags.append("two_figures")
    if _implausible(weighed.values, aim):
        flags.append("implausible")
    return tuple(flags)


def _wants_a_person(figure: Figure) -> bool:
    return figure.comparison.comparability is Comparability.PROXY


def evidence_of(figure: Figure) -> Evidence:
    """Give a figure as the evidence that a verdict cites."""
    comparison = figure.comparison
    return Evidence(
        observation=figure.observation,
        comparability=comparison.comparability,
        reason=comparison.reason,
        confidence=figure.confidence,
        grade=figure.grade,
        note="; ".join(line.en for line in (figure.why, *comparison.lines)),
    )


def _not_comparable(commitment: Commitment, near: Sequence[Figure], context: Context) -> Verdict:
    quantity = commitment.quantity
    assert isinstance(quantity, Quantity)
    lines: list[Line] = []
    for figure in near:
        lines += [figure.why, *figure.comparison.lines]
    return Verdict(
        commitment=commitment.id,
        kind=VerdictKind.NOT_COMPARABLE,
        on=context.on,
        working=tuple(lines),
        rules=("all_evidence_refused",),
        comparability=Comparability.NOT_COMPARABLE,
        reason=near[0].comparison.reason,
        as_of=near[0].as_of,
        reviewability=reviewability(commitment),
        grade=max(figure.grade for figure in near),
        evidence=tuple(evidence_of(figure) for figure in near),
    )
