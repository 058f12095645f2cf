"""Paragraphs of pages into one text, with a run for each line that tells where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from ..layout import Run
from .paragraphs import Paragraph, continues
from .strips import Strip
from .turning import Turn


class Composer:
    """The text of a document in the making: one line a paragraph, a blank line between columns and pages."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.sizes: list[tuple[float, float]] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def add(self, paragraphs: Sequence[Paragraph], turn: Turn, *, indents: bool) -> None:
        """Add the paragraphs of one page, in reading order.

        Parameters
        ----------
        paragraphs:
            In reading order.
        turn:
            From where the text stands upright to the page as it is shown.
        indents:
            Whether the page sets first lines in.
        """
        self.sizes.append(turn.shown)
        last: Paragraph | None = None
        for one in paragraphs:
            runs_on = last is not None and continues(last, one, indents=indents)
            if self._length and not runs_on:
                self._write("\n\n" if last is None or one.first or one.frame != last.frame else "\n")
            self._add(one, turn, runs_on=runs_on, tail="" if last is None else last.end)
            last = one

    def _add(self, paragraph: Paragraph, turn: Turn, *, runs_on: bool, tail: str) -> None:
        for index, row in enumerate(paragraph.rows):
            if index or runs_on:
                self._write(_joint(tail, row[0].text))
            for place, strip in enumerate(row):
                if place:
                    self._write(" ")
                self._run(strip, turn)
            tail = row[-1].text

    def _run(self, strip: Strip, turn: Turn) -> None:
        """Write a strip with its run; text that lies on its page has a run for each character, as it runs elsewhere."""
        start = self._length
        self._write(strip.text)
        length = len(strip.text)
        parts = [(0, length)] if turn.quarters == 0 else [(i, i + 1) for i in range(length)]
        step = (strip.x1 - strip.x0) / length
        for first, last in parts:
            x0, x1 = strip.x0 + step * first, strip.x0 + step * last
            box = [round(side, 1) for side in turn.to_shown((x0, strip.y0, x1, strip.y1))]
            shown = (box[0], box[1], box[2], box[3])
            self.runs.append(Run(start + first, start + last, len(self.sizes), shown))

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _joint(one: str, two: str) -> str:
    """Give what stands between two lines of a paragraph: a space between Latin words, nothing in Chinese."""
    letters = one[-1:].isascii() and one[-1:].isalpha() and two[:1].isascii() and two[:1].isalpha()
    return " " if letters else ""
