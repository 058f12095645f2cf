"""每年X: one instance a year, rolled up as k of n years, final after the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from lantu.model import SATISFIED, Commitment, Line, Period, Verdict, VerdictKind

from .absence import absent
from .context import Context
from .naming import CHINESE
from .proof import yearly_proof
from .single import settle_number, settle_period

_BROKEN = frozenset({VerdictKind.PARTLY_MET, VerdictKind.MISSED, VerdictKind.REVERSED})


def settle_yearly(commitment: Commitment, context: Context) -> Verdict:
    """Settle each year of the promise and roll up: kept in k of the years that were settled, of n in all."""
    promised = context.promised(commitment)
    years = _years(commitment, promised, context)
    if len(years) < 2:
        return settle_number(commitment, context) or absent(commitment, context)
    told = {}
    for year in years:
        if year.start is not None and year.start <= context.on:
            instance = replace(commitment, period=year, recurrence=None)
            verdict = settle_period(instance, year, context.figures(instance, year), context)
            if verdict is not None:
                told[year] = verdict
    return _rolled_up(commitment, years, told) if told else absent(commitment, context)


def _years(commitment: Commitment, promised: Period | None, context: Context) -> list[Period]:
    if promised is None:
        return []
    source = context.library.sources.get(commitment.span.document)
    first = promised.start or (None if source is None else source.published) or promised.end
    return [Period.year(year) for year in range(first.year, promised.end.year + 1)]


def _rolled_up(commitment: Commitment, years: list[Period], told: dict[Period, Verdict]) -> Verdict:
    settled = sorted(told, key=lambda year: year.end)
    latest = told[settled[-1]]
    kept = sum(verdict.kind in SATISFIED for verdict in told.values())
    en = "; ".join(f"{year.end.year}: {told[year].kind.replace('_', ' ')}" for year in settled)
    zh = ";".join(f"{year.end.year} 年{CHINESE[told[year].kind]}" for year in settled)
    line = Line(
        "yearly_roll_up",
        f"kept in {kept} of {len(told)} years reported, of {len(years)} promised ({en})",
        f"已通报 {len(told)} 年中 {kept} 年兑现,共承诺 {len(years)} 年({zh})",
    )
    kind = roll_up([year.end.year for year in years], {year.end.year: told[year].kind for year in settled})
    over = years[-1] in told
    if kind is not latest.kind:  # the latest year's share is not what this verdict says
        whole = Decimal(kept) / len(years) if len(told) == len(years) else None
        latest = replace(latest, attainment=None if whole is None else (whole, whole), expected=None, pace=None)
    return replace(
        latest,
        commitment=commitment.id,
        kind=kind,
        secured=over and latest.secured and kept == len(years),
        working=(*latest.working, line),
        rules=("yearly_roll_up", *latest.rules),
        evidence=tuple(each for year in settled for each in told[year].evidence),
        flags=(*latest.flags, f"kept_{kept}_of_{len(years)}_years"),
        proof=yearly_proof(years, {year: told[year].proof for year in settled}, kind),
    )


def roll_up(years: Sequence[int], told: Mapping[int, VerdictKind]) -> VerdictKind:
    """Give the verdict on the whole from those on the years that were told of, of all ``years`` promised."""
    kinds = [told[year] for year in years if year in told]
    latest = kinds[-1]
    if years[-1] not in told or latest not in SATISFIED | _BROKEN:
        if latest in (VerdictKind.MET, VerdictKind.EXCEEDED):
            return VerdictKind.BEHIND if any(kind in _BROKEN for kind in kinds) else VerdictKind.MET_TO_DATE
        return VerdictKind.BEHIND if latest in _BROKEN else latest
    if all(kind is VerdictKind.EXCEEDED for kind in kinds) and len(kinds) == len(years):
        return VerdictKind.EXCEEDED
    if all(kind in SATISFIED for kind in kinds):
        return VerdictKind.MET if len(kinds) == len(years) else VerdictKind.UNDETERMINED
    return VerdictKind.PARTLY_MET if any(kind in SATISFIED for kind in kinds) else VerdictKind.MISSED
