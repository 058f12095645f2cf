"""Which promises of one year are promised again the next: the same thing, its number kept, raised or lowered.

The promises of the later year are held against those of the earlier one as figures are, through the same gate; only
the days may differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from lantu.model import Commitment, Comparability, Observation, Span

from .comparison import Use
from .ellipsis import inherited
from .gate import compare
from .measures import is_falling, kind_of
from .pairing import Candidate, Index, statement_key
from .scoring import confidence, score

SAME_PROMISE = 0.85
"""From this confidence on, two promises are of the same thing."""
_COMMON = tuple({field.name for field in fields(Observation)} & {field.name for field in fields(Commitment)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Restated:
    """A promise that is promised again.

    Parameters
    ----------
    change:
        ``same``, ``raised`` or ``lowered``: what became of the number, seen from the promise's own direction.
    confidence:
        Share of such pairs that are of the same thing.
    """

    earlier: Commitment
    later: Commitment
    change: str
    confidence: float


def restated(earlier: Sequence[Commitment], later: Sequence[Commitment]) -> dict[str, Restated]:
    """Give by the id of the earlier promise the one that says it again; each later promise continues one alone."""
    told = {each.span: each for each in later if each.quantity is not None}
    index = Index([_as_told(each) for each in sorted(told.values(), key=statement_key)], inherited([*earlier, *later]))
    pairs = sorted(
        (pair for each in earlier if each.quantity is not None for pair in _pairs(each, index, told)),
        key=lambda pair: (-pair.confidence, pair.change != "same", pair.earlier.span, pair.later.span),
    )
    found: dict[str, Restated] = {}
    taken: set[str] = set()
    for pair in pairs:
        if pair.earlier.id not in found and pair.later.id not in taken:
            found[pair.earlier.id] = pair
            taken.add(pair.later.id)
    return found


def _as_told(commitment: Commitment) -> Observation:
    return Observation(**{name: getattr(commitment, name) for name in _COMMON})


def _pairs(earlier: Commitment, index: Index, told: dict[Span, Commitment]) -> Iterator[Restated]:
    for candidate in index.candidates(earlier):
        later = told[candidate.observation.span]
        sure, change = _sure(candidate), _change(earlier, later, candidate)
        if sure >= SAME_PROMISE and change is not None and kind_of(earlier) is kind_of(later):
            yield Restated(earlier=earlier, later=later, change=change, confidence=sure)


def _sure(candidate: Candidate) -> float:
    return confidence(score(candidate.alike, candidate.ours, candidate.theirs, 0))


def _change(earlier: Commitment, later: Commitment, candidate: Candidate) -> str | None:
    held = compare(
        earlier,
        candidate.observation,
        ours=candidate.ours,
        theirs=candidate.theirs,
        alike=candidate.alike,
        promised=None,
        reported=later.period or earlier.period,
    )
    if held.comparability is not Comparability.EXACT or held.use is not Use.VALUE:
        return None
    if earlier.quantity is None or later.quantity is None:
        return None
    by = later.quantity.value * held.factor - earlier.quantity.value
    if by == 0:
        return "same"
    return "raised" if (by > 0) != is_falling(earlier) else "lowered"
