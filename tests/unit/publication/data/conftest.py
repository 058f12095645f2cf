"""What the tests of every format share: a book in which every verdict occurs, and the book of a real plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lantu.ledger import Ledger
from lantu.pipeline import build
from lantu.plans import plan_from
from lantu.publication.book import read_book
from lantu.publication.data import Release

PLANS = Path(__file__).resolve().parents[4] / "plans"


@pytest.fixture(scope="session")
def release(ledger: Path) -> Release:
    """The sample: seventeen verdicts, both licences, an override."""
    with Ledger.open(ledger) as opened:
        return Release(read_book(opened))


@pytest.fixture(scope="session")
def zibo(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The plan of Zibo with everything that was reported on it; only for tests marked ``shared``."""
    path = tmp_path_factory.mktemp("zibo") / "ledger.sqlite"
    documents = shared / "documents" / "zibo"
    build(plan_from(PLANS / "zibo-2022"), on=date(2025, 6, 1), documents=documents, ledger=path, publishing=False)
    with Ledger.open(path) as opened:
        return Release(read_book(opened))


@pytest.fixture(scope="session")
def named(release: Release) -> Release:
    """The sample with a publisher and an address, as ``plan.yaml`` may state them."""
    plan = {**release.book.plan, "publisher": "澄湾观察", "address": "https://data.chengwan.example/plan/"}
    return Release(replace(release.book, plan=plan))
