"""Text in, passages in reading order out: paragraphs whole again, boxes apart, articles counted."""

from __future__ import annotations

from lantu.model import Passage

from .articles import count_articles
from .boxes import spread
from .front import read_front
from .furniture import set_furniture_apart
from .joining import join
from .lines import cut
from .shapes import classify, spread_tables
from .tables import hang_tables


def read_passages(text: str) -> tuple[Passage, ...]:
    """Cut a decoded text into passages in the order in which they begin.

    Every character of the text that is neither white space nor a markup mark stands in exactly one passage;
    the text of a passage is the concatenation of its pieces.
    """
    front, start = read_front(text)
    lines = list(cut(text, start))
    for line in lines:
        classify(line)
    spread_tables(lines)
    set_furniture_apart(lines)
    spread(lines)
    return (*front, *hang_tables(count_articles(join(lines, text)), text))
