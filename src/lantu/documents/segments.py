"""Part a physical line where the source ran several things together in it.

Marks that send the reader to another page stand apart; a heading with a number that shares its line with the
paragraph before or after it is cut off; the cells of a table that hold sentences are paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from .cohesion import cohesion

_NUMBER = (
    r"(?:第[一二三四五六七八九十]{1,3}(?:章|节|部分)|[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十]{1,3}[）)])"
)
_TURN = re.compile(
    r"[（(【\[]?[—―-]{0,2}(?:下转|上接|紧接|转接|续接)\s{0,2}第?\s{0,2}[A-Za-z]{0,2}[0-9]{0,3}[一二三四五六七八九十]{0,3}"
    r"\s{0,2}[版页][）)】\]]?"
)
_TURN_WORDS = ("下转", "上接", "紧接", "转接", "续接")
_BOLD = re.compile(rf"\*\*\s{{0,3}}{_NUMBER}[^*。！？；\n]{{2,60}}\*\*(?!\s{{0,3}}[，。：:；、])")
_TRAILING = re.compile(rf"[。！？；][”’）]?\s{{0,4}}(?:\*\*)?({_NUMBER}[^。！？；：*]{{2,45}})(?:\*\*)?\s{{0,8}}\Z")
_LEADING = re.compile(rf"\s{{0,8}}(?:\*\*)?{_NUMBER}[^。！？；\n]{{2,45}}")
_SPACE = re.compile(r"(?:\*\*)?\s{1,8}(?:\*\*)?(?=[^\s，。、；：）”*])")
_TAIL = 80
"""How far from its end a line may hold a heading that follows its last sentence."""


class Hint(Enum):
    """What is known of a part of a line from the way it was cut off."""

    NONE = auto()
    HEADING = auto()
    TURN = auto()
    CELL = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Traits:
    """What occurs anywhere in a text, so that a line of a text without it need not be searched."""

    turns: bool
    bold: bool
    tables: bool
    comments: bool

    @classmethod
    def of(cls, text: str) -> Traits:
        """Look once over the whole text."""
        return cls(
            turns=any(word in text for word in _TURN_WORDS),
            bold="**" in text,
            tables="|" in text,
            comments="<!--" in text,
        )


Part = tuple[int, int, Hint]


def parts(text: str, start: int, end: int, traits: Traits) -> list[Part]:
    """Give the parts of the line ``text[start:end]`` in order; together they are the line."""
    cuts: list[Part] = []
    if traits.tables and _is_row(text, start, end):
        return list(_cells(text, start, end))
    if traits.turns:
        cuts.extend((*match.span(), Hint.TURN) for match in _TURN.finditer(text, start, end))
    if traits.bold:
        cuts.extend((*match.span(), Hint.HEADING) for match in _BOLD.finditer(text, start, end))
    cuts.extend(_edges(text, start, end))
    return list(_fill(sorted(cuts, key=lambda part: part[:2]), start, end)) if cuts else [(start, end, Hint.NONE)]


def _edges(text: str, start: int, end: int) -> Iterator[Part]:
    """Find a heading before the first or after the last sentence of the line."""
    trailing = _TRAILING.search(text, max(start, end - _TAIL), end)
    if trailing is not None:
        yield trailing.start(1), end, Hint.HEADING
    leading = _LEADING.match(text, start, end)
    if leading is None:
        return
    for gap in _SPACE.finditer(text, start + 3, leading.end()):
        # A heading set before its paragraph, not a stray space: what follows is a paragraph of its own.
        rest = text.find("。", gap.end(), end)
        if rest > gap.end() + 10 and cohesion().odds(text[start : gap.start()], text[gap.end() : end][:2]) <= -2:
            yield start, gap.end(), Hint.HEADING
            return


def _fill(cuts: list[Part], start: int, end: int) -> Iterator[Part]:
    """Give the cuts and what lies between them; of two that overlap the first counts."""
    at = start
    for a, b, hint in cuts:
        if a < at:
            continue
        if a > at:
            yield at, a, Hint.NONE
        yield a, b, hint
        at = b
    if at < end:
        yield at, end, Hint.NONE


def _is_row(text: str, start: int, end: int) -> bool:
    inner = text[start : start + 200].lstrip()
    return (
        inner.startswith("|")
        and text.count("|", start, end) >= 2
        and text[max(start, end - 50) : end].rstrip().endswith("|")
    )


def _cells(text: str, start: int, end: int) -> Iterator[Part]:
    """Give the cells that hold sentences as paragraphs, the others between them as one row."""
    at = row = start
    while at < end:
        bar = text.find("|", at, end)
        stop = end if bar < 0 else bar + 1
        cell = text[at:stop]
        if "。" in cell or "；" in cell or ("，" in cell and len(cell.strip()) > 25):
            if row < at:
                yield row, at, Hint.ROW
            yield at, stop - (bar >= 0), Hint.CELL
            row = stop - (bar >= 0)
        at = stop
    if row < end:
        yield row, end, Hint.ROW
