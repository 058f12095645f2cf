"""A small web server for one folder of pages on this machine."""

from __future__ import annotations

import ipaddress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from lantu.model import InputError

from .rows import note


class Pages(SimpleHTTPRequestHandler):
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


def serve(site: Path, host: str, port: int) -> None:
    """Serve the folder ``site`` until the user stops it."""
    try:
        server = ThreadingHTTPServer((host, port), partial(Pages, directory=str(site)))
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
