"""Bring the documents of a plan folder from the addresses it lists, and from nowhere else."""

from __future__ import annotations

import hashlib
import ipaddress
import os
import socket
import ssl
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from lantu.model import InputError, Issue, Level
from lantu.plans import DocumentEntry, PlanFolder

LARGEST = 512 * 1024 * 1024
"""Bytes of the largest document that is fetched."""
LONGEST = 120.0
"""Seconds that one document may take altogether; each wait on the network is limited to a quarter of it."""
REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one document: ``state`` is ``there``, ``fetched``, ``no_url`` or ``failed``."""

    name: str
    state: str
    issue: Issue | None = None


def fetch(folder: PlanFolder, documents: Path | None = None, *, allow_private: bool = False) -> Iterator[Fetched]:
    """Fetch each listed document that is not there yet, one after another.

    A file is written only when it is whole and has the listed sha256.

    Parameters
    ----------
    documents:
        Where the files go; the plan folder's ``documents`` where None.
    allow_private:
        Also reach addresses of this machine or of a private network.
    """
    target = folder.path / "documents" if documents is None else documents
    with httpx.Client(trust_env=False, verify=ssl.create_default_context(), timeout=LONGEST / 4) as client:
        for entry in folder.documents:
            yield _fetched(entry, target, client, allow_private=allow_private)


def _fetched(entry: DocumentEntry, target: Path, client: httpx.Client, *, allow_private: bool) -> Fetched:
    path = target / entry.name
    if path.is_file() and entry.sha256 in (None, hashlib.sha256(path.read_bytes()).hexdigest()):
        return Fetched(entry.name, "there")
    if entry.url is None:
        issue = Issue("no_url", f"has no url; put the file into {target}", Level.WARNING, entry.name)
        return Fetched(entry.name, "no_url", issue)
    try:
        data = _get(entry.url, client, allow_private=allow_private)
        found = _checked(entry, data)
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        reason = str(error) or type(error).__name__
        return Fetched(entry.name, "failed", Issue("not_fetched", f"{entry.url}: {reason}", Level.ERROR, entry.name))
    except InputError as error:
        return Fetched(entry.name, "failed", Issue("not_fetched", str(error), Level.ERROR, entry.name))
    _write_whole(path, data)
    return Fetched(entry.name, "fetched", found)


def _checked(entry: DocumentEntry, data: bytes) -> Issue | None:
    digest = hashlib.sha256(data).hexdigest()
    if entry.sha256 is None:
        return Issue("no_hash", f"state sha256: {digest} in documents.yaml", Level.INFO, entry.name)
    if digest != entry.sha256:
        remedy = "the document changed: look at it, then correct sha256 or url in documents.yaml"
        raise InputError(f"{entry.url}: its SHA-256 is {digest}, expected {entry.sha256}", remedy)
    return None


def _get(url: str, client: httpx.Client, *, allow_private: bool) -> bytes:
    ends = time.monotonic() + LONGEST
    for _ in range(REDIRECTS + 1):
        _check_address(url, allow_private=allow_private)
        with client.stream("GET", url) as response:
            _check_peer(url, response, allow_private=allow_private)
            if response.next_request is None:
                response.raise_for_status()
                return _body(url, response, ends)
            url = str(response.next_request.url)
    raise InputError(f"{url}: more than {REDIRECTS} redirects", "list the address where the document is")


def _body(url: str, response: httpx.Response, ends: float) -> bytes:
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > LARGEST:
            raise InputError(f"{url}: larger than {LARGEST:,} bytes", "fetch it by hand if it is wanted")
        if time.monotonic() > ends:
            raise InputError(f"{url}: took longer than {LONGEST:.0f} seconds", "try again or fetch it by hand")
    return bytes(data)


def _check_address(url: str, *, allow_private: bool) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url}: not an http or https address", "list the address where the document is")
    for found in socket.getaddrinfo(parts.hostname, parts.port or parts.scheme, type=socket.SOCK_STREAM):
        _refuse_private(url, str(found[4][0]), allow_private=allow_private)


def _check_peer(url: str, response: httpx.Response, *, allow_private: bool) -> None:
    """Look at the address that really answered: a name may resolve otherwise the second time."""
    stream = response.extensions.get("network_stream")
    peer = None if stream is None else stream.get_extra_info("server_addr")
    if peer is not None:
        _refuse_private(url, str(peer[0]), allow_private=allow_private)


def _refuse_private(url: str, address: str, *, allow_private: bool) -> None:
    if not allow_private and not ipaddress.ip_address(address.partition("%")[0]).is_global:
        remedy = "add --allow-private if that is wanted"
        raise InputError(f"{url}: {address} is an address of this machine or of a private network", remedy)


def _write_whole(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)
