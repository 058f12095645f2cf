"""Writing builds into the book: only what differs, all of it or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from lantu.ledger import Appended, Entry, Ledger, issue_entry, judgement_entry
from lantu.model import Decision, Issue, Judgement

ON = date(2023, 12, 1)
Build = Callable[..., list[Entry]]


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        found = connection.execute(query).fetchall()
    connection.close()
    return found


def test_a_first_build_is_written_whole(ledger: Ledger, build: Build) -> None:
    entries = build()

    assert ledger.append(entries, on=ON) == Appended(new=len(entries), same=0, retired=0)


def test_the_same_build_again_writes_nothing(ledger: Ledger, build: Build) -> None:
    ledger.append(build(), on=ON)

    assert ledger.append(build(), on=ON) == Appended(new=0, same=len(build()), retired=0)


def test_a_changed_fact_is_written_and_the_table_shows_the_new_one(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(verdict="behind"), on=ON)

    appended = ledger.append(build(verdict="on_track"), on=ON)

    assert appended == Appended(new=1, same=len(build()) - 1, retired=0)
    assert rows(path, "SELECT verdict FROM verdict") == [("on_track",)]


def test_a_fact_that_is_no_longer_stated_is_retired(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append([*build(), issue_entry(Issue("undated", "no year before the number"))], on=ON)

    assert ledger.append(build(), on=ON).retired == 1
    assert rows(path, "SELECT * FROM issue") == []
    assert rows(path, "SELECT action FROM event WHERE kind = 'issue'") == [("stated",), ("retired",)]


def test_a_retired_fact_can_be_stated_again(ledger: Ledger, build: Build) -> None:
    issue = issue_entry(Issue("undated", "no year before the number"))
    for entries in ([*build(), issue], build()):
        ledger.append(entries, on=ON)

    assert ledger.append([*build(), issue], on=ON).new == 1
    assert [one.code for one in ledger.issues()] == ["undated"]


def test_a_document_with_other_text_retires_its_old_passages_statements_and_verdicts(
    ledger: Ledger, path: Path, build: Build
) -> None:
    ledger.append(build(("新建社区食堂40处",)), on=ON)

    ledger.append(build(("新建社区食堂45处",)), on=ON)

    assert [one["quote"] for one in ledger.commitments()] == ["45处"]
    assert rows(path, "SELECT DISTINCT kind FROM event WHERE action = 'retired' ORDER BY kind") == [
        ("commitment",),
        ("passage",),
        ("source",),
        ("verdict",),
    ]


def test_a_persons_decision_is_never_retired(ledger: Ledger, build: Build) -> None:
    decided = Judgement(decision=Decision.CONFIRM, commitment="a1", by="Li", when="2023-11-30", reason="read it")
    ledger.append([*build(), judgement_entry(decided)], on=ON)

    assert ledger.append(build(), on=ON).retired == 0
    assert ledger.judgements() == [decided]


def test_an_append_that_is_not_a_whole_build_only_adds(ledger: Ledger, build: Build) -> None:
    ledger.append(build(), on=ON)

    appended = ledger.append([issue_entry(Issue("late", "sent after the day"))], on=ON, whole=False)

    assert appended == Appended(new=1, same=0, retired=0)
    assert len(ledger.commitments()) == 1


def test_the_same_fact_stated_twice_in_one_build_is_one(ledger: Ledger, build: Build) -> None:
    issue = issue_entry(Issue("undated", "no year before the number"))

    appended = ledger.append([*build(), issue, issue], on=ON)

    assert appended.new == len(build()) + 1


def test_two_facts_under_one_key_are_refused(ledger: Ledger) -> None:
    entries = [Entry("build", "build", {"on": "2023-12-01"}), Entry("build", "build", {"on": "2023-12-02"})]

    with pytest.raises(ValueError, match="two different build entries have the key build"):
        ledger.append(entries, on=ON)


def test_two_facts_under_one_key_are_refused_however_far_apart(ledger: Ledger) -> None:
    def entries() -> Iterator[Entry]:
        yield Entry("build", "build", {"on": "2023-12-01"})
        yield from (issue_entry(Issue("undated", f"number {number}")) for number in range(1200))
        yield Entry("build", "build", {"on": "2023-12-02"})

    with pytest.raises(ValueError, match="two different build entries"):
        ledger.append(entries(), on=ON)
    assert ledger.issues() == []


def test_a_verdict_on_what_is_not_stated_is_refused_and_nothing_is_written(
    ledger: Ledger, path: Path, build: Build
) -> None:
    entries = [entry for entry in build() if entry.kind != "commitment"]

    with pytest.raises(ValueError, match="verdict row 1 -> commitment"):
        ledger.append(entries, on=ON)
    assert rows(path, "SELECT COUNT(*) FROM event") == [(0,)]


def test_a_build_that_fails_half_way_leaves_the_ledger_as_it_was(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(), on=ON)
    before = rows(path, "SELECT * FROM event")

    def failing() -> Iterator[Entry]:
        yield from (issue_entry(Issue("undated", f"number {number}")) for number in range(1200))
        raise RuntimeError("the reader broke")

    with pytest.raises(RuntimeError, match="the reader broke"):
        ledger.append(failing(), on=ON)
    assert rows(path, "SELECT * FROM event") == before
    assert len(ledger.verdicts()) == 1


def test_a_ledger_can_be_written_after_a_failed_build(ledger: Ledger, build: Build) -> None:
    with pytest.raises(ValueError, match="refer to what"):
        ledger.append([entry for entry in build() if entry.kind != "source"], on=ON)

    assert ledger.append(build(), on=ON).new == len(build())


def test_the_recorded_day_is_the_day_the_build_looks_from(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(on=date(2022, 2, 20)), on=date(2022, 2, 20))

    assert rows(path, "SELECT DISTINCT recorded FROM event") == [("2022-02-20",)]


def test_a_verdict_that_says_the_same_on_another_day_is_not_written_again(
    ledger: Ledger, path: Path, build: Build
) -> None:
    ledger.append(build(on=ON), on=ON)
    later = date(2023, 12, 9)

    appended = ledger.append(build(on=later), on=later)

    assert appended.new == 1, "the build alone"
    assert [one["on"] for one in ledger.verdicts()] == ["2023-12-09"]
    assert rows(path, "SELECT settled_on FROM verdict") == [("2023-12-09",)]


def test_a_build_for_an_earlier_day_is_possible_and_stands_after_in_the_book(
    ledger: Ledger, path: Path, build: Build
) -> None:
    ledger.append(build(on=ON), on=ON)
    ledger.append(build(on=date(2023, 6, 1), verdict="behind"), on=date(2023, 6, 1))

    assert rows(path, "SELECT recorded FROM event WHERE kind = 'verdict' ORDER BY number") == [
        ("2023-12-01",),
        ("2023-06-01",),
    ]


def test_evidence_follows_its_verdict(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(), on=ON)
    assert rows(path, "SELECT position, comparability FROM evidence") == [(1, "exact")]

    ledger.append(build(reported=()), on=ON)

    assert rows(path, "SELECT * FROM evidence") == []


def test_a_ledger_open_for_reading_cannot_be_appended_to(ledger: Ledger, path: Path, build: Build) -> None:
    ledger.append(build(), on=ON)

    with Ledger.open(path) as reading, pytest.raises(ValueError, match=r"use Ledger\.create_or_open"):
        reading.append(build(), on=ON)


@pytest.mark.parametrize("key", ["", "two\nlines"])
def test_a_key_is_one_line_of_text(key: str) -> None:
    with pytest.raises(ValueError, match="one line of text: give an id"):
        Entry("issue", key, {})


def test_an_unknown_kind_of_entry_is_refused() -> None:
    with pytest.raises(ValueError, match="kind 'promise' is unknown: use one of plan, source"):
        Entry("promise", "a", {})


def test_text_that_no_file_can_hold_is_refused_with_its_entry(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match=r"the issue a1 holds half a character .* where the document is decoded"):
        ledger.append([Entry("issue", "a1", {"message": "\ud83d"})], on=ON)
