"""Read the documents of a plan folder, or bare files, into statements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from lantu.documents import Document, read_file, read_text
from lantu.model import Claim, Commitment, InputError, Issue, Level, Observation, Role, Source, Stream
from lantu.model.records import Record, claim_record, statement_record
from lantu.plans import DocumentEntry, Lookups, PlanFolder
from lantu.statements import Reading, Setting, read_statements

from .reslicing import quote_of
from .themes import theme_finder

Each = TypeVar("Each")


class Track(Protocol):
    """Passes things on one by one while somebody may watch how far the work has come."""

    def __call__(self, things: Sequence[Each], label: str, /) -> Iterable[Each]:
        """Give the same things in the same order."""


def untracked(things: Sequence[Each], _label: str, /) -> Iterable[Each]:
    """Give the things; nobody watches."""
    return things


RESULTS = frozenset({Role.REPORT, Role.RELEASE, Role.STATISTICS})
"""Roles whose documents hold results."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with what is known of it and what was read from it."""

    document: Document
    source: Source
    reading: Reading

    @property
    def statements(self) -> list[Commitment | Observation]:
        """Commitments (with acts) and observations in the order of their places."""
        return sorted(statements_of(self.reading), key=lambda one: (one.span.start, one.span.end))

    @property
    def issues(self) -> list[Issue]:
        """What could not be read with confidence."""
        return [*self.document.issues, *self.reading.issues]

    def records(self, *streams: Stream) -> list[Record]:
        """Give the statements of these streams as records, in the order of their places."""
        reading, found = self.reading, list[Commitment | Observation | Claim]()
        if Stream.QUANTIFIED in streams:
            found += [*reading.commitments, *reading.observations]
        if Stream.ACTS in streams:
            found += reading.acts
        if Stream.CLAIMS in streams:
            found += reading.claims
        return [self.record(one) for one in sorted(found, key=lambda one: (one.span.start, one.span.end))]

    def record(self, statement: Commitment | Observation | Claim) -> Record:
        """Give a statement of this document as a record, its quote sliced from the text now."""
        name, quote = self.document.name, quote_of(self.document, statement.span)
        quote_of(self.document, statement.sentence)
        if isinstance(statement, Claim):
            return claim_record(statement, document=name, quote=quote)
        return statement_record(statement, document=name, quote=quote)


def read_files(paths: Sequence[Path], track: Track = untracked) -> Iterator[ReadDocument]:
    """Read bare files one after another; each is forgotten before the next unless the caller keeps it.

    Raises
    ------
    InputError
        At the first file that cannot be read.
    """
    for path in paths:
        if not path.exists():
            read_file(path, name=str(path))  # says so before a long run begins, not in its middle
    for path in track(paths, "reading"):
        yield _bare(read_file(path, name=str(path)))


def read_document(path_or_text: Path | str) -> ReadDocument:
    """Read one file, or a text as it is; a string that names an existing file is a path.

    Raises
    ------
    InputError
        Where it cannot be read.
    """
    if isinstance(path_or_text, Path) or _names_file(path_or_text):
        [one] = read_files([Path(path_or_text)])
        return one
    return _bare(read_text(path_or_text))


def _names_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # too long or with a NUL: no path
        return False


def _bare(document: Document) -> ReadDocument:
    return ReadDocument(document, bare_source(document, RESULTS | {Role.PLAN}), read_statements(document, Setting()))


def bare_source(document: Document, roles: Iterable[Role]) -> Source:
    """Give what is known of a file without a plan folder: what it says of itself."""
    return Source(
        document=document.id,
        name=document.name,
        title=document.title or Path(document.name).stem,
        roles=frozenset(roles),
        published=document.published,
    )


def read_listed(
    folder: PlanFolder, documents: Path | None, on: date, track: Track = untracked
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
            message = f"published {entry.published}, after {on}: not read"
            issues.append(Issue("not_yet_published", message, Level.INFO, entry.name))
            continue
        _check_hash(entry, base)
        try:
            read.append(_read(entry, base, folder))
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


def _read(entry: DocumentEntry, base: Path, folder: PlanFolder) -> ReadDocument:
    document = read_file(base / entry.name, name=entry.name)
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
    return ReadDocument(document, source, _under_the_plans_themes(reading, folder))


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
        indicator_aliases={word: row.indicator for row in lookups.indicators for word in row.words},
        unit_synonyms={word: row.unit for row in lookups.units for word in row.words},
    )


def _under_the_plans_themes(reading: Reading, folder: PlanFolder) -> Reading:
    find = theme_finder(folder.plan.themes)
    return replace(
        reading,
        commitments=tuple(replace(one, theme=find(one.theme)) for one in reading.commitments),
        acts=tuple(replace(one, theme=find(one.theme)) for one in reading.acts),
        observations=tuple(replace(one, theme=find(one.theme)) for one in reading.observations),
        claims=tuple(replace(one, theme=find(one.theme)) for one in reading.claims),
    )


def _unused(lookups: Lookups, read: Iterable[ReadDocument]) -> list[Issue]:
    """Tell the look-ups that no statement bears: a misprint, or a document that changed."""
    statements = [one for each in read for one in statements_of(each.reading)]
    units = {one.quantity.unit for one in statements if one.quantity is not None}
    indicators = "\n".join(one.indicator for one in statements)
    unused = [row.unit for row in lookups.units if row.unit not in units]
    unused += [row.indicator for row in lookups.indicators if row.indicator not in indicators]
    return [Issue("unused_lookup", f"no statement was read as '{word}'", Level.INFO, "lookups.yaml") for word in unused]


def statements_of(reading: Reading) -> tuple[Commitment | Observation, ...]:
    """Give the commitments, acts and observations of a reading."""
    return (*reading.commitments, *reading.acts, *reading.observations)


def _once_each(read: list[ReadDocument], issues: list[Issue]) -> list[ReadDocument]:
    """Keep the first of two files with the same text: a document counts once."""
    known: dict[str, str] = {}
    kept = []
    for one in read:
        name = one.source.name
        if one.document.id in known:
            message = f"has the same text as {known[one.document.id]}: read once"
            issues.append(Issue("same_text", message, Level.WARNING, name))
            continue
        known[one.document.id] = name
        kept.append(one)
    return kept
