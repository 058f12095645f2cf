"""Make paragraphs whole that the layout broke over columns, blank lines and boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lantu.model import Passage, PassageKind

from .lexicon import lexicon
from .lines import Line
from .shapes import ended

_APART = frozenset({PassageKind.BOX, PassageKind.ADVERTISEMENT, PassageKind.CAPTION, PassageKind.BYLINE})
"""What may stand between the two halves of a sentence."""


def join(lines: Sequence[Line], text: str) -> Iterator[Passage]:
    """Give the passages of the lines in the order in which they begin."""
    paragraphs: list[list[Line]] = []
    open_: list[Line] | None = None
    for line in lines:
        if open_ is not None and line.kind is PassageKind.BODY and continues(open_[-1], line):
            open_.append(line)
        else:
            paragraphs.append([line])
            if line.kind is PassageKind.BODY:
                open_ = paragraphs[-1]
        if line.kind is PassageKind.HEADING or (open_ is not None and ended(open_[-1].text)):
            open_ = None
    return (_passage(paragraph, text) for paragraph in paragraphs)


def continues(before: Line, after: Line) -> bool:
    """Tell whether the sentence that ``before`` leaves open runs on in ``after``."""
    return not ended(before.text) and not after.level and lexicon().starters.match(after.text) is None


def _passage(lines: Sequence[Line], text: str) -> Passage:
    first = lines[0]
    if len(lines) == 1:
        return Passage(first.kind or PassageKind.BODY, first.text, first.pieces, first.level)
    pieces = tuple(piece for line in lines for piece in line.pieces)
    return Passage(PassageKind.BODY, "".join(text[a:b] for a, b in pieces), pieces)
