"""Slice again: whether a quote is what its document says at its offsets, as far as the ledger holds the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from lantu.model import Passage


class Slicer:
    """The stored passages of one document, laid out on the offsets of its decoded text.

    Parameters
    ----------
    passages:
        All passages of the document where its licence is ``open``; where it is ``quote``, those around the
        quoted clauses.
    complete:
        Every character that is not white space stands in a passage (``open``): a gap can only be white space.
    """

    def __init__(self, passages: Iterable[Passage], *, complete: bool) -> None:
        self._pieces = sorted(_pieces(passages))
        self._starts = [start for start, _ in self._pieces]
        self._complete = complete

    def says(self, start: int, end: int, quote: str) -> bool:
        """Tell whether the document says ``quote`` at ``[start, end)``; the layout's white space is in no passage."""
        if len(quote) != end - start or not self._holds(start) or not self._holds(end - 1):
            return False
        return all(self._agrees(offset, char) for offset, char in enumerate(quote, start))

    def _agrees(self, offset: int, char: str) -> bool:
        stored = self._at(offset)
        return stored == char if stored is not None else char.isspace() or not self._complete

    def _holds(self, offset: int) -> bool:
        return self._at(offset) is not None

    def _at(self, offset: int) -> str | None:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        start, text = self._pieces[index]
        return text[offset - start] if offset - start < len(text) else None


def _pieces(passages: Iterable[Passage]) -> Iterable[tuple[int, str]]:
    for passage in passages:
        at = 0
        for start, end in passage.pieces:
            yield start, passage.text[at : at + end - start]
            at += end - start
