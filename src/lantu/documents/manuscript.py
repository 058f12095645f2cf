"""The text that is made of a format which is no text: one block a line, headings and tables marked as in Markdown.

Readers of web pages, Word files and spreadsheets write it; what they know of headings and tables survives in the marks,
so that the text alone (``lantu text FILE``) reads the same as the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantu.model import InputError

from .lines import INVISIBLE
from .tables import MAX_CELLS

_SPACE = re.compile(rf"[\s{INVISIBLE}]+")
_BAR = str.maketrans("|", "｜")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
WIDEST = 400
"""A table has at most so many columns; more is a sheet of data."""


class Manuscript:
    """Collects blocks in reading order."""

    def __init__(self) -> None:
        self._blocks: list[str] = []

    def heading(self, text: str, level: int) -> None:
        """Add a heading of level 1 to 6."""
        clean = plain(text)
        if clean:
            self._blocks.append(f"{'#' * min(max(level, 1), 6)} {clean}")

    def paragraph(self, text: str) -> None:
        """Add a paragraph."""
        clean = plain(text)
        if clean:
            self._blocks.append(clean)

    def item(self, text: str) -> None:
        """Add an item of a list without numbers."""
        clean = plain(text)
        if clean:
            self._blocks.append(f"- {clean}")

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Add a table; a merged cell is given in each place that it covers, so that every row has all columns.

        Raises
        ------
        InputError
            Where it would have more than `MAX_CELLS` cells.
        """
        if len(rows) * min(max(map(len, rows), default=0), WIDEST) > MAX_CELLS:
            raise InputError(f"a table of more than {MAX_CELLS:,} cells", "give the part of it that holds the plan")
        cells = [[plain(cell).translate(_BAR) for cell in row[:WIDEST]] for row in rows]
        filled = [row for row in cells if any(row)]
        width = max((len(row) for row in filled), default=0)
        if width < 2 or len(filled) < 2:
            for row in filled:
                self.paragraph(" ".join(dict.fromkeys(row)))
            return
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in filled]
        lines.insert(1, f"|{' --- |' * width}")
        self._blocks.append("\n".join(lines))

    @property
    def first(self) -> str:
        """The first block, without marks."""
        return self._blocks[0].lstrip("# ") if self._blocks else ""

    def text(self) -> str:
        """Give the text: blocks parted by blank lines."""
        return "\n\n".join(self._blocks) + "\n" if self._blocks else ""


def plain(text: str) -> str:
    """Give the text on one line: without control characters, runs of white space as one space."""
    return _SPACE.sub(" ", _CONTROL.sub("", text)).strip()
