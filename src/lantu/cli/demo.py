"""``lantu demo``: the bundled example, built and shown."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import click

import lantu
from lantu.model import InputError

from . import options
from .build import tell
from .ending import finish
from .progress import tracked, watched
from .rows import FORMATS, note
from .verdict_rows import print_verdicts

EXAMPLE = "qinglan-2023"
"""The fictional city's plan folder in ``examples/`` of a clone."""
DAY = date(2024, 7, 5)
"""Half-way through the plan, when most verdicts occur."""


@click.command(name="demo", short_help="Build and show the bundled example.")
@click.option("--into", type=options.FILE, metavar="DIR", help="Copy the example there first and build the copy.")
@click.option(
    "--on", type=options.DAY, metavar="DATE", help="The day to settle for; half-way through the plan if not given."
)
@click.option("--no-serve", is_flag=True, help="Stop after the build.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How rows are printed."
)
def command(into: Path | None, on: date | None, no_serve: bool, port: int, form: str) -> int:
    """Build the ledger and the site of a fictional city's plan, print its verdicts, and show the site.

    Safe to repeat. In a clone the example is built where it lies; elsewhere a copy is built in ./lantu-demo.

    \b
    Examples:
      lantu demo
      lantu demo --no-serve
    """  # noqa: D301 - \b is click's
    from lantu.pipeline import build
    from lantu.plans import plan_from

    folder = plan_from(_place(into))
    day = on or DAY
    note(f"building {folder.path} as of {day}")
    built = build(folder, on=day, track=tracked, watch=watched)
    print_verdicts(built.settled.verdict_records(), form)
    tell(built)
    status = finish(built.settled.issues, "error", every=False)
    if built.site is not None and not no_serve:
        from .server import serve

        serve(built.site, "127.0.0.1", port)
    return status


def _place(into: Path | None) -> Path:
    """Give the example where it can be written: where it lies in a clone, else a copy."""
    package = Path(lantu.__file__).parent
    clone = package.parents[1] / "examples" / EXAMPLE
    if into is None and clone.is_dir():
        return clone
    target = Path("lantu-demo") if into is None else into
    if (target / "plan.yaml").is_file():
        return target
    if target.exists() and any(target.iterdir()):
        raise InputError(f"{target}: holds something else than the example", "name an empty or new folder with --into")
    source = clone if clone.is_dir() else package / "example"
    if not source.is_dir():
        raise InputError(f"{source}: the bundled example is missing", "install lantu again")
    shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("ledger.sqlite*", "site"))
    return target
