"""A small web server for one folder of pages on this machine."""

from __future__ import annotations

import ipaddress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from lantu.model import InputError

from .ranges import part
from .rows import note


class Pages(SimpleHTTPRequestHandler):
    """Answers GET and HEAD for the files of one folder, whole or in part, says nothing of it, lists no folder."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".html": "text/html; charset=utf-8",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parameter is the library's
        """Print no line a request."""

    def list_directory(self, path: object) -> None:
        """Give nothing of a folder without a page."""
        self.send_error(404)

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with a part of a file where one is asked for, else as the library does."""
        path = Path(self.translate_path(self.path))
        if "Range" not in self.headers or not path.is_file():
            return super().send_head()
        data = path.read_bytes()
        try:
            wanted = part(self.headers["Range"], len(data))
        except ValueError:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{len(data)}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if wanted is None:
            return super().send_head()
        first, length = wanted
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Range", f"bytes {first}-{first + length - 1}/{len(data)}")
        self.send_header("Content-Length", str(length))
        self.end_headers()
        return BytesIO(data[first : first + length])

    def end_headers(self) -> None:
        """Tell browsers that parts may be asked for, to ask again each time and to guess no types."""
        self.send_header("Accept-Ranges", "bytes")
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
