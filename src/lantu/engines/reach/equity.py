"""How evenly reach is shared: by district and segment, over the weighted population, at its worst-served end."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arrays import Flags, Floats, Objects

_WORST = 0.1


@dataclass(frozen=True, slots=True)
class GroupShare:
    """What part of a group is served: ``served`` of ``total`` weight."""

    group: str
    served: float
    total: float

    @property
    def share(self) -> float:
        """The served part, 0..1; not a number for an empty group."""
        return self.served / self.total if self.total else float("nan")


def by_group(group: Objects, weight: Floats, served: Floats) -> tuple[GroupShare, ...]:
    """Give the served part of every group, in the order of their names; ``served`` is weight served a place."""
    names = np.array(["" if name is None else str(name) for name in group], dtype=object)
    return tuple(
        GroupShare(str(name), float(served[names == name].sum()), float(weight[names == name].sum()))
        for name in sorted(set(names))
    )


def percentile(values: Floats, weight: Floats, share: float) -> float:
    """Give the least value that at least ``share`` of the weight does not exceed (infinite values count).

    >>> percentile(np.array([100.0, 200.0, 900.0]), np.array([5.0, 4.0, 1.0]), 0.9)
    200.0
    """
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weight[order])
    if not len(order) or reached[-1] <= 0:
        return float("nan")
    at = int(np.searchsorted(reached, share * reached[-1] * (1 - 1e-12)))
    return float(values[order[min(at, len(order) - 1)]])


def mean(values: Floats, weight: Floats) -> float:
    """Give the weighted mean; infinite where any weight is out of reach."""
    counted: Flags = weight > 0
    if not counted.any():
        return float("nan")
    return float((values[counted] * weight[counted]).sum() / weight[counted].sum())


@dataclass(frozen=True, slots=True)
class Tail:
    """The worst-served tenth beside all: how far it has to go, and how many times as far as everyone."""

    mean: float
    overall: float

    @property
    def gap(self) -> float:
        """Mean cost of the worst-served tenth over the mean of all."""
        return self.mean / self.overall if self.overall else float("nan")


def worst_tenth(cost: Floats, weight: Floats) -> Tail:
    """Give the mean cost of the tenth of the weight that has farthest to go; a place may fall in part into it."""
    order = np.argsort(-cost, kind="stable")
    before = np.cumsum(weight[order]) - weight[order]
    inside = np.clip(_WORST * weight.sum() - before, 0.0, weight[order])
    taken = inside > 0
    worst = float((cost[order][taken] * inside[taken]).sum() / inside.sum()) if taken.any() else float("nan")
    return Tail(worst, mean(cost, weight))


def lorenz(benefit: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """Give the Lorenz curve of a benefit per head: shares of people, least served first, and of all benefit.

    ``benefit`` is what each person of a place has; both curves begin at 0 and end at 1.
    """
    order = np.argsort(benefit, kind="stable")
    people = np.concatenate([[0.0], np.cumsum(weight[order])])
    had = np.concatenate([[0.0], np.cumsum(benefit[order] * weight[order])])
    return people / people[-1], had / had[-1] if had[-1] > 0 else had


def gini(benefit: Floats, weight: Floats) -> float:
    """Give twice the area between the Lorenz curve and equality: 0 where all have the same."""
    people, had = lorenz(benefit, weight)
    return float(1.0 - (np.diff(people) * (had[1:] + had[:-1])).sum())


def concentration(benefit: Floats, weight: Floats, rank: Floats) -> float:
    """Give the concentration index over people ranked by ``rank`` (income, poorest first), -1..1.

    Negative where the benefit goes to the poorer. People of one rank are taken together, so their order
    does not matter (Kakwani, Wagstaff and van Doorslaer 1997).
    """
    _, tied = np.unique(rank, return_inverse=True)
    people, had = np.bincount(tied, weights=weight), np.bincount(tied, weights=benefit * weight)
    if had.sum() <= 0:
        return float("nan")
    share = np.concatenate([[0.0], np.cumsum(had) / had.sum()])
    return float(1.0 - (people / people.sum() * (share[1:] + share[:-1])).sum())
