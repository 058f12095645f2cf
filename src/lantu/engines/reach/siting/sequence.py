"""More than one answer: what each further site buys, and the next best plans."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from .plan import Columns, SitingPlan


class Solver(Protocol):
    """A siting question with everything fixed but how many sites open, which stand and which must not."""

    def __call__(self, k: int, *, kept: Iterable[int], banned: Iterable[int]) -> SitingPlan:
        """Give the best plan."""


@dataclass(frozen=True, slots=True)
class Step:
    """What the plan with ``opened`` new sites gives, and what its last site bought."""

    opened: int
    value: float
    bound: float
    proven: bool
    gain: float


def marginal_curve(
    solve: Solver, most: int, *, kept: Iterable[int] = (), banned: Iterable[int] = ()
) -> tuple[Step, ...]:
    """Solve for 0, 1, ... ``most`` new sites.

    Each count is solved for itself, so a plan need not contain the plan before it. ``gain`` is the change
    for the better against the plan with one site fewer (0 for the first).

    >>> import numpy as np
    >>> from functools import partial
    >>> from lantu.engines.reach.siting import mclp
    >>> covers = np.array([[1, 0], [1, 1], [0, 1]])
    >>> [step.gain for step in marginal_curve(partial(mclp, covers, [5, 1, 2]), 2)]
    [0.0, 6.0, 2.0]
    """
    stands, barred = list(kept), list(banned)
    steps: list[Step] = []
    for count in range(most + 1):
        plan = solve(count, kept=stands, banned=barred)
        change = plan.value - steps[-1].value if steps else 0.0
        gain = change if plan.sense == "max" or not change else -change
        steps.append(Step(count, plan.value, plan.bound, plan.proven, gain))
    return tuple(steps)


@dataclass(order=True, slots=True)
class _Part:
    """A part of all plans and the best plan in it, ordered best first."""

    rank: float
    number: int
    plan: SitingPlan = field(compare=False)
    kept: Columns = field(compare=False)
    banned: Columns = field(compare=False)


def best_plans(
    solve: Solver, k: int, count: int, *, kept: Iterable[int] = (), banned: Iterable[int] = ()
) -> tuple[SitingPlan, ...]:
    """Give the ``count`` best plans of ``k`` new sites, best first (Lawler 1972).

    After each plan the others are split by the first of its sites that they lack, and each part is solved
    by itself, so every plan comes with its own proof. Supersets of a plan with fewer sites are no plans of
    their own.
    """
    stands = np.asarray(list(kept), dtype=np.int64)
    first = solve(k, kept=stands, banned=banned)
    heap = [_Part(_rank(first), 0, first, stands, np.asarray(list(banned), dtype=np.int64))]
    plans: list[SitingPlan] = []
    number = 0
    while heap and len(plans) < count:
        part = heapq.heappop(heap)
        plans.append(_beside(part.plan, stands))
        new = np.setdiff1d(part.plan.sites, part.kept)
        for at, column in enumerate(new):
            fixed, barred = np.concatenate([part.kept, new[:at]]), np.append(part.banned, column)
            left = k - (len(fixed) - len(stands))
            plan = _solve_part(solve, left, fixed, barred, len(new) - at)
            if plan is not None:
                number += 1
                heapq.heappush(heap, _Part(_rank(plan), number, plan, fixed, barred))
    return tuple(plans)


def _solve_part(solve: Solver, left: int, kept: Columns, banned: Columns, least: int) -> SitingPlan | None:
    """Solve a part; None where it holds no plan of enough sites."""
    plan = solve(left, kept=kept, banned=banned)
    opened = len(plan.opened)
    return plan if np.isfinite(plan.value) and (opened >= least or opened == left) else None


def _rank(plan: SitingPlan) -> float:
    return plan.value if plan.sense == "min" else -plan.value


def _beside(plan: SitingPlan, stands: Columns) -> SitingPlan:
    """Name as kept only what stood before the question."""
    return SitingPlan(plan.sites, plan.value, plan.bound, plan.proven, plan.assignment, stands, plan.sense)
