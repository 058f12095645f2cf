"""``lantu serve``: look at a built site in a browser on this machine."""

from __future__ import annotations

import ipaddress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click

from lantu.model import InputError

from . import options
from .rows import note


class _Quiet(SimpleHTTPRequestHandler):
    """Answers GET and HEAD for the files of one folder, says nothing of it, lists no folder."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".html": "text/html; charset=utf-8",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parameter is the library's
        """Print no line a request."""

    def list_directory(self, path: object) -> None:
        """Give nothing of a folder without a page."""
        self.send_error(404)

    def end_headers(self) -> None:
        """Tell browsers to ask again each time and to guess no types."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()


def site_of(folder: Path) -> Path:
    """Give the site in a plan folder, or the folder itself where it is one."""
    for site in (folder / "site", folder):
        if (site / "index.html").is_file():
            return site
    raise InputError(f"{folder}: holds no site", f"'lantu build {folder} --on DATE' writes one")


def serve(site: Path, host: str, port: int) -> None:
    """Serve the folder ``site`` until the user stops it."""
    try:
        server = ThreadingHTTPServer((host, port), partial(_Quiet, directory=str(site)))
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot listen on {host}:{port}: {reason.lower()}", "name another --port") from error
    with server:
        note(f"serving {site} on http://{host}:{server.server_address[1]}/ (stop with Ctrl-C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            note("stopped")


def checked_host(host: str, *, public: bool) -> str:
    """Give the address where it is this machine's own, or where the user said that others may see it."""
    try:
        own = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host).is_loopback
    except ValueError as error:
        raise InputError(f"'{host}' is no address", "write an IP address such as 127.0.0.1") from error
    if not own and not public:
        raise InputError(f"{host} can be reached by others", "add --public if that is wanted")
    return host


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
    serve(site_of(folder), checked_host(host, public=public), port)
