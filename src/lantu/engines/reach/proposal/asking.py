"""Put a planner's question to the exact solvers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from lantu.model import InputError

from ..siting import (
    UNSERVED,
    SitingPlan,
    Step,
    best_plans,
    capacitated_p_median,
    lscp,
    marginal_curve,
    mclp,
    p_center,
    p_median,
)
from ..siting.matrix import cover_rows
from ..siting.plan import Columns, Flags, Floats
from .question import Goal, Question
from .ways import Ways

_MOST_PAIRS = 60_000_000
"""Costs held at once: half a gigabyte."""


@dataclass(frozen=True, eq=False)
class Proposal:
    """What the solvers answer.

    Parameters
    ----------
    question:
        What was asked.
    plans:
        The best plans, best first; the columns are the candidates, followed by the sites that stand.
    order, adds:
        The new sites of the best plan in the order in which they buy most, and what each then adds: weight within
        the limit for *coverage* and *everyone*, else by how much it shortens the mean way.
    curve:
        For 0, 1, ... new sites the best value and what the last site bought.
    weight:
        How much each place counts.
    before, after:
        The cost of each place's way to its nearest site, without and with the new sites; infinite where there is none.
    site:
        The column of the site that is nearest after, or -1.
    reachable:
        Whether any site, standing or possible, could serve the place (within the limit where the goal needs one).
    """

    question: Question
    plans: tuple[SitingPlan, ...]
    order: Columns
    adds: Floats
    curve: tuple[Step, ...]
    weight: Floats
    before: Floats
    after: Floats
    site: Columns
    reachable: Flags

    @property
    def plan(self) -> SitingPlan:
        """The best plan."""
        return self.plans[0]

    @property
    def sure(self) -> str:
        """Say how good the best plan is proven to be."""
        if self.plan.proven:
            return "proven optimal"
        if not np.isfinite(self.plan.gap):
            return "how good it is could not be proven"
        return f"at most {100 * self.plan.gap:.2f} % from the best possible"

    def within(self, cost: Floats) -> Flags:
        """Tell which places have a way within the limit, or any way where there is no limit."""
        limit = np.inf if self.question.limit is None else self.question.limit * (1 + 1e-9)
        flags: Flags = np.isfinite(cost) & (cost <= limit)
        return flags

    def served(self, cost: Floats) -> float:
        """Give the weight whose way is within the limit."""
        return float(self.weight[self.within(cost)].sum())

    def mean(self, cost: Floats) -> float:
        """Give the mean way of all that have one; not a number where nobody has."""
        there = np.isfinite(cost) & (self.weight > 0)
        total = float(self.weight[there].sum())
        return float((cost[there] * self.weight[there]).sum()) / total if total else float("nan")


def propose(
    question: Question, ways: Ways, weight: Floats, stands: Columns, prices: Floats, capacity: Floats | None = None
) -> Proposal:
    """Answer a question.

    Parameters
    ----------
    question:
        What is asked.
    ways:
        Costs from places to candidates and, behind those, to the sites that stand.
    weight:
        How much each place counts.
    stands:
        The columns of the sites that stand already.
    prices:
        The price of each column; those that stand cost nothing more.
    capacity:
        How many people each column can take; each place then goes whole to one site, which need not be its nearest
        (only for the goal *mean*).

    Raises
    ------
    InputError
        Where the question cannot be answered: nobody can be served, the sites cannot take everyone, or the table of
        costs would be too large.
    """
    columns = np.arange(len(prices))
    if capacity is not None and question.goal is not Goal.MEAN:
        raise InputError(f"goal '{question.goal}' with capacities", "capacities go with the goal 'mean'")
    table = _table(question, ways, columns, len(weight))
    reachable = cover_rows(table, columns) >= 0 if question.goal.by_limit else np.isfinite(table).any(axis=1)
    counted = reachable & (weight > 0)
    if not counted.any():
        raise InputError("no candidate can serve anyone", "raise the limit, or give candidates nearer to people")
    most = len(columns) - len(stands) if question.k is None else min(question.k, len(columns) - len(stands))
    solver = _Solver(question, table[counted], weight[counted], prices, stands, question.seconds, capacity)
    first = solver(most, kept=stands, banned=())
    before, _ = ways.nearest(stands)
    after, site = ways.nearest(first.sites) if capacity is None else _allotted(table, counted, first)
    order, adds = _order(question, table[:, first.opened], before, weight, first.opened)
    if capacity is not None:
        adds = np.full(len(order), np.nan)  # what a site adds depends on who is sent where once all stand
    return Proposal(
        question=question,
        plans=_plans(solver, first, most),
        order=order,
        adds=adds,
        curve=_curve(solver, first) if question.curve else (),
        weight=weight,
        before=before,
        after=after,
        site=site,
        reachable=reachable,
    )


def _table(question: Question, ways: Ways, columns: Columns, rows: int) -> Any:
    """Give which site covers which place, or all costs, as the goal needs."""
    if question.goal.by_limit:
        return ways.within(float(question.limit or 0.0))
    if rows * len(columns) > _MOST_PAIRS:
        raise InputError(
            f"{rows} places x {len(columns)} sites are too many for the goal '{question.goal}'",
            f"join places or leave out candidates until there are {_MOST_PAIRS:,} pairs; 'coverage' has no such limit",
        )
    return ways.to(columns)


@dataclass(frozen=True, eq=False)
class _Solver:
    """A question with everything fixed but how many sites open, which stand and which must not."""

    question: Question
    table: Any
    weight: Floats
    prices: Floats
    stands: Columns
    seconds: float
    capacity: Floats | None = None
    hurries: bool = False

    def __call__(self, k: int, *, kept: Iterable[int], banned: Iterable[int]) -> SitingPlan:
        """Give the best plan; one of infinite cost where the banned sites leave a place unserved."""
        stood = np.asarray(list(kept), dtype=np.int64)
        spent = float(self.prices[np.setdiff1d(stood, self.stands)].sum())
        limits: dict[str, Any] = {"kept": stood, "banned": list(banned), "time_limit": self.seconds}
        if self.question.budget is not None:
            limits |= {"prices": self.prices, "budget": self.question.budget - spent}
        try:
            return self._solve(k, spent, limits)
        except InputError:
            if not self.hurries:
                raise
            nobody = np.full(self.table.shape[0], UNSERVED, dtype=np.int64)
            return SitingPlan(stood, np.inf, np.inf, True, nobody, stood)

    def _solve(self, k: int, spent: float, limits: dict[str, Any]) -> SitingPlan:
        match self.question.goal:
            case Goal.COVERAGE:
                return mclp(self.table, self.weight, k, **limits)
            case Goal.MEAN:
                if self.capacity is not None:
                    cost = self.table * self.weight[:, None]
                    return capacitated_p_median(cost, self.weight, self.capacity, k, **limits)
                return p_median(self.table, k, weights=self.weight, **limits)
            case Goal.FARTHEST:
                return p_center(self.table, k, **limits)
        plan = lscp(self.table, prices=self.prices, **limits)
        return replace(plan, value=plan.value + spent, bound=plan.bound + spent)

    def hurried(self, solves: int) -> _Solver:
        """Give the solver with its seconds shared among so many solves."""
        return replace(self, seconds=self.seconds / max(1, solves), hurries=True)


def _allotted(table: Floats, counted: Flags, plan: SitingPlan) -> tuple[Floats, Columns]:
    """Give each place's cost to the site that takes it, and that site; places that do not count go to none.

    Raises
    ------
    InputError
        Where no plan was found that takes everyone.
    """
    if not np.isfinite(plan.value):
        sure = "there is none" if plan.proven else "perhaps there is none"
        raise InputError(f"no plan was found that takes everyone; {sure}", "allow more sites, larger ones or more time")
    site = np.full(len(counted), UNSERVED, dtype=np.int64)
    site[counted] = plan.assignment
    cost = np.where(counted, table[np.arange(len(counted)), np.maximum(site, 0)], np.inf)
    return cost, site


def _plans(solver: _Solver, first: SitingPlan, most: int) -> tuple[SitingPlan, ...]:
    """Give the best plans; the first was searched for longest."""
    count = solver.question.plans
    if count == 1:
        return (first,)
    others = best_plans(solver.hurried(count * max(1, len(first.opened))), most, count, kept=solver.stands)
    same = [plan for plan in others if not np.array_equal(plan.sites, first.sites)]
    return (first, *same[: count - 1])


def _curve(solver: _Solver, first: SitingPlan) -> tuple[Step, ...]:
    """Solve for every smaller number of sites; for *everyone*, ask how many people so many sites would cover."""
    most = len(first.opened)
    smaller = solver.hurried(most)
    if solver.question.goal is Goal.EVERYONE:
        smaller = replace(smaller, question=replace(solver.question, goal=Goal.COVERAGE, k=most))

    def solve(k: int, *, kept: Iterable[int], banned: Iterable[int]) -> SitingPlan:
        return first if k == most and smaller.question is solver.question else smaller(k, kept=kept, banned=banned)

    return marginal_curve(solve, most, kept=solver.stands)


def _order(question: Question, table: Any, before: Floats, weight: Floats, opened: Columns) -> tuple[Columns, Floats]:
    """Put the new sites into the order in which each adds most to those before it."""
    if question.goal.by_limit:
        limit = float(question.limit or 0.0) * (1 + 1e-9)
        pain, now = 1.0 - table.toarray(), np.where(before <= limit, 0.0, 1.0)
        share = 1.0
    else:
        finite = np.isfinite(table)
        most = table[finite].max(initial=0.0)
        pain, now = np.where(finite, table, most), np.where(np.isfinite(before), before, most)
        share = 1.0 / float(weight.sum())
    left, order, adds = list(range(len(opened))), [], []
    while left:
        sums = weight @ np.minimum(pain[:, left], now[:, None])
        at = int(sums.argmin())
        adds.append(float(weight @ now - sums[at]) * share)
        now = np.minimum(now, pain[:, left[at]])
        order.append(opened[left.pop(at)])
    return np.asarray(order, dtype=np.int64), np.asarray(adds)
