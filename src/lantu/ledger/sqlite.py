"""What is special to SQLite: opening the file, pragmas, locks and triggers. The rest of the room is portable."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from lantu.model import InputError

APPLICATION = 0x6C616E74
"""``PRAGMA application_id`` of a ledger: the letters "lant"."""
PATIENCE = 30.0
"""Seconds to wait for another program that is writing the same ledger."""

TRIGGERS = {
    "event_is_never_changed": """CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the book is append-only: state a new event instead of changing one'); END""",
    "event_is_never_deleted": """CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the book is append-only: retire an entry with a new event instead of deleting one'); END""",
    # INSERT OR REPLACE deletes without asking the trigger above: only the next number may be inserted.
    "event_has_the_next_number": """CREATE TRIGGER event_has_the_next_number BEFORE INSERT ON event
WHEN NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM event)
BEGIN SELECT RAISE(ABORT, 'events are numbered without gap and written once: use the next number'); END""",
}


def writing_engine(path: Path) -> sa.Engine:
    """Give an engine that creates the file where needed; write under `writing`."""
    return _engine(lambda: _connect(path))


def reading_engine(path: Path) -> sa.Engine:
    """Give an engine that cannot write; it reads one snapshot a transaction while others may write."""
    return _engine(lambda: _connect_reading(path))


def copying_engine(path: Path) -> sa.Engine:
    """Give an engine on a copy of the file in memory, so that it can be migrated and the file stays as it is."""
    return _engine(lambda: _copy(path))


@contextmanager
def writing(connection: sa.Connection) -> Iterator[None]:
    """Hold the file's write lock from the start (BEGIN IMMEDIATE): all of the block is written, or nothing."""
    connection.info["begin"] = "BEGIN IMMEDIATE"
    try:
        with connection.begin():
            yield
    finally:
        connection.info["begin"] = "BEGIN"


def _engine(creator: Callable[[], sqlite3.Connection]) -> sa.Engine:
    engine = sa.create_engine("sqlite://", creator=creator, poolclass=NullPool)
    # The driver's own way to begin is off (isolation_level None): it would leave changes of tables outside.
    sa.event.listen(
        engine, "begin", lambda connection: connection.exec_driver_sql(connection.info.get("begin", "BEGIN"))
    )
    return engine


def _connect(path: Path) -> sqlite3.Connection:
    # A fixed page size keeps two builds byte-identical; it holds for a file that has no page yet.
    pragmas = ("page_size = 4096", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")
    return _with(sqlite3.connect(path, isolation_level=None, timeout=PATIENCE), *pragmas)


def _connect_reading(path: Path) -> sqlite3.Connection:
    # Opened for writing where possible although nothing is written: a reader with mode=ro leaves -wal and
    # -shm files behind. On a medium that cannot be written no other program writes either: immutable.
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    unfinished = path.with_name(f"{path.name}-wal").exists()
    mode = "mode=rw" if writable else "mode=ro" if unfinished else "immutable=1"
    address = f"{path.resolve().as_uri()}?{mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE, check_same_thread=False)
    return _with(connection, "query_only = ON")


def _copy(path: Path) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with closing(_connect_reading(path)) as original:
        original.backup(copy)
    return copy


def _with(connection: sqlite3.Connection, *pragmas: str) -> sqlite3.Connection:
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def foreign_keys(connection: sa.Connection, *, on: bool) -> None:
    """Switch the checking of references (outside a transaction): tables cannot be rebuilt while it is on."""
    raw(connection).execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def dangling(connection: sa.Connection) -> list[str]:
    """Name references that point to no row, ten at most, as ``table -> table``."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(10)
    return [f"{row[0]} row {row[1]} -> {row[2]}" for row in rows]


def damage(connection: sa.Connection) -> Iterator[str]:
    """Give what SQLite itself finds wrong with the file: pages, indexes, references."""
    for (finding,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if finding != "ok":
            yield f"the file is damaged: {finding}"
    yield from (f"a reference points to nothing: {one}" for one in dangling(connection))


def set_application(connection: sa.Connection) -> None:
    """Mark the file as a ledger for ``file`` and other tools."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def set_triggers(connection: sa.Connection) -> None:
    """(Re)create the triggers that guard the book."""
    for name, definition in TRIGGERS.items():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(definition)


def fold(connection: sa.Connection) -> None:
    """Fold the write-ahead log into the file, so that the file alone is the ledger."""
    driver = raw(connection)
    driver.execute("PRAGMA busy_timeout = 0")  # a reader may hold an old state: whoever closes last folds then
    with suppress(sqlite3.OperationalError):  # so may a question of our own that was not read to its end
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def raw(connection: sa.Connection) -> sqlite3.Connection:
    """Give the driver's own connection, for statements that must stand outside a transaction."""
    driver: Any = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101  – for the type checker
    return driver


def refused(path: Path, error: sa.exc.DBAPIError | sqlite3.Error) -> InputError:
    """Turn a refusal of SQLite into a message that says what to do next."""
    reason = str(error.orig if isinstance(error, sa.exc.DBAPIError) else error)
    if "locked" in reason:
        return InputError(f"{path}: another program is writing this ledger", "wait until it has finished and try again")
    if "not a database" in reason or "malformed" in reason:
        return InputError(f"{path}: is no SQLite file ({reason})", "name another file, or remove it and build again")
    return InputError(f"{path}: cannot be opened ({reason})", "check that folder and file can be read and written")
