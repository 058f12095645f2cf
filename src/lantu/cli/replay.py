"""``lantu replay``: compute every verdict of a ledger again from its proof alone."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .books import ledger_of
from .ending import finish
from .rows import note


@click.command(name="replay", short_help="Compute every verdict again from its proof alone.")
@click.argument("ledger", type=options.FILE)
@options.issue_options
def command(ledger: Path, list_issues: bool, fail_on: str) -> int:
    """Compute every verdict of LEDGER (a file or a plan folder) again from its proof alone.

    A proof holds the numbers that were printed, how they stand to the promise, the thresholds, and each line of the
    arithmetic. What the proof gives must be what the ledger says.

    \b
    Example:
      lantu replay my-plan
    """  # noqa: D301 - \b is click's
    from lantu.pipeline import replay_ledger

    found = replay_ledger(ledger_of(ledger))
    wrong = len({issue.message.partition(":")[0] for issue in found.issues})
    note(f"{found.verdicts} verdicts computed again from their proofs: {found.verdicts - wrong} agree")
    return finish(found.issues, fail_on, every=list_issues)
