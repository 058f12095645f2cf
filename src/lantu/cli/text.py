"""``lantu text``: the decoded text that every offset points into."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from . import options
from .progress import watched
from .rows import piped


@click.command(name="text", short_help="Print the text that offsets point into.")
@click.argument("file", type=options.FILE)
def command(file: Path) -> None:
    """Print the decoded text of FILE, unchanged: start and end of a statement are indices into it.

    \b
    Example:
      lantu text report.txt > report.decoded.txt
    """  # noqa: D301 - \b is click's
    from lantu.documents import read_file, reading_text

    text = reading_text(read_file(file, watch=watched))
    with piped():
        sys.stdout.write(text)
