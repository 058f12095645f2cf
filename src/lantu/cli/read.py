"""``lantu read``: what documents promise and report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from lantu.model import Issue, Stream

from . import options
from .ending import finish
from .progress import tracked, watched
from .rows import print_rows

COLUMNS = {
    "kind": "kind",
    "quote": "quote",
    "comparator": "comparator",
    "value": "value",
    "unit": "unit",
    "indicator": "indicator",
    "period_end": "until",
    "status": "status",
    "start": "at",
}


@click.command(name="read", short_help="Print what documents promise and report.")
@click.argument("files", nargs=-1, required=True, type=options.FILE, metavar="FILE...")
@options.form
@click.option(
    "--stream",
    type=click.Choice([*(str(stream) for stream in Stream), "all"]),
    default="quantified",
    show_default=True,
    help="Numbers with a unit, acts without number, the source's own verdicts, or all.",
)
@options.issue_options
def command(files: tuple[Path, ...], form: str | None, stream: str, list_issues: bool, fail_on: str) -> int:
    """Print the commitments and observations that FILE... state, one row each, with their place.

    start and end are indices into the decoded text, which 'lantu text FILE' prints.

    \b
    Examples:
      lantu read plan.txt
      lantu read --format jsonl reports/*.txt > statements.jsonl
      lantu read --stream claims report.txt
    """  # noqa: D301 - \b is click's
    issues: list[Issue] = []
    print_rows(_rows(files, stream, issues), form, COLUMNS)
    return finish(issues, fail_on, every=list_issues)


def _rows(files: tuple[Path, ...], stream: str, issues: list[Issue]) -> Iterator[dict[str, Any]]:
    from lantu.pipeline import read_files

    for one in read_files(files, tracked, watched):
        issues += one.issues
        yield from one.records(*(Stream if stream == "all" else [Stream(stream)]))
