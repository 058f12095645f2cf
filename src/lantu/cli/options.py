"""Options that several commands share, each written once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from lantu.model import Level

from .rows import FORMATS

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A day as 2022-12-02."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or say how to write one."""
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is no date; write it as 2022-12-02", param, ctx)


class Earlier(click.ParamType["Path | date"]):
    """An earlier ledger, or an earlier day as 2022-12-02."""

    name = "earlier"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | date:
        """Read a day where it is one, else take the path of a ledger."""
        try:
            return date.fromisoformat(value)
        except ValueError:
            return Path(value)


class Picture(click.Path):
    """A picture to write, ``.svg`` or ``.png``: another name is refused before the work, not after it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Take the path, or say how to name it."""
        if not str(value).lower().endswith((".svg", ".png")):
            self.fail(f"'{value}' is no name of a picture; end it in .svg, or in .png for print", param, ctx)
        return super().convert(value, param, ctx)


FILE = click.Path(path_type=Path)
"""A path; whether it can be read is found out, and said, where it is read."""
PICTURE = Picture(path_type=Path)
MODES = click.Choice(("walk", "cycle", "drive"))

DAY = Day()
SINCE = Earlier()

on = click.option("--on", type=DAY, required=True, metavar="DATE", help="The day to settle for, as 2022-12-02.")
documents = click.option(
    "--documents", type=FILE, metavar="DIR", help="Folder of the documents, where it is not PLAN_FOLDER/documents."
)
form = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="How rows are printed; table on a terminal, else jsonl.",
)
ledger = click.option("--ledger", type=FILE, metavar="FILE", help="The ledger; PLAN_FOLDER/ledger.sqlite if not given.")
language = click.option(
    "--lang", "language", type=click.Choice(["zh", "en"]), default="en", show_default=True, help="Language of labels."
)
list_issues = click.option("--issues", "list_issues", is_flag=True, help="List every issue, not only their number.")
fail_on = click.option(
    "--fail-on",
    type=click.Choice([*(str(level) for level in Level), "never"]),
    default=str(Level.ERROR),
    show_default=True,
    help="Exit with 1 where there is an issue at this level or above.",
)


def issue_options(command: Command) -> Command:
    """Add the options that say what becomes of issues."""
    return list_issues(fail_on(command))
