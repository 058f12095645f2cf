"""Settle what documents promised against what documents reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from lantu.documents import read_file
from lantu.model import Claim, Commitment, InputError, Issue, Judgement, Level, Observation, Period, Role, Span, Verdict
from lantu.model.records import Record, evidence_record, verdict_record
from lantu.plans import Lookups, PlanFolder
from lantu.statements import Setting, read_statements
from lantu.verdicts import Meaning, Milestone, settle, told_once

from .judging import decided_by, lost_judgements
from .listing import read_listed
from .lists import promised_lists
from .reading import RESULTS, ReadDocument, Track, Watch, bare_source, untracked, unwatched
from .reslicing import quote_of


@dataclass(frozen=True, slots=True)
class Settlement:
    """Everything that was read for one day, and the verdict on each commitment.

    ``commitments`` and ``verdicts`` are in the order of the documents and of the places in them.
    """

    on: date
    read: tuple[ReadDocument, ...]
    commitments: tuple[Commitment, ...]
    observations: tuple[Observation, ...]
    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...]
    issues: tuple[Issue, ...]

    @property
    def statements(self) -> tuple[Commitment | Observation | Claim, ...]:
        """All that counts: commitments, observations and claims."""
        return (*self.commitments, *self.observations, *self.claims)

    def record(self, statement: Commitment | Observation | Claim) -> Record:
        """Give a statement as a record, its quote sliced from its document now."""
        return self._read(statement.span).record(statement)

    def quote(self, span: Span) -> str:
        """Give the characters at ``span``, sliced from its document now."""
        return quote_of(self._read(span).document, span)

    def verdict_records(self) -> list[Record]:
        """Give the verdicts as records, in order."""
        known = {one.id: one for one in self.commitments}
        return [self._verdict_record(verdict, known[verdict.commitment]) for verdict in self.verdicts]

    def _verdict_record(self, verdict: Verdict, commitment: Commitment) -> Record:
        evidence = [
            evidence_record(one, document=self._read(span).document.name, quote=self.quote(span))
            for one in verdict.evidence
            for span in [one.observation.span]
        ]
        return verdict_record(verdict, commitment=self.record(commitment), evidence=evidence)

    def _read(self, span: Span) -> ReadDocument:
        return next(one for one in self.read if one.document.id == span.document)


def settle_plan(
    folder: PlanFolder,
    *,
    documents: Path | None = None,
    on: date,
    track: Track = untracked,
    watch: Watch = unwatched,
    meaning: Meaning | None = None,
) -> Settlement:
    """Settle the commitments of a plan folder as they stood on the day ``on``.

    Raises
    ------
    InputError
        Where no commitment can be read from its documents.
    """
    read, issues = read_listed(folder, documents, on, track, watch)
    if not any(Role.PLAN in one.source.roles for one in read):
        named = "; ".join(issue.message for issue in issues if issue.level is Level.ERROR)
        problem = f"{folder.path}: no plan document could be read that was published by {on}"
        raise InputError(f"{problem}{f' ({named})' if named else ''}", "see roles and published in documents.yaml")
    plan = folder.plan
    decided, later = decided_by(on, folder.judgements)
    horizon = plan.horizon.period
    return settle_read(
        read,
        [*issues, *later],
        on=on,
        pack=plan.pack,
        judgements=decided,
        horizon=horizon,
        paces=paces_of(folder.lookups),
        meaning=meaning,
    )


def paces_of(lookups: Lookups) -> dict[str, list[Milestone]]:
    """Give the milestones that a plan folder sets, by indicator."""
    return {row.indicator: [(one.by, Decimal(str(one.share))) for one in row.milestones] for row in lookups.pace}


def settle_files(
    targets: Path, reports: Sequence[Path], *, on: date, pack: str = "default", meaning: Meaning | None = None
) -> Settlement:
    """Settle the commitments of one file against the results in others, without a plan folder.

    Raises
    ------
    InputError
        Where a file cannot be read, or the first holds no commitment.
    """
    read = [_bare(targets, {Role.PLAN, Role.REPORT}, Setting())]
    read += [_bare(path, RESULTS, Setting(roles=frozenset({Role.REPORT}))) for path in reports]
    issues = [
        Issue.worded(
            "not_yet_published",
            "published %(published)s, after %(on)s: no evidence yet",
            Level.WARNING,
            one.source.name,
            published=one.source.published,
            on=on,
        )
        for one in read[1:]
        if one.source.published is not None and one.source.published > on
    ]
    counted = [one for one in read if one is read[0] or one.source.published is None or one.source.published <= on]
    return settle_read(counted, issues, on=on, pack=pack, meaning=meaning)


def _bare(path: Path, roles: Iterable[Role], setting: Setting) -> ReadDocument:
    document = read_file(path, name=str(path))
    return ReadDocument(document, bare_source(document, roles), read_statements(document, setting))


def settle_read(
    read: Sequence[ReadDocument],
    issues: Iterable[Issue] = (),
    *,
    on: date,
    pack: str = "default",
    judgements: Sequence[Judgement] = (),
    horizon: Period | None = None,
    paces: Mapping[str, Sequence[Milestone]] = MappingProxyType({}),
    meaning: Meaning | None = None,
) -> Settlement:
    """Settle documents that were read: the commitments of those that are plans, the results of those that report.

    Raises
    ------
    InputError
        Where the plans hold no commitment.
    """
    plans = [one for one in read if Role.PLAN in one.source.roles]
    reports = [one for one in read if RESULTS & one.source.roles]
    promised = (each for one in plans for each in (*one.reading.commitments, *one.reading.acts))
    commitments = tuple(sorted(promised, key=_by_place(read)))
    if not commitments:
        names = ", ".join(one.source.name for one in plans)
        raise InputError(f"{names}: no commitment was read", "'lantu read' shows what a document says; is it the plan?")
    observations = tuple(told_once([each for one in reports for each in one.reading.observations]))
    done = tuple(each for one in reports for each in one.reading.acts_done)
    claims = tuple(each for one in reports for each in one.reading.claims)
    verdicts = settle(
        commitments,
        (*observations, *done),
        on=on,
        claims=claims,
        sources=tuple(one.source for one in read),
        pack=pack,
        judgements=judgements,
        horizon=horizon,
        lists=promised_lists(plans),
        paces=paces,
        meaning=meaning,
    )
    cited = {each.observation.id for verdict in verdicts for each in verdict.evidence}
    # Acts told as done are told by the hundred: those that serve no commitment are no unplanned results.
    observations = (*observations, *(each for each in done if each.id in cited))
    found = [*issues, *_not_counted(read), *(each for one in read for each in one.issues)]
    settled = Settlement(
        on=on,
        read=tuple(read),
        commitments=commitments,
        observations=observations,
        claims=claims,
        verdicts=tuple(sorted(verdicts, key=_order(commitments))),
        issues=(),
    )
    quotes = {one.id: settled.quote(one.span) for one in commitments}
    found += lost_judgements(judgements, quotes, {one.id for one in observations})
    return replace(settled, issues=tuple(dict.fromkeys(found)))


def _not_counted(read: Iterable[ReadDocument]) -> list[Issue]:
    """Tell what was read in a document that has no role for it, so that nothing is dropped in silence."""
    found = []
    for one in read:
        promised, roles = len(one.reading.commitments) + len(one.reading.acts), one.source.roles
        if promised and Role.PLAN not in roles:
            found.append(
                Issue.worded(
                    "not_counted",
                    "%(count)s commitments not counted: the document has not the role 'plan'",
                    Level.INFO,
                    one.source.name,
                    count=promised,
                )
            )
        if one.reading.observations and not RESULTS & roles:
            found.append(
                Issue.worded(
                    "not_counted",
                    "%(count)s observations not counted: the document is a plan alone",
                    Level.INFO,
                    one.source.name,
                    count=len(one.reading.observations),
                )
            )
    return found


def _order(commitments: Sequence[Commitment]) -> Callable[[Verdict], int]:
    places = {one.id: place for place, one in enumerate(commitments)}
    return lambda verdict: places[verdict.commitment]


def _by_place(read: Sequence[ReadDocument]) -> Callable[[Commitment], tuple[int, int, int]]:
    documents = {one.document.id: place for place, one in enumerate(read)}
    return lambda one: (documents[one.span.document], one.span.start, one.span.end)
