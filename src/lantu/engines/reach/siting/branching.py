"""Branch and bound on "this column opens or not", with Lagrangean bounds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .incumbent import Incumbent
from .plan import Columns, Floats
from .question import Question
from .relaxation import Ascent
from .stopwatch import Stopwatch

_ROUND = 25
_WORTH_NARROWING = 0.8
_RARER = 1.5
"""Exchanges are dear in a large question: picks are improved ever more rarely as the climb goes on."""


@dataclass(frozen=True, slots=True, eq=False)
class Effort:
    """How hard to climb on one question: at most ``rounds`` steps, the first of length ``step``."""

    rounds: int
    step: float
    patience: int
    improve: bool = False


ROOT = Effort(rounds=1500, step=1.0, patience=15, improve=True)
INNER = Effort(rounds=100, step=0.5, patience=8)


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A part of the plans still to be searched: what is open and free there, its bound, where to start."""

    opened: Columns
    free: Columns
    bound: float
    multipliers: Floats
    recent: Floats | None = None


def bound_question(
    question: Question, branch: Branch, incumbent: Incumbent, effort: Effort, clock: Stopwatch
) -> tuple[Question, Branch] | None:
    """Climb on a question and drop or open columns proven so; None where nothing better can be below it."""
    ascent, climbed = Ascent(branch.multipliers, effort.step, effort.patience, bound=branch.bound), 0
    next_exchange = 0.0
    while ascent.bound <= incumbent.limit:
        if not len(question.free) or question.choice.count == 0:
            incumbent.offer(question.opened)
            return None
        climbed += _climb_a_while(ascent, question, incumbent, clock)
        if ascent.bound > incumbent.limit:
            return None
        improve = effort.improve and climbed >= next_exchange
        incumbent.offer(np.concatenate([question.opened, question.free[ascent.picked()]]), improve=improve)
        next_exchange = climbed * _RARER if improve else next_exchange
        stay, opens = ascent.fixings(incumbent.limit)
        narrows = bool(opens.any()) or stay.sum() < _WORTH_NARROWING * len(stay)
        if narrows:
            question = question.narrow(stay, opens)
            ascent.narrowed(stay, opens)
        if clock.over or ((ascent.settled or climbed >= effort.rounds) and not narrows):
            return question, Branch(question.opened, question.free, ascent.bound, ascent.best, ascent.recent)
    return None


def _climb_a_while(ascent: Ascent, question: Question, incumbent: Incumbent, clock: Stopwatch) -> int:
    for step in range(_ROUND):
        ascent.climb(question, incumbent.aim)
        if ascent.bound > incumbent.limit or ascent.settled or clock.over:
            return step + 1
    return _ROUND


def search(root: Question, start: Branch, incumbent: Incumbent, clock: Stopwatch, most: int | None = None) -> float:
    """Search below a bounded question, depth first; give the proven lower bound of what it may still hide.

    Stops after ``most`` branches or when the clock is over; infinite where nothing better exists.
    """
    stack, seen = _split(start, root), 0
    while stack and not clock.over and (most is None or seen < most):
        branch, seen = stack.pop(), seen + 1
        if branch.bound > incumbent.limit:
            continue
        found = bound_question(root.child(branch.opened, branch.free), branch, incumbent, INNER, clock)
        if found is not None:
            stack.extend(_split(found[1], root))
    return min((branch.bound for branch in stack if branch.bound <= incumbent.limit), default=np.inf)


def _split(branch: Branch, root: Question) -> list[Branch]:
    """Split on the column that recent picks agreed about least: closed, or opened (searched first)."""
    if not len(branch.free):
        return [branch]
    doubt = np.zeros(len(branch.free)) if branch.recent is None else np.abs(branch.recent - 0.5)
    at = int(doubt.argmin())
    rest, column = np.delete(branch.free, at), branch.free[at : at + 1]
    with_column = np.concatenate([branch.opened, column])
    children = [Branch(branch.opened, rest, branch.bound, branch.multipliers)]
    new = np.searchsorted(root.free, np.setdiff1d(with_column, root.opened))
    if root.choice.affords(new):
        children.append(Branch(with_column, rest, branch.bound, branch.multipliers))
    return children
