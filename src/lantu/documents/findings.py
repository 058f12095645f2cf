"""What the reader of a document should know: figures set aside as no news, sentences that stop without an end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lantu.model import Issue, Level, Passage, PassageKind, Span

from .document import Document
from .shapes import ended, holds_figure

_SHOWN = 16
"""Characters of a passage that a message shows."""

_ASIDE = {
    PassageKind.BOX: "box",
    PassageKind.ADVERTISEMENT: "advertisement",
    PassageKind.CAPTION: "caption",
    PassageKind.TABLE: "table row",
}


def find_issues(document: Document) -> Iterator[Issue]:
    """Give one issue for each kind of passage with figures that was set aside, and one for broken sentences."""
    for kind, word in _ASIDE.items():
        found = [p for p in _outside_tables(document.passages) if p.kind is kind and holds_figure(p.text)]
        if found:
            yield _issue(document, "set_aside", f"{len(found)} × {word} with figures not read as news", found)
    broken = [p for p in document.passages if p.kind is PassageKind.BODY and _stops(p.text)]
    if broken:
        yield _issue(document, "broken_sentence", f"{len(broken)} × a sentence that stops without an end", broken)


def _outside_tables(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Give the passages that are no rows of a table with cells: what is in those is told by who reads them."""
    end = 0
    for passage in passages:
        if passage.rows:
            end = max(cell.pieces[-1][1] for row in passage.rows for cell in row if cell.pieces)
        if passage.pieces[0][0] >= end:
            yield passage


def _stops(text: str) -> bool:
    return not ended(text) and text[-1] in "，、,"


def _issue(document: Document, code: str, message: str, passages: Sequence[Passage]) -> Issue:
    first = passages[0]
    start, end = first.pieces[0][0], first.pieces[-1][1]
    shown = first.text if len(first.text) <= _SHOWN else first.text[:_SHOWN] + "…"
    span = Span(document.id, start, end)
    return Issue(code, f"{message}, the first: 「{shown}」", Level.INFO, document.name, span)
