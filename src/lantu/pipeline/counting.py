"""What the plan says of its own size, beside what could be read: information, never an error."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lantu.model import Issue, Level
from lantu.plans import Plan

from .settling import Settlement

WORDS = {
    "themes": ("个方面", "个领域", "大领域", "大工程", "大行动", "个板块"),
    "items": ("项", "个方面"),
    "tasks": ("条", "项"),
}
"""How documents print these counts, the usual word first."""


@dataclass(frozen=True, slots=True)
class Count:
    """One line of the comparison; None where nothing is known.

    Parameters
    ----------
    what:
        ``themes``, ``items`` or ``tasks`` of the whole plan, or of a theme (``健康之城: items``).
    expected:
        As ``plan.yaml`` states it.
    printed:
        The words of a plan document that state the same number, where they were found.
    read:
        Themes that commitments were read under; for items and tasks None, since a document may count them
        without naming them.
    commitments:
        Commitments read there.
    """

    what: str
    expected: int | None
    printed: str | None
    read: int | None
    commitments: int


def counts(plan: Plan, settled: Settlement) -> list[Count]:
    """Compare the counts that ``plan.yaml`` expects with the plan documents and with what was read."""
    texts = [one.document.text for one in settled.read if one.source.document in _plan_documents(settled)]
    under = Counter(one.theme for one in settled.commitments)
    names = [theme.name for theme in plan.themes]
    seen = sum(1 for name in names if under[name])
    whole = plan.expected
    rows = [
        Count("themes", whole.themes, _printed("themes", whole.themes, texts), seen, len(settled.commitments)),
        Count("items", whole.items, _printed("items", whole.items, texts), None, len(settled.commitments)),
        Count("tasks", whole.tasks, _printed("tasks", whole.tasks, texts), None, len(settled.commitments)),
    ]
    for theme in plan.themes:
        for what, number in (("items", theme.items), ("tasks", theme.tasks)):
            printed = _printed(what, number, texts)
            rows.append(Count(f"{theme.name}: {what}", number, printed, None, under[theme.name]))
    return rows


def uncounted(plan: Plan, settled: Settlement) -> list[Issue]:
    """Tell the themes of the plan under which no commitment was read."""
    under = {one.theme for one in settled.commitments}
    return [
        Issue("empty_theme", f"no commitment was read under '{theme.name}'", Level.WARNING, "plan.yaml")
        for theme in plan.themes
        if theme.name not in under
    ]


def _plan_documents(settled: Settlement) -> set[str]:
    return {one.span.document for one in settled.commitments}


def _printed(what: str, number: int | None, texts: Sequence[str]) -> str | None:
    """Find the number with one of its words in the texts."""
    if number is None:
        return None
    for form in _forms(number, WORDS[what]):
        if any(form.search(text) for text in texts):
            return form.pattern.removeprefix("(?<![0-9.])")
    return None


def _forms(number: int, words: Iterable[str]) -> list[re.Pattern[str]]:
    return [re.compile(rf"(?<![0-9.]){number}{word}") for word in words]
