"""Proving that a ledger is whole: what was changed is named."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from lantu.ledger import Entry, Ledger, passage_entry, source_entry, statement_entry, verify
from lantu.ledger.slicing import Slicer
from lantu.model import (
    Commitment,
    InputError,
    Licence,
    Passage,
    PassageKind,
    Role,
    Source,
    Span,
    document_id,
)
from lantu.model.records import statement_record

ON = date(2023, 12, 1)
Build = Callable[..., list[Entry]]


@pytest.fixture
def written(path: Path, build: Build) -> Path:
    """A ledger with two builds, closed."""
    with Ledger.create_or_open(path) as ledger:
        ledger.append(build(("新建社区食堂40处", "新增床位90张"), verdict="behind"), on=date(2023, 6, 1))
        ledger.append(build(("新建社区食堂40处",)), on=ON)
    return path


def tamper(path: Path, *changes: str) -> None:
    """Change a ledger behind its back, the guards taken away."""
    with closing(sqlite3.connect(path, isolation_level=None)) as tool:
        for (trigger,) in tool.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            tool.execute(f"DROP TRIGGER {trigger}")
        for change in changes:
            tool.execute(change)


def messages(path: Path, code: str, head: str | None = None) -> list[str]:
    found = verify(path, head=head)
    assert {issue.code for issue in found.issues} <= {code}
    return [issue.message for issue in found.issues]


def test_a_ledger_as_it_was_written_is_whole(written: Path) -> None:
    found = verify(written)

    assert found.whole
    assert found.quotes == 4, "commitment, observation, and both again in the verdict"
    assert len(found.head) == 64


def test_the_hash_of_an_event_can_be_repeated_by_hand(written: Path) -> None:
    with closing(sqlite3.connect(written)) as tool:
        events = tool.execute(
            "SELECT previous, number, recorded, kind, action, key, record, hash FROM event"
        ).fetchall()

    for *said, stored in events:
        lines = "\n".join("" if one is None else str(one) for one in said)
        assert hashlib.sha256(lines.encode()).hexdigest() == stored


def test_a_changed_event_is_named(written: Path) -> None:
    tamper(written, "UPDATE event SET record = REPLACE(record, 'behind', 'met') WHERE kind = 'verdict'")

    [message] = messages(written, "broken_chain")
    assert message.startswith("event 12 (verdict ")
    assert "does not have the hash of what it says" in message


@pytest.mark.parametrize("change", ["recorded = '2020-01-01'", "kind = 'plan'", "key = 'other'"])
def test_every_part_of_an_event_is_under_its_hash(written: Path, change: str) -> None:
    tamper(written, f"UPDATE event SET {change} WHERE number = 3")  # noqa: S608

    [message] = messages(written, "broken_chain")
    assert message.startswith("event 3 ")


def test_a_removed_event_is_named(written: Path) -> None:
    tamper(written, "DELETE FROM event WHERE number = 3")

    [message] = messages(written, "damaged_file") or messages(written, "broken_chain")
    assert "entry" in message or "event 4" in message


def test_a_removed_event_that_nothing_refers_to_is_named(written: Path) -> None:
    tamper(written, "DELETE FROM event WHERE number = 12")

    [message] = messages(written, "broken_chain")
    assert "event 13 (" in message
    assert "follows event 11, so events between them are missing" in message


def test_an_event_that_was_written_anew_with_its_own_hash_breaks_the_next(written: Path) -> None:
    with closing(sqlite3.connect(written)) as tool:
        query = "SELECT previous, number, recorded, kind, action, key FROM event WHERE number = 1"
        said = tool.execute(query).fetchone()
    forged = hashlib.sha256("\n".join([*map(str, said), '{"title":"forged"}']).encode()).hexdigest()
    tamper(
        written,
        """UPDATE event SET record = '{"title":"forged"}' WHERE number = 1""",
        f"UPDATE event SET hash = '{forged}' WHERE number = 1",  # noqa: S608
    )

    [message] = messages(written, "broken_chain")
    assert message.startswith("event 2 ")
    assert "is not tied to the event before it" in message


def test_a_cut_off_end_is_noticed_by_who_kept_the_head(path: Path, build: Build, tmp_path: Path) -> None:
    with Ledger.create_or_open(path) as ledger:
        ledger.append(build(verdict="behind"), on=date(2023, 6, 1))
    short = path.read_bytes()
    early = verify(path).head
    with Ledger.create_or_open(path) as ledger:
        ledger.append(build(verdict="missed"), on=ON)
    late = verify(path).head

    assert verify(path, head=early).whole
    path.write_bytes(short)
    assert verify(path).whole
    assert messages(path, "broken_chain", head=late) == [
        f"no event has the hash {late}: this is another book, or its end was cut off"
    ]


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("UPDATE verdict SET verdict = 'met'", "verdict"),
        ("UPDATE commitment SET value = '4000'", "commitment"),
        ("UPDATE evidence SET comparability = 'proxy'", "evidence"),
        ("DELETE FROM evidence", "evidence"),
        ("UPDATE passage SET text = REPLACE(text, '4', '5')", "passage"),
        ("UPDATE theme SET name = 'other'", "theme"),
        ("INSERT INTO issue (id, code, level, message) VALUES ('x', 'x', 'info', 'x')", "issue"),
        ("UPDATE entry SET confirmed = '2030-01-01' WHERE kind = 'verdict'", "verdict"),
    ],
)
def test_a_table_that_shows_something_else_than_the_book_is_named(written: Path, change: str, table: str) -> None:
    tamper(written, change)

    [message] = messages(written, "wrong_table")
    assert re.match(rf"table {table}, row \d+ \(.*\): is not what the current events say", message)


def test_an_entry_that_names_an_old_event_is_named(written: Path) -> None:
    tamper(written, "UPDATE entry SET event = 12 WHERE kind = 'build'")

    assert messages(written, "wrong_entry") == ["build build: the table entry does not name its last event"] * 2


def test_a_damaged_file_is_named(written: Path) -> None:
    content = bytearray(written.read_bytes())
    for start in range(4096 * 6, len(content), 4096):
        content[start : start + 64] = b"\xff" * 64
    written.write_bytes(content)

    with pytest.raises(InputError, match=r"ledger\.sqlite: is no SQLite file \(database disk image is malformed\)"):
        verify(written)


def test_there_is_nothing_to_verify_where_there_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no ledger"):
        verify(tmp_path / "none.sqlite")


def _stated(text: str, quote: str, *passages: Passage, licence: Licence, at: int | None = None) -> list[Entry]:
    document = document_id(text)
    start = text.index(quote) if at is None else at
    span = Span(document, start, start + len(quote))
    source = Source(document=document, name="a.txt", title="a", roles=frozenset({Role.PLAN}), licence=licence)
    record = statement_record(Commitment(span=span, sentence=span, indicator="床位"), document="a.txt", quote=quote)
    texts = [passage_entry(document, ordinal, passage) for ordinal, passage in enumerate(passages)]
    return [source_entry(source), *texts, statement_entry(record)]


def test_a_quote_that_its_document_does_not_say_there_is_named(ledger: Ledger, path: Path) -> None:
    text = "到2024年新增床位90张。"
    passage = Passage(PassageKind.BODY, text, ((0, len(text)),))
    ledger.append(_stated(text, "90张", passage, licence=Licence.OPEN, at=8), on=ON)

    [message] = messages(path, "wrong_quote")
    assert "「90张」 is not what a.txt says at 8–11" in message


def test_a_quote_broken_by_the_layout_is_found_across_its_pieces(ledger: Ledger, path: Path) -> None:
    text = "新增床\n位9\n\n0张。"
    pieces = ((0, 3), (4, 6), (8, 11))
    passage = Passage(PassageKind.BODY, "新增床位90张。", pieces)
    ledger.append(_stated(text, "9\n\n0张", passage, licence=Licence.OPEN), on=ON)

    assert messages(path, "wrong_quote") == []


def test_of_a_document_that_may_only_be_quoted_the_quoted_clause_is_enough(ledger: Ledger, path: Path) -> None:
    text = "不可全文展示的开头。新增床位90张。"
    passage = Passage(PassageKind.BODY, "新增床位90张。", ((10, len(text)),))
    ledger.append(_stated(text, "90张", passage, licence=Licence.QUOTE), on=ON)

    assert messages(path, "wrong_quote") == []


def test_a_quote_of_which_no_passage_is_kept_is_named(ledger: Ledger, path: Path) -> None:
    text = "开头。新增床位90张。"
    ledger.append(_stated(text, "90张", Passage(PassageKind.BODY, "开头。", ((0, 3),)), licence=Licence.QUOTE), on=ON)

    assert len(messages(path, "wrong_quote")) == 1


def test_of_many_wrong_quotes_the_first_are_named_and_the_rest_counted(ledger: Ledger, path: Path) -> None:
    text = "新增床位90张。" * 30
    document = document_id(text)
    source = Source(document=document, name="a.txt", title="a", roles=frozenset())
    spans = [Span(document, start, start + 3) for start in range(90)]
    records = [
        statement_record(Commitment(span=span, sentence=span, indicator="床位"), document="a.txt", quote="80张")
        for span in spans
    ]
    ledger.append([source_entry(source), *map(statement_entry, records)], on=ON)

    found = messages(path, "wrong_quote")
    assert (len(found), found[-1]) == (21, "and 70 more")


@pytest.mark.parametrize(
    ("start", "end", "quote", "complete", "says"),
    [
        (2, 4, "床位", True, True),
        (2, 4, "床立", True, False),
        (2, 5, "床位", True, False),
        (2, 7, "床位广告九", False, True),
        (2, 7, "床位广告九", True, False),
        (2, 6, "床位广告", False, False),
        (4, 7, "广告九", False, False),
        (0, 2, "新增", True, False),
        (90, 92, "新增", True, False),
    ],
)
def test_a_slice_is_held_against_what_is_kept(start: int, end: int, quote: str, complete: bool, says: bool) -> None:
    """
    新增[床位]广告[九十张]
    """
    slicer = Slicer([Passage(PassageKind.BODY, "床位九十张", ((2, 4), (6, 9)))], complete=complete)

    assert slicer.says(start, end, quote) is says
