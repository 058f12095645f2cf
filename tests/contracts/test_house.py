"""What CONTRIBUTING.md promises about the code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "src").rglob("*.py"))
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_no_module_is_longer_than_500_lines(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 500


def test_no_module_is_named_for_nothing() -> None:
    nameless = {"utils", "util", "helpers", "helper", "common", "misc"}

    assert [module for module in MODULES if nameless & {*module.parts, module.stem}] == []


def test_the_lock_pins_every_dependency_by_hash() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(each for extra in project["optional-dependencies"].values() for each in extra),
    ]
    names = {re.split(r"[\[<>=!~; ]", one, maxsplit=1)[0].lower() for one in wanted}
    pinned = dict(re.findall(r"(?m)^([a-z0-9._-]+)==[^\n]*\\\n    (--hash=sha256:)", LOCK))

    assert {name for name in names if name not in pinned} == set()


def test_the_lock_names_every_extra_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {part for line in re.findall(r"(?m)^# for: (.+)$", LOCK) for part in line.split()}

    assert named == {"default", "setup", *project["optional-dependencies"]}


def test_the_lock_holds_no_registry_address() -> None:
    assert re.findall(r"https?://|--(?:extra-)?index", LOCK) == []


def test_the_changelog_lists_changed_verdicts() -> None:
    releases = re.split(r"(?m)^## ", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))[1:]

    assert [one.splitlines()[0] for one in releases if "### Verdicts changed" not in one] == []
