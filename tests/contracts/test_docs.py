"""The pages say what is true: their commands are run, their links lead somewhere, their tables match the code."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [*(path for path in (ROOT / "docs").rglob("*.md") if "_" not in path.parts[-2][:1]), *ROOT.glob("README*.md")]
)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def script(name: str) -> ModuleType:
    """Load one of the scripts that make the pages."""
    spec = importlib.util.spec_from_file_location(f"docs_{name}", ROOT / f"docs/_make/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


console = script("console")
reference = script("reference")


@pytest.mark.parametrize("page", [page for page in PAGES if console.FENCE.search(page.read_text("utf-8"))], ids=named)
def test_the_commands_of_a_page_print_what_the_page_shows(page: Path) -> None:
    found = console.differences(page)

    assert not found, "\n\n".join([*found, f"renew it: .venv/bin/python docs/_make/console.py {named(page)}"])


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_of_a_page_leads_to_a_file(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["ledger.md", "packs.md"])
def test_a_generated_page_is_what_the_code_says(name: str) -> None:
    page = (ROOT / "docs/reference" / name).read_text("utf-8")

    assert page == reference.pages()[name], "renew it: .venv/bin/python docs/_make/reference.py"


def test_both_readmes_run_the_same_commands() -> None:
    english, chinese = (
        [
            step.command.replace(" --lang zh", "")
            for block in console.FENCE.findall(text)
            for step in console.steps(block)
        ]
        for text in ((ROOT / "README.md").read_text("utf-8"), (ROOT / "README.zh.md").read_text("utf-8"))
    )

    assert chinese == english


def test_shown_output_may_leave_out_lines_but_not_change_them() -> None:
    printed = "first\nsecond\nthird"

    assert console.fits("first\n…\nthird", printed)
    assert console.fits("fi…\nsecond\nthird", printed)
    assert not console.fits("first\nthird", printed)
