"""Read the documents that a plan folder lists, in the plan's own words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from lantu.documents import read_file
from lantu.model import Claim, Commitment, InputError, Issue, Level, Observation, Source
from lantu.plans import DocumentEntry, Lookups, PlanFolder
from lantu.statements import Reading, Setting, read_statements

from .reading import ReadDocument, Track, Watch, statements_of, untracked, unwatched
from .themes import theme_finder

AnyNamed = TypeVar("AnyNamed", Commitment, Observation, Claim)


def read_listed(
    folder: PlanFolder, documents: Path | None, on: date, track: Track = untracked, watch: Watch = unwatched
) -> tuple[list[ReadDocument], list[Issue]]:
    """Read the documents of a plan folder that were published on or before ``on``.

    One that cannot be read is an issue, and the rest goes on.

    Raises
    ------
    InputError
        Where a file is another than the listed one: no quote of it could be trusted.
    """
    base = folder.path / "documents" if documents is None else documents
    if not base.is_dir():
        remedy = "name the folder of documents with --documents, or run 'lantu fetch'"
        raise InputError(f"{base}: no such folder of documents", remedy)
    read: list[ReadDocument] = []
    issues: list[Issue] = []
    for entry in track(folder.documents, "reading"):
        if entry.published > on:
            issues.append(
                Issue.worded(
                    "not_yet_published",
                    "published %(published)s, after %(on)s: not read",
                    Level.INFO,
                    entry.name,
                    published=entry.published,
                    on=on,
                )
            )
            continue
        _check_hash(entry, base)
        try:
            read.append(_read(entry, base, folder, watch))
        except InputError as error:
            issues.append(Issue("unreadable", str(error), Level.ERROR, entry.name))
    return _once_each(read, issues), [*issues, *_unused(folder.lookups, read)]


def _check_hash(entry: DocumentEntry, base: Path) -> None:
    path = base / entry.name
    if entry.sha256 is None or not path.is_file():
        return
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != entry.sha256:
        remedy = "fetch the listed file again, or correct sha256 in documents.yaml if this text is right"
        raise InputError(f"{path}: its SHA-256 is {digest}, documents.yaml lists {entry.sha256}", remedy)


def _read(entry: DocumentEntry, base: Path, folder: PlanFolder, watch: Watch) -> ReadDocument:
    document = read_file(base / entry.name, name=entry.name, watch=watch)
    source = Source(
        document=document.id,
        name=entry.name,
        title=entry.title,
        roles=frozenset(entry.roles),
        published=entry.published,
        covers=None if entry.covers is None else entry.covers.period,
        publisher=entry.publisher,
        licence=entry.licence,
        url=entry.url,
        sha256=entry.sha256,
    )
    reading = read_statements(document, _setting(source, folder))
    return ReadDocument(document, source, _in_the_plans_words(reading, folder))


def _setting(source: Source, folder: PlanFolder) -> Setting:
    plan, lookups = folder.plan, folder.lookups
    return Setting(
        published=source.published,
        covers=source.covers,
        roles=source.roles,
        horizon=plan.horizon.period,
        place=plan.place.name,
        themes=tuple(theme.name for theme in plan.themes),
        ignore=frozenset(row.id for row in lookups.ignore),
        unit_synonyms={word: row.unit for row in lookups.units for word in row.words},
    )


def _in_the_plans_words(reading: Reading, folder: PlanFolder) -> Reading:
    """Name themes and indicators as the plan folder does, wherever a document words them otherwise."""
    find = theme_finder(folder.plan.themes)
    rename = _renaming(folder.lookups)

    def reworded(statements: Iterable[AnyNamed]) -> tuple[AnyNamed, ...]:
        return tuple(replace(one, theme=find(one.theme), indicator=rename(one.indicator)) for one in statements)

    return replace(
        reading,
        commitments=reworded(reading.commitments),
        acts=reworded(reading.acts),
        observations=reworded(reading.observations),
        claims=reworded(reading.claims),
    )


def _renaming(lookups: Lookups) -> Callable[[str], str]:
    """Give a function that puts the listed name of an indicator in the place of its other wordings, longest first."""
    names = {word: row.indicator for row in lookups.indicators for word in row.words}
    if not names:
        return lambda indicator: indicator
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    return lambda indicator: pattern.sub(lambda found: names[found[0]], indicator)


def _unused(lookups: Lookups, read: Iterable[ReadDocument]) -> list[Issue]:
    """Tell the look-ups that no statement bears: a misprint, or a document that changed."""
    statements = [one for each in read for one in statements_of(each.reading)]
    units = {one.quantity.unit for one in statements if one.quantity is not None}
    indicators = "\n".join(one.indicator for one in statements)
    unused = [row.unit for row in lookups.units if row.unit not in units]
    unused += [row.indicator for row in lookups.indicators if row.indicator not in indicators]
    unused += [row.indicator for row in lookups.pace if row.indicator not in indicators]
    return [
        Issue.worded("unused_lookup", "no statement was read as '%(word)s'", Level.INFO, "lookups.yaml", word=word)
        for word in unused
    ]


def _once_each(read: list[ReadDocument], issues: list[Issue]) -> list[ReadDocument]:
    """Keep the first of two files with the same text: a document counts once."""
    known: dict[str, str] = {}
    kept = []
    for one in read:
        name = one.source.name
        if one.document.id in known:
            other = known[one.document.id]
            issues.append(
                Issue.worded("same_text", "has the same text as %(other)s: read once", Level.WARNING, name, other=other)
            )
            continue
        known[one.document.id] = name
        kept.append(one)
    return kept
