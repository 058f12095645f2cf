"""``lantu serve``: look at a built site in a browser on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from lantu.model import InputError

from . import options


def site_of(folder: Path) -> Path:
    """Give the site in a plan folder, or the folder itself where it is one."""
    for site in (folder / "site", folder):
        if (site / "index.html").is_file():
            return site
    raise InputError(f"{folder}: holds no site", f"'lantu build {folder} --on DATE' writes one")


@click.command(name="serve", short_help="Show a built site on this machine.")
@click.argument("folder", type=options.FILE)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--public", is_flag=True, help="Allow an address that others can reach.")
def command(folder: Path, host: str, port: int, public: bool) -> None:
    """Show the site of a plan folder, or a site, in a browser on this machine.

    \b
    Example:
      lantu serve my-plan
    """  # noqa: D301 - \b is click's
    from .server import checked_host, serve

    serve(site_of(folder), checked_host(host, public=public), port)
