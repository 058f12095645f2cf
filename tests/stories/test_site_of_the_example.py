"""The bundled example, built by the command line: its site is whole, in both languages."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from ..unit.publication.test_site import Page
from .conftest import CommandLine


@pytest.fixture
def site(example: Path) -> Path:
    return example / "site"


def test_every_link_of_the_example_leads_to_its_place(site: Path) -> None:
    pages = {path: Page(path) for path in sorted(site.rglob("*.html"))}

    broken = []
    for path, page in pages.items():
        for link in (each for each in page.links if "://" not in each):
            address, anchor = urldefrag(link)
            target = (path.parent / unquote(address)).resolve() if address else path
            ids = pages[target].ids if target in pages else []
            if not target.is_file() or (anchor and "=" not in anchor and anchor not in ids):
                broken.append((path.name, link))

    assert len(pages) > 100
    assert broken == []


def test_the_example_says_how_the_plan_stands_in_one_sentence(site: Path) -> None:
    chinese, english = (Page(site / code / "index.html").text for code in ("zh", "en"))

    assert "截至2026年3月31日，" in chinese
    assert "By 31 March 2026, " in english
    assert "Shown to be delivered" in english
    assert "Reported on at all" in english


def test_a_build_that_cannot_be_published_leaves_the_old_site(lantu: CommandLine, example: Path) -> None:
    site = shutil.copytree(example / "site", lantu.folder / "site")
    before = (site / "zh" / "index.html").read_bytes()

    run = lantu("build", "no-such-plan", "--on", "2026-03-31", "--ledger", "ledger.sqlite", "--site", "site")

    assert run.status == 2
    assert (site / "zh" / "index.html").read_bytes() == before
