"""A proposal as rows that programs read: the sites, the places, the curve, the other plans, and all in brief."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..siting.plan import Floats
from ..tables import Record, plain, position
from .asking import Proposal
from .question import Goal
from .town import Town


def site_records(town: Town, answer: Proposal) -> Iterator[Record]:
    """Give a row for every site of the plan: the new ones, first to build first, then those that stand."""
    served = _served_by(answer, len(town.sites))
    sums = np.cumsum(answer.adds)
    for number, (column, adds, so_far) in enumerate(zip(answer.order, answer.adds, sums, strict=True), 1):
        yield _site(town, int(column), served) | {"order": number, "adds": plain(adds), "adds_so_far": plain(so_far)}
    for column in answer.plan.kept:
        yield _site(town, int(column), served) | {"order": None, "adds": None, "adds_so_far": None}


def _served_by(answer: Proposal, sites: int) -> Floats:
    """Sum the weight within the limit whose nearest site each one is."""
    there = answer.within(answer.after) & (answer.site >= 0)
    return np.bincount(answer.site[there], weights=answer.weight[there], minlength=sites).astype(np.float64)


def _site(town: Town, column: int, served: Floats) -> Record:
    stands = bool(np.isin(column, town.stands))
    return {
        "id": town.sites.id[column],
        "state": "existing" if stands else "new",
        **position(town.sites.degrees, town.sites.x[column], town.sites.y[column]),
        "price": None if stands else plain(town.prices[column]),
        "nearest_for": plain(served[column]),
    }


def place_records(town: Town, answer: Proposal) -> Iterator[Record]:
    """Give a row for every place of demand: its way before and after, and its nearest site."""
    before, after = answer.within(answer.before), answer.within(answer.after)
    for row, name in enumerate(town.places.id):
        at = int(answer.site[row])
        yield {
            "id": name,
            **position(town.places.degrees, town.places.x[row], town.places.y[row]),
            "weight": plain(answer.weight[row]),
            **({} if town.districts is None else {"district": town.districts[row]}),
            "before": plain(answer.before[row]),
            "after": plain(answer.after[row]),
            "site": None if at < 0 else town.sites.id[at],
            "served_before": bool(before[row]),
            "served_after": bool(after[row]),
            "reachable": bool(answer.reachable[row]),
        }


def curve_records(answer: Proposal) -> Iterator[Record]:
    """Give a row for every number of sites: the best value, the proven bound, and what the last site bought."""
    scale = _scale(answer)
    for step in answer.curve:
        yield {
            "new_sites": step.opened,
            "value": plain(step.value * scale),
            "bound": plain(step.bound * scale),
            "proven": step.proven,
            "gain": plain(step.gain * scale),
        }


def plan_records(town: Town, answer: Proposal) -> Iterator[Record]:
    """Give a row for every one of the best plans."""
    scale = _scale(answer)
    for rank, plan in enumerate(answer.plans, 1):
        yield {
            "rank": rank,
            "value": plain(plan.value * scale),
            "bound": plain(plan.bound * scale),
            "gap": plain(plan.gap),
            "proven": plan.proven,
            "price": plain(town.prices[plan.opened].sum()),
            "sites": " ".join(town.sites.id[column] for column in plan.opened),
        }


def summary_record(town: Town, answer: Proposal) -> Record:
    """Give all in brief: what was asked, of which files, and what the answer is."""
    asked, plan = answer.question, answer.plan
    scale, out = _scale(answer), ~answer.reachable & (answer.weight > 0)
    return {
        "goal": str(asked.goal),
        "limit": asked.limit,
        "unit": town.ways.unit,
        "ways": town.ways.kind[0],
        "k": asked.k,
        "budget": asked.budget,
        "inputs": dict(town.inputs),
        "places": len(town.places),
        "weight": plain(answer.weight.sum()),
        "candidates": len(town.sites) - len(town.stands),
        "existing": len(town.stands),
        "new_sites": len(plan.opened),
        "price": plain(town.prices[plan.opened].sum()),
        "value": plain(plan.value * scale),
        "bound": plain(plan.bound * scale),
        "gap": plain(plan.gap),
        "proven": plan.proven,
        "before": _state(answer, answer.before),
        "after": _state(answer, answer.after),
        "beyond_every_site": {"places": int(out.sum()), "weight": plain(answer.weight[out].sum())},
    }


def _state(answer: Proposal, cost: Floats) -> Record:
    there = np.isfinite(cost) & (answer.weight > 0)
    return {
        "served": plain(answer.served(cost)),
        "share": plain(answer.served(cost) / float(answer.weight.sum())),
        "mean": plain(answer.mean(cost)),
        "farthest": plain(cost[there].max()) if there.any() else None,
    }


def district_records(town: Town, answer: Proposal) -> Iterator[Record]:
    """Give a row for every district: its weight, and the share of it served before and after."""
    names = np.array(town.districts or (), dtype=object)
    before, after = answer.within(answer.before), answer.within(answer.after)
    for name in sorted(set(town.districts or ())):
        here = names == name
        total = float(answer.weight[here].sum())
        shares = [_share(answer.weight[here & within], total) for within in (before, after)]
        yield {
            "district": name,
            "weight": plain(total),
            "share_before": shares[0],
            "share_after": shares[1],
        }


def _share(part: Floats, total: float) -> int | float | None:
    return plain(part.sum() / total) if total else None


def _scale(answer: Proposal) -> float:
    """The solvers minimise a sum of ways; people speak of the mean way of those who have one."""
    if answer.question.goal is not Goal.MEAN:
        return 1.0
    return 1.0 / float(answer.weight[answer.reachable].sum())
