"""Stories run the command line as a user does: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_TESTS = str(Path(__file__).resolve().parents[1])
if _TESTS not in sys.path:
    sys.path.insert(0, _TESTS)

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "qinglan-2023"
LANTU = Path(sys.executable).with_name("lantu")


@dataclass(frozen=True, slots=True)
class Run:
    """What a finished command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


class CommandLine:
    """Runs ``lantu`` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str | Path, timeout: float = 120) -> Run:
        done = subprocess.run(
            [LANTU, *words],
            cwd=self.folder,
            capture_output=True,
            timeout=timeout,
            check=False,
            env=os.environ | {"NO_COLOR": "1"},
        )
        return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture
def lantu(tmp_path: Path) -> CommandLine:
    """The command line, run in an empty folder."""
    return CommandLine(tmp_path)


@pytest.fixture
def my_plan(lantu: CommandLine) -> Path:
    """A plan folder as ``lantu new`` writes it."""
    assert lantu("new", "my-plan").status == 0
    return lantu.folder / "my-plan"


@pytest.fixture(scope="package")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``ledger.sqlite`` and ``site`` of the bundled example on 2026-03-31: for all, so only to read."""
    lantu = CommandLine(tmp_path_factory.mktemp("example"))
    run = lantu("build", EXAMPLE, "--on", "2026-03-31", "--ledger", "ledger.sqlite", "--site", "site")
    assert run.status in (0, 1), run.err
    return lantu.folder


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Any]:
    """One Chromium for all stories; closed with the last, because Playwright leaves a loop running until then."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - an optional part

    with sync_playwright() as browsers:
        opened = browsers.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--enable-unsafe-swiftshader"]
        )
        yield opened
        opened.close()
