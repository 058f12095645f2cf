from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from lantu.cli.serve import site_of
from lantu.cli.server import Pages, checked_host
from lantu.model import InputError


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """A server of one page."""
    (tmp_path / "index.html").write_text("<p>榆湾", encoding="utf-8")
    (tmp_path / "static").mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def answer(port: int, path: str, method: str = "GET") -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(method, path)
    response = connection.getresponse()
    response.body = response.read()  # type: ignore[attr-defined]
    connection.close()
    return response


def test_a_page_is_served_as_utf8(port: int) -> None:
    response = answer(port, "/")

    assert (response.status, response.getheader("Content-Type")) == (200, "text/html; charset=utf-8")


@pytest.mark.parametrize("path", ["/static/", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/missing.html"])
def test_nothing_but_the_pages_is_served(port: int, path: str) -> None:
    assert answer(port, path).status == 404


def test_nothing_can_be_sent(port: int) -> None:
    assert answer(port, "/", "POST").status == 501


def test_an_address_that_others_reach_must_be_asked_for() -> None:
    with pytest.raises(InputError, match="add --public"):
        checked_host("0.0.0.0", public=False)


def test_loopback_addresses_need_no_permission() -> None:
    assert checked_host("127.0.0.1", public=False) == "127.0.0.1"


def test_a_site_is_found_in_its_plan_folder(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").touch()

    assert site_of(tmp_path) == site_of(tmp_path / "site") == tmp_path / "site"


def piece(port: int, wanted: str) -> tuple[int, str | None, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/index.html", headers={"Range": wanted})
    response = connection.getresponse()
    found = response.status, response.getheader("Content-Range"), response.read()
    connection.close()
    return found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("bytes=0-2", (206, "bytes 0-2/9", b"<p>")),
        ("bytes=1-1", (206, "bytes 1-1/9", b"p")),
        ("bytes=3-999", (206, "bytes 3-8/9", "榆湾".encode())),
        ("bytes=3-", (206, "bytes 3-8/9", "榆湾".encode())),
        ("bytes=-3", (206, "bytes 6-8/9", "湾".encode())),
        ("bytes=-999", (206, "bytes 0-8/9", "<p>榆湾".encode())),
        ("bytes=9-12", (416, "bytes */9", b"")),
        ("bytes=-0", (416, "bytes */9", b"")),
        ("bytes=5-2", (200, None, "<p>榆湾".encode())),
        ("bytes=0-0,2-2", (200, None, "<p>榆湾".encode())),
        ("lines=1-2", (200, None, "<p>榆湾".encode())),
    ],
)
def test_a_part_of_a_file_can_be_asked_for(port: int, wanted: str, found: tuple[int, str | None, bytes]) -> None:
    assert piece(port, wanted) == found


def test_a_page_says_that_parts_may_be_asked_for(port: int) -> None:
    assert answer(port, "/").getheader("Accept-Ranges") == "bytes"
