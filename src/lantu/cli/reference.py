"""Write the reference of the commands from the commands themselves.

``python -m lantu.cli.reference docs/reference/commands.md`` renews the page; a test holds it against the code.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from .main import COMMANDS, lantu

WIDTH = 96
HEAD = """\
# Commands

<!-- Written by `python -m lantu.cli.reference docs/reference/commands.md`; do not edit. -->

What a command prints for other programs is described in the [contract](contract.md). Rows go to standard output;
progress, issues and everything said to a person go to standard error. Exit status: 0 done; 1 done, with issues at
or above the level that `--fail-on` names; 2 unusable input or arguments, said in one line.
"""


def reference() -> str:
    """Give the whole page: every command with its help."""
    return HEAD + "".join(_sections())


def _sections() -> Iterator[str]:
    parent = click.Context(lantu, info_name="lantu", terminal_width=WIDTH, max_content_width=WIDTH)
    yield _section("lantu", lantu.get_help(parent))
    for name in COMMANDS:
        command = lantu.get_command(parent, name)
        if command is not None:
            context = click.Context(command, info_name=name, parent=parent, terminal_width=WIDTH)
            yield _section(f"lantu {name}", command.get_help(context))


def _section(title: str, text: str) -> str:
    plain = "\n".join(line.rstrip() for line in text.splitlines())
    return f"\n## {title}\n\n```text\n{plain}\n```\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8", newline="\n")
