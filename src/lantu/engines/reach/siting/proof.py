"""Close the gap between a good plan and what is possible, as far as the time allows."""

from __future__ import annotations

import numpy as np

from .branching import ROOT, Branch, bound_question, search
from .incumbent import Incumbent
from .plan import Columns
from .question import Question
from .stopwatch import Stopwatch

_FIRST_BRANCHES = 400
_PROGRAM = 2.0
"""Seconds below which the integer program is not begun: what is small enough was branched out before."""


def best_columns(
    question: Question, step: float, clock: Stopwatch, wanted: float = np.inf
) -> tuple[Columns, float, float]:
    """Give the best columns to open (positions), their value, and the proven lower bound of any plan's value.

    ``step`` is the smallest difference of two values (0: unknown); plans above ``wanted`` are of no interest,
    and an infinite bound then says that there are none.
    """
    incumbent = Incumbent(question, step, wanted)
    incumbent.offer(np.zeros(0, dtype=np.int64), improve=True)
    first = question.first_multipliers(incumbent.columns)
    bound = _prove(question, Branch(question.opened, question.free, -np.inf, first), incumbent, clock)
    return incumbent.columns, incumbent.value, bound if wanted < np.inf else min(bound, incumbent.value)


def _prove(question: Question, start: Branch, incumbent: Incumbent, clock: Stopwatch) -> float:
    """Bound the whole question, branch a while, try the integer program, branch on until the time is over."""
    # The climb ends by itself where it settles; before that nothing else is worth the time.
    found = bound_question(question, start, incumbent, ROOT, clock.part(0.85))
    if found is None:
        return np.inf
    root, branch = found
    bound = max(branch.bound, search(root, branch, incumbent, clock.part(0.3), _FIRST_BRANCHES))
    if bound > incumbent.limit or clock.over:
        return bound
    if clock.left < _PROGRAM:
        return max(bound, search(root, branch, incumbent, clock))
    columns, proven = root.solve_exactly(clock.part(0.6).left)
    if columns is not None:
        incumbent.offer(columns)
    bound = max(bound, proven)
    if bound > incumbent.limit or clock.over:
        return bound
    return max(bound, search(root, branch, incumbent, clock))
