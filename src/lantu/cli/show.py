"""``lantu show``: the page on which a statement stands."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .progress import watched


@click.command(name="show", short_help="Draw the page on which a statement stands.")
@click.argument("file", type=options.FILE)
@click.option("--statement", required=True, metavar="ID", help="The statement's id, or its beginning.")
@click.option("-o", "--output", type=options.FILE, metavar="PNG", help="The picture; statement-ID.png if not given.")
def command(file: Path, statement: str, output: Path | None) -> None:
    """Draw the page of FILE (a PDF, scan or photo) on which a statement stands, with the statement boxed.

    The ids stand in what 'lantu read' prints.

    \b
    Examples:
      lantu show plan.pdf --statement 8cbb04f2
      lantu show scan.jpg --statement 8cbb04f2 -o page.png
    """  # noqa: D301 - \b is click's
    from lantu.model import InputError
    from lantu.pipeline import show

    shown = show(file, statement, watched)
    target = output or Path(f"statement-{shown.statement['id']}.png")
    try:
        target.write_bytes(shown.png)
    except OSError as error:
        raise InputError(f"{target}: cannot be written ({error.strerror})", "name another file with -o") from None
    quote, page = shown.statement["quote"], shown.statement["page"]
    click.echo(f"{target}: page {page}, 「{quote}」", err=True)
