"""``lantu settle``: a verdict on every commitment."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lantu.model import InputError

from . import options
from .ending import finish
from .progress import tracked, watched
from .verdict_rows import print_verdicts

if TYPE_CHECKING:
    from lantu.pipeline import Settlement
    from lantu.verdicts import Meaning


@click.command(name="settle", short_help="Print the verdict on every commitment.")
@click.argument("paths", type=options.FILE, nargs=-1, metavar="[PLAN_FOLDER]")
@options.documents
@click.option("--targets", type=options.FILE, metavar="FILE", help="Without a plan folder: where the commitments are.")
@click.option(
    "--reports", type=options.FILE, metavar="FILE...", multiple=True, help="With --targets: where the results are."
)
@options.on
@click.option("--pack", metavar="NAME", help="With --targets: the policy pack; 'default' if not given.")
@click.option("--match", is_flag=True, help="Weigh closeness in meaning too: a sentence embedding, the extra 'match'.")
@options.form
@options.issue_options
def command(
    paths: tuple[Path, ...],
    documents: Path | None,
    targets: Path | None,
    reports: tuple[Path, ...],
    on: date,
    pack: str | None,
    match: bool,
    form: str | None,
    list_issues: bool,
    fail_on: str,
) -> int:
    """Print one row a commitment: its verdict on a day, the evidence, and the working.

    A document published after --on is no evidence. Nothing is written.

    \b
    Examples:
      lantu settle my-plan --on 2024-12-31
      lantu settle plans/zibo-2022 --documents texts/ --on 2022-12-02 --format jsonl
      lantu settle --targets plan.txt --reports 2023.txt 2024.txt --on 2025-01-31
    """  # noqa: D301 - \b is click's
    meaning = _meaning() if match else None
    if targets is None:
        settled = _plan(paths, reports, documents, pack, on, meaning)
    else:
        settled = _files(targets, (*reports, *paths), documents, pack, on, meaning)
    print_verdicts(settled.verdict_records(), form)
    return finish(settled.issues, fail_on, every=list_issues)


def _meaning() -> Meaning:
    from lantu.pipeline.meaning import embedded

    return embedded()


def _plan(
    paths: tuple[Path, ...],
    reports: tuple[Path, ...],
    documents: Path | None,
    pack: str | None,
    on: date,
    meaning: Meaning | None,
) -> Settlement:
    from lantu.pipeline import settle_plan
    from lantu.plans import plan_from

    if len(paths) != 1 or reports or pack:
        remedy = "name one PLAN_FOLDER, or --targets FILE with --reports FILE..."
        raise InputError("nothing to settle" if not paths else "two ways to settle at once", remedy)
    return settle_plan(plan_from(paths[0]), documents=documents, on=on, track=tracked, watch=watched, meaning=meaning)


def _files(
    targets: Path,
    reports: tuple[Path, ...],
    documents: Path | None,
    pack: str | None,
    on: date,
    meaning: Meaning | None,
) -> Settlement:
    from lantu.pipeline import settle_files

    if documents is not None:
        raise InputError("--documents goes with a plan folder", "name the files themselves")
    if not reports:
        raise InputError("--targets without --reports", "name the files with the results after --reports")
    return settle_files(targets, reports, on=on, pack=pack or "default", meaning=meaning)
