"""The file itself: guarded, readable by any tool, and the same bytes from the same builds."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from lantu.ledger import Entry, Ledger, issue_entry, plan_entry, sqlite
from lantu.model import InputError, Issue

ON = date(2023, 12, 1)
Build = Callable[..., list[Entry]]


@pytest.fixture
def written(path: Path, build: Build) -> Path:
    """A ledger with one build, closed."""
    with Ledger.create_or_open(path) as ledger:
        ledger.append(build(), on=ON)
    return path


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET record = '{}' WHERE number = 1",
        "DELETE FROM event WHERE number = 1",
        "DELETE FROM event",
        "REPLACE INTO event SELECT * FROM event WHERE number = 1",
        "INSERT OR REPLACE INTO event SELECT number, recorded, kind, key, action, '{}', previous, hash FROM event",
        "INSERT INTO event SELECT number + 100, recorded, kind, key, action, record, previous, hash FROM event",
    ],
)
def test_the_book_cannot_be_changed_with_any_tool(written: Path, change: str) -> None:
    refused = pytest.raises(sqlite3.IntegrityError, match=r"append-only|without gap")
    with closing(sqlite3.connect(written)) as tool, refused:
        tool.execute(change)


def test_writing_is_logged_ahead_synced_and_checks_references(ledger: Ledger) -> None:
    with ledger.connection.begin():
        settings = {
            name: ledger.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }

    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_closed_ledger_is_one_file_that_stays_in_wal_mode(written: Path) -> None:
    assert [file.name for file in written.parent.iterdir()] == [written.name]
    with closing(sqlite3.connect(written)) as tool:
        assert tool.execute("PRAGMA journal_mode").fetchall() == [("wal",)]


def test_a_ledger_says_what_it_is(written: Path) -> None:
    assert written.read_bytes()[68:72] == b"lant"


def test_two_builds_of_the_same_give_the_same_bytes(tmp_path: Path, build: Build) -> None:
    contents = set()
    for name in ("a.sqlite", "b.sqlite"):
        path = tmp_path / name
        with Ledger.create_or_open(path) as ledger:
            ledger.append(build(verdict="behind"), on=date(2023, 6, 1))
            ledger.append(build(), on=ON)
        contents.add(hashlib.sha256(path.read_bytes()).hexdigest())

    assert len(contents) == 1


def test_two_programs_that_build_the_same_give_the_same_bytes(tmp_path: Path) -> None:
    """Sets and hashes are shuffled from one run of Python to the next."""
    program = (
        "import sys; from datetime import date; from lantu.ledger import *; from lantu.model import *\n"
        "source = Source(document='d', name='a', title='a', roles=frozenset(Role))\n"
        "issues = [issue_entry(Issue('undated', str(n))) for n in range(700)]\n"
        "with Ledger.create_or_open(sys.argv[1]) as ledger:\n"
        "    ledger.append([source_entry(source), *issues], on=date(2023, 12, 1))\n"
        "    ledger.append(issues[:100], on=date(2023, 12, 2))\n"
    )
    contents = set()
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.sqlite"
        subprocess.run([sys.executable, "-c", program, str(path)], check=True, env={"PYTHONHASHSEED": seed})
        contents.add(path.read_bytes())

    assert len(contents) == 1


def test_the_same_build_again_changes_no_byte(written: Path, build: Build) -> None:
    before = written.read_bytes()

    with Ledger.create_or_open(written) as ledger:
        ledger.append(build(), on=ON)

    assert written.read_bytes() == before


def test_decimals_keep_every_digit_and_days_are_plain_text(ledger: Ledger, written: Path, build: Build) -> None:
    ledger.append(build(("新增存款99999999999999.999999元",), ()), on=ON)

    with closing(sqlite3.connect(written)) as tool:
        assert tool.execute(
            "SELECT value, typeof(value), period_end, typeof(period_end) FROM commitment"
        ).fetchall() == [("99999999999999.999999", "text", "2023-12-31", "text")]


def test_a_json_path_with_a_chinese_name_finds_its_value(ledger: Ledger, path: Path) -> None:
    ledger.append([plan_entry({"title": "方案", "原文": {"界限": "左右"}})], on=ON)

    with closing(sqlite3.connect(path)) as tool:
        assert tool.execute("SELECT json_extract(record, '$.原文.界限') FROM plan").fetchall() == [("左右",)]


def test_a_verdict_can_be_recomputed_from_the_plain_tables_alone(written: Path) -> None:
    with closing(sqlite3.connect(written)) as tool:
        [(promised, reported, attainment)] = tool.execute(
            "SELECT c.value, o.value, v.attainment_low FROM verdict v JOIN commitment c ON c.id = v.commitment"
            " JOIN evidence e ON e.commitment = v.commitment JOIN observation o ON o.id = e.observation"
        ).fetchall()

    assert int(reported) / int(promised) == float(attainment)


def test_a_reader_sees_one_state_while_another_program_writes(written: Path, build: Build) -> None:
    with Ledger.open(written) as reading:
        assert [one["quote"] for one in reading.commitments()] == ["40处"]
        with Ledger.create_or_open(written) as writing:
            writing.append(build(("新建公园3个",), ()), on=ON)

        assert [one["quote"] for one in reading.commitments()] == ["40处"]

    with Ledger.open(written) as reading:
        assert [one["quote"] for one in reading.commitments()] == ["3个"]
    assert [file.name for file in written.parent.iterdir()] == [written.name]


def test_a_second_writer_waits_for_the_first(written: Path) -> None:
    halfway, go = threading.Event(), threading.Event()

    def slowly() -> Iterator[Entry]:
        yield from (issue_entry(Issue("first", str(number))) for number in range(600))
        halfway.set()
        go.wait(10)

    def first() -> None:
        with Ledger.create_or_open(written) as ledger:
            ledger.append(slowly(), on=ON, whole=False)

    thread = threading.Thread(target=first)
    thread.start()
    halfway.wait(10)
    threading.Timer(0.3, go.set).start()
    with Ledger.create_or_open(written) as ledger:
        ledger.append([issue_entry(Issue("second", "too"))], on=ON, whole=False)
    thread.join()

    with Ledger.open(written) as ledger:
        assert len(ledger.issues()) == 601


def test_a_writer_that_waits_in_vain_is_told_so(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.1)
    with closing(sqlite3.connect(written, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with Ledger.create_or_open(written) as ledger, pytest.raises(InputError, match="another program is writing"):
            ledger.append([], on=ON)


def test_a_ledger_on_a_medium_that_cannot_be_written_can_be_read(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite.os, "access", lambda *_: False)

    with Ledger.open(written) as reading:
        assert len(reading.verdicts()) == 1
    assert [file.name for file in written.parent.iterdir()] == [written.name]


def test_the_record_of_an_event_is_json_that_any_tool_reads(written: Path, build: Build) -> None:
    with closing(sqlite3.connect(written)) as tool:
        records = [json.loads(text) for (text,) in tool.execute("SELECT record FROM event")]

    stated = [entry.record for entry in build()]
    assert all(record in stated for record in records)
    assert len(records) == len(stated)


def test_memory_stays_flat_however_many_entries_there_are(ledger: Ledger) -> None:
    import tracemalloc  # noqa: PLC0415

    def peak(count: int) -> int:
        entries = (issue_entry(Issue("undated", f"number {count} {number} " + "字" * 200)) for number in range(count))
        tracemalloc.start()
        ledger.append(entries, on=ON)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(1_000)  # what is loaded once
    assert peak(12_000) < 1.3 * peak(3_000)
