"""What the whole suite shares: which outside parts a test needs, and that a missing one is said, never hidden."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ALL = bool(os.environ.get("LANTU_TEST_ALL"))
"""``./lantu test --all``: a missing part is a failure."""


def shared_folder() -> Path:
    """Give the folder of real documents."""
    return Path(os.environ.get("LANTU_SHARED") or ROOT.parent / "shared")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents; a test that asks for it is marked ``shared``."""
    return shared_folder()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The command of a headless Chromium; a test that asks for it is marked ``chromium``."""
    return _chromium() or "chromium"


@cache
def _chromium() -> str | None:
    return os.environ.get("LANTU_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@cache
def _has_chinese_font() -> bool:
    command = shutil.which("fc-list")
    if command is None:
        return False
    listed = subprocess.run([command, ":lang=zh", "family"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def missing(mark: pytest.Mark) -> str | None:
    """Say what a marked test needs and does not find, or None."""
    name = mark.args[0] if mark.args else ""
    lacks = {
        "shared": (
            (shared_folder() / "documents").is_dir,
            f"the folder of real documents (LANTU_SHARED, now {shared_folder()})",
        ),
        "chromium": (_chromium, "a headless Chromium (apt install chromium, or LANTU_CHROMIUM)"),
        "fonts": (_has_chinese_font, "a Chinese font (apt install fontconfig fonts-noto-cjk)"),
        "extra": (lambda: find_spec(name), f"the optional part {name} (./lantu install --all)"),
        "slow": (lambda: ALL, "time (./lantu test --all)"),
    }
    if mark.name not in lacks:
        return None
    present, what = lacks[mark.name]
    return None if present() else what


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what cannot run here; with ``--all`` fail instead."""
    for mark in item.iter_markers():
        what = missing(mark)
        if what is not None and ALL:
            pytest.fail(f"needs {what}", pytrace=False)
        if what is not None:
            pytest.skip(f"needs {what}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """List the tests that did not run, by what they need."""
    reasons: Counter[str] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        _, _, reason = report.longrepr if isinstance(report.longrepr, tuple) else ("", 0, str(report.longrepr))
        reasons[reason.removeprefix("Skipped: ")] += 1
    if reasons:
        terminalreporter.section("not run")
    for reason, count in sorted(reasons.items()):
        terminalreporter.line(f"{count} {'test' if count == 1 else 'tests'}: {reason}")
