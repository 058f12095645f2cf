"""How far the work has come, where a person watches."""

from __future__ import annotations

import io
import sys

import pytest

from lantu.cli import progress
from lantu.cli.progress import tracked, watched


class Terminal(io.StringIO):
    """Standard error that a person watches."""

    def isatty(self) -> bool:
        return True


def test_a_bar_of_pages_grows_and_ends_its_line_with_the_last_page(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    watched(1, 4)
    watched(3, 4)
    watched(4, 4)

    first, third, last = terminal.getvalue().split("\r")[1:]
    assert (first.count("━"), third.count("━"), last.count("━")) == (0, 15, 22)
    assert third.endswith("reading page 3 of 4")
    assert last.endswith("reading page 4 of 4\n")


def test_pages_are_told_in_the_bar_of_documents_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    told = []

    for _ in tracked(["a", "b"], "reading"):
        watched(2, 9)
        [bar] = progress.shown
        told.append(bar.tasks[0].description)

    assert told == ["reading page 2 of 9"] * 2
    assert "\r━" not in terminal.getvalue()
    assert progress.shown == []


def test_nothing_is_told_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = io.StringIO()
    monkeypatch.setattr(sys, "stderr", quiet)

    assert list(tracked(["a", "b"], "reading")) == ["a", "b"]
    watched(1, 4)

    assert quiet.getvalue() == ""
