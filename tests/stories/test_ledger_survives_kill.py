"""Kill the program while it writes: what was committed is there, what was not is nowhere, and the file opens."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from lantu.ledger import Ledger, issue_entry, verify
from lantu.model import Issue

ROUNDS = 20
A_COMMIT = 40
"""Entries a transaction."""

_PROGRAM = """
import os, signal, sys
from datetime import date
from itertools import count
from pathlib import Path
from lantu.ledger import Ledger, issue_entry
from lantu.model import Issue

ON = date(2023, 12, 1)

def issues(name, first, count):
    for number in range(first, first + count):
        yield issue_entry(Issue("undated", f"{name}-{number} " + "字" * 300))

def say(word):
    print(word, flush=True)

def commit(path, name):
    with Ledger.create_or_open(path) as ledger:
        for number in count(1):
            ledger.append(issues(name, number * A_COMMIT, A_COMMIT), on=ON, whole=False)
            say(number)

def build(path, name):
    def watched():
        for number, entry in enumerate(issues(name, 0, 1_000_000)):
            if number % 1000 == 0:
                say(number)
            yield entry

    with Ledger.create_or_open(path) as ledger:
        ledger.append(watched(), on=ON)

def create(path, name):
    for number in count():
        Ledger.create_or_open(path / f"{number}.sqlite").close()
        say(number)

def migrate(path, name):
    Ledger.create_or_open(path).close()
    say("migrated")

for line in sys.stdin:
    work, path, name = line.split()
    pid = os.fork()
    if pid == 0:
        globals()[work](Path(path), name)
        signal.pause()  # what is done waits to be killed too
    say(pid)
    os.waitpid(pid, 0)
    say("dead")
""".replace("A_COMMIT", str(A_COMMIT))


class Nursery:
    """Starts programs that write a ledger, quickly one after the other, and kills them."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def killed(self, work: str, path: Path, name: str, *, after: float, lines: int = 0) -> list[str]:
        """Start ``work``, kill it ``after`` seconds from its ``lines``-th line on, and give what it said."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{work} {path} {name}\n")
        self._process.stdin.flush()
        pid = int(self._line())
        said = [self._line() for _ in range(lines)]
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
        while (line := self._line()) != "dead":
            said.append(line)
        return said

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the program broke before it could be killed"
        return line.strip()

    def close(self) -> None:
        self._process.communicate(timeout=30)


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """One process that has loaded everything, from which the programs to be killed are started."""
    opened = Nursery()
    yield opened
    opened.close()


def count(path: Path, table: str = "issue") -> int:
    with closing(sqlite3.connect(path)) as tool:
        [(found,)] = tool.execute(f"SELECT COUNT(*) FROM {table}")  # noqa: S608
    return int(found)


def test_every_commit_that_was_reported_survives_a_kill_at_any_moment(nursery: Nursery, tmp_path: Path) -> None:
    path, moments = tmp_path / "ledger.sqlite", random.Random(20231201)
    Ledger.create_or_open(path).close()
    before = commits = 0

    for number in range(ROUNDS):
        said = nursery.killed("commit", path, f"round{number}", after=moments.uniform(0, 0.3))

        reported = len(said)
        found = count(path)
        assert verify(path).whole
        assert (found - before) % A_COMMIT == 0, "no half of a transaction"
        assert reported <= (found - before) // A_COMMIT <= reported + 1, "at most one commit was not yet reported"
        assert count(path, "event") == found
        before, commits = found, commits + reported

    assert commits > ROUNDS, "the kills came in the midst of writing"


def test_nothing_of_a_build_that_is_killed_half_way_is_seen(nursery: Nursery, tmp_path: Path) -> None:
    path, moments = tmp_path / "ledger.sqlite", random.Random(20240115)
    with Ledger.create_or_open(path) as ledger:
        ledger.append([issue_entry(Issue("undated", "the one before"))], on=date(2023, 11, 1))
    head = verify(path).head

    for number in range(6):
        said = nursery.killed("build", path, f"round{number}", after=moments.uniform(0, 0.2), lines=2 + number)

        assert len(said) >= 2, "it had written a thousand entries and more"
        found = verify(path)
        assert (found.whole, found.events, found.head) == (True, 1, head)
        with Ledger.open(path) as ledger:
            assert [issue.message for issue in ledger.issues()] == ["the one before"]

    with Ledger.create_or_open(path) as ledger:
        assert ledger.append([issue_entry(Issue("undated", "the one after"))], on=date(2023, 12, 1)).new == 1
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_ledger_whose_making_is_killed_can_be_made_again(nursery: Nursery, tmp_path: Path) -> None:
    moments = random.Random(20220220)

    for number in range(6):
        folder = tmp_path / str(number)
        folder.mkdir()
        said = nursery.killed("create", folder, "new", after=moments.uniform(0.05, 0.5))

        for path in sorted(folder.glob("*.sqlite")):
            if path.stem in said:
                Ledger.open(path).close()
            Ledger.create_or_open(path).close()
            assert verify(path).whole


@pytest.mark.parametrize("after", [0.0, 0.02, 0.05, 0.1, 0.2])
def test_a_migration_that_is_killed_can_be_made_again(nursery: Nursery, tmp_path: Path, after: float) -> None:
    path = tmp_path / "old.sqlite"
    script = Path(__file__).parent.parent / "unit" / "ledger" / "v1.sql"
    with closing(sqlite3.connect(path)) as tool:
        tool.executescript(script.read_text("utf-8"))
    events = count(path, "event")

    nursery.killed("migrate", path, "old", after=after)

    with Ledger.open(path) as ledger:
        assert [verdict["verdict"] for verdict in ledger.verdicts()] == ["on_track", "not_reported"]
    Ledger.create_or_open(path).close()
    assert verify(path).whole
    assert count(path, "event") == events
