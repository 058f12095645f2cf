"""How sure a reading is: the share of statements read by the same rules that were right."""

from __future__ import annotations

from .draft import Draft

# By the rule that completed the indicator (see draft, counted, leading, sharing).
_BY_RULE = {
    "own_words": 0.97,
    "shared_verb": 0.97,
    "number_first": 0.93,
    "same_indicator": 0.95,
    "respectively": 0.95,
    "shared_noun": 0.9,
    "shared_predicate": 0.9,
    "relational": 0.9,
    "of_rank": 0.93,
    "part_of": 0.9,
    "carried": 0.85,
    "threshold_list": 0.9,
    "verb_alone": 0.88,
    "shared_subject": 0.85,
    "respectively_before": 0.85,
    "at_a_pace": 0.85,
    "reached": 0.8,
    "rank": 0.75,
    "clause_before": 0.7,
    "subject_before": 0.7,
}


def confidence(draft: Draft, period_rule: str | None) -> float:
    """Give the confidence of a statement from the rules that read it."""
    sure = _BY_RULE.get(draft.rule, 0.7)
    if period_rule is None:
        sure -= 0.3
    elif period_rule in ("target_year", "reviewed_year"):
        sure -= 0.15
    length = len(draft.indicator)
    if length < 2 or length > 40:
        sure -= 0.2
    elif length <= 3 or length > 25:
        sure -= 0.08
    if draft.item.number.chinese:
        sure -= 0.15
    return round(max(0.05, sure), 3)
