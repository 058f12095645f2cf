"""Which days a figure covers, and whether they are the days of the promise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from lantu.model import (
    Accumulation,
    Commitment,
    Line,
    Observation,
    Period,
    Reason,
    Role,
    Source,
    Status,
)

from .comparison import Findings
from .measures import Kind, kind_of

YEAR_END = timedelta(days=31)
"""A work report given in the last month of a period may review the whole of it."""
_REVIEWS = "报告"
A_YEAR = 366


def days_covered(source: Source, observations: Iterable[Observation]) -> Period | None:
    """Give the days a document reports on: as its folder says, else the year that most of its figures are of.

    A release reports up to its own day at most; a work report given in the last month may review the year.
    """
    if source.covers is not None:
        return source.covers
    years = Counter(each.period for each in observations if each.period is not None and each.period.start is not None)
    if not years:
        return None
    usual = max(years, key=lambda period: (years[period], period.end, period.start or period.end))
    end = latest_day(source, usual.end)
    return None if usual.start is None or usual.start > end else Period(usual.start, end)


def latest_day(source: Source | None, end: date) -> date:
    """Give the last day that a figure said to end on ``end`` can cover, seen from its document's day."""
    if source is None:
        return end
    if source.covers is not None:
        return min(end, source.covers.end) if end > source.covers.end else end
    if source.published is None or end <= source.published:
        return end
    reviews = Role.RELEASE not in source.roles or _REVIEWS in source.title
    return end if reviews and end - source.published <= YEAR_END else source.published


def days_of(observation: Observation, source: Source | None, covered: Period | None) -> Period | None:
    """Give the days that an observation covers: its own, cut at what its document can know; else the document's."""
    period = observation.period
    if period is None:
        return covered
    if observation.status is Status.EXPECTED and source is not None and source.covers is None:
        return period
    end = latest_day(source, period.end)
    if period.start is not None and period.start > end:
        return period
    return Period(period.start, end)


def compare_days(
    commitment: Commitment,
    observation: Observation,
    promised: Period | None,
    reported: Period | None,
    findings: Findings,
) -> None:
    """Refuse a figure of other days; a figure of some of the promised days stays, with its own as-of date."""
    if reported is None:
        line = Line("undated_evidence", "the report gives no days for this figure", "通报未注明该数据的期间")
        findings.refuse(Reason.PERIOD, line)
        return
    if _averaged(observation) is not _averaged(commitment):
        days = reported if _averaged(observation) else promised
        text = f"an annual average over {days} is not the value of one year"
        findings.refuse(Reason.PERIOD, Line("annual_average", text, f"{days} 的年均值不是单年数值"))
        return
    if promised is None:
        return
    if _since_when(observation, reported) and commitment.accumulation is not Accumulation.CUMULATIVE:
        number = "" if observation.quantity is None else f" {observation.quantity}"
        text = f"{number.strip() or 'what was done'} in all: since when is not said"
        findings.widen(Line("cumulative", text, f"累计{number}:未注明起始时间"))
    why = _mismatch(kind_of(observation), promised, reported)
    if why is not None:
        en, zh = why
        line = Line("other_days", f"{reported} against {promised}: {en}", f"{reported} 与 {promised}:{zh}")
        findings.refuse(Reason.PERIOD, line)


def _since_when(observation: Observation, reported: Period) -> bool:
    """Tell whether a 累计 may reach back further than the days it was read with."""
    running = observation.accumulation is Accumulation.CUMULATIVE
    added = kind_of(observation) in (Kind.ACTIVITY, Kind.FLOW)
    return running and added and reported.days is not None and reported.days <= A_YEAR


def _averaged(statement: Commitment | Observation) -> bool:
    return statement.accumulation is Accumulation.ANNUAL_AVERAGE


def _mismatch(kind: Kind, promised: Period, reported: Period) -> tuple[str, str] | None:
    if promised.start is not None and reported.end < promised.start:
        return "before the promise begins", "早于承诺期间"
    if reported.end > promised.end:
        return "reaches beyond the deadline", "超出承诺时限"
    accumulates = kind in (Kind.ACTIVITY, Kind.FLOW, Kind.CHANGE)
    started = promised.start is not None and reported.start is not None
    if accumulates and started and _before(reported.start, promised.start):
        return "counts earlier days too", "包含更早期间"
    if kind is Kind.CHANGE and started and _before(promised.start, reported.start) and reported.end == promised.end:
        return "the growth of a part of the period only", "仅为部分期间的增速"
    return None


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other
