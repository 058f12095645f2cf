"""``lantu build``: a plan folder's ledger and site."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .ending import finish
from .measured_rows import summary
from .progress import tracked, watched
from .rows import note

if TYPE_CHECKING:
    from lantu.pipeline import Built


@click.command(name="build", short_help="Build a plan folder's ledger and site.")
@click.argument("plan_folder", type=options.FILE)
@options.on
@options.documents
@options.ledger
@click.option("--site", type=options.FILE, metavar="DIR", help="The site; PLAN_FOLDER/site if not given.")
@click.option("--no-site", is_flag=True, help="Write the ledger alone.")
@click.option(
    "--since",
    type=options.SINCE,
    metavar="LEDGER|DATE",
    help="An earlier ledger or day: the site tells what changed between the two.",
)
@options.issue_options
def command(
    plan_folder: Path,
    on: date,
    documents: Path | None,
    ledger: Path | None,
    site: Path | None,
    no_site: bool,
    since: Path | date | None,
    list_issues: bool,
    fail_on: str,
) -> int:
    """Read the documents of PLAN_FOLDER, settle its commitments, write the ledger and the site.

    Nothing is written before everything was read and settled: bad input leaves the earlier ledger and site
    as they were. The same folder and day give the same bytes.

    \b
    Examples:
      lantu build my-plan --on 2025-01-31
      lantu build plans/zibo-2022 --documents texts/ --on 2022-12-02 --site public/
      lantu build my-plan --on 2025-01-31 --since 2024-07-01
    """  # noqa: D301 - \b is click's
    from lantu.pipeline import build
    from lantu.plans import plan_from

    built = build(
        plan_from(plan_folder),
        on=on,
        documents=documents,
        ledger=ledger,
        site=site,
        since=since,
        publishing=not no_site,
        track=tracked,
        watch=watched,
    )
    tell(built)
    return finish(built.settled.issues, fail_on, every=list_issues)


def tell(built: Built) -> None:
    """Say what was read, settled and written."""
    settled = built.settled
    note(
        f"{len(settled.read)} documents: {len(settled.commitments)} commitments, "
        f"{len(settled.observations)} observations, {len(settled.claims)} claims"
    )
    kinds = Counter(str(verdict.shown) for verdict in settled.verdicts)
    note(f"on {settled.on}: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()))
    for record in built.measured.records:
        note(f"measured {summary(record)}")
    appended = built.appended
    note(
        f"{built.ledger}: {appended.new} new or changed, {appended.same} as before, {appended.retired} no longer stated"
    )
    if built.site is not None:
        note(f"{built.site / 'index.html'}: open it in a browser, or run lantu serve {built.site}")
