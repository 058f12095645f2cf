from __future__ import annotations

import pytest

from lantu.cli.ending import exit_status, finish
from lantu.model import Issue, Level

ISSUES = [Issue("undated", "no year", Level.WARNING), Issue("note", "by the way", Level.INFO)]


@pytest.mark.parametrize(
    ("fail_on", "status"),
    [("error", 0), ("warning", 1), ("info", 1), ("never", 0)],
)
def test_the_named_level_decides_the_exit_status(fail_on: str, status: int) -> None:
    assert exit_status(ISSUES, fail_on) == status


def test_errors_are_told_each_and_the_rest_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    issues = [*ISSUES, *ISSUES, Issue("unreadable", "no such file", Level.ERROR, "a.txt")]

    assert finish(issues, "error", every=False) == 1
    assert capsys.readouterr().err.splitlines() == [
        "error unreadable: no such file (a.txt)",
        "4 issues: 2 undated, 2 note (--issues lists them)",
    ]


def test_every_issue_is_listed_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    finish(ISSUES, "error", every=True)

    assert capsys.readouterr().err.splitlines() == ["warning undated: no year", "info note: by the way"]
