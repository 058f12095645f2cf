"""One ledger of the sample and the site made from it, shared by the tests that only look."""

from __future__ import annotations

from pathlib import Path

import pytest

from lantu.ledger import Ledger
from lantu.publication import publish

from .sample import sample


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which every verdict occurs."""
    return sample().write(tmp_path_factory.mktemp("sample") / "ledger.sqlite")


@pytest.fixture(scope="session")
def site(ledger: Path) -> Path:
    """The site of that ledger."""
    with Ledger.open(ledger) as book:
        publish(book, ledger.parent / "site")
    return ledger.parent / "site"
