"""``lantu fetch``: bring the documents that a plan folder lists."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .ending import finish
from .rows import note


@click.command(name="fetch", short_help="Bring the documents that a plan folder lists.")
@click.argument("plan_folder", type=options.FILE)
@options.documents
@click.option("--allow-private", is_flag=True, help="Also ask addresses of this machine or of a private network.")
@click.option("--again", is_flag=True, help="Also ask for what is there; what has not changed is not sent again.")
@options.issue_options
def command(
    plan_folder: Path, documents: Path | None, allow_private: bool, again: bool, list_issues: bool, fail_on: str
) -> int:
    """Fetch the documents of PLAN_FOLDER that are not there yet, from the addresses in documents.yaml alone.

    A file is kept only when its sha256 is the listed one. One request a second goes to a host, failed ones are repeated
    twice, and a redirect is followed within its host alone.

    \b
    Example:
      lantu fetch my-plan
    """  # noqa: D301 - \b is click's
    from lantu.pipeline import fetch
    from lantu.plans import plan_from

    issues = []
    for one in fetch(plan_from(plan_folder), documents, allow_private=allow_private, again=again):
        note(f"{one.name}: {one.state.replace('_', ' ')}")
        if one.issue is not None:
            issues.append(one.issue)
    return finish(issues, fail_on, every=list_issues)
