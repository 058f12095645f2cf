"""How rare two neighbouring characters are in clauses with numbers (``rarity.txt``), in bits."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from .data import read_text

UNLISTED = 13.0


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    table: dict[str, float] = {}
    for line in read_text("rarity.txt").splitlines():
        bits, _, pairs = line.partition(" ")
        if bits.isdigit():
            table |= {pairs[i : i + 2]: float(bits) for i in range(0, len(pairs), 2)}
    return table


def rarity(pair: str) -> float:
    """Give the bits of information that two neighbouring characters carry.

    A fixed table, not the documents at hand: so a score between two statements never depends on a third.
    """
    return _table().get(pair, UNLISTED)


@lru_cache(maxsize=262_144)
def weights(text: str) -> tuple[float, ...]:
    """Give each character the mean rarity of the pairs that it belongs to."""
    if len(text) < 2:
        return (UNLISTED / 2,) * len(text)
    pairs = [rarity(text[i : i + 2]) for i in range(len(text) - 1)]
    inner = [(left + right) / 2 for left, right in pairwise(pairs)]
    return (pairs[0], *inner, pairs[-1])
