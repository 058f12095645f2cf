"""How sure a pair is: a score from what agrees and what differs, turned into a share of pairs that are right."""

from __future__ import annotations

import math
from collections.abc import Callable

from .likeness import Likeness
from .rarity import weights
from .words import Wording

MOST_BITS = 70.0
"""Shared wording beyond this adds nothing: the pair is as sure as it gets."""
GENERIC = 0.0
"""The score of two general words: as likely as not."""
HOW_IT_WAS_DONE = frozenset({"build_or_renew", "stage", "adding_or_removing", "win_or_grow", "money_measure"})
"""Families whose words do not tell one kind of 项目 or 床位 from another."""
LEAST_BITS, SAME_CORE = 16.0, 0.6
"""Equal wordings with at least so many bits are surer by so much than their length says."""
QUALIFIER_BITS = 8.0
"""What an equal qualifier (城镇, 省级) adds to the shared wording."""


def score(alike: Likeness, ours: Wording, theirs: Wording, dropped: int) -> float:
    """Give a number that rises with how surely both wordings name one thing; nothing beside the pair enters.

    Shared words count by their rarity in bits, words of one side count against it: little in common (项目, 企业) is
    never sure, however equal.
    """
    same = SAME_CORE if not (alike.ours or alike.theirs) and alike.bits >= LEAST_BITS else 0.0
    shared = alike.bits + QUALIFIER_BITS * sum(
        ours.qualifiers.get(name) == mine for name, mine in theirs.qualifiers.items()
    )
    if (ours.generic or theirs.generic) and not _told_apart(ours, theirs):
        return GENERIC
    mine = sum(sum(weights(word)) for word in alike.ours)
    yours = sum(sum(weights(word)) for word in alike.theirs)
    value = 0.055 * min(shared, MOST_BITS) - 0.03 * mine - 0.02 * yours
    return value + same - 1.0 + (0.5 if alike.heads else -0.5) - 0.3 * dropped


def _told_apart(ours: Wording, theirs: Wording) -> bool:
    """Tell whether equal qualifiers or sizes make a general word speak of one thing."""
    told = bool(ours.thresholds) or bool(ours.qualifiers.keys() - HOW_IT_WAS_DONE)
    return told and ours.qualifiers == theirs.qualifiers and ours.thresholds == theirs.thresholds


AT_ZERO, SLOPE = 0.9, 0.75
"""Fitted by eye on some four hundred pairs of consecutive work reports: of pairs at 0.77 about four in five name one
thing, at 0.93 nineteen in twenty, at 0.98 all but one or two in a hundred."""


def confidence(value: float) -> float:
    """Turn a score into the share of pairs scored like it that were right when read."""
    return round(1.0 / (1.0 + math.exp(-(AT_ZERO + SLOPE * value))), 3)


Meaning = Callable[[str, str], float]
"""Gives the cosine of two wordings in a sentence embedding."""
AS_NEAR_AS_ANY, NEAR_WEIGHT, NEAR_MOST = 0.95, 8.0, 0.5
"""Cosine at which the embedding says nothing, the score for each unit beyond it, and the most it may add or take: two
of three pairs of wordings that share words lie above it, so it can tip a pair and never make one."""


def nearness(meaning: Meaning | None, ours: str, theirs: str) -> float:
    """Give what closeness in meaning adds to a score or takes from it; nothing where it was not asked for."""
    if meaning is None or ours == theirs:
        return 0.0
    return max(-NEAR_MOST, min(NEAR_MOST, NEAR_WEIGHT * (meaning(ours, theirs) - AS_NEAR_AS_ANY)))


def note(alike: Likeness, near: float = 0.0) -> tuple[str, str]:
    """Name the words that agree and those that differ, in both languages."""
    same, ours, theirs = ("、".join(words) for words in (alike.shared, alike.ours, alike.theirs))
    en = f"agree: {same or '—'}; only promised: {ours or '—'}; only reported: {theirs or '—'}"
    zh = f"相同:{same or '—'};仅承诺:{ours or '—'};仅通报:{theirs or '—'}"
    return (f"{en}; meaning {near:+.2f}", f"{zh};语义 {near:+.2f}") if near else (en, zh)
