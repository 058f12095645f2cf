"""Where statements stand on pages, and how far the characters there can be trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from lantu.documents import Document
from lantu.model import Claim, Issue, Level, Statement

Stated = TypeVar("Stated", bound=Statement)

SURE = 0.85
"""Characters recognised with less confidence make a statement doubtful."""


def placed(statement: Stated, document: Document) -> Stated:
    """Give a statement with its page and box, and less confidence where its characters were recognised with less."""
    layout, span = document.layout, statement.span
    if layout is None:
        return statement
    page, box = layout.place(span.start, span.end) or (None, None)
    sure = round(statement.confidence * layout.confidence(span.start, span.end), 3)
    return replace(statement, page=page, box=box, confidence=sure)


def trusted(claim: Claim, document: Document) -> Claim:
    """Give a claim with less confidence where its characters were recognised with less."""
    if document.layout is None:
        return claim
    sure = document.layout.confidence(claim.span.start, claim.span.end)
    return claim if sure == 1.0 else replace(claim, confidence=round(claim.confidence * sure, 3))


def blurred(statement: Statement, document: Document) -> Issue | None:
    """Give an issue for a statement whose number was hard to see, None for any other."""
    layout, span = document.layout, statement.span
    if layout is None or layout.confidence(span.start, span.end) >= SURE:
        return None
    printed = document.text[span.start : span.end]
    return Issue.worded(
        "doubtful_reading",
        "「%(words)s」 was hard to see on page %(page)s: compare with the page",
        Level.INFO,
        document.name,
        span,
        words=statement.indicator + printed,
        page=statement.page,
    )
