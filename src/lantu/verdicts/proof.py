"""证明: everything that one verdict was computed from, as a JSON object that stands alone.

Whoever holds a proof needs neither the documents nor the pairing to repeat the arithmetic: `replay` does so, and a
reader with a pencil can. What a proof states as found – which figures speak of the promise and how their scopes
stand – is not computed again; that is what quotes, gates and reviewers are for (docs/reference/proofs.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from lantu.model import Commitment, Comparator, Interval, Period, Proof, Quantity, Reason, VerdictKind, plain

from .aims import quantity_of
from .attainment import Aim, Share
from .comparison import Use
from .decide import Standing
from .evidence import Figure
from .measures import is_falling
from .pace import Milestone
from .packs import Pack
from .units import dimension
from .weighing import Weighed

THRESHOLDS = ("margin", "not_started_after", "ahead_above", "behind_below")
"""The decimal thresholds of a pack that decide verdicts."""


def number_proof(
    commitment: Commitment,
    promised: Period | None,
    aim: Aim,
    weighed: Weighed,
    standing: Standing,
    *,
    planned: tuple[Decimal | None, Sequence[Milestone]],
    pack: Pack,
    decided: tuple[VerdictKind, str],
) -> Proof:
    """Give the proof of a verdict on a number: inputs first, then what was reckoned from them, line by line."""
    return {
        "way": "number",
        "promised": days(promised),
        "target": _target(commitment, aim),
        "figures": [_figure(each) for each in weighed.used],
        "joined": weighed.joined,
        "contested": [_figure(each) for each in weighed.contested],
        "two_figures": [_figure(each) for each in weighed.ambiguous],
        "doubts": sorted({each.doubt.rule for each in weighed.used if each.doubt is not None}),
        "milestones": [[day.isoformat(), decimal(share)] for day, share in planned[1]],
        "pack": _thresholds(pack),
        "values": str(weighed.values),
        "as_of": _day(weighed.as_of),
        "satisfied": standing.satisfied,
        "attainment": ends(standing.attainment),
        "expected": decimal(planned[0]),
        "measure": ends(standing.pace),
        "verdict": decided[0],
        "rule": decided[1],
    }


def _reasons(figure: Figure) -> list[Reason | None]:
    """Give why a figure is refused; less in one respect and more in another is refused for both together."""
    return list(figure.comparison.refusals) or [figure.comparison.reason]


def _target(commitment: Commitment, aim: Aim) -> dict[str, Any]:
    quantity = quantity_of(commitment)
    return {
        **_printed(quantity, commitment.comparator),
        "basis": commitment.basis,
        "less_is_better": is_falling(commitment),
        "countable": dimension(quantity.unit) == "count",
        "adds_up": aim.additive,
        "growth": aim.rate,
        "open_ended": aim.open_ended,
        "baseline": decimal(aim.baseline),
        "region": str(aim.region),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    observation, covers = figure.observation, figure.comparison.covers
    known = figure.before is not None
    return {
        "observation": observation.id,
        **_printed(observation.quantity, observation.comparator),
        "factor": decimal(figure.factor),
        "scope": figure.bound,
        "part_of_period": figure.part,
        "use": figure.comparison.use if known else Use.VALUE,
        "before": interval(figure.before),
        "covers": days(covers),
        "as_of": _day(figure.as_of),
        "values": interval(figure.values),
    }


def _printed(quantity: Quantity | None, comparator: Comparator | None) -> dict[str, Any]:
    if quantity is None:
        return {"value": None, "upper": None, "grain": None, "unit": None, "comparator": comparator}
    upper, grain = decimal(quantity.upper), decimal(quantity.grain)
    return {
        "value": decimal(quantity.value),
        "upper": upper,
        "grain": grain,
        "unit": quantity.unit,
        "comparator": comparator,
    }


def _thresholds(pack: Pack) -> dict[str, Any]:
    """Give the numbers of a pack that decide verdicts, with its name."""
    numbers = {name: decimal(getattr(pack, name)) for name in THRESHOLDS}
    named = {"name": pack.name, "measure": pack.measure, "rates_on_pace": pack.rates_on_pace}
    return {**named, "grace_days": pack.grace_days, **numbers}


def absence_proof(promised: Period | None, *, final_report: bool, telling: int, pack: Pack, silent: bool) -> Proof:
    """Give the proof that nothing was reported: where was searched, and whether that makes it silent."""
    return {
        "way": "absence",
        "promised": days(promised),
        "final_report": final_report,
        "reports_on_its_theme": telling,
        "pack": _thresholds(pack),
        "verdict": VerdictKind.SILENT if silent else VerdictKind.NOT_REPORTED,
    }


def refusal_proof(near: Sequence[Figure]) -> Proof:
    """Give the proof that all evidence measures something else: each figure with its reasons."""
    refused = [{**_figure(each), "refusals": _reasons(each)} for each in near]
    return {"way": "refusal", "figures": refused, "verdict": VerdictKind.NOT_COMPARABLE}


def act_proof(figure: Figure, promised: Period | None, *, state: bool, pack: Pack, kind: VerdictKind) -> Proof:
    """Give the proof of a verdict on an act: what the report says of it, and whether it must hold later too."""
    return {
        "way": "act",
        "promised": days(promised),
        "figures": [_figure(figure)],
        "status": figure.observation.status,
        "same_scope": figure.exact,
        "reaches_end": figure.final,
        "must_still_hold": state,
        "pack": _thresholds(pack),
        "verdict": kind,
    }


def yearly_proof(years: Iterable[Period], told: dict[Period, Proof], kind: VerdictKind) -> Proof:
    """Give the proof of a yearly promise: which years were promised, and the proof of each that was told of."""
    instances = {str(year.end.year): proof for year, proof in sorted(told.items(), key=lambda one: one[0].end)}
    return {"way": "yearly", "years": [year.end.year for year in years], "instances": instances, "verdict": kind}


def step_proof(rule: str, before: Proof, kind: VerdictKind, **facts: Any) -> Proof:
    """Give the proof of a verdict that a later rule set in the place of another, which stands within it."""
    return {"way": "step", "rule": rule, **facts, "instead_of": dict(before), "verdict": kind}


def days(period: Period | None) -> list[str | None] | None:
    """Give a period as its first and last day in ISO form."""
    return None if period is None else [_day(period.start), _day(period.end)]


def ends(share: Share | None) -> list[str | None] | None:
    """Give both ends of a share, exactly."""
    return None if share is None else [decimal(end) for end in share]


def decimal(number: Decimal | None) -> str | None:
    """Give a number exactly, without exponent."""
    return None if number is None else plain(number)


def interval(values: Interval | None) -> str | None:
    """Give an interval as it is written in the working."""
    return None if values is None else str(values)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
