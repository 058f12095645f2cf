"""A figure that one document tells twice is one observation with two places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lantu.model import Observation

from .likeness import likeness
from .pairing import grams
from .rarity import rarity
from .words import read_wording

RAREST = 3
"""So many of an indicator's rarest pairs of characters are looked up for repetitions."""
ALIKE = 0.6
"""Harmonic share of common wording from which the same value in one document is the same figure."""


def told_once(observations: Sequence[Observation]) -> list[Observation]:
    """Join repetitions within each document (a lead and its body); the first place stays the observation's own."""
    kept: list[Observation] = []
    places: dict[tuple[object, ...], list[int]] = {}
    for each in observations:
        keys = _keys(each)
        near = dict.fromkeys(place for key in keys for place in places.get(key, ()))
        twin = next((place for place in near if _same(kept[place], each)), None)
        if twin is None:
            for key in keys:
                places.setdefault(key, []).append(len(kept))
            kept.append(each)
        elif each.span != kept[twin].span and each.span not in kept[twin].spans:
            kept[twin] = replace(kept[twin], spans=(*kept[twin].spans, each.span, *each.spans))
    return kept


def _keys(observation: Observation) -> list[tuple[object, ...]]:
    """Give what a repetition shares: document, number and days, and one of the rarest pairs of characters."""
    quantity = observation.quantity
    if quantity is None:
        return []
    pairs = sorted(grams(read_wording(observation.indicator).core), key=lambda pair: (-rarity(pair), pair))
    told = (observation.span.document, quantity.value, quantity.unit, observation.basis, observation.period)
    return [(*told, pair) for pair in pairs[:RAREST]]


def _same(one: Observation, other: Observation) -> bool:
    ours, theirs = read_wording(one.indicator), read_wording(other.indicator)
    if one.status is not other.status or one.comparator is not other.comparator or one.place != other.place:
        return False
    return ours.qualifiers == theirs.qualifiers and likeness(ours.core, theirs.core).harmonic >= ALIKE
