"""Columns into paragraphs, by what a printer does to show them: indents, gaps, short last lines, another size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..shapes import ended, heading_level
from .strips import Strip, around, pitch_of, rows, usual_size
from .tables import Table

INDENT = 0.9
"""A first line is set in by at least so many ems."""

FULL = 1.6
"""A line that stops less than so many ems before its column's edge is full."""


@dataclass(slots=True)
class Paragraph:
    """The rows of a paragraph, each from left to right.

    Parameters
    ----------
    rows:
        From top to bottom.
    size, font:
        Of most of its characters.
    indented:
        Whether its first line is set in.
    full:
        Whether its last line reaches the edge of its column.
    first, last:
        Whether it stands at the top or bottom of its column.
    frame:
        Which frame it stands in, None outside all.
    table:
        The table that stands in its place, None for text.
    """

    rows: list[list[Strip]] = field(default_factory=list)
    size: float = 0.0
    font: str = ""
    indented: bool = False
    full: bool = False
    first: bool = False
    last: bool = False
    frame: int | None = None
    table: Table | None = None

    @property
    def strips(self) -> list[Strip]:
        """Its strips in reading order."""
        return [strip for row in self.rows for strip in row]

    @property
    def end(self) -> str:
        """Its last characters."""
        return self.rows[-1][-1].text


def paragraphs_of(column: Sequence[Strip], frame: int | None = None) -> list[Paragraph]:
    """Cut a column into paragraphs."""
    listed = rows(column)
    left, _, right, _ = around([strip.box for strip in column])
    pitch = pitch_of(column)
    made: list[Paragraph] = []
    for index, row in enumerate(listed):
        size, font = usual_size(row), row[0].font
        inset = row[0].x0 - left
        previous = listed[index - 1] if index else None
        if previous is None or _breaks(made[-1], previous, row, left=left, right=right, pitch=pitch):
            made.append(Paragraph(size=size, font=font, indented=INDENT * size < inset < 5 * size, frame=frame))
        made[-1].rows.append(row)
        made[-1].full = right - row[-1].x1 < FULL * size
    made[0].first = made[-1].last = True
    return made


def _breaks(
    current: Paragraph, previous: Sequence[Strip], row: Sequence[Strip], *, left: float, right: float, pitch: float
) -> bool:
    """Tell whether a row begins another paragraph than the row above it."""
    size = usual_size(row)
    if abs(size - current.size) > 0.12 * current.size or row[0].font != current.font:
        return not _same_line_of_fonts(current, row)
    step = row[0].middle - previous[0].middle
    inset, before = row[0].x0 - left, previous[0].x0 - left
    short = right - previous[-1].x1
    if _centred(previous, left, right, size) and _centred(row, left, right, size):
        return step > 1.3 * pitch or size < 1.1 * pitch / 1.5 or ended(current.end)
    if step > 1.6 * max(pitch, size):
        return True
    if INDENT * size < inset < 5 * size and abs(inset - before) > 0.5 * size:
        return True
    if inset > INDENT * size and abs(inset - before) <= 0.5 * size:
        return short > FULL * size or ended(current.end)
    return short > FULL * size


def _same_line_of_fonts(current: Paragraph, row: Sequence[Strip]) -> bool:
    """Tell whether a row is set partly in the face of the paragraph (a lead-in in bold, a number in Latin)."""
    return abs(usual_size(row) - current.size) <= 0.12 * current.size and any(
        strip.font == current.font for strip in row
    )


def _centred(row: Sequence[Strip], left: float, right: float, size: float) -> bool:
    before, after = row[0].x0 - left, right - row[-1].x1
    return before > 2.5 * size and after > 2.5 * size and abs(before - after) < 2 * size


def continues(one: Paragraph, two: Paragraph, *, indents: bool) -> bool:
    """Tell whether a paragraph surely runs on from the one before it, over a column's end, a picture or a box.

    ``indents`` tells whether the page sets first lines in; where it does not, the text must decide.
    """
    if one.table is not None or two.table is not None or not (one.full and indents):
        return False
    if two.indented or one.frame != two.frame:
        return False
    if ended(one.end) and not (one.last and two.first):
        return False
    alike = abs(one.size - two.size) < 0.1 * one.size and one.font == two.font
    return alike and not heading_level("".join(strip.text for strip in two.rows[0])[:12])
