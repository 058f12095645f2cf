"""Paragraphs of pages into one text, with a run for each line that tells where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lantu.model import Issue

from ..extract import Extract, Shown
from ..layout import Layout, Run
from .kinds import kinds_of
from .paragraphs import Paragraph, continues
from .straightening import Skew
from .strips import Strip
from .tables import Table
from .turning import Turn

_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?[0-9]{1,4}(?:\s*页)?[-—–·\s]*")


class Composer:
    """The text of a document in the making: one line a paragraph, a blank line between columns and pages."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.sizes: list[tuple[float, float]] = []
        self.kinds: list[Shown] = []
        self._parts: list[str] = []
        self._length = 0
        self._turn: Turn
        self._skew: Skew | None = None
        self._table: Table | None = None

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def extract(self, *issues: Issue) -> Extract:
        """Give what was composed."""
        layout = Layout(tuple(self.runs), tuple(self.sizes))
        return Extract(self.text, layout=layout, kinds=tuple(self.kinds), issues=issues)

    def add(self, paragraphs: Sequence[Paragraph], turn: Turn, *, indents: bool, skew: Skew | None = None) -> None:
        """Add the paragraphs of one page, in reading order.

        Parameters
        ----------
        paragraphs:
            In reading order.
        turn:
            From where the text stands upright to the page as it is shown.
        indents:
            Whether the page sets first lines in.
        skew:
            How the page was straightened before it was read.
        """
        self.sizes.append((round(turn.shown[0], 2), round(turn.shown[1], 2)))
        self._turn, self._skew = turn, skew
        last: Paragraph | None = None
        paragraphs = _number_before_table(paragraphs)
        kinds = kinds_of(paragraphs)
        for index, one in enumerate(paragraphs):
            runs_on = last is not None and continues(last, one, indents=indents)
            if self._length and not runs_on:
                goes_on = last is None and one.table is not None and self._goes_on(one.table)
                self._write("\n\n" if not goes_on and (last is None or _apart(last, one)) else "\n")
            self._table = one.table
            if one.table is not None:
                self._add_table(one.table)
                last = one
                continue
            start = self._length
            self._add(one, runs_on=runs_on, tail="" if last is None else last.end)
            if index in kinds:
                self.kinds.append((start, self._length, *kinds[index]))
            last = one

    def _goes_on(self, table: Table) -> bool:
        """Tell whether a table goes on that ended the page before: as many columns, and no head of its own."""
        before = self._table
        return before is not None and len(before.cells[0]) == len(table.cells[0]) and _head(before) != _head(table)

    def _add_table(self, table: Table) -> None:
        """Write a table as lines with bars; what a cell holds in several lines is joined."""
        for number, row in enumerate(table.cells):
            self._write("\n|" if number else "|")
            for cell in row:
                self._write(" ")
                for place, strip in enumerate(cell):
                    if place:
                        self._write(_joint(cell[place - 1].text, strip.text))
                    self._run(strip)
                self._write(" |")

    def _add(self, paragraph: Paragraph, *, runs_on: bool, tail: str) -> None:
        for index, row in enumerate(paragraph.rows):
            if index or runs_on:
                self._write(_joint(tail, row[0].text))
            for place, strip in enumerate(row):
                if place:
                    self._write(" ")
                self._run(strip)
            tail = row[-1].text

    def _run(self, strip: Strip) -> None:
        """Write a strip with its runs: one for each stretch of wide or narrow characters, so that a cut is exact.

        Where text runs otherwise than level, each character has a run of its own.
        """
        start = self._length
        self._write(strip.text)
        askew = self._turn.quarters or (self._skew is not None and self._skew.degrees)
        upright = strip.y1 - strip.y0 > 1.5 * (strip.x1 - strip.x0)
        parts = [(0, len(strip.text))] if upright else _parts(strip.text, single=bool(askew))
        unit = (strip.x1 - strip.x0) / sum(map(_width, strip.text))
        x = strip.x0
        for first, last in parts:
            left, x = x, x + unit * sum(map(_width, strip.text[first:last]))
            box = (strip.x0, strip.y0, strip.x1, strip.y1) if upright else (left, strip.y0, x, strip.y1)
            shown = self._turn.to_shown(box if self._skew is None else self._skew.back(box))
            x0, y0, x1, y1 = (round(side, 1) for side in shown)
            self.runs.append(Run(start + first, start + last, len(self.sizes), (x0, y0, x1, y1), strip.confidence))

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _number_before_table(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Put the number of a page before the table above it, which may go on on the next page."""
    if len(paragraphs) < 2 or paragraphs[-2].table is None or paragraphs[-1].table is not None:
        return paragraphs
    *others, table, number = paragraphs
    text = "".join(strip.text for strip in number.strips)
    return [*others, number, table] if _PAGE_NUMBER.fullmatch(text) else paragraphs


def _head(table: Table) -> list[str]:
    return ["".join(strip.text for strip in cell) for cell in table.cells[0]]


def _apart(one: Paragraph, two: Paragraph) -> bool:
    """Tell whether a blank line stands between two paragraphs: another column, frame or table begins."""
    return two.first or one.frame != two.frame or one.table is not None


def _width(character: str) -> float:
    """Give the width of a character in ems: digits and Latin letters are about half as wide as ideographs."""
    return 0.55 if character.isascii() else 1.0


def _parts(text: str, *, single: bool) -> list[tuple[int, int]]:
    """Cut a line where its characters become wider or narrower, or at each of them."""
    cuts = [i for i in range(1, len(text)) if single or text[i].isascii() != text[i - 1].isascii()]
    return list(pairwise([0, *cuts, len(text)]))


def _joint(one: str, two: str) -> str:
    """Give what stands between two lines of a paragraph: a space between Latin words, nothing in Chinese."""
    letters = one[-1:].isascii() and one[-1:].isalpha() and two[:1].isascii() and two[:1].isalpha()
    return " " if letters else ""
