"""Parts of a work are done side by side, each once, and whatever goes wrong in one of them is told."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from pathlib import Path

import pytest

from lantu.ledger import Ledger
from lantu.model import InputError
from lantu.publication import publish
from lantu.publication.abreast import abreast, cores

needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the parts are done one by one")


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_every_part_is_done_once(tmp_path: Path, processes: int) -> None:
    def work(part: str) -> None:
        with (tmp_path / part).open("a") as file:
            file.write(part)

    abreast(work, ["one", "two", "three"], processes)

    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "one": "one",
        "two": "two",
        "three": "three",
    }


@needs_fork
def test_the_parts_are_done_in_processes_of_their_own(tmp_path: Path) -> None:
    abreast(lambda part: (tmp_path / part).write_text(str(os.getpid())), ["one", "two"], 2)

    assert str(os.getpid()) not in {path.read_text() for path in tmp_path.iterdir()}


@pytest.mark.parametrize("processes", [1, 2])
def test_what_goes_wrong_in_a_part_is_told(processes: int) -> None:
    def work(part: int) -> None:
        if part == 2:
            raise InputError("page 2 cannot be written", "look at it")

    with pytest.raises(InputError, match="page 2 cannot be written; look at it"):
        abreast(work, [1, 2, 3], processes)


@needs_fork
def test_a_process_that_is_killed_is_told() -> None:
    with pytest.raises(InputError, match="was killed before it ended; the machine may be short of memory"):
        abreast(lambda _part: os.kill(os.getpid(), signal.SIGKILL), [1, 2], 2)


@needs_fork
def test_the_others_end_when_one_fails(tmp_path: Path) -> None:
    def work(part: int) -> None:
        (tmp_path / str(part)).write_text(str(os.getpid()))
        if part == 1:
            raise InputError("no", "no")
        signal.pause()

    with pytest.raises(InputError):
        abreast(work, [1, 2], 2)

    for path in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.read_text()), 0)


@needs_fork
def test_a_process_that_may_begin_no_other_works_alone() -> None:
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(cores) == 1


@needs_fork
def test_several_processes_write_the_same_site_as_one(ledger: Path, site: Path, tmp_path: Path) -> None:
    with Ledger.open(ledger) as book:
        publish(book, tmp_path / "site", processes=3)

    assert contents(tmp_path / "site") == contents(site)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@needs_fork
def test_a_build_that_fails_in_a_process_leaves_the_old_site(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(ledger) as book:
        publish(book, tmp_path / "site")
        before = contents(tmp_path / "site")
        monkeypatch.setattr("lantu.publication.site.rows_script", broken)
        with pytest.raises(InputError, match="broken"):
            publish(book, tmp_path / "site", processes=2)

    assert contents(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def broken(*_told: object) -> bytes:
    raise InputError("broken", "mend it")
