"""The answer of every siting question: where to build, what it gives, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Columns = NDArray[np.int64]
Flags = NDArray[np.bool_]

UNSERVED = -1
"""In an assignment: no open site serves this row."""


@dataclass(frozen=True, slots=True, eq=False)
class SitingPlan:
    """Which candidate sites stand open, what the plan is worth, and the proven limit of any plan.

    Parameters
    ----------
    sites:
        Sorted column indices of all open sites, kept and new.
    value:
        What the plan gives, in the unit of the question: summed cost, largest cost, covered weight,
        or number (price) of new sites.
    bound:
        No plan can be better than this: below ``value`` for a minimum, above it for a maximum.
    proven:
        True where ``value`` is the optimum.
    assignment:
        For each row the column that serves it, ``UNSERVED`` (-1) where none does.
    kept:
        The sites that stood before.
    sense:
        ``min`` or ``max``: which way is better.
    """

    sites: Columns
    value: float
    bound: float
    proven: bool
    assignment: Columns
    kept: Columns
    sense: Literal["min", "max"] = "min"

    @property
    def opened(self) -> Columns:
        """The new sites: those that are open and were not kept."""
        return np.setdiff1d(self.sites, self.kept)

    @property
    def gap(self) -> float:
        """How far the value may be from the best possible, as a share of the value (0 = optimal)."""
        if self.proven or self.value == self.bound:
            return 0.0
        return abs(self.value - self.bound) / abs(self.value) if self.value else float("inf")

    def __str__(self) -> str:
        sure = "proven optimal" if self.proven else f"at most {100 * self.gap:.2f} % from the best possible"
        return f"{len(self.sites)} sites ({len(self.opened)} new), value {self.value:g}, {sure}"
