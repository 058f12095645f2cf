"""How alike two cores are: which words they share, which differ, and how much those weigh."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .rarity import weights


@dataclass(frozen=True, slots=True)
class Likeness:
    """The comparison of two indicators, word by word.

    Parameters
    ----------
    shared, ours, theirs:
        Words that both have, that only the commitment has, that only the observation has.
    covered:
        Share of the commitment's weight that the observation repeats, 0 … 1.
    covers:
        Share of the observation's weight that the commitment repeats.
    heads:
        Both end in the same word: what is counted stands last in Chinese.
    """

    shared: tuple[str, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    covered: float
    covers: float
    heads: bool

    @property
    def harmonic(self) -> float:
        """The harmonic mean of both shares."""
        both = self.covered + self.covers
        return 2 * self.covered * self.covers / both if both else 0.0


@lru_cache(maxsize=262_144)
def likeness(ours: str, theirs: str) -> Likeness:
    """Compare two cores by their common words of two and more characters, in any order.

    >>> likeness("城市快速路", "快速路").theirs
    ()
    """
    if ours == theirs:
        return Likeness((ours,), (), (), 1.0, 1.0, True)
    mine, yours = [True] * len(ours), [True] * len(theirs)
    shared: list[str] = []
    while True:
        start, other, length = _longest(ours, mine, theirs, yours)
        if length < 2 and not (length == 1 and min(len(ours), len(theirs)) == 1):
            break
        shared.append(ours[start : start + length])
        mine[start : start + length] = [False] * length
        yours[other : other + length] = [False] * length
    heads = bool(ours and theirs) and not mine[-1] and not yours[-1]
    return Likeness(
        tuple(shared), _runs(ours, mine), _runs(theirs, yours), _share(ours, mine), _share(theirs, yours), heads
    )


def _longest(ours: str, mine: list[bool], theirs: str, yours: list[bool]) -> tuple[int, int, int]:
    """Give the longest common run of characters that are still free: start, start, length."""
    best = (0, 0, 0)
    before = [0] * (len(theirs) + 1)
    for i, char in enumerate(ours):
        row = [0] * (len(theirs) + 1)
        if mine[i]:
            for j, other in enumerate(theirs):
                if char == other and yours[j]:
                    row[j + 1] = length = before[j] + 1
                    if length > best[2]:
                        best = (i - length + 1, j - length + 1, length)
        before = row
    return best


def _share(text: str, free: list[bool]) -> float:
    weight = weights(text)
    whole = sum(weight)
    return 1.0 - sum(w for w, unmatched in zip(weight, free, strict=True) if unmatched) / whole if whole else 0.0


def _runs(text: str, free: list[bool]) -> tuple[str, ...]:
    return tuple(run for run in "".join(c if f else "|" for c, f in zip(text, free, strict=True)).split("|") if run)
