"""What is asked, in a planner's words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from lantu.model import InputError


class Goal(StrEnum):
    """What a plan is to make best."""

    COVERAGE = "coverage"
    """As many people as possible within the limit (MCLP)."""
    MEAN = "mean"
    """The shortest mean way (p-median)."""
    FARTHEST = "farthest"
    """The shortest longest way (p-center)."""
    EVERYONE = "everyone"
    """Everyone within the limit with as few sites, or as cheaply, as possible (LSCP)."""

    @property
    def by_limit(self) -> bool:
        """Whether only the limit counts, not how long a way is."""
        return self in {Goal.COVERAGE, Goal.EVERYONE}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Parameters
    ----------
    goal:
        What a plan is to make best.
    limit:
        Within how many metres (or in whatever unit the costs are) a place is served; needed for *coverage* and
        *everyone*, else only counted.
    k, budget:
        How many sites may be built, and how much they may cost together.
    plans:
        How many of the best plans are given.
    curve:
        Whether the best plans of 0, 1, ... sites are found too: what each further site buys.
    seconds:
        After so many seconds the best plan found so far is given, with the gap proven by then. The other plans, and
        the curve, have as long again.
    """

    goal: Goal
    limit: float | None = None
    k: int | None = None
    budget: float | None = None
    plans: int = 1
    curve: bool = True
    seconds: float = 60.0

    def __post_init__(self) -> None:
        if self.goal.by_limit and self.limit is None:
            raise InputError(f"goal '{self.goal}' without a limit", "say within how many metres people are served")
        if self.limit is not None and not 0 < self.limit < np.inf:
            raise InputError(f"limit {self.limit:g}", "give metres above 0")
        if self.plans < 1 or not self.seconds > 0:
            raise InputError(f"{self.plans} plans in {self.seconds:g} seconds", "ask for at least one, in some time")
        self._check_bounds()

    def _check_bounds(self) -> None:
        if self.goal is Goal.EVERYONE:
            if self.k is not None or self.budget is not None:
                raise InputError("goal 'everyone' with k or budget", "it finds out how few sites are enough")
        elif self.k is None and self.budget is None:
            raise InputError("neither k nor budget", "say how many sites may be built, or for how much money")
        if self.k is not None and self.k < 0:
            raise InputError(f"k = {self.k} sites", "give a whole number, 0 or more")
        if self.budget is not None and not self.budget >= 0:
            raise InputError(f"budget {self.budget:g}", "give a sum of 0 or more")
