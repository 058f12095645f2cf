"""Every published number re-slices: offsets into the decoded text give the quote, or nothing is published."""

from __future__ import annotations

from lantu.documents import Document
from lantu.model import Span


def quote_of(document: Document, span: Span) -> str:
    """Give the characters of the document at ``span``.

    Raises
    ------
    ValueError
        Where the span points into another document, beyond the text, or at nothing but white space: the
        reading is broken, and nothing may be written.
    """
    quote = span.quote(document.text)
    if span.document != document.id or len(quote) != span.end - span.start or not quote.strip():
        raise ValueError(f"{document.name}[{span.start}:{span.end}] does not point to a quote: the reading is broken")
    return quote
