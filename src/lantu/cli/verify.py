"""``lantu verify``: check that a ledger is whole and unchanged."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .books import ledger_of
from .ending import finish
from .rows import note


@click.command(name="verify", short_help="Check that a ledger is whole and every quote re-slices.")
@click.argument("ledger", type=options.FILE)
@click.option("--head", metavar="HASH", help="The head that an earlier verify printed: it must still be in the book.")
@options.issue_options
def command(ledger: Path, head: str | None, list_issues: bool, fail_on: str) -> int:
    """Check LEDGER (a file or a plan folder) from its first entry to its last quote.

    \b
    Example:
      lantu verify my-plan
    """  # noqa: D301 - \b is click's
    from lantu.ledger import verify

    found = verify(ledger_of(ledger), head=head)
    note(f"{found.events} entries, {found.quotes} quotes sliced again, head {found.head}")
    note("whole" if found.whole else "NOT whole")
    return finish(found.issues, fail_on, every=list_issues)
