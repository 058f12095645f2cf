"""Stories run the command line as a user does: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

_TESTS = str(Path(__file__).resolve().parents[1])
if _TESTS not in sys.path:
    sys.path.insert(0, _TESTS)

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
