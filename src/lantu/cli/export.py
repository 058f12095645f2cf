"""``lantu export``: the ledger of a plan folder in one format that other systems load."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .books import ledger_of
from .rows import note

if TYPE_CHECKING:
    from lantu.publication.book import Book
    from lantu.publication.data import Release


@click.command(name="export", short_help="Write a ledger in a format that other systems load.")
@click.argument("form", metavar="FORMAT")
@click.argument("plan_folder", type=options.FILE)
@click.option("-o", "--output", type=options.FILE, metavar="DIR", help="The folder; PLAN_FOLDER/data if not given.")
@options.ledger
@click.option("--since", type=options.FILE, metavar="LEDGER", help="An earlier ledger: the feed tells what changed.")
def command(form: str, plan_folder: Path, output: Path | None, ledger: Path | None, since: Path | None) -> None:
    """Write what the ledger of PLAN_FOLDER holds as FORMAT. 'lantu build' writes the ledger first.

    \b
    FORMAT is one of:
      csv      CSV tables with a Frictionless Data Package and CSVW metadata
      xlsx     a workbook in the layout that offices use, and every table
      jsonld   schema.org ClaimReview of what was claimed, and a DCAT-AP catalogue
      sdmx     SDMX-CSV and SDMX-JSON 2.1 with their data structure
      iati     IATI 2.03 activity XML
      opensdg  the layout of Open SDG: data and metadata an indicator
      atom     a feed of the verdicts that changed
      parquet  the tables, typed (needs the extra 'data')
      report   a report of a few pages to print, PDF (needs the extra 'report')

    The same ledger gives the same bytes. Files of the same name are replaced, others are left alone.

    \b
    Examples:
      lantu export csv my-plan
      lantu export report my-plan -o briefing/
    """  # noqa: D301 - \b is click's
    from lantu.publication.data import export

    book = ledger_of(plan_folder) if ledger is None else ledger
    folder = (plan_folder if plan_folder.is_dir() else plan_folder.parent) / "data" if output is None else output
    written = export(form, _release(book, since), folder)
    for path in written[:_LISTED]:
        note(str(path))
    if len(written) > _LISTED:
        note(f"… and {len(written) - _LISTED} more files")


_LISTED = 12


def _release(book: Path, since: Path | None) -> Release:
    from lantu.publication.changes import changes_between
    from lantu.publication.data import Release

    now = _read(book)
    return Release(now, None if since is None else changes_between(_read(since), now))


def _read(book: Path) -> Book:
    from lantu.ledger import Ledger
    from lantu.publication.book import read_book

    with Ledger.open(book) as opened:
        return read_book(opened)
