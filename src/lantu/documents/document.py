"""A document as it was read: its decoded text, its passages in reading order, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lantu.model import Issue, Passage, document_id


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was read.

    Parameters
    ----------
    name:
        The document as its user names it: a path on the command line or in the plan folder.
    text:
        The decoded text; every span of a statement is an index into it.
    passages:
        Headings, paragraphs and boxes in reading order, free of layout line breaks. Every character of
        ``text`` that is not white space stands in exactly one passage.
    title, published, place:
        What the document says of itself, None where it does not.
    years:
        The first and last year that the title or lead names as the horizon (``2022-2024年``), or None.
    issues:
        What could not be read with confidence.
    """

    name: str
    text: str
    passages: tuple[Passage, ...]
    title: str | None = None
    published: date | None = None
    place: str | None = None
    years: tuple[int, int] | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def id(self) -> str:
        """SHA-256 of the decoded text."""
        return document_id(self.text)
