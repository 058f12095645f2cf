"""Compare an extracted text with the truth of a page: character error rate with order, and where characters went."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

SEED = 12
"""Length of the strings by which a unit is found in a text."""


def squash(text: str) -> str:
    """Leave white space out."""
    return re.sub(r"\s+", "", text)


def distance(one: str, two: str) -> int:
    """Count the fewest insertions, deletions and changes from one string to the other (Myers 1999, bit-parallel)."""
    if not one:
        return len(two)
    peq: dict[str, int] = {}
    for index, character in enumerate(one):
        peq[character] = peq.get(character, 0) | 1 << index
    full, last = (1 << len(one)) - 1, 1 << (len(one) - 1)
    up, down, score = full, 0, len(one)
    for character in two:
        equal = peq.get(character, 0)
        across = equal | down
        equal |= (((equal & up) + up) ^ up) | equal
        plus, minus = down | ~(equal | up) & full, up & equal
        score += bool(plus & last) - bool(minus & last)
        plus, minus = (plus << 1 | 1) & full, minus << 1 & full
        up, down = minus | ~(across | plus) & full, plus & across
    return score


def in_order_of(text: str, units: Sequence[str]) -> str:
    """Give the truth of a page: its units in the order in which the text brings them.

    Which of two articles, boxes or advertisements comes first is free; the order within each is not.
    """
    shown = squash(text)
    return "".join(sorted((squash(unit) for unit in units), key=lambda unit: _place(unit, shown)))


def _place(unit: str, text: str) -> float:
    found = []
    length = min(SEED, len(unit))
    for start in range(0, len(unit) - length + 1, max(1, length // 2)):
        at = text.find(unit[start : start + length])
        if at >= 0:
            found.append(at)
    found.sort()
    return found[len(found) // 2] if found else len(text)


def error_rate(text: str, units: Sequence[str]) -> tuple[int, int]:
    """Give the errors of a text against the units of a page, and the characters of the units."""
    truth = in_order_of(text, units)
    return distance(truth, squash(text)), len(truth)


def carried(plain: str, text: str) -> list[int | None]:
    """Give for each character of ``plain`` where it stands in ``text``, None where it does not.

    Long common strings are found first, wherever they stand; what lies between two neighbours is aligned on its own.
    """
    where: list[int | None] = [None] * len(plain)
    keep = [i for i, c in enumerate(plain) if not c.isspace()]
    kept = [i for i, c in enumerate(text) if not c.isspace()]
    one, two = "".join(plain[i] for i in keep), "".join(text[i] for i in kept)
    seeds = _seeds(one, two)
    for a, b in seeds.items():
        where[keep[a]] = kept[b]
    for start, end in _holes(seeds, len(one)):
        before, after = seeds.get(start - 1), seeds.get(end)
        low = 0 if before is None else before + 1
        high = min(low + 3 * (end - start) + 40, len(two)) if after is None or after < low else after
        matcher = SequenceMatcher(None, one[start:end], two[low:high], autojunk=False)
        for match in matcher.get_matching_blocks():
            for step in range(match.size):
                where[keep[start + match.a + step]] = kept[low + match.b + step]
    return where


def _seeds(one: str, two: str) -> dict[int, int]:
    """Pair characters of strings that occur once in both texts."""
    first, second = _once(one), _once(two)
    return {a + i: second[seed] + i for seed, a in first.items() if seed in second for i in range(SEED)}


def _once(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for index in range(len(text) - SEED + 1):
        seed = text[index : index + SEED]
        found[seed] = -1 if seed in found else index
    return {seed: index for seed, index in found.items() if index >= 0}


def _holes(seeds: dict[int, int], length: int) -> list[tuple[int, int]]:
    holes, start = [], None
    for index in range(length + 1):
        if index < length and index not in seeds:
            start = index if start is None else start
        elif start is not None:
            holes.append((start, index))
            start = None
    return holes
