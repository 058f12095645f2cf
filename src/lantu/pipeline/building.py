"""One plan, end to end: read, settle, write the ledger, publish the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import asdict

from lantu.ledger import (
    Appended,
    Entry,
    Ledger,
    build_entry,
    issue_entry,
    judgement_entry,
    measurement_entry,
    passage_entry,
    plan_entry,
    source_entry,
    statement_entry,
    verdict_entry,
)
from lantu.model import InputError
from lantu.model.records import Record
from lantu.plans import Lookups, Plan, PlanFolder, findings
from lantu.publication import Draw, publish, refuse_foreign

from .counting import uncounted
from .measuring import Measured, measure_folder
from .picturing import picture
from .reading import ReadDocument, Track, Watch, untracked, unwatched
from .settling import Settlement, settle_plan
from .trimming import shown_passages


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote, and from what; ``site`` is None where none was asked for."""

    ledger: Path
    site: Path | None
    settled: Settlement
    measured: Measured
    appended: Appended


def build(  # noqa: PLR0913 - each is a choice of its caller, named
    folder: PlanFolder,
    *,
    on: date,
    documents: Path | None = None,
    ledger: Path | None = None,
    site: Path | None = None,
    since: Path | date | None = None,
    publishing: bool = True,
    track: Track = untracked,
    watch: Watch = unwatched,
) -> Built:
    """Build the ledger and the site of a plan folder as of the day ``on``.

    Nothing is written before everything was read and settled; the ledger takes it in one transaction, the
    site takes the place of the old one in one step. The same input gives the same bytes.

    Parameters
    ----------
    documents, ledger, site:
        ``documents``, ``ledger.sqlite`` and ``site`` in the plan folder where None.
    since:
        An earlier ledger to compare with, or an earlier day: then the same folder is settled for that day too.
    publishing:
        False writes the ledger alone.

    Raises
    ------
    lantu.model.InputError
        Where the input is unusable; the ledger and the site stay as they were.
    """
    if isinstance(since, date) and since >= on:
        raise InputError(f"cannot tell what changed since {since}: it is not before {on}", "name an earlier day")
    settled = settle_plan(folder, documents=documents, on=on, track=track, watch=watch)
    book = folder.path / "ledger.sqlite" if ledger is None else ledger
    pages = (folder.path / "site" if site is None else site) if publishing else None
    measured = measure_folder(folder.path, [(one.id, one.indicator) for one in settled.commitments], _known(book))
    settled = replace(settled, issues=(*settled.issues, *measured.issues))
    entries = list(_entries(folder, documents, settled, measured))  # every quote is sliced before anything is written
    if pages is not None:
        refuse_foreign(pages)
    with TemporaryDirectory() as scratch:
        earlier = _ledger_of(folder, documents, since, Path(scratch)) if isinstance(since, date) else since
        if earlier is not None:
            Ledger.open(earlier).close()
        with Ledger.create_or_open(book) as opened:
            appended = opened.append(entries, on=on)
        if pages is not None:
            base = folder.path / "documents" if documents is None else documents
            _publish(book, pages, earlier, partial(picture, settled, base))
    return Built(book, pages, settled, measured, appended)


def _ledger_of(folder: PlanFolder, documents: Path | None, day: date, scratch: Path) -> Path:
    """Settle a plan folder for an earlier day into a ledger of its own, to compare with."""
    settled = settle_plan(folder, documents=documents, on=day)
    with Ledger.create_or_open(scratch / "ledger.sqlite") as opened:
        opened.append(list(_entries(folder, documents, settled, Measured((), ()))), on=day)
    return scratch / "ledger.sqlite"


def _publish(book: Path, pages: Path, since: Path | None, draw: Draw) -> None:
    with Ledger.open(book) as opened:
        if since is None:
            publish(opened, pages, draw=draw)
            return
        with Ledger.open(since) as earlier:
            publish(opened, pages, since=earlier, draw=draw)


def _known(book: Path) -> list[Record]:
    """Give what an earlier build measured; a file that is no ledger is refused later, when it is written."""
    if not book.is_file() or not book.stat().st_size:
        return []
    with Ledger.open(book) as earlier:
        return earlier.measurements()


def _entries(folder: PlanFolder, documents: Path | None, settled: Settlement, measured: Measured) -> Iterator[Entry]:
    yield plan_entry(_plan_record(folder.plan) | {"corrections": list(_corrections(folder.lookups))})
    for one in settled.read:
        yield source_entry(one.source)
        yield from _passages(one, settled)
    for statement in settled.statements:
        yield statement_entry(settled.record(statement))
    for issue in dict.fromkeys([*findings(folder, documents), *uncounted(folder.plan, settled), *settled.issues]):
        yield issue_entry(issue)
    for record in measured.records:
        yield measurement_entry(record)
    for record in settled.verdict_records():
        yield verdict_entry(record)
    for judgement in dict.fromkeys(folder.judgements):
        yield judgement_entry(judgement)
    yield build_entry({"on": settled.on.isoformat(), "version": version("lantu")})


def _passages(one: ReadDocument, settled: Settlement) -> Iterator[Entry]:
    document = one.source.document
    spans = [each for statement in settled.statements for each in (statement.sentence, statement.span)]
    spans += [each for observation in settled.observations for each in observation.spans]
    mine = [span for span in spans if span.document == document]
    shown = shown_passages(one.document.passages, mine, one.source.licence)
    for ordinal, passage in enumerate(shown):
        yield passage_entry(document, ordinal, passage)


def _corrections(lookups: Lookups) -> Iterator[Record]:
    """Give what people corrected in the reading, each with its reason, for the site's log."""
    for unit in lookups.units:
        yield {"sort": "unit", "words": list(unit.words), "read_as": unit.unit, "reason": unit.reason}
    for indicator in lookups.indicators:
        words = list(indicator.words)
        yield {"sort": "indicator", "words": words, "read_as": indicator.indicator, "reason": indicator.reason}
    for pace in lookups.pace:
        told = [{"by": stone.by.isoformat(), "share": f"{stone.share:g}"} for stone in pace.milestones]
        yield {
            "sort": "pace",
            "words": [pace.indicator],
            "read_as": None,
            "milestones": told,
            "reason": pace.reason,
        }
    for one in lookups.ignore:
        yield {"sort": "ignore", "words": [one.quote or one.id], "read_as": None, "reason": one.reason}


def _plan_record(plan: Plan) -> Record:
    """Give the plan as one record."""
    expected = plan.expected
    return {
        "title": plan.title,
        "title_en": plan.title_en,
        "publisher": plan.publisher,
        "place": plan.place.name,
        "place_en": plan.place.name_en,
        "place_code": plan.place.code,
        "horizon_start": plan.horizon.start.isoformat(),
        "horizon_end": plan.horizon.end.isoformat(),
        "issued": plan.issued.isoformat(),
        "pace": plan.pack,
        "themes": [
            {
                "id": theme.id,
                "name": theme.name,
                "name_en": theme.name_en,
                "words": list(theme.words),
                "items": theme.items,
                "tasks": theme.tasks,
            }
            for theme in plan.themes
        ],
        "offices": [asdict(office) for office in plan.offices],
        "address": plan.site.address,
        "contact": plan.site.contact,
        "expected": {"themes": expected.themes, "items": expected.items, "tasks": expected.tasks},
    }
