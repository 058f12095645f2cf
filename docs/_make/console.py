"""Run the commands that pages show, and hold the pages to what they print.

A block fenced as ``console`` holds commands after ``$`` (a line after ``>`` continues one) and, below each, what
it prints. All blocks of a page run one after another in one empty folder that holds a copy of the examples, and
share their variables. In the shown output a line ``…`` stands for any number of lines, or none, and ``…`` within
a line for any characters. A command without shown output only has to end well.

``python docs/_make/console.py PAGE…`` writes the true output into the pages; lines hidden by ``…`` are shown again.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"(?m)^```console\n(.*?)^```$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a page, as it is shown, and the output shown below it."""

    command: str
    shown: str
    output: str


def steps(block: str) -> Iterator[Step]:
    """Give the commands of one block."""
    shown: list[str] = []
    output: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            if shown:
                yield _step(shown, output)
            shown, output = [line], []
        elif line.startswith(">") and not output:
            shown.append(line)
        else:
            output.append(line)
    if shown:
        yield _step(shown, output)


def _step(shown: list[str], output: list[str]) -> Step:
    command = "\n".join([shown[0][2:], *(line[1:].removeprefix(" ") for line in shown[1:])])
    return Step(command, "\n".join(shown), "\n".join(output).strip("\n"))


def fits(shown: str, printed: str) -> bool:
    r"""Tell whether the shown output, with its ``…``, fits what was printed.

    >>> fits("a…c", "abbc"), fits("first\n…\nlast", "first\n2\n3\nlast"), fits("a", "b")
    (True, True, False)
    """
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else _line(line) for line in _plain(shown).splitlines())
    return re.fullmatch(pattern, _plain(printed)) is not None


def _plain(text: str) -> str:
    """Give the text without empty lines and without the widths of its columns, which depend on rows left out."""
    lines = (re.sub("─+", "─", re.sub(" +", " ", line)).rstrip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _line(line: str) -> str:
    return ".*?".join(re.escape(part) for part in line.split("…")) + r"\n"


class Folder:
    """An empty folder with a copy of the examples, in which the commands of one page run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        ignored = shutil.ignore_patterns("ledger.sqlite*", "site")
        for name in ("examples", "plans"):
            shutil.copytree(ROOT / name, path / name, ignore=ignored)
        (path / "lantu").write_text(f'#!/bin/sh\nexec "{_command()}" "$@"\n', encoding="utf-8")
        (path / "lantu").chmod(0o755)

    def run(self, command: str) -> tuple[int, str]:
        """Run one command; give its exit status and what it printed, errors included."""
        path = f"{self.path}:{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, "COLUMNS": "110", "PYTHONUNBUFFERED": "1", "LC_ALL": "C.UTF-8"}
        kept = "set -a; [ ! -f .variables ] || . ./.variables"
        script = f"{kept}\n{command}\nstatus=$?\nexport -p > .variables\nexit $status"
        done = subprocess.run(  # noqa: S602 - the commands are those of our own pages
            script, shell=True, cwd=self.path, env=environment, text=True, timeout=300, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        lines = [line.rstrip() for line in done.stdout.replace(f"{self.path}/", "").splitlines()]
        return done.returncode, "\n".join(lines).strip("\n")


def _command() -> str:
    return str(Path(sys.executable).parent / "lantu")


def differences(page: Path) -> list[str]:
    """Give, in words, each command of a page that fails or prints something else than the page shows."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(Path(name))
        for block in FENCE.findall(page.read_text(encoding="utf-8")):
            for step in steps(block):
                status, printed = folder.run(step.command)
                if status not in (0, 1) and not step.output:
                    found.append(f"{page.name}: $ {step.command}\n  ended with {status}:\n{printed}")
                elif step.output and not fits(step.output, printed):
                    found.append(f"{page.name}: $ {step.command}\nshows\n{step.output}\nprints\n{printed}")
    return found


def rewritten(page: Path) -> str:
    """Give the page with the true output below each command that shows any."""
    with tempfile.TemporaryDirectory() as name:
        folder = Folder(Path(name))

        def renew(match: re.Match[str]) -> str:
            parts = []
            for step in steps(match[1]):
                _, printed = folder.run(step.command)
                kept = step.output if step.output and fits(step.output, printed) else printed
                parts.append(step.shown if not step.output else f"{step.shown}\n{kept}")
            return "```console\n" + "\n".join(parts) + "\n```"

        return FENCE.sub(renew, page.read_text(encoding="utf-8"))


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        Path(argument).write_text(rewritten(Path(argument)), encoding="utf-8")
