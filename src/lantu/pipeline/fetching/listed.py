"""Fetch each document that a plan folder lists and does not have."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from lantu.documents.formats import Format, sniff
from lantu.model import InputError, Issue, Level
from lantu.plans import DocumentEntry, PlanFolder

from .asking import LONGEST, Asker
from .cache import FOLDER, Cache, write_whole
from .guard import guarded_client

AGENT = "lantu (reads published plans; one request a second)"
_TEXT = frozenset({Format.TEXT})
_SUFFIXES = {
    ".pdf": frozenset({Format.PDF}),
    ".docx": frozenset({Format.DOCX}),
    ".xlsx": frozenset({Format.SPREADSHEET}),
    ".html": frozenset({Format.HTML, Format.TEXT}),
    ".htm": frozenset({Format.HTML, Format.TEXT}),
    **dict.fromkeys((".txt", ".md", ".csv", ".tsv"), _TEXT),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), frozenset({Format.IMAGE})),
}
"""What a file of this ending holds; what the server says of it (``Content-Type``) is not trusted."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one document: ``state`` is ``there``, ``fetched``, ``no_url`` or ``failed``."""

    name: str
    state: str
    issue: Issue | None = None


def fetch(
    folder: PlanFolder,
    documents: Path | None = None,
    *,
    allow_private: bool = False,
    again: bool = False,
    asker: Asker | None = None,
) -> Iterator[Fetched]:
    """Fetch each listed document that is not there yet, one after another.

    A file is written only when it is whole, has the listed sha256, and is of the format that its name says. Nothing but
    the listed addresses is asked; a redirect is followed within the host of its address alone.

    Parameters
    ----------
    documents:
        Where the files go; the plan folder's ``documents`` where None.
    allow_private:
        Also reach addresses of this machine or of a private network.
    again:
        Also ask for what is there; an unchanged document is not sent again.
    asker:
        Asks the addresses; None makes one that waits a second between two requests to one host.
    """
    target = folder.path / "documents" if documents is None else documents
    with guarded_client(LONGEST / 4, AGENT, allow_private=allow_private) as client:
        shelf = Shelf(target, asker or Asker(client), again=again)
        for entry in folder.documents:
            yield shelf.fetched(entry)


class Shelf:
    """The folder of documents while it is filled."""

    def __init__(self, target: Path, asker: Asker, *, again: bool) -> None:
        self.target, self.asker, self.again = target, asker, again
        self.cache = Cache(target / FOLDER)

    def fetched(self, entry: DocumentEntry) -> Fetched:
        """Bring one document."""
        path = self.target / entry.name
        there = path.is_file() and entry.sha256 in (None, _digest(path.read_bytes()))
        if there and not (self.again and entry.url):
            return Fetched(entry.name, "there")
        if entry.url is None:
            issue = Issue.worded("no_url", "has no url; put the file into the folder", Level.WARNING, entry.name)
            return Fetched(entry.name, "no_url", issue)
        try:
            self._refuse_outside(path)
            data = self._data(entry, entry.url, there=there)
            found = _checked(entry, data)
            if there and data == path.read_bytes():
                return Fetched(entry.name, "there")
            write_whole(path, data)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            reason = (str(error) or type(error).__name__).splitlines()[0]
            return Fetched(
                entry.name, "failed", Issue("not_fetched", f"{entry.url}: {reason}", Level.ERROR, entry.name)
            )
        except InputError as error:
            return Fetched(entry.name, "failed", Issue("not_fetched", str(error), Level.ERROR, entry.name))
        return Fetched(entry.name, "fetched", found)

    def _data(self, entry: DocumentEntry, url: str, *, there: bool) -> bytes:
        """Give the bytes of an address: from the cache if they are the listed ones, else by asking."""
        kept = self.cache.get(url)
        if kept is not None and not there and entry.sha256 == _digest(kept.data):
            return kept.data
        answer = self.asker.ask(url, {} if kept is None else kept.marks)
        if answer.unchanged and kept is not None:
            return kept.data
        if not answer.data.strip():
            raise InputError(f"{url}: gives nothing", "check the url, or fetch it by hand")
        self.cache.put(url, answer.data, answer.marks)
        return answer.data

    def _refuse_outside(self, path: Path) -> None:
        """Refuse a file that would land outside the folder, through a link inside it."""
        if not path.parent.resolve().is_relative_to(self.target.resolve()):
            raise InputError(f"{path}: lies outside {self.target} through a link", "name a file inside the folder")


def _checked(entry: DocumentEntry, data: bytes) -> Issue | None:
    """Hold the bytes against the listed hash, and without one against the name's ending."""
    digest = _digest(data)
    if entry.sha256 is not None and digest != entry.sha256:
        remedy = "the document changed: look at it, then correct sha256 or url in documents.yaml"
        raise InputError(f"{entry.url}: its SHA-256 is {digest}, expected {entry.sha256}", remedy)
    if entry.sha256 is not None:
        return None
    expected, found = _SUFFIXES.get(Path(entry.name).suffix.lower()), sniff(data)
    if expected is not None and found not in expected:
        raise InputError(
            f"{entry.url}: gives {found}, and {entry.name} says otherwise",
            "look at it in a browser: it may be a page of excuse; else correct path",
        )
    return Issue.worded("no_hash", "state sha256: %(digest)s in documents.yaml", Level.INFO, entry.name, digest=digest)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
