"""``lantu new``: write an example plan folder."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .rows import note


@click.command(name="new", short_help="Write an example plan folder to start from.")
@click.argument("folder", type=options.FILE)
def command(folder: Path) -> None:
    """Write an example plan folder, with two short documents, that builds as it is.

    Nothing is ever overwritten.

    \b
    Example:
      lantu new my-plan
      lantu build my-plan --on 2025-01-31
    """  # noqa: D301 - \b is click's
    from lantu.plans import new_folder

    for path in new_folder(folder):
        note(f"wrote {path}")
    note(f"next: edit {folder}/plan.yaml and {folder}/documents.yaml, then lantu check {folder}")
