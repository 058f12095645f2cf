"""What the first page counts: the same as the ledger's own views."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lantu.ledger import Ledger
from lantu.publication.book import read_book
from lantu.publication.tally import tally, waits


def a_verdict(kind: str, deadline: str | None = "2024-12-31", **fields: Any) -> dict[str, Any]:
    known = {
        "commitment": {"period_end": deadline},
        "verdict": kind,
        "override": None,
        "on": "2025-05-20",
        "as_of": None,
        "evidence_grade": "E2",
        "secured": False,
        "needs_review": False,
    }
    return known | fields


def test_delivered_and_reported_are_counted_among_the_due_alone() -> None:
    counts = tally(
        [
            a_verdict("met"),
            a_verdict("exceeded"),
            a_verdict("missed"),
            a_verdict("silent", evidence_grade="E0"),
            a_verdict("met", "2026-12-31", secured=True),
            a_verdict("on_track", "2026-12-31"),
        ]
    )

    assert (counts.delivered, counts.reported, counts.due) == (2, 3, 4)
    assert (counts.waiting, counts.secured) == (2, 1)


def test_what_cannot_be_checked_is_counted_and_is_neither_due_nor_waiting() -> None:
    counts = tally([a_verdict("untestable"), a_verdict("met")])

    assert (counts.total, counts.due, counts.waiting) == (2, 1, 0)


def test_silence_is_never_counted_as_missed() -> None:
    counts = tally([a_verdict("silent", evidence_grade="E0"), a_verdict("missed")])

    assert counts.kinds == {"silent": 1, "missed": 1}


@pytest.mark.parametrize(
    ("verdict", "due"),
    [
        (a_verdict("on_track", "2025-05-21"), 0),
        (a_verdict("on_track", "2025-05-20"), 1),
        (a_verdict("missed", "2025-12-31"), 1),
        (a_verdict("met", "2025-12-31", as_of="2025-12-31"), 1),
        (a_verdict("not_reported", None), 0),
    ],
)
def test_due_is_what_has_reached_its_deadline_or_a_report_on_all_of_it(verdict: dict[str, Any], due: int) -> None:
    assert tally([verdict]).due == due


def test_a_reviewers_verdict_is_the_one_that_counts() -> None:
    counts = tally([a_verdict("missed", override="partly_met", needs_review=True)])

    assert counts.kinds == {"partly_met": 1}
    assert counts.review == 0


def test_a_verdict_that_a_reviewer_has_set_waits_for_nobody() -> None:
    assert waits(a_verdict("missed", needs_review=True))
    assert not waits(a_verdict("missed", needs_review=True, override="missed"))


def test_the_site_counts_what_the_ledger_counts(ledger: Path) -> None:
    with Ledger.open(ledger) as book:
        counts = tally(entry.verdict for entry in read_book(book).entries)
        query = (
            "SELECT SUM(due), SUM(due_and_reported), SUM(due_and_delivered), SUM(not_yet_due), "
            "SUM(not_yet_due_but_secured), SUM(commitments) FROM coverage_by_theme"
        )
        told = tuple(book.connection.exec_driver_sql(query).one())

    mine = (counts.due, counts.reported, counts.delivered, counts.waiting, counts.secured, counts.total)
    assert mine == told
