"""How sure a pair is: a score from what agrees and what differs, turned into a share of pairs that are right."""

from __future__ import annotations

import math

from lantu.model import Commitment, Observation

from .comparison import Comparison
from .likeness import Likeness
from .rarity import weights

ENOUGH_BITS = 20.0
"""Shared wording with less information than this (项目, 企业) cannot make a pair sure."""


def score(alike: Likeness, comparison: Comparison, commitment: Commitment, observation: Observation) -> float:
    """Give a number that rises with how surely both speak of one thing; nothing beside the pair enters."""
    bits = sum(sum(weights(word)) for word in alike.shared)
    value = 6.0 * alike.harmonic - 3.0
    value += 0.8 if alike.heads else -1.2
    value -= 0.5 * comparison.dropped
    value -= max(0.0, 1.0 - bits / ENOUGH_BITS) * 3.0
    if commitment.theme and commitment.theme == observation.theme:
        value += 0.3
    return value


def confidence(value: float) -> float:
    """Turn a score into the share of pairs scored like it that were right when read by eye."""
    return round(1.0 / (1.0 + math.exp(-value)), 3)


def note(alike: Likeness) -> tuple[str, str]:
    """Name the words that agree and those that differ, in both languages."""
    same, ours, theirs = ("、".join(words) for words in (alike.shared, alike.ours, alike.theirs))
    en = f"agree: {same or '—'}; only promised: {ours or '—'}; only reported: {theirs or '—'}"
    return en, f"相同:{same or '—'};仅承诺:{ours or '—'};仅通报:{theirs or '—'}"
