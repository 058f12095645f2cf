"""A paragraph in the making: the lines joined so far."""

from __future__ import annotations

from lantu.model import Passage, PassageKind

from .junction import COMMAS
from .lines import Line
from .segments import Hint
from .shapes import ended, holds_sentence

TITLE = 60
"""A heading over several lines is at most this long."""


class Paragraph:
    """The lines of a paragraph so far.

    Parameters
    ----------
    line:
        Its first line.
    kind, level:
        What it is; the depth of a heading.

    Attributes
    ----------
    prose:
        Whether a sentence ends in it, or it stops at a comma: it is no heading.
    size:
        Its length in characters.
    cost:
        Log odds against joining a further line, for what has come since its last one.
    """

    __slots__ = ("cost", "kind", "level", "lines", "prose", "size")

    def __init__(self, line: Line, kind: PassageKind = PassageKind.BODY, level: int = 0) -> None:
        self.lines: list[Line] = []
        self.kind, self.level = kind, level
        self.prose, self.size, self.cost = False, 0, 0.0
        self.add(line)

    def add(self, line: Line) -> None:
        """Join one more line."""
        self.lines.append(line)
        self.size += len(line.text)
        self.prose = self.prose or holds_sentence(line.text) or line.text[-1] in COMMAS
        self.cost = 0.0

    @property
    def last(self) -> Line:
        """Its last line so far."""
        return self.lines[-1]

    @property
    def unfinished(self) -> bool:
        """Whether it stops within a sentence."""
        return self.kind is PassageKind.BODY and self.last.hint is not Hint.CELL and not ended(self.last.text)

    def passage(self, text: str) -> Passage:
        """Give the paragraph as a passage of ``text``."""
        first = self.lines[0]
        if len(self.lines) == 1:
            return Passage(self.kind, first.text, first.pieces, self.level)
        pieces = tuple(piece for line in self.lines for piece in line.pieces)
        joined = "".join([text[a:b] for a, b in pieces])
        if first.kind in (PassageKind.HEADING, None) and len(joined) <= TITLE and not self.prose:
            return Passage(PassageKind.HEADING, joined, pieces, first.level or 2)
        return Passage(self.kind, joined, pieces, self.level)
