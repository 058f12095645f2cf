"""Find the observations that may speak of a commitment, and say how surely each does.

An inverted index over pairs of characters gives a few candidates a commitment, so that cost grows with what is
alike and not with everything against everything. The score of a pair depends on the pair alone.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from lantu.model import Commitment, Observation, Period, Statement

from .ellipsis import Inherited
from .likeness import Likeness, likeness
from .rarity import rarity
from .words import Wording, read_wording

CANDIDATES = 16
"""So many observations of the best shared wording are looked at more closely."""
CROWDED = 1500
"""A pair of characters that more observations than this contain finds nothing by itself once others found some."""
A_YEAR = timedelta(days=365)
ENOUGH = 1000
"""When the rarest pairs have found so many, commoner ones only add to what is found."""
AT_LEAST_SHARED = 0.3
"""Share of the commitment's weight that an observation must repeat to be looked at."""


NOTHING: Mapping[str, Inherited] = {}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An observation that may speak of a commitment: both wordings and how alike they are."""

    observation: Observation
    ours: Wording
    theirs: Wording
    alike: Likeness


def grams(core: str) -> tuple[str, ...]:
    """Give the distinct pairs of neighbouring characters of a core (the core itself where it is shorter)."""
    return tuple(dict.fromkeys(core[i : i + 2] for i in range(len(core) - 1))) or (core,)


class Index:
    """The observations by the pairs of characters in what they count."""

    def __init__(self, observations: Sequence[Observation], inherited: Mapping[str, Inherited] = NOTHING) -> None:
        self._observations = observations
        self._inherited = inherited
        self._wordings = [self._read(each) for each in observations]
        self._postings: dict[str, list[int]] = {}
        self._weight: list[float] = []
        for place, wording in enumerate(self._wordings):
            pairs = grams(wording.core)
            self._weight.append(sum(map(rarity, pairs)))
            for pair in pairs:
                self._postings.setdefault(pair, []).append(place)

    def candidates(self, commitment: Commitment, promised: Period | None = None) -> list[Candidate]:
        """Give the observations worth comparing, the most alike first; ties in the order of the documents.

        Figures that end after the deadline, or more than a year before the promise begins, can neither answer it
        nor be its baseline: they are left out before the best are chosen.
        """
        ours = self._read(commitment)
        return [self._candidate(ours, place) for place in self._shared(ours, promised)]

    def _read(self, statement: Statement) -> Wording:
        wording, inherited = read_wording(statement.indicator), self._inherited.get(statement.id)
        return wording if inherited is None else replace(wording, inherited=inherited)

    def _candidate(self, ours: Wording, place: int) -> Candidate:
        theirs = self._wordings[place]
        return Candidate(self._observations[place], ours, theirs, likeness(ours.core, theirs.core))

    def _in_time(self, place: int, promised: Period | None) -> bool:
        reported = self._observations[place].period
        if promised is None or reported is None:
            return True
        return reported.end <= promised.end and (promised.start is None or reported.end >= promised.start - A_YEAR)

    def _shared(self, ours: Wording, promised: Period | None) -> list[int]:
        pairs = grams(ours.core)
        whole = sum(map(rarity, pairs))
        shared: dict[int, float] = {}
        known = sorted((pair for pair in pairs if pair in self._postings), key=lambda p: (len(self._postings[p]), p))
        for pair in known:
            postings, bits = self._postings[pair], rarity(pair)
            if len(shared) >= ENOUGH or (shared and len(postings) > CROWDED):
                postings = [place for place in shared if pair in self._wordings[place].core]
            for place in postings:
                shared[place] = shared.get(place, 0.0) + bits
        least = AT_LEAST_SHARED * whole
        good = (
            (-bits / math.sqrt(whole * self._weight[place]), place)
            for place, bits in shared.items()
            if bits >= least and self._in_time(place, promised)
        )
        return [place for _, place in heapq.nsmallest(CANDIDATES, good)]


def statement_key(statement: Statement) -> tuple[str, int, int]:
    """Give where a statement stands, to order by."""
    return statement.span.document, statement.span.start, statement.span.end
