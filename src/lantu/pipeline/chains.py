"""Follow the promises of a place from year to year: each year's targets, the next year's report, what is said again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from lantu.documents import Document
from lantu.model import SATISFIED, Commitment, InputError, Role, Verdict
from lantu.model.records import Record
from lantu.statements import Setting, read_statements
from lantu.verdicts import Meaning, Restated, restated

from .reading import RESULTS, ReadDocument, bare_source
from .settling import Settlement, settle_read

_BOTH = frozenset({Role.REPORT, Role.PLAN})


@dataclass(frozen=True, slots=True)
class YearlyReport:
    """One report of a place: the year whose targets it sets, and the day it was given where that is known."""

    year: int
    document: Document
    delivered: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One promise for a year, what the next report says of it, and where the next plan says it again.

    Parameters
    ----------
    chain:
        The id of the first promise of the chain that this one continues; its own where it begins one.
    since:
        The year of that first promise.
    again:
        The promise of the next year that restates it, or None.
    carried_over:
        It was not shown to be kept, and the next year promises the same number again.
    """

    place: str | None
    year: int
    commitment: Commitment
    verdict: Verdict
    chain: str
    since: int
    again: Restated | None
    carried_over: bool
    settlement: Settlement

    def record(self) -> Record:
        """Give the link as a flat record: places in the documents, no sentence of them."""
        promised = self.settlement.record(self.commitment)
        told = [self.settlement.record(each.observation) for each in self.verdict.evidence]
        first = told[0] if told else {}
        later = None if self.again is None else self.again.later
        return {
            "place": self.place,
            "year": self.year,
            "chain": self.chain,
            "since": self.since,
            **{key: promised[key] for key in _SHOWN},
            "verdict": str(self.verdict.kind),
            "reason": None if self.verdict.reason is None else str(self.verdict.reason),
            "needs_review": self.verdict.needs_review,
            **{f"report_{key}": first.get(key) for key in _SHOWN},
            "report_confidence": max((each.confidence for each in self.verdict.evidence), default=None),
            "again_year": None if later is None else self.year + 1,
            "again_start": None if later is None else later.span.start,
            "again_end": None if later is None else later.span.end,
            "again_quantity": None if later is None else str(later.quantity),
            "again_change": None if self.again is None else self.again.change,
            "again_confidence": None if self.again is None else self.again.confidence,
            "carried_over": self.carried_over,
        }


_SHOWN = ("id", "document_id", "start", "end", "quote", "indicator", "value", "upper", "unit", "comparator", "basis")


def follow(
    reports: Iterable[YearlyReport], *, place: str | None = None, meaning: Meaning | None = None
) -> Iterator[Link]:
    """Give a link for every promise with a number that is due in a year whose next report is there.

    The reports may come in any order; years without a next report give nothing.

    Raises
    ------
    InputError
        Where two reports are for one year.
    """
    in_order = sorted(reports, key=lambda one: one.year)
    for earlier, later in pairwise(in_order):
        if earlier.year == later.year:
            problem = f"{earlier.document.name} and {later.document.name} are both for {earlier.year}"
            raise InputError(problem, "give one report a year")
    begun: dict[str, tuple[str, int]] = {}
    before: ReadDocument | None = None
    for earlier, later in pairwise(in_order):
        if later.year != earlier.year + 1:
            before, begun = None, {}
            continue
        plan, report = before or _read(earlier, place), _read(later, place)
        links, begun = _year(earlier.year, plan, report, begun, place, meaning)
        yield from links
        before = report


def _read(report: YearlyReport, place: str | None) -> ReadDocument:
    """Read a report; without a day it is taken to be given at the beginning of the year that it plans for."""
    published = report.delivered or report.document.published or date(report.year, 1, 1)
    reading = read_statements(report.document, Setting(published=published, place=place, roles=_BOTH))
    source = replace(bare_source(report.document, _BOTH), published=published)
    return ReadDocument(report.document, source, reading)


def _year(
    year: int,
    plan: ReadDocument,
    report: ReadDocument,
    begun: dict[str, tuple[str, int]],
    place: str | None,
    meaning: Meaning | None,
) -> tuple[list[Link], dict[str, tuple[str, int]]]:
    promised = [each for each in plan.reading.commitments if _due(each, year)]
    if not promised:
        return [], {}
    settled = settle_read(
        [_with_roles(plan, {Role.PLAN}), _with_roles(report, RESULTS)],
        on=report.source.published or date.max,
        meaning=meaning,
    )
    verdicts = {each.commitment: each for each in settled.verdicts}
    again = restated(promised, [each for each in report.reading.commitments if _due(each, year + 1)])
    links = [_link(each, verdicts[each.id], again.get(each.id), begun, place, year, settled) for each in promised]
    return links, {one.again.later.id: (one.chain, one.since) for one in links if one.again is not None}


def _link(
    commitment: Commitment,
    verdict: Verdict,
    again: Restated | None,
    begun: dict[str, tuple[str, int]],
    place: str | None,
    year: int,
    settlement: Settlement,
) -> Link:
    chain, since = begun.get(commitment.id, (commitment.id, year))
    return Link(
        place=place,
        year=year,
        commitment=commitment,
        verdict=verdict,
        chain=chain,
        since=since,
        again=again,
        carried_over=again is not None and again.change == "same" and verdict.kind not in SATISFIED,
        settlement=settlement,
    )


def _with_roles(one: ReadDocument, roles: Iterable[Role]) -> ReadDocument:
    return replace(one, source=replace(one.source, roles=frozenset(roles)))


def _due(one: Commitment, year: int) -> bool:
    return one.quantity is not None and one.period is not None and one.period.end == date(year, 12, 31)
