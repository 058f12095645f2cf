"""Ask one address: politely, again where it fails, along redirects of its own host, up to a size and a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

import httpx

from lantu.model import InputError

LARGEST = 512 * 1024 * 1024
"""Bytes of the largest document that is fetched."""
LONGEST = 120.0
"""Seconds that one attempt may take altogether; each wait on the network is limited to a quarter of it."""
REDIRECTS = 5
ATTEMPTS = 3
PAUSE = 1.0
"""Seconds between two requests to one host, and before the first new attempt."""
PATIENCE = 30.0
"""Seconds that are waited at most where a server says when to come again."""
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave: its bytes, or that nothing changed, with the marks to ask by the next time."""

    data: bytes
    unchanged: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)


class _ComeAgainError(Exception):
    def __init__(self, problem: str, after: float) -> None:
        super().__init__(problem)
        self.after = after


class Asker:
    """Asks addresses one after another.

    Parameters
    ----------
    client:
        Follows no redirect by itself.
    wait, clock:
        Sleep and time, so that a test need not wait.
    """

    def __init__(
        self,
        client: httpx.Client,
        wait: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.client, self.wait, self.clock = client, wait, clock
        self._asked: dict[str, float] = {}

    def ask(self, url: str, marks: Mapping[str, str]) -> Answer:
        """Give what the address holds.

        Parameters
        ----------
        marks:
            Header lines (``If-None-Match``, ``If-Modified-Since``) of what is known already.

        Raises
        ------
        InputError
            Where the address may not be asked, redirects elsewhere, is too large or too slow.
        httpx.HTTPError
            Where it fails at every attempt.
        """
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._along(url, marks)
            except (_ComeAgainError, httpx.TransportError) as error:
                if attempt == ATTEMPTS:
                    if isinstance(error, httpx.TransportError):
                        raise
                    raise InputError(f"{error}, {ATTEMPTS} times", "try again later") from None
                after = error.after if isinstance(error, _ComeAgainError) else 0.0
                self.wait(min(PATIENCE, max(PAUSE * 2 ** (attempt - 1), after)))
        raise AssertionError("the last attempt returns or raises")

    def _along(self, url: str, marks: Mapping[str, str]) -> Answer:
        ends = self.clock() + LONGEST
        first = _parts(url)
        here = url
        for _ in range(REDIRECTS + 1):
            self._pause(_parts(here).hostname or "")
            with self.client.stream("GET", here, headers=dict(marks)) as response:
                if response.next_request is None:
                    return self._answer(here, response, ends)
                here = _followed(first, here, str(response.next_request.url))
        raise InputError(f"{url}: more than {REDIRECTS} redirects", "list the address where the document is")

    def _pause(self, host: str) -> None:
        """Leave a second between two requests to one host."""
        last = self._asked.get(host)
        if last is not None and (left := last + PAUSE - self.clock()) > 0:
            self.wait(left)
        self._asked[host] = self.clock()

    def _answer(self, url: str, response: httpx.Response, ends: float) -> Answer:
        if response.status_code == 304:
            return Answer(b"", unchanged=True)
        if response.status_code in _AGAIN:
            raise _ComeAgainError(f"{url}: answers {response.status_code}", _after(response))
        if response.status_code != 200:
            raise InputError(
                f"{url}: answers {response.status_code} {response.reason_phrase}".rstrip(), "check the url"
            )
        named = {"If-None-Match": "etag", "If-Modified-Since": "last-modified"}
        kept = {ours: response.headers[theirs] for ours, theirs in named.items() if theirs in response.headers}
        return Answer(self._body(url, response, ends), marks=kept)

    def _body(self, url: str, response: httpx.Response, ends: float) -> bytes:
        told = response.headers.get("content-length", "")
        data = bytearray()
        too_large = told.isascii() and told.isdigit() and int(told[:16]) > LARGEST
        for chunk in () if too_large else response.iter_bytes(1 << 16):
            data += chunk
            too_large = len(data) > LARGEST
            if too_large or self.clock() > ends:
                break
        if too_large:
            raise InputError(f"{url}: larger than {LARGEST:,} bytes", "fetch it by hand if it is wanted")
        if self.clock() > ends:
            raise InputError(f"{url}: took longer than {LONGEST:.0f} seconds", "try again or fetch it by hand")
        return bytes(data)


def _parts(url: str) -> SplitResult:
    """Take an address apart.

    Raises
    ------
    InputError
        Where it is none of the web, or carries a name and password.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise InputError(f"{url}: no address ({error})", "list the address where the document is") from None
    if parts.scheme not in ("http", "https") or not host:
        raise InputError(f"{url}: not an http or https address", "list the address where the document is")
    if parts.username is not None or parts.password is not None:
        raise InputError(f"{host}: the address holds a name and password", "list one that needs none")
    return parts


def _followed(first: SplitResult, here: str, there: str) -> str:
    """Give the address that a redirect leads to, if it stays with the host that the plan folder lists.

    Raises
    ------
    InputError
        Where it leads to another host, to another port, or from https to http.
    """
    target = _parts(there)
    same = _host(target) == _host(first) and (target.port == first.port or {target.port, first.port} <= {None, 80, 443})
    if not same or (first.scheme == "https" and target.scheme != "https"):
        raise InputError(f"{here}: redirects to {there}", "if the document is there, list that address")
    return there


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").lower().rstrip(".").removeprefix("www.")


def _after(response: httpx.Response) -> float:
    told = response.headers.get("retry-after", "")
    return float(told) if told.isascii() and told.isdigit() and len(told) < 6 else 0.0
