"""Settle one commitment with a number over one period."""

from __future__ import annotations

from collections.abc import Sequence

from lantu.model import (
    Commitment,
    Comparability,
    Comparator,
    Evidence,
    Line,
    Period,
    Quantity,
    Status,
    Verdict,
    VerdictKind,
)

from .aims import aim_of, beyond, is_countable, is_implausible, is_satisfied, quantity_of
from .attainment import Aim, attainment
from .comparison import Use
from .context import Context
from .decide import Standing, decide
from .evidence import ACCEPT, Figure, with_baselines
from .measures import reviewability
from .pacing import gone, pace_of
from .proof import number_proof, refusal_proof
from .weighing import Weighed, weigh
from .working import pace_line, satisfied_line, share_line, target_line, value_line


def settle_number(commitment: Commitment, context: Context) -> Verdict | None:
    """Give the verdict on a commitment with a number, or None where nothing was reported on it."""
    promised = context.promised(commitment)
    return settle_period(commitment, promised, context.figures(commitment, promised), context)


def settle_period(
    commitment: Commitment, promised: Period | None, found: Sequence[Figure], context: Context
) -> Verdict | None:
    """Give the verdict on the promise for these days, or None where nothing was reported on it.

    A document never evidences its own promise; its review of earlier years may serve as a baseline.
    """
    own = commitment.span.document
    others = [each for each in with_baselines(found, promised) if each.observation.span.document != own]
    aim = aim_of(commitment, promised, found)
    comparable = _told([each for each in others if each.comparison.comparable and each.confidence >= ACCEPT])
    plausible = [each for each in comparable if not _in_doubt(each, aim)]
    weighed = weigh(
        plausible or comparable, aim.region, additive=aim.additive, promised=promised, library=context.library
    )
    if weighed is not None:
        return _verdict(commitment, promised, aim, weighed, context)
    near = [each for each in others if each.telling and not context.answers_sibling(commitment, each)]
    return _not_comparable(commitment, near, context) if near else None


def _told(comparable: Sequence[Figure]) -> Sequence[Figure]:
    """Leave out growth that we reckon from two levels where a report tells the growth itself."""
    told = [each for each in comparable if each.comparison.use is not Use.GROWTH_OF_LEVELS]
    return told if any(each.exact for each in told) else comparable


def _in_doubt(figure: Figure, aim: Aim) -> bool:
    return figure.doubt is not None or (figure.values is not None and is_implausible(figure.values, aim))


def _verdict(commitment: Commitment, promised: Period | None, aim: Aim, weighed: Weighed, context: Context) -> Verdict:
    share = attainment(weighed.values, aim)
    quantity = quantity_of(commitment)
    milestones = context.milestones(commitment, promised)
    planned, pace = pace_of(aim, weighed.values, weighed.as_of, promised, share, context.pack, milestones)
    implausible = is_implausible(weighed.values, aim) or any(each.doubt is not None for each in weighed.used)
    in_doubt = implausible or bool(weighed.ambiguous)
    standing = Standing(
        satisfied=None if in_doubt else is_satisfied(weighed.values, aim, countable=is_countable(quantity)),
        attainment=share,
        final=weighed.final or context.over(promised),
        additive=aim.additive,
        open_ended=aim.open_ended,
        beyond=beyond(weighed.values, aim),
        pace=pace,
        gone=gone(promised, weighed.as_of),
        contested=bool(weighed.contested),
        doubtful=in_doubt,
    )
    kind, rule = decide(standing, context.pack)
    proof = number_proof(
        commitment,
        promised,
        aim,
        weighed,
        standing,
        planned=(planned, milestones),
        pack=context.pack,
        decided=(kind, rule),
    )
    proxies = [each for each in weighed.used if each.comparison.comparability is Comparability.PROXY]
    working = _working(commitment, promised, aim, weighed, standing)
    if planned is not None and promised is not None and weighed.as_of is not None and not standing.final:
        working.append(pace_line(promised, weighed.as_of, planned, milestones))
    return Verdict(
        commitment=commitment.id,
        kind=kind,
        on=context.on,
        working=tuple(working),
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
        flags=_flags(commitment, weighed, standing, context, implausible=implausible),
        needs_review=in_doubt or bool(proxies),
        proof=proof,
        actual=(weighed.values.low, weighed.values.high),
        baseline=aim.baseline,
    )


def _working(
    commitment: Commitment, promised: Period | None, aim: Aim, weighed: Weighed, standing: Standing
) -> list[Line]:
    quantity = quantity_of(commitment)
    lines = [target_line(quantity, commitment.comparator, aim.region, promised)]
    for figure in weighed.used:
        lines += [figure.why, *figure.comparison.lines, *([] if figure.doubt is None else [figure.doubt])]
    lines += [*weighed.lines, _told_line(weighed, quantity)]
    if standing.attainment is not None:
        lines.append(share_line(weighed.values, aim, standing.attainment, quantity.unit))
    return [*lines, satisfied_line(standing.satisfied, weighed.values, aim.region, in_doubt=standing.doubtful)]


def _told_line(weighed: Weighed, quantity: Quantity) -> Line:
    return value_line(weighed.used, weighed.values, quantity.unit, weighed.as_of, added=weighed.joined != "meet")


def _flags(
    commitment: Commitment, weighed: Weighed, standing: Standing, context: Context, *, implausible: bool
) -> tuple[str, ...]:
    low = None if standing.attainment is None else standing.attainment[0]
    not_all = commitment.comparator is Comparator.ALL and standing.satisfied is False
    raised = {
        "target_possibly_low": low is not None and low >= context.pack.overfulfilled,
        "estimate": any(figure.observation.status is Status.EXPECTED for figure in weighed.used),
        "two_figures": bool(weighed.ambiguous),
        "implausible": implausible,
        "denominator_shrank": not_all and any(map(_all_of_a_list, weighed.used)),
    }
    return tuple(flag for flag, holds in raised.items() if holds)


def _all_of_a_list(figure: Figure) -> bool:
    """Tell whether all of a list is reported (全部 of 172, where 186 were on the list of the promise)."""
    return figure.observation.comparator is Comparator.ALL


def evidence_of(figure: Figure) -> Evidence:
    """Give a figure as the evidence that a verdict cites."""
    comparison = figure.comparison
    lines = (figure.why, *comparison.lines)
    return Evidence(
        observation=figure.observation,
        comparability=comparison.comparability,
        reason=comparison.reason,
        confidence=figure.confidence,
        grade=figure.grade,
        note="; ".join(line.en for line in lines),
        note_zh="；".join(line.zh for line in lines),
    )


def _not_comparable(commitment: Commitment, near: Sequence[Figure], context: Context) -> Verdict:
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
        proof=refusal_proof(near),
    )
