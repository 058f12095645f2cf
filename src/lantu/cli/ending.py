"""How a command ends: its issues on standard error, and its exit status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lantu.model import Issue, Level

from .rows import note

_ORDER = list(Level)


def exit_status(issues: Sequence[Issue], fail_on: str) -> int:
    """Give 1 where an issue is at or above the level ``fail_on``, else 0; ``never`` always gives 0."""
    if fail_on == "never":
        return 0
    lowest = _ORDER.index(Level(fail_on))
    return int(any(_ORDER.index(issue.level) >= lowest for issue in issues))


def tell_issues(issues: Sequence[Issue], *, every: bool) -> None:
    """Tell the issues: errors each, the others counted by code unless ``every`` one is asked for."""
    for issue in issues:
        if every or issue.level is Level.ERROR:
            note(str(issue))
    rest = Counter(issue.code for issue in issues if issue.level is not Level.ERROR)
    if rest and not every:
        counts = ", ".join(f"{count} {code}" for code, count in rest.most_common())
        note(f"{rest.total()} issues: {counts} (--issues lists them)")


def finish(issues: Sequence[Issue], fail_on: str, *, every: bool) -> int:
    """Tell the issues and give the exit status."""
    tell_issues(issues, every=every)
    return exit_status(issues, fail_on)
