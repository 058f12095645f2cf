"""Versions of the tables: a new ledger, an older one, a newer one, and files that are none."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from lantu.ledger import Entry, Ledger, migrate, schema, verify
from lantu.model import InputError

ON = date(2023, 12, 1)
Build = Callable[..., list[Entry]]


@pytest.fixture
def old(path: Path) -> Path:
    """A ledger as the first version of the tables wrote it."""
    script = Path(__file__).with_name("v1.sql").read_text("utf-8")
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    return path


def version(path: Path) -> str:
    connection = sqlite3.connect(path)
    [(found,)] = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    connection.close()
    return str(found)


def definitions(path: Path) -> dict[str, str]:
    connection = sqlite3.connect(path)
    found = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall())
    connection.close()
    return found


def test_an_older_ledger_is_brought_up_to_date_when_it_is_opened_for_writing(old: Path) -> None:
    assert version(old) == "0001"

    with Ledger.create_or_open(old) as ledger:
        assert [one["verdict"] for one in ledger.verdicts()] == ["on_track", "not_reported"]
        assert [one["theme"] for one in ledger.coverage()] == ["一老一小", "住房"]

    assert version(old) == migrate.REVISIONS[-1]
    assert verify(old).whole


def test_a_migrated_ledger_has_the_tables_views_and_triggers_of_a_new_one(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.sqlite"
    Ledger.create_or_open(new).close()

    Ledger.create_or_open(old).close()

    assert definitions(old) == definitions(new)


def test_a_migrated_ledger_keeps_its_book_to_the_letter(old: Path) -> None:
    def book() -> list[tuple[object, ...]]:
        connection = sqlite3.connect(old)
        found = connection.execute("SELECT * FROM event").fetchall()
        connection.close()
        return found

    before = book()
    Ledger.create_or_open(old).close()

    assert book() == before


def test_a_migrated_ledger_goes_on(old: Path, build: Build) -> None:
    promised, reported = ("新建社区食堂40处", "新增床位90张"), ("建成社区食堂31处",)

    with Ledger.create_or_open(old) as ledger:
        appended = ledger.append(build(promised, reported), on=ON)
        history = ledger.history(ledger.commitments()[0]["id"])

    assert (appended.new, appended.retired) == (2, 0)  # both verdicts carry a proof now
    assert [one.verdict["verdict"] for one in history] == ["behind", "on_track"]


def test_an_older_ledger_can_be_read_and_its_file_stays_as_it_is(old: Path) -> None:
    before = old.read_bytes()

    with Ledger.open(old) as ledger:
        assert [one["verdict"] for one in ledger.verdicts()] == ["on_track", "not_reported"]

    assert old.read_bytes() == before


def test_an_older_ledger_can_be_compared_with(old: Path, ledger: Ledger, tmp_path: Path, build: Build) -> None:
    with Ledger.create_or_open(tmp_path / "new.sqlite") as new:
        new.append(build(("新建社区食堂40处", "新增床位90张"), ("建成社区食堂45处",), verdict="met"), on=ON)

        assert [change.verdicts for change in new.changes(since=old)] == [("on_track", "met")]


def test_a_migration_that_fails_leaves_the_file_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = definitions(old)

    def failing(connection: sa.Connection) -> None:
        connection.exec_driver_sql("DROP TABLE claim")
        connection.exec_driver_sql("CREATE TABLE half_done (id TEXT)")
        raise RuntimeError("out of luck")

    monkeypatch.setattr(migrate, "_upgrade", failing)
    with pytest.raises(RuntimeError, match="out of luck"):
        Ledger.create_or_open(old)

    assert definitions(old) == before
    assert version(old) == "0001"


def test_a_table_can_be_rebuilt_by_a_migration_although_views_and_triggers_look_at_it(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade = migrate._upgrade

    def rebuilding(connection: sa.Connection) -> None:
        from alembic.operations import Operations  # noqa: PLC0415

        upgrade(connection)
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("event", recreate="always") as batch:
            batch.alter_column("recorded", type_=sa.Text())
        with operations.batch_alter_table("commitment", recreate="always") as batch:
            batch.alter_column("quote", type_=sa.Text())

    monkeypatch.setattr(migrate, "_upgrade", rebuilding)
    Ledger.create_or_open(old).close()

    assert verify(old).whole
    assert "event_is_never_changed" in definitions(old)


def test_a_ledger_of_a_newer_program_is_refused_and_stays_as_it_is(path: Path) -> None:
    Ledger.create_or_open(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = path.read_bytes()

    for opening in (Ledger.create_or_open, Ledger.open, verify):
        with pytest.raises(InputError, match=r"is of version 9999, newer than 0003 .*; upgrade lantu"):
            opening(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be looked at" * 40, b"SQLite format 3\0 torn"]
)
def test_a_file_that_is_no_database_is_refused_and_stays_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    for opening in (Ledger.create_or_open, Ledger.open):
        with pytest.raises(InputError, match=r"ledger\.sqlite: is no SQLite file"):
            opening(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_and_stays_as_it_is(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    before = path.read_bytes()

    for opening in (Ledger.create_or_open, Ledger.open):
        with pytest.raises(InputError, match="is a database but no ledger; name another file"):
            opening(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with pytest.raises(InputError, match="there is no ledger in this file; run lantu build first"):
        verify(path)

    Ledger.create_or_open(path).close()

    assert verify(path).whole


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"the folder .*nowhere does not exist; create it"):
        Ledger.create_or_open(tmp_path / "nowhere" / "ledger.sqlite")


def test_a_folder_in_the_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir()

    with pytest.raises(InputError, match=r"ledger\.sqlite: cannot be opened"):
        Ledger.create_or_open(path)


def test_the_tables_in_code_are_those_that_the_migrations_make(path: Path) -> None:
    Ledger.create_or_open(path).close()
    engine = sa.create_engine(f"sqlite:///{path}", poolclass=sa.pool.NullPool)

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []


def test_the_checks_in_code_are_those_that_the_migrations_make(path: Path) -> None:
    """Alembic's comparison does not see CHECK constraints."""
    Ledger.create_or_open(path).close()
    engine = sa.create_engine(f"sqlite:///{path}", poolclass=sa.pool.NullPool)

    with engine.connect() as connection:
        inspector = sa.inspect(connection)
        stored = {
            name: {str(one["name"]) for one in inspector.get_check_constraints(name)} for name in schema.metadata.tables
        }

    checks = {
        name: {f"ck_{name}_{one.name}" for one in table.constraints if isinstance(one, sa.CheckConstraint)}
        for name, table in schema.metadata.tables.items()
    }
    assert stored == {
        name: {one.replace(f"ck_{name}_ck_{name}", f"ck_{name}") for one in found} for name, found in checks.items()
    }


def test_the_tables_can_be_made_on_the_server_database_too() -> None:
    server = postgresql.dialect()

    statements = [str(CreateTable(table).compile(dialect=server)) for table in schema.metadata.sorted_tables]

    assert "DEFERRABLE INITIALLY DEFERRED" in "".join(statements)
    assert len(statements) == len(schema.metadata.tables)


def test_every_version_has_its_migration() -> None:
    folder = Path(migrate.__file__).with_name("migrations")

    revisions = [script.revision for script in ScriptDirectory(str(folder)).walk_revisions()]

    assert tuple(reversed(revisions)) == migrate.REVISIONS


def test_a_field_that_came_later_and_says_nothing_changes_no_entry(tmp_path: Path, build: Build) -> None:
    entries = build()
    older = [replace(one, record={k: v for k, v in one.record.items() if k != "baseline"}) for one in entries]

    with Ledger.create_or_open(tmp_path / "book.sqlite") as ledger:
        ledger.append(older, on=ON)
        appended = ledger.append(entries, on=ON)

    assert appended.new == 0
