"""Read the documents of a plan folder, or bare files, into statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from lantu.documents import Document, read_file, read_text
from lantu.model import Claim, Commitment, Issue, Observation, Role, Source, Stream
from lantu.model.records import Record, claim_record, statement_record
from lantu.statements import Reading, Setting, read_statements

from .reslicing import quote_of

Each = TypeVar("Each")


class Track(Protocol):
    """Passes things on one by one while somebody may watch how far the work has come."""

    def __call__(self, things: Sequence[Each], label: str, /) -> Iterable[Each]:
        """Give the same things in the same order."""


class Watch(Protocol):
    """Is told of each page that takes long to read."""

    def __call__(self, page: int, pages: int, /) -> None:
        """Take the number of a page, from 1, and how many there are."""


def unwatched(_page: int, _pages: int, /) -> None:
    """Watch nothing."""


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


def read_files(paths: Sequence[Path], track: Track = untracked, watch: Watch = unwatched) -> Iterator[ReadDocument]:
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
        yield _bare(read_file(path, name=str(path), watch=watch))


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


def statements_of(reading: Reading) -> tuple[Commitment | Observation, ...]:
    """Give the commitments, acts and observations of a reading."""
    return (*reading.commitments, *reading.acts, *reading.observations)
