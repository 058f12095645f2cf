"""``lantu measure``: what a plan promises, measured from raw data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from . import options
from .ending import finish
from .measured_rows import print_measured
from .rows import note


@click.command(name="measure", short_help="Measure a plan folder's computed indicators.")
@click.argument("plan_folder", type=options.FILE)
@options.on
@options.ledger
@options.form
@options.issue_options
def command(plan_folder: Path, on: date, ledger: Path | None, form: str | None, list_issues: bool, fail_on: str) -> int:
    """Measure the indicators/*.yaml of PLAN_FOLDER and add the measured values to its ledger.

    Each is measured by its own definition and by the usual others: the band between them is part of the result.
    What was measured before from the same files is not measured again. `lantu build` measures too, and puts the
    measured values beside the reported ones on the site.

    \b
    Examples:
      lantu measure my-plan --on 2025-01-31
      lantu measure my-plan --on 2025-01-31 --format csv > measured.csv
    """  # noqa: D301 - \b is click's
    from lantu.pipeline import measure_plan

    measured, appended = measure_plan(plan_folder, on=on, ledger=ledger)
    print_measured(measured.records, form)
    note(f"{len(measured.records)} measured: {appended.new} new or changed, {appended.same} as before")
    return finish(measured.issues, fail_on, every=list_issues)
