"""Where a statement stands: a document and two offsets in its decoded text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


def document_id(text: str) -> str:
    """Give the id of a document: the SHA-256 of its decoded text, in hexadecimal.

    The name of a document is its content, so that a span cannot drift.
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters ``[start, end)`` of the document with this id.

    Parameters
    ----------
    document:
        The id of the document (see `document_id`).
    start, end:
        ``str`` indices into the decoded text, ``0 <= start < end``.

    Raises
    ------
    ValueError
        Where the range is empty or negative: a span always shows something.
    """

    document: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}..{self.end} is empty or negative: give start < end")

    @property
    def id(self) -> str:
        """A short stable name of the place: the same place keeps its id when it is read better."""
        key = f"{self.document}:{self.start}:{self.end}".encode()
        return hashlib.blake2b(key, digest_size=8).hexdigest()

    def quote(self, text: str) -> str:
        """Give the characters of ``text`` (the document's decoded text) that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether both spans share a character of one document."""
        return self.document == other.document and self.start < other.end and other.start < self.end
