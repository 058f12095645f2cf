"""Files, bytes and text in, documents out; unusable input is refused with one clear line."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from lantu.model import InputError

from .describing import describe
from .document import Document
from .extract import Extract
from .findings import find_issues
from .formats import extract
from .pages import Watch, unwatched
from .passages import read_passages

MAX_BYTES = 512 * 1024 * 1024
"""Largest file that is read; a yearbook of a thousand pages has some 5 MB of text."""

MAX_LINES = 1_000_000
"""Most lines of a document; more is a table of data, not a text."""

_WORD = re.compile(r"[^\W\d_]")


def read_file(
    path: Path, *, name: str | None = None, expected_sha256: str | None = None, watch: Watch = unwatched
) -> Document:
    """Read a document from a file.

    Parameters
    ----------
    path:
        The file.
    name:
        What the document is called in results; the path as given where None.
    expected_sha256:
        Hexadecimal SHA-256 of the file's bytes, where the reader of the plan folder knows it.
    watch:
        Is told the number of each page that takes long to read, and of how many.

    Raises
    ------
    InputError
        Where the file is missing, a directory, empty, too big, not text, or another file than expected.
    """
    label = str(path) if name is None else name
    data = _bytes_of(path, label)
    if expected_sha256 is not None and hashlib.sha256(data).hexdigest() != expected_sha256.lower():
        raise InputError(
            f"{label}: its SHA-256 is {hashlib.sha256(data).hexdigest()}, expected {expected_sha256.lower()}",
            "fetch the document again, or correct sha256 in documents.yaml if the new text is right",
        )
    return read_bytes(data, name=label, watch=watch)


def _bytes_of(path: Path, label: str) -> bytes:
    try:
        if path.is_dir():
            raise InputError(f"{label}: this is a directory", "name the files in it")
        size = path.stat().st_size
        _check_size(size, label)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise InputError(f"{label}: no such file", "check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{label}: cannot be read ({reason})", "check the path and its permissions") from None
    _check_size(len(data), label)
    return data


def _check_size(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise InputError(
            f"{name}: {size:,} bytes are too big, the limit is {MAX_BYTES:,}", "split the file or give its text alone"
        )


def read_bytes(data: bytes, *, name: str, watch: Watch = unwatched) -> Document:
    """Read a document from the bytes of a file.

    Raises
    ------
    InputError
        Where the bytes are empty, too many, no text, or of a format that is not read yet.
    """
    _check_size(len(data), name)
    if not data.strip():
        raise InputError(f"{name}: the file is empty", "give the document's text")
    return _document(extract(data, name, watch), name)


def read_text(text: str, *, name: str = "text") -> Document:
    """Read a document from text that is already decoded; offsets are indices into it.

    Raises
    ------
    InputError
        Where there are no words in it.
    """
    return _document(Extract(text.removeprefix("\ufeff")), name)


def _document(extract: Extract, name: str) -> Document:
    text = extract.text
    if not text or text.isspace():
        raise InputError(f"{name}: holds nothing but white space", "give the document's text")
    if not _holds_words(text):
        raise InputError(f"{name}: holds no words, only digits and signs", "give the document's text")
    if text.count("\n") > MAX_LINES:
        raise InputError(f"{name}: more than {MAX_LINES:,} lines, this is no document", "give the document's text")
    passages = read_passages(text, extract.kinds) if extract.passages is None else extract.passages
    document = describe(Document(name=name, text=text, passages=passages, layout=extract.layout))
    issues = (*extract.issues, *find_issues(document))
    return replace(document, issues=issues, **_stated(extract, document.published_rule))


def _stated(extract: Extract, rule: str | None) -> dict[str, Any]:
    """Give what the format itself states of the document: a title, and a day where the text names none itself.

    Pages are moved and published anew; the day on which a report was given, where its text says so, is its own.
    """
    stated: dict[str, Any] = {} if extract.title is None else {"title": extract.title}
    if extract.published is not None and rule in (None, "dateline", "file_name"):
        stated |= {"published": extract.published, "published_rule": "format"}
    return stated


def _holds_words(text: str) -> bool:
    """Tell whether there is a letter; a text of plain digits of any length is told quickly."""
    if text.isascii():
        return text.lower() != text.upper()
    return _WORD.search(text) is not None


def reading_text(document: Document) -> str:
    """Give the text that spans point into: what ``lantu text FILE`` prints."""
    return document.text
