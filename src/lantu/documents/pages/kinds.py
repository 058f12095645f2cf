"""What a paragraph of a page is, by its size and its frame: a heading, an inset, an advertisement, a caption."""

from __future__ import annotations

from collections.abc import Sequence

from lantu.model import PassageKind

from ..lexicon import lexicon
from ..paragraph import TITLE as LONGEST
from ..shapes import ended
from .headings import TALLER, TITLE
from .paragraphs import Paragraph

INSET = 240
"""A frame with at most so many characters is a box beside the news; one with more may be an article of its own."""

SOLD = 6
"""Points of advertising words from which a frame is an advertisement."""

Kinds = dict[int, tuple[PassageKind, int]]
"""Kind and level by the place of a paragraph in a list."""

TOP, INNER = 1, 3
"""Level of the title of an article, and of headings within it."""


def kinds_of(paragraphs: Sequence[Paragraph]) -> Kinds:
    """Give the kinds of those paragraphs of a page for which size or frame tell; the rest is left to their words."""
    usual = _usual_size(paragraphs)
    framed: dict[int, list[int]] = {}
    kinds: Kinds = {}
    for index, one in enumerate(paragraphs):
        if one.table is not None:
            continue
        if one.frame is not None:
            framed.setdefault(one.frame, []).append(index)
        text = _text(one)
        if lexicon().caption.search(text) is not None and len(text) < LONGEST:
            kinds[index] = (PassageKind.CAPTION, 0)
        elif one.size >= TALLER * usual and len(text) <= LONGEST and not ended(text) and text[-1] not in "，、,":
            kinds[index] = (PassageKind.HEADING, TOP if one.size >= TITLE * usual else INNER)
    for indices in framed.values():
        texts = [_text(paragraphs[index]) for index in indices]
        if sum(map(len, texts)) <= INSET:
            kinds |= dict.fromkeys(indices, (_kind_of_box(texts), 0))
    return kinds


def _kind_of_box(texts: Sequence[str]) -> PassageKind:
    sold = sum(lexicon().advertisement.score(text)[0] for text in texts)
    return PassageKind.ADVERTISEMENT if sold >= SOLD else PassageKind.BOX


def _text(paragraph: Paragraph) -> str:
    return "".join(strip.text for strip in paragraph.strips)


def _usual_size(paragraphs: Sequence[Paragraph]) -> float:
    """Give the size of the running text: the one in which most characters are set."""
    sizes = sorted((one.size, len(_text(one))) for one in paragraphs if one.table is None)
    half, seen = sum(count for _, count in sizes) / 2, 0
    for size, count in sizes:
        seen += count
        if seen >= half:
            return size
    return 1.0
