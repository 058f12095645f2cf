"""A run of a document's text that belongs together, in reading order, free of layout line breaks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from .terms import PassageKind


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or box: the pieces of the decoded text that make it up, joined.

    Parameters
    ----------
    kind:
        What it is; statements are read from headings and bodies alone.
    text:
        The pieces of the decoded text joined, without the white space and line breaks of the layout.
    pieces:
        Half-open ranges ``(start, end)`` of the decoded text, in reading order, whose characters joined
        are ``text``.
    level:
        Depth of a heading (1 = title), 0 for anything else.
    article:
        Which article of a page it belongs to, counted from 0.
    rows:
        Of the passage with which a table begins: all rows of that table, each of its cells a passage of its own,
        every row as long as the others. An empty cell has no pieces; a merged cell stands in each place that it
        covers. Empty for any other passage, the further rows of the table included.
    """

    kind: PassageKind
    text: str
    pieces: tuple[tuple[int, int], ...]
    level: int = 0
    article: int = 0
    rows: tuple[tuple[Passage, ...], ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        lengths = [end - start for start, end in self.pieces]
        if sum(lengths) != len(self.text):
            raise ValueError(f"pieces cover {sum(lengths)} characters, text has {len(self.text)}: they must agree")
        object.__setattr__(self, "_starts", (0, *list(accumulate(lengths))[:-1]))

    def origin(self, offset: int) -> int:
        """Give where the character at ``offset`` of this passage stands in the decoded text."""
        piece = bisect_right(self._starts, offset) - 1
        return self.pieces[piece][0] + offset - self._starts[piece]

    def origin_range(self, start: int, end: int) -> tuple[int, int]:
        """Give the smallest range of the decoded text that covers ``[start, end)`` of this passage."""
        if len(self.pieces) == 1:
            base = self.pieces[0][0]
            return base + start, base + end
        return self.origin(start), self.origin(end - 1) + 1
