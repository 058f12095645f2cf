"""Lower bounds by Lagrangean relaxation of "every row is served once".

A row's multiplier is what it would pay to be served; a column is worth what the rows would pay it above
their cost; the best allowed columns are picked. The multipliers climb along the subgradient
(Held, Wolfe and Crowder 1974), averaged over the last picks as in the volume algorithm (Barahona and Anbil
2000). Every step yields a proven bound, and the worth of the columns proves which
can be dropped or must be opened (reduced-cost fixing).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .choice import Pick
from .plan import Flags, Floats
from .question import Relaxable

_SHRINK = 0.6
_FINEST = 1e-3
_NOTICEABLE = 1e-6
_FRESH = 0.15


@dataclass(slots=True, eq=False)
class Ascent:
    """Multipliers on their way up, the best bound so far, and the pick of the best multipliers.

    Parameters
    ----------
    multipliers:
        What each row would pay, to start from.
    step:
        Length of the steps, as a share of the way to the best value known; it shrinks.
    patience:
        After so many steps without progress the step shrinks.
    bound:
        A bound known before the first step.
    """

    multipliers: Floats
    step: float = 1.0
    patience: int = 12
    bound: float = -np.inf
    pick: Pick | None = None
    best: Floats = field(init=False)
    recent: Floats | None = None
    _picked_at: float = -np.inf
    _served: Floats | None = None
    _stalled: int = 0

    def __post_init__(self) -> None:
        self.best = self.multipliers

    @property
    def best_bound(self) -> float:
        """The bound that the best multipliers give."""
        return self._picked_at

    @property
    def if_opened(self) -> Floats:
        """By how much the bound rises at least if a free column must be opened."""
        return np.zeros(0) if self.pick is None else self.pick.if_opened

    @property
    def settled(self) -> bool:
        """True when the steps have become too small to matter."""
        return self.step < _FINEST

    def climb(self, question: Relaxable, target: float) -> None:
        """Take one step up towards ``target``, the value of the best plan known."""
        paid = np.clip(self.multipliers, 0.0, question.base)
        pick = question.choice.pick(question.worth(paid))
        bound = float(paid.sum()) + pick.total + question.standing()
        self._keep(bound, pick, paid)
        slope = 1.0 - self._served_lately(question.served(paid, pick.weight))
        slope[(slope > 0.0) & (paid >= question.base)] = 0.0
        slope[(slope < 0.0) & (paid <= 0.0)] = 0.0
        length = float(np.square(slope).sum())  # no BLAS: its threads would make the sum depend on the machine
        if length == 0.0:
            self.step = 0.0
        elif self._stalled >= self.patience:
            self.step, self._stalled, self.multipliers = self.step * _SHRINK, 0, self.best
        else:
            aim = target + 0.02 * abs(target)
            self.multipliers = paid + self.step * (aim - bound) / length * slope

    def _served_lately(self, served: Floats) -> Floats:
        """Average how often rows were served: single picks jump about, their average points uphill."""
        self._served = served if self._served is None else (1.0 - _FRESH) * self._served + _FRESH * served
        return self._served

    def _keep(self, bound: float, pick: Pick, paid: Floats) -> None:
        self.bound = max(self.bound, bound)
        self.recent = pick.weight if self.recent is None else (1.0 - _FRESH) * self.recent + _FRESH * pick.weight
        if self.pick is None or bound > self._picked_at + _NOTICEABLE * abs(self._picked_at):
            self._picked_at, self.pick, self.best, self._stalled = bound, pick, paid, 0
        else:
            self._stalled += 1

    def picked(self) -> Flags:
        """Tell which free columns the best multipliers pick whole."""
        return np.zeros(0, dtype=bool) if self.pick is None else self.pick.weight >= 1.0 - _NOTICEABLE

    def fixings(self, limit: float) -> tuple[Flags, Flags]:
        """Tell which free columns may be in a plan of value ``limit`` or less, and which of them must be."""
        if self.pick is None:
            raise ValueError("no step was taken: climb before asking what is proven")
        stay = self._picked_at + self.pick.if_opened <= limit
        opens = self._picked_at + self.pick.if_closed > limit
        return stay, opens & stay

    def narrowed(self, stay: Flags, opens: Flags) -> None:
        """Follow the question to fewer columns: the bound found so far still holds, its pick does not."""
        if self.recent is not None:
            self.recent = self.recent[stay & ~opens]
        self.multipliers, self.pick, self._served, self._stalled = self.best, None, None, 0
