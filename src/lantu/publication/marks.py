"""Statements marked in place: a passage cut into runs of text that carry the same marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .text import Place, neighbourhood


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement in its document.

    Parameters
    ----------
    place:
        Where it stands.
    anchor:
        The name of its place on the page, empty for a second telling of the same figure.
    sort:
        ``commitment``, ``observation`` or ``claim``.
    verdict:
        Of a commitment; else empty.
    links:
        Ids of the commitments that it states or serves.
    """

    place: Place
    anchor: str
    sort: str
    verdict: str = ""
    links: tuple[str, ...] = ()

    @property
    def look(self) -> str:
        """What the legend calls it: its verdict, or ``observation``, ``unplanned``, ``claim``."""
        return self.verdict or ("unplanned" if self.sort == "observation" and not self.links else self.sort)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a passage: its text, the marks on it, and those of them that begin and end with it.

    ``hidden`` counts characters that the licence of the document keeps from being shown; ``text`` is then empty.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    first: tuple[Mark, ...] = ()
    last: tuple[Mark, ...] = ()
    hidden: int = 0


def runs(text: str, marks: Sequence[Mark], shown: Sequence[tuple[int, int]]) -> tuple[Run, ...]:
    """Cut ``text`` at every edge of a mark and of a ``shown`` range; what no range shows becomes a hidden run."""
    edges = {0, len(text)}
    for low, high in (*((mark.place.start, mark.place.end) for mark in marks), *shown):
        edges |= {low, high}
    cuts, waiting = sorted(edges), sorted(marks, key=lambda mark: (mark.place.start, -mark.place.end, mark.anchor))
    return tuple(_joined(_cut(text, cuts, waiting, shown)))


def _cut(text: str, cuts: Sequence[int], waiting: Sequence[Mark], shown: Sequence[tuple[int, int]]) -> Iterator[Run]:
    active: list[Mark] = []
    upcoming, ranges = 0, 0
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.place.end > start]
        while upcoming < len(waiting) and waiting[upcoming].place.start == start:
            active.append(waiting[upcoming])
            upcoming += 1
        while ranges < len(shown) and shown[ranges][1] <= start:
            ranges += 1
        if ranges < len(shown) and shown[ranges][0] <= start:
            first = tuple(mark for mark in active if mark.place.start == start)
            last = tuple(mark for mark in active if mark.place.end == end)
            yield Run(text[start:end], tuple(active), first, last)
        else:
            yield Run("", hidden=end - start)


def _joined(pieces: Iterable[Run]) -> Iterator[Run]:
    hidden = 0
    for run in pieces:
        if run.hidden:
            hidden += run.hidden
            continue
        if hidden:
            yield Run("", hidden=hidden)
            hidden = 0
        yield run
    if hidden:
        yield Run("", hidden=hidden)


def clauses(text: str, ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Give what may be shown of a document that may only be quoted: the ranges with their neighbours, merged."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        low, high = neighbourhood(text, start, end)
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return tuple(merged)
