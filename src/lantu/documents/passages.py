"""Text in, passages in reading order out: paragraphs whole again, boxes apart, articles counted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lantu.model import Passage, PassageKind

from .articles import count_articles
from .boxes import spread
from .extract import Shown
from .front import read_front
from .furniture import set_furniture_apart
from .joining import join
from .labels import label
from .lines import Line, cut
from .shapes import classify, spread_tables
from .tables import hang_tables


def read_passages(text: str, kinds: Sequence[Shown] = ()) -> tuple[Passage, ...]:
    """Cut a decoded text into passages in the order in which they begin.

    Every character of the text that is neither white space nor a markup mark stands in exactly one passage;
    the text of a passage is the concatenation of its pieces. ``kinds`` are ranges whose kind the format itself shows.
    """
    front, start = read_front(text)
    lines = list(cut(text, start))
    for line in lines:
        classify(line)
    _show(lines, kinds)
    spread_tables(lines)
    set_furniture_apart(lines)
    spread(lines)
    return (*front, *hang_tables(label(count_articles(join(lines, text))), text))


def _show(lines: Sequence[Line], kinds: Sequence[Shown]) -> None:
    """Set the kind of lines where the format shows it; a heading is then as sure as one that is marked with ``#``."""
    starts = [kind[0] for kind in kinds]
    for line in lines if kinds else ():
        at = line.pieces[0][0]
        index = bisect_right(starts, at) - 1
        if index < 0 or at >= kinds[index][1] or line.kind is PassageKind.BYLINE:
            continue
        _, _, line.kind, level = kinds[index]
        line.level = level if line.kind is PassageKind.HEADING else 0
        line.hashes = line.level
