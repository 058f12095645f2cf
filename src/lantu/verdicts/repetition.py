"""A figure that one document tells twice is one observation with two places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lantu.model import Observation

from .likeness import likeness
from .words import read_wording

ALIKE = 0.6
"""Harmonic share of common wording from which the same value in one document is the same figure."""


def told_once(observations: Sequence[Observation]) -> list[Observation]:
    """Join repetitions within each document (a lead and its body); the first place stays the observation's own."""
    kept: list[Observation] = []
    places: dict[tuple[str, Decimal, str, object, object], list[int]] = {}
    for each in observations:
        if each.quantity is None:
            kept.append(each)
            continue
        key = (each.span.document, each.quantity.value, each.quantity.unit, each.basis, each.period)
        twin = next((place for place in places.get(key, ()) if _same(kept[place], each)), None)
        if twin is None:
            places.setdefault(key, []).append(len(kept))
            kept.append(each)
        elif each.span != kept[twin].span and each.span not in kept[twin].spans:
            kept[twin] = replace(kept[twin], spans=(*kept[twin].spans, each.span, *each.spans))
    return kept


def _same(one: Observation, other: Observation) -> bool:
    ours, theirs = read_wording(one.indicator), read_wording(other.indicator)
    if one.status is not other.status or one.comparator is not other.comparator or one.place != other.place:
        return False
    return ours.qualifiers == theirs.qualifiers and likeness(ours.core, theirs.core).harmonic >= ALIKE
