"""One page: strips and drawing in, paragraphs in reading order out."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import lexicon
from .drawing import Drawing, frames_around
from .order import in_order
from .paragraphs import Paragraph, paragraphs_of
from .ruled import find_ruled
from .strips import Strip, around, usual_size
from .tables import Table, find_table

TABLES = 20
"""Most tables of a page."""

CAPTION = 120
"""A caption is at most so long."""


def paragraphs_in_order(strips: Sequence[Strip], drawing: Drawing, size: tuple[float, float]) -> list[Paragraph]:
    """Give the paragraphs of a page in reading order; frames come after the text around them, captions last.

    A frame within a single column of text is read where it stands, after the paragraph that it interrupts.
    """
    strips, tables = _without_tables(strips, drawing)
    framed = frames_around(strips, drawing.frames, size)
    free = [strip for strip in strips if strip not in framed]
    made = [one for column in in_order(free, drawing.across, size[1]) for one in paragraphs_of(column)]
    boxes: dict[int, list[Strip]] = {}
    for strip, frame in framed.items():
        boxes.setdefault(frame, []).append(strip)
    for frame in _frames_in_order(boxes):
        inside = [one for column in in_order(boxes[frame], drawing.across) for one in paragraphs_of(column, frame)]
        at = _place(made, boxes[frame])
        made[at:at] = inside
    for table in tables:
        at = _place_table(made, table)
        made.insert(at, Paragraph([table.strips], first=True, last=True, table=table))
    return [one for one in made if not _is_caption(one)] + [one for one in made if _is_caption(one)]


def _place_table(made: Sequence[Paragraph], table: Table) -> int:
    """Give where a table is put in: before the first paragraph under it, but not within columns beside it."""
    x0, y0, x1, y1 = around([strip.box for strip in table.strips])
    boxes = [around([strip.box for strip in one.strips]) for one in made]
    if any(top < y1 and bottom > y0 and (right < x0 or left > x1) for left, top, right, bottom in boxes):
        return len(made)
    return next(
        (i for i, box in enumerate(boxes) if box[1] >= (y0 + y1) / 2 and box[0] < x1 and box[2] > x0), len(made)
    )


def _without_tables(strips: Sequence[Strip], drawing: Drawing) -> tuple[Sequence[Strip], list[Table]]:
    """Give the strips that stand in no table, and the tables from top to bottom."""
    tables: list[Table] = []
    while len(tables) < TABLES and (found := find_ruled(strips, drawing)) is not None:
        tables.append(found[0])
        strips = found[1]
    while len(tables) < TABLES and (found := find_table(strips, drawing.down)) is not None:
        tables.append(found[0])
        strips = found[1]
    return strips, sorted(tables, key=lambda table: min(strip.y0 for strip in table.strips))


def _is_caption(paragraph: Paragraph) -> bool:
    """Tell whether a short paragraph describes a picture: it stands in a column and is no part of its text."""
    text = "".join(strip.text for strip in paragraph.strips)
    return len(text) <= CAPTION and lexicon().caption.search(text) is not None


def _frames_in_order(boxes: dict[int, list[Strip]]) -> list[int]:
    """Give frames in the order in which they are read, each taken for one strip."""
    shown = {}
    for frame, strips in boxes.items():
        x0, y0, x1, y1 = around([strip.box for strip in strips])
        shown[Strip("", x0, y0, x1, y1, min(y1 - y0, 2 * usual_size(strips)))] = frame
    return [shown[strip] for column in in_order(list(shown)) for strip in column]


def _place(made: Sequence[Paragraph], strips: Sequence[Strip]) -> int:
    """Give where a frame is put in: in its column, where that is the only one at its height, else at the end."""
    x0, y0, x1, y1 = around([strip.box for strip in strips])
    place = len(made)
    for index, one in enumerate(made):
        if one.frame is not None:
            continue
        left, top, right, bottom = around([strip.box for strip in one.strips])
        if top < y1 and bottom > y0 and (right < x0 or left > x1):
            return len(made)
        if min(right, x1) - max(left, x0) < 0.5 * (x1 - x0) or one.last:
            continue
        # It interrupts this paragraph, or stands between it and the next one of the column.
        if top < y0 and (bottom > y1 or around([strip.box for strip in made[index + 1].strips])[1] > y1 > bottom):
            place = index + 1
    return place


def indents(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a page sets the first lines of its paragraphs in."""
    long = [one for one in paragraphs if len(one.rows) > 1]
    return 3 * sum(one.indented for one in long) >= len(long) > 0
