"""Lines in, passages in reading order out: paragraphs whole again, boxes apart."""

from __future__ import annotations

from lantu.model import Passage

from .front import read_front
from .joining import join
from .lines import cut
from .neighbours import settle_kinds
from .shapes import classify


def read_passages(text: str) -> tuple[Passage, ...]:
    """Cut a decoded text into passages in reading order.

    Every character of the text that is neither white space nor a markup mark stands in exactly one passage;
    the text of a passage is the concatenation of its pieces.
    """
    front, start = read_front(text)
    lines = list(cut(text, start))
    for line in lines:
        classify(line)
    settle_kinds(lines)
    return (*front, *join(lines, text))
