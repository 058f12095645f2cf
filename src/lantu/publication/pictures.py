"""Pictures of printed pages that stand beside the words: drawn by whoever read the documents, kept on the site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple


class Picture(NamedTuple):
    """A picture of a page or of a part of it.

    ``path`` is its place on the site. ``width`` and ``height`` are those in which it is shown where there is room, in
    pixels of a web page. ``page`` is counted from 1. ``whole`` is False where only the quoted clause and its neighbours
    may be seen on it.
    """

    path: str
    width: int
    height: int
    page: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Gallery:
    """The pictures of a site.

    Parameters
    ----------
    quotes:
        The place of a statement as it is printed, by the statement's id.
    pages:
        Pages of a document, by its id: where in the decoded text each page begins, and its picture.
    """

    quotes: dict[str, Picture] = field(default_factory=dict)
    pages: dict[str, list[tuple[int, Picture]]] = field(default_factory=dict)


Put = Callable[[str, bytes], object]
"""Writes a file of a site: its path there, and its bytes."""
Draw = Callable[[Put], Gallery]
"""Draws the pictures of a site."""


def no_pictures(_put: Put) -> Gallery:
    """Draw nothing."""
    return Gallery()
