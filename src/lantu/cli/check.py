"""``lantu check``: what is missing in a plan folder or does not agree."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from lantu.model import InputError, Issue, Level

from . import options
from .ending import finish
from .progress import tracked, watched
from .rows import note, print_rows

COLUMNS = {
    "name": "theme",
    "themes": "themes",
    "items": "items",
    "tasks": "tasks",
    "printed": "printed in the plan",
    "themes_read": "themes read",
    "commitments_read": "commitments read",
}


@click.command(name="check", short_help="Say what is missing or inconsistent in a plan folder.")
@click.argument("plan_folder", type=options.FILE)
@options.documents
@click.option("--on", type=options.DAY, metavar="DATE", help="Read the documents published by then; all if not given.")
@options.form
@options.issue_options
def command(
    plan_folder: Path, documents: Path | None, on: date | None, form: str | None, list_issues: bool, fail_on: str
) -> int:
    """Check PLAN_FOLDER and print what the plan says of its own size beside what could be read.

    Issues are listed on standard error. Nothing is written.

    \b
    Examples:
      lantu check my-plan
      lantu check my-plan --fail-on warning
    """  # noqa: D301 - \b is click's
    from lantu.pipeline import counts, settle_plan, uncounted
    from lantu.plans import findings, plan_from

    folder = plan_from(plan_folder)
    issues = findings(folder, documents)
    last = max(entry.published for entry in folder.documents)
    try:
        settled = settle_plan(folder, documents=documents, on=on or last, track=tracked, watch=watched)
    except InputError as error:
        issues.append(Issue("not_settled", str(error), Level.ERROR, str(plan_folder)))
        return finish(issues, fail_on, every=True)
    print_rows(map(asdict, counts(folder.plan, settled)), form, COLUMNS)
    issues += [*uncounted(folder.plan, settled), *settled.issues]
    note(f"{plan_folder}: {len(folder.documents)} documents listed, {len(settled.read)} read")
    return finish(list(dict.fromkeys(issues)), fail_on, every=list_issues)
