"""What the plan says of its own size, beside what could be read: information, never an error."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.model import Issue, Level, Role
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
    """The counts of the whole plan (``name`` None) or of one theme.

    Parameters
    ----------
    themes, items, tasks:
        As ``plan.yaml`` expects them.
    printed:
        Where the plan's own text states the same number: its words; a number that it does not state is left out.
    themes_read:
        Themes of the plan that commitments were read under.
    commitments_read:
        A document may count tasks without naming them, and a task may hold several commitments or none.
    """

    name: str | None
    themes: int | None
    items: int | None
    tasks: int | None
    printed: tuple[str, ...]
    themes_read: int | None
    commitments_read: int


def counts(plan: Plan, settled: Settlement) -> list[Count]:
    """Compare the counts that ``plan.yaml`` expects with the plan's own documents and with what was read there."""
    own = _own_documents(settled)
    texts = [one.document.text for one in settled.read if one.document.id in own]
    under = [one.theme for one in settled.commitments if one.span.document in own]
    whole = plan.expected
    numbers = {"themes": whole.themes, "items": whole.items, "tasks": whole.tasks}
    seen = len({theme.name for theme in plan.themes} & set(under))
    rows = [Count(None, **numbers, printed=_printed(numbers, texts), themes_read=seen, commitments_read=len(under))]
    for theme in plan.themes:
        numbers = {"themes": None, "items": theme.items, "tasks": theme.tasks}
        printed, read = _printed(numbers, texts), under.count(theme.name)
        rows.append(Count(theme.name, **numbers, printed=printed, themes_read=None, commitments_read=read))
    return rows


def uncounted(plan: Plan, settled: Settlement) -> list[Issue]:
    """Tell the themes of the plan under which no commitment was read."""
    under = {one.theme for one in settled.commitments}
    return [
        Issue.worded(
            "empty_theme", "no commitment was read under '%(theme)s'", Level.WARNING, "plan.yaml", theme=theme.name
        )
        for theme in plan.themes
        if theme.name not in under
    ]


def _own_documents(settled: Settlement) -> set[str]:
    """Ids of the documents that are the plan and nothing else; of all that hold commitments where there is none."""
    plans = {one.document.id for one in settled.read if one.source.roles == {Role.PLAN}}
    return plans or {one.span.document for one in settled.commitments}


def _printed(numbers: dict[str, int | None], texts: Sequence[str]) -> tuple[str, ...]:
    found = []
    for what, number in numbers.items():
        forms = [] if number is None else [f"{number}{word}" for word in WORDS[what]]
        found += [form for form in forms if any(re.search(rf"(?<![0-9.]){form}", text) for text in texts)][:1]
    return tuple(found)
