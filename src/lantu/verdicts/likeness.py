"""How alike two cores are: which words they share, which differ, and how much those weigh."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from .rarity import weights

IDLE = "和与及的等类化型性级式新大以内市省县全各或"
"""Characters that tell nothing by themselves: a difference in them alone is no contrast."""


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
    contrasts:
        Pairs of words that stand in each other's place, between the same neighbours.
    led:
        Share of the commitment's weight in words of its own that stand before a shared word: modifiers that narrow
        what follows.
    inserted:
        Share of the observation's weight in words of its own between shared words.
    """

    shared: tuple[str, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    covered: float
    covers: float
    heads: bool
    contrasts: tuple[tuple[str, str], ...] = ()
    led: float = 0.0
    inserted: float = 0.0

    @property
    def bits(self) -> float:
        """The information in the shared words."""
        return sum(sum(weights(word)) for word in self.shared)

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
        return Likeness((ours,), (), (), 1.0, 1.0, heads=True)
    mine, yours = [0] * len(ours), [0] * len(theirs)
    shared: list[str] = []
    while True:
        start, other, length = _longest(ours, mine, theirs, yours)
        if length < 2 and not (length == 1 and min(len(ours), len(theirs)) == 1):
            break
        shared.append(ours[start : start + length])
        mine[start : start + length] = [len(shared)] * length
        yours[other : other + length] = [len(shared)] * length
    if shared:
        _forget_idle(ours, mine)
        _forget_idle(theirs, yours)
    reordered = all(mine) and all(yours)
    heads = bool(ours and theirs) and (reordered or (mine[-1] > 0 and mine[-1] == yours[-1]))
    my_runs, your_runs = _runs(ours, mine), _runs(theirs, yours)
    return Likeness(
        shared=tuple(shared),
        ours=tuple(my_runs.values()),
        theirs=tuple(your_runs.values()),
        covered=_share(ours, mine),
        covers=_share(theirs, yours),
        heads=heads,
        contrasts=tuple((run, your_runs[place]) for place, run in my_runs.items() if place in your_runs),
        led=_led(ours, mine),
        inserted=_led(theirs, yours) - _led(theirs, yours, until_first=True),
    )


def _longest(ours: str, mine: list[int], theirs: str, yours: list[int]) -> tuple[int, int, int]:
    """Give the longest common run of characters that are still free: start, start, length."""
    best = (0, 0, 0)
    before = [0] * (len(theirs) + 1)
    for i, char in enumerate(ours):
        row = [0] * (len(theirs) + 1)
        if not mine[i]:
            for j, other in enumerate(theirs):
                if char == other and not yours[j]:
                    row[j + 1] = length = before[j] + 1
                    if length > best[2]:
                        best = (i - length + 1, j - length + 1, length)
        before = row
    return best


def _forget_idle(text: str, taken: list[int]) -> None:
    """Count characters that tell nothing by themselves as shared where no other words stand beside them."""
    for place, char in enumerate(text):
        alone = not taken[place] and char in IDLE
        if alone and all(taken[n] or text[n] in IDLE for n in (place - 1, place + 1) if 0 <= n < len(text)):
            taken[place] = -1


def _share(text: str, taken: list[int]) -> float:
    weight = weights(text)
    whole = sum(weight)
    return sum(w for w, block in zip(weight, taken, strict=True) if block) / whole if whole else 0.0


def _runs(text: str, taken: list[int]) -> dict[tuple[int, int], str]:
    """Give the runs of characters that are not shared, by the shared blocks before and after them."""
    runs: dict[tuple[int, int], str] = {}
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or (taken[end] == 0) != (taken[start] == 0):
            if taken[start] == 0:
                before = taken[start - 1] if start else 0
                runs[before, taken[end] if end < len(text) else 0] = text[start:end]
            start = end
    return runs


def _led(text: str, taken: list[int], *, until_first: bool = False) -> float:
    """Give the weight share of the characters that are not shared and stand before the last (or first) shared one."""
    places = [place for place, block in enumerate(taken) if block]
    end = (places[0] if until_first else places[-1]) if places else 0
    weight = weights(text)
    free = sum(w for w, block in zip(weight[:end], taken[:end], strict=True) if not block)
    return free / sum(weight) if weight else 0.0
