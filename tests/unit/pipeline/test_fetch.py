from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from lantu.pipeline.fetching import fetch
from lantu.plans import PlanFolder, plan_from

TEXT = "到2025年,新建凉亭9座。".encode()
HASH = hashlib.sha256(TEXT).hexdigest()


class _Press(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/plan.txt")
            self.end_headers()
        elif self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
            self.end_headers()
        elif self.path == "/gone.txt":
            self.send_error(404)
        else:
            self.send_response(200)
            self.send_header("Content-Length", str(len(TEXT)))
            self.end_headers()
            self.wfile.write(TEXT)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def press() -> Iterator[str]:
    """A server on this machine that offers one document."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Press) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def folder(path: Path, url: str, sha256: str = HASH) -> PlanFolder:
    path.joinpath("plan.yaml").write_text(
        "title: t\nplace: {code: 990200, name: 桥东镇}\nissued: 2023-02-01\n"
        "horizon: {start: 2023-01-01, end: 2025-12-31}\n"
    )
    path.joinpath("documents.yaml").write_text(
        f"- {{path: plan.txt, url: '{url}', title: t, roles: [plan], published: 2023-02-01, sha256: {sha256}}}\n"
    )
    return plan_from(path)


def test_a_listed_document_is_fetched_once(tmp_path: Path, press: str) -> None:
    plan = folder(tmp_path, f"{press}/plan.txt")

    states = [one.state for _ in range(2) for one in fetch(plan, allow_private=True)]

    assert states == ["fetched", "there"]
    assert (tmp_path / "documents" / "plan.txt").read_bytes() == TEXT


def test_a_redirect_is_followed(tmp_path: Path, press: str) -> None:
    [one] = fetch(folder(tmp_path, f"{press}/moved"), allow_private=True)

    assert one.state == "fetched"


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("/gone.txt", "404"),
        ("/round", "more than 5 redirects"),
    ],
)
def test_an_address_that_gives_nothing_is_an_issue(tmp_path: Path, press: str, address: str, message: str) -> None:
    [one] = fetch(folder(tmp_path, press + address), allow_private=True)

    assert one.issue is not None
    assert message in one.issue.message


def test_another_text_than_listed_is_not_kept(tmp_path: Path, press: str) -> None:
    [one] = fetch(folder(tmp_path, f"{press}/plan.txt", "0" * 64), allow_private=True)

    assert one.issue is not None
    assert f"its SHA-256 is {HASH}" in one.issue.message
    assert not (tmp_path / "documents" / "plan.txt").exists()


def test_an_address_of_this_machine_is_refused(tmp_path: Path, press: str) -> None:
    [one] = fetch(folder(tmp_path, f"{press}/plan.txt"))

    assert one.issue is not None
    assert "add --allow-private" in one.issue.message


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://127.0.0.1/x"])
def test_only_web_addresses_are_asked(tmp_path: Path, address: str) -> None:
    [one] = fetch(folder(tmp_path, address), allow_private=True)

    assert one.issue is not None
    assert "not an http or https address" in one.issue.message
