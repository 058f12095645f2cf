"""台账: the append-only book of one plan, in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from lantu.model import InputError

from .append import Appended, append_entries
from .changes import Change, compare
from .entries import Entry
from .migrate import NEWEST, migrate, version
from .readers import Reading
from .sqlite import copying_engine, dangling, fold, reading_engine, refused, writing, writing_engine


class Ledger(Reading):
    """One plan's book, open for reading or for writing; use it as a context manager.

    >>> with Ledger.create_or_open(path) as ledger:                        # doctest: +SKIP
    ...     ledger.append(entries, on=date(2022, 12, 2))
    >>> with Ledger.open(path) as ledger:                                  # doctest: +SKIP
    ...     ledger.verdicts()
    """

    def __init__(self, path: Path, connection: sa.Connection, *, writing: bool) -> None:
        super().__init__(connection)
        self.path, self._writing = path, writing

    @classmethod
    def create_or_open(cls, path: Path | str) -> Ledger:
        """Open a ledger for writing; create it where there is none, migrate it where it is older.

        Raises
        ------
        InputError
            Where the file is no ledger, is newer than this program, or cannot be opened.
        """
        path = Path(path)
        if not path.parent.is_dir():
            raise InputError(f"{path}: the folder {path.parent} does not exist", "create it or name another file")
        if path.exists() and path.stat().st_size:
            cls._connected(path, reading_engine).close()  # a foreign or newer file must stay as it is
        connection = cls._connected(path, writing_engine, migrating=True)
        return cls(path, connection, writing=True)

    @classmethod
    def open(cls, path: Path | str) -> Ledger:
        """Open a ledger for reading alone; an older one is migrated in memory and its file left as it is."""
        path = Path(path)
        if not path.is_file():
            raise InputError(f"{path}: there is no ledger", "run lantu build first, or name another file")
        connection = cls._connected(path, reading_engine)
        found = version(connection, path)
        if found != NEWEST:
            connection.close()
        if found is None:
            raise InputError(f"{path}: there is no ledger in this file", "run lantu build first, or name another file")
        if found != NEWEST:
            connection = cls._connected(path, copying_engine, migrating=True)
        connection.begin()  # one snapshot for everything that is read
        return cls(path, connection, writing=False)

    @staticmethod
    def _connected(path: Path, engine: Callable[[Path], sa.Engine], *, migrating: bool = False) -> sa.Connection:
        """Connect to a file that is a ledger of ours, or not yet anything."""
        try:
            with ExitStack() as opened:
                connection = opened.enter_context(engine(path).connect())
                if version(connection, path) != NEWEST and migrating:
                    migrate(connection, path)
                opened.pop_all()
                return connection
        except (sa.exc.DBAPIError, sqlite3.Error) as error:
            raise refused(path, error) from error

    def append(self, entries: Iterable[Entry], *, on: date, whole: bool = True) -> Appended:
        """Write entries into the book, all of them or none.

        What says the same as the current entry of its kind and key is not written again.

        Parameters
        ----------
        on:
            The day the book is written for; it becomes the recorded day of every event.
        whole:
            The entries are all that one build states: what a build derives (documents, statements, issues,
            verdicts) and this one no longer states is retired. False only adds.

        Raises
        ------
        ValueError
            Where two entries of one build differ under the same key, or one refers to what is not stated.
        InputError
            Where another program keeps the ledger locked.
        """
        if not self._writing:
            raise ValueError(f"{self.path} is open for reading: use Ledger.create_or_open to append")
        try:
            return self._append(entries, on, whole=whole)
        except sa.exc.OperationalError as error:
            raise refused(self.path, error) from error

    def changes(self, since: Path | str) -> list[Change]:
        """Give the verdicts that are new, gone or other than in an earlier ledger, which is named by its path."""
        with Ledger.open(since) as earlier:
            return compare(earlier.verdicts(), self.verdicts())

    def _append(self, entries: Iterable[Entry], on: date, *, whole: bool) -> Appended:
        with writing(self.connection):
            appended = append_entries(self.connection, entries, on=on, whole=whole)
            if lost := dangling(self.connection):
                raise ValueError(f"entries refer to what this build does not state: {', '.join(lost)}")
        return appended

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        if self._writing and not self.connection.closed:
            fold(self.connection)
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
