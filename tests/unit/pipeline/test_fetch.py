"""Fetching: only listed addresses, whole files, listed hashes; politely, and again where it fails."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from lantu.pipeline.fetching import asking
from lantu.pipeline.fetching.asking import Asker
from lantu.pipeline.fetching.guard import guarded_client, is_public
from lantu.pipeline.fetching.listed import Fetched, fetch
from lantu.plans import PlanFolder, plan_from

TEXT = "到2025年,新建凉亭9座。".encode()
HASH = hashlib.sha256(TEXT).hexdigest()
ASKED: Counter[str] = Counter()
"""How often each path was asked for, since the press was set up."""


class _Press(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        ASKED[self.path] += 1
        name = self.path.strip("/").replace(".txt", "").replace(".pdf", "")
        getattr(self, f"give_{name}", self.give)()

    def give(self, data: bytes = TEXT, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for key, value in ({"Content_Length": str(len(data))} | headers).items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def give_moved(self) -> None:
        self.give(b"", 302, Location="/plan.txt")

    def give_elsewhere(self) -> None:
        self.give(b"", 302, Location="http://localhost.example/plan.txt")

    def give_port(self) -> None:
        self.give(b"", 302, Location="http://127.0.0.1:9/plan.txt")

    def give_file(self) -> None:
        self.give(b"", 302, Location="file:///etc/hostname")

    def give_round(self) -> None:
        self.give(b"", 302, Location="/round")

    def give_gone(self) -> None:
        self.give(b"", 404)

    def give_busy(self) -> None:
        self.give(*((b"", 503) if ASKED["/busy"] < 3 else (TEXT,)))

    def give_down(self) -> None:
        self.give(b"", 500)

    def give_cut(self) -> None:
        self.give(Content_Length=str(len(TEXT) + 5))

    def give_nothing(self) -> None:
        self.give(b"")

    def give_bomb(self) -> None:
        self.give(gzip.compress(bytes(5_000_000)), Content_Encoding="gzip")

    def give_page(self) -> None:
        self.give(b"<html><body>sorry</body></html>", Content_Type="application/pdf")

    def give_marked(self) -> None:
        if self.headers.get("If-None-Match") == '"one"':
            self.give(b"", 304)
        else:
            self.give(ETag='"one"')

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def press() -> Iterator[str]:
    """A server on this machine that offers documents."""
    ASKED.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Press) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def folder(path: Path, url: str, sha256: str | None = HASH, name: str = "plan.txt") -> PlanFolder:
    path.joinpath("plan.yaml").write_text(
        "title: t\nplace: {code: 990200, name: 桥东镇}\nissued: 2023-02-01\n"
        "horizon: {start: 2023-01-01, end: 2025-12-31}\n"
    )
    digest = "" if sha256 is None else f", sha256: {sha256}"
    path.joinpath("documents.yaml").write_text(
        f"- {{path: {name}, url: '{url}', title: t, roles: [plan], published: 2023-02-01{digest}}}\n"
    )
    return plan_from(path)


def bring(plan: PlanFolder, waits: list[float] | None = None, *, again: bool = False) -> Fetched:
    """Fetch the one document of a folder without waiting; what would be waited goes into ``waits``."""
    waited = [] if waits is None else waits
    with guarded_client(5, "test", allow_private=True) as client:
        [one] = fetch(plan, allow_private=True, again=again, asker=Asker(client, wait=waited.append))
    return one


def message(one: Fetched) -> str:
    assert one.issue is not None
    assert "\n" not in one.issue.message
    return one.issue.message


def test_a_listed_document_is_fetched_once(tmp_path: Path, press: str) -> None:
    plan = folder(tmp_path, f"{press}/plan.txt")

    states = [bring(plan).state for _ in range(2)]

    assert states == ["fetched", "there"]
    assert (tmp_path / "documents" / "plan.txt").read_bytes() == TEXT
    assert ASKED == {"/plan.txt": 1}


def test_a_document_that_was_removed_comes_from_the_cache(tmp_path: Path, press: str) -> None:
    plan = folder(tmp_path, f"{press}/plan.txt")
    bring(plan)
    (tmp_path / "documents" / "plan.txt").unlink()

    assert bring(plan).state == "fetched"
    assert ASKED == {"/plan.txt": 1}


def test_a_damaged_cache_is_as_none(tmp_path: Path, press: str) -> None:
    plan = folder(tmp_path, f"{press}/plan.txt")
    bring(plan)
    (tmp_path / "documents" / "plan.txt").unlink()
    for path in (tmp_path / "documents" / ".fetched").iterdir():
        path.write_bytes(b"x")

    assert bring(plan).state == "fetched"
    assert ASKED == {"/plan.txt": 2}


def test_an_unchanged_document_is_not_sent_again(tmp_path: Path, press: str) -> None:
    plan = folder(tmp_path, f"{press}/marked")

    assert [bring(plan).state, bring(plan, again=True).state] == ["fetched", "there"]
    assert ASKED == {"/marked": 2}


def test_a_redirect_within_the_host_is_followed(tmp_path: Path, press: str) -> None:
    assert bring(folder(tmp_path, f"{press}/moved")).state == "fetched"


@pytest.mark.parametrize("address", ["/elsewhere", "/port", "/file"])
def test_a_redirect_elsewhere_is_not_followed(tmp_path: Path, press: str, address: str) -> None:
    said = message(bring(folder(tmp_path, press + address)))

    assert "redirects to" in said or "not an http or https address" in said
    assert not (tmp_path / "documents" / "plan.txt").exists()


def test_an_address_that_is_busy_is_asked_again_after_a_while(tmp_path: Path, press: str) -> None:
    waits: list[float] = []

    assert bring(folder(tmp_path, f"{press}/busy"), waits).state == "fetched"
    assert ASKED == {"/busy": 3}
    assert sum(waits) >= 3


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/gone.txt", "404"),
        ("/round", "more than 5 redirects"),
        ("/down", "answers 500, 3 times"),
        ("/cut", "closed"),
        ("/nothing", "gives nothing"),
    ],
)
def test_an_address_that_gives_nothing_whole_is_an_issue(tmp_path: Path, press: str, address: str, words: str) -> None:
    assert words in message(bring(folder(tmp_path, press + address)))
    assert not (tmp_path / "documents" / "plan.txt").exists()


def test_what_unpacks_beyond_the_limit_is_refused(tmp_path: Path, press: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "LARGEST", 1_000_000)

    assert "larger than 1,000,000 bytes" in message(bring(folder(tmp_path, f"{press}/bomb")))


def test_what_takes_too_long_is_refused(tmp_path: Path, press: str) -> None:
    times = iter(range(0, 10_000, 200))
    with guarded_client(5, "test", allow_private=True) as client:
        slow = Asker(client, wait=lambda _: None, clock=lambda: float(next(times)))
        [one] = fetch(folder(tmp_path, f"{press}/plan.txt"), allow_private=True, asker=slow)

    assert "took longer than 120 seconds" in message(one)


def test_another_text_than_listed_is_not_kept(tmp_path: Path, press: str) -> None:
    said = message(bring(folder(tmp_path, f"{press}/plan.txt", "0" * 64)))

    assert f"its SHA-256 is {HASH}" in said
    assert not (tmp_path / "documents" / "plan.txt").exists()


def test_without_a_hash_the_content_must_be_what_the_name_says(tmp_path: Path, press: str) -> None:
    said = message(bring(folder(tmp_path, f"{press}/page.pdf", None, "plan.pdf")))

    assert "gives HTML, and plan.pdf says otherwise" in said
    assert not (tmp_path / "documents" / "plan.pdf").exists()


def test_two_requests_to_one_host_are_a_second_apart() -> None:
    waits: list[float] = []
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=TEXT))
    asker = Asker(httpx.Client(transport=transport), wait=waits.append, clock=lambda: 0.0)

    asker.ask("https://example.org/a", {})
    asker.ask("https://example.org/b", {})

    assert waits == [1.0]


def test_an_address_of_this_machine_is_refused_before_it_is_asked(tmp_path: Path, press: str) -> None:
    [one] = fetch(folder(tmp_path, f"{press}/plan.txt"))

    assert "add --allow-private" in message(one)
    assert ASKED == {}


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "::1",
        "fe80::1%eth0",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "224.0.0.1",
        "0.0.0.0",
    ],
)
def test_an_address_that_is_not_public_is_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "ftp://127.0.0.1/x", "http://[::1/x", "http://me:secret@127.0.0.1/plan.txt"]
)
def test_only_plain_web_addresses_are_asked(tmp_path: Path, address: str) -> None:
    said = message(bring(folder(tmp_path, address)))

    assert "address" in said
    assert "secret" not in said


def test_a_link_inside_the_folder_does_not_lead_a_document_out(tmp_path: Path, press: str) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "sub").symlink_to(tmp_path / "outside")

    said = message(bring(folder(tmp_path, f"{press}/plan.txt", name="sub/plan.txt")))

    assert "lies outside" in said
    assert list((tmp_path / "outside").iterdir()) == []
