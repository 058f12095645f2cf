"""A document as it was read: its decoded text, its passages in reading order, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lantu.model import Issue, Passage, document_id

from .layout import Layout


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
        Headings, paragraphs and boxes in the order in which they begin, free of layout line breaks. Every
        character of ``text`` that is neither white space nor a markup mark (``**``, ``#``, a table's pipes)
        stands in exactly one passage.
    title, published, place:
        What the document says of itself, None where it does not.
    published_rule:
        Id of the rule that gave ``published``, the strongest that applied: ``front_matter`` (its own key),
        ``occasion`` (在…会议上, the day it was given), ``title`` (a day in the title), ``masthead`` (the
        newspaper's date line), ``signature`` (a day alone at the end), ``dateline`` (1月5日讯, the year from
        elsewhere in the text), ``format`` (a page's metadata), ``file_name`` (a day in the file's name,
        the weakest); None with ``published``.
    years:
        The first and last year that the title or lead names as the horizon (``2022-2024年``), or None.
    layout:
        Where its characters stand on pages, None for a format without pages.
    issues:
        What could not be read with confidence.
    """

    name: str
    text: str
    passages: tuple[Passage, ...]
    title: str | None = None
    published: date | None = None
    published_rule: str | None = None
    place: str | None = None
    years: tuple[int, int] | None = None
    layout: Layout | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def id(self) -> str:
        """SHA-256 of the decoded text."""
        return document_id(self.text)
