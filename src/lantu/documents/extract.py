"""What a reader of one format makes of a file's bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lantu.model import Issue, Passage, PassageKind

from .layout import Layout

Shown = tuple[int, int, PassageKind, int]
"""Start and end of a range of the text, with the kind and level that its format shows."""


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a file, with what its format knows beside the text.

    Parameters
    ----------
    text:
        The decoded text that spans point into.
    passages:
        Its passages in reading order, where the format knows them; None lets the text's own lines decide.
    layout:
        Where the characters stand on pages; None for formats without pages.
    title, published:
        What the format itself states (a web page's metadata), None where it does not.
    kinds:
        Half-open ranges of the text whose kind and level the format itself shows (a heading by its size, a box by its
        frame), sorted.
    issues:
        What could not be read with confidence.
    """

    text: str
    passages: tuple[Passage, ...] | None = None
    layout: Layout | None = None
    title: str | None = None
    published: date | None = None
    kinds: tuple[Shown, ...] = ()
    issues: tuple[Issue, ...] = ()
