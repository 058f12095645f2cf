"""What the reader of a document should know: figures set aside as no news, sentences that stop without an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lantu.model import Issue, Level, Passage, PassageKind, Span

from .document import Document
from .shapes import ended, holds_figure
from .tables import outside_tables

_SHOWN = 16
"""Characters of a passage that a message shows."""

_ASIDE = (
    (PassageKind.BOX, PassageKind.WEATHER, PassageKind.HOTLINE),
    (PassageKind.ADVERTISEMENT,),
    (PassageKind.CAPTION,),
    (PassageKind.TABLE,),
)
"""What is set aside, in groups that one issue tells of, named by the first."""


def find_issues(document: Document) -> Iterator[Issue]:
    """Give one issue for each kind of passage with figures that was set aside, and one for broken sentences."""
    for kinds in _ASIDE:
        found = [p for p in outside_tables(document.passages) if p.kind in kinds and holds_figure(p.text)]
        if found:
            yield _set_aside(kinds[0], _where(document, found[0]), _facts(found))
    broken = [p for p in document.passages if p.kind is PassageKind.BODY and _stops(p.text)]
    if broken:
        yield Issue.worded(
            "broken_sentence",
            "%(count)s × a sentence that stops without an end, the first: 「%(first)s」",
            *_where(document, broken[0]),
            **_facts(broken),
        )


def _set_aside(kind: PassageKind, where: tuple[Level, str, Span], facts: Mapping[str, object]) -> Issue:
    match kind:
        case PassageKind.BOX:
            return Issue.worded(
                "set_aside", "%(count)s × box with figures not read as news, the first: 「%(first)s」", *where, **facts
            )
        case PassageKind.ADVERTISEMENT:
            return Issue.worded(
                "set_aside",
                "%(count)s × advertisement with figures not read as news, the first: 「%(first)s」",
                *where,
                **facts,
            )
        case PassageKind.CAPTION:
            return Issue.worded(
                "set_aside",
                "%(count)s × caption with figures not read as news, the first: 「%(first)s」",
                *where,
                **facts,
            )
        case _:
            return Issue.worded(
                "set_aside",
                "%(count)s × table row with figures not read as news, the first: 「%(first)s」",
                *where,
                **facts,
            )


def _stops(text: str) -> bool:
    return not ended(text) and text[-1] in "，、,"


def _where(document: Document, first: Passage) -> tuple[Level, str, Span]:
    return Level.INFO, document.name, Span(document.id, first.pieces[0][0], first.pieces[-1][1])


def _facts(found: Sequence[Passage]) -> dict[str, object]:
    text = found[0].text
    return {"count": len(found), "first": text if len(text) <= _SHOWN else text[:_SHOWN] + "…"}
