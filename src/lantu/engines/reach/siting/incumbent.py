"""The best plan found so far, and what a better one would have to undercut."""

from __future__ import annotations

import numpy as np

from .plan import Columns, Floats
from .question import Question

_REAL_STEP = 1e-9


def smallest_step(costs: Floats) -> float:
    """Give by how much two plans of different value differ at least: 1 where all costs are whole, else 0."""
    whole = bool((costs == np.rint(costs)).all())
    return 1.0 if whole and float(costs.max(initial=0.0)) * max(1, len(costs)) < 2.0**50 else 0.0


class Incumbent:
    """The best columns known for a question (positions among its free columns), and their value.

    Plans of a value above ``wanted`` are of no interest: a bound above it ends the search.
    """

    def __init__(self, question: Question, step: float, wanted: float = np.inf) -> None:
        self._question, self._step, self._wanted = question, step, wanted
        self._tried: set[tuple[int, ...]] = set()
        self.columns: Columns = np.zeros(0, dtype=np.int64)
        self.value = np.inf

    @property
    def limit(self) -> float:
        """The value that a plan must not exceed to be an improvement."""
        least = self._step * (1 - 1e-6) if self._step else _REAL_STEP * max(1.0, abs(self.value))
        return min(self.value - least, self._wanted)

    @property
    def aim(self) -> float:
        """The value that bounds climb towards."""
        return min(self.value, self._wanted + self._step)

    def offer(self, columns: Columns, *, improve: bool = False) -> None:
        """Take these columns if they beat the best plan, after exchanges where ``improve`` is set."""
        key = tuple(sorted(int(column) for column in columns))
        if key in self._tried or not self._question.choice.affords(list(key)):
            return
        self._tried.add(key)
        if improve:
            self._take(*self._question.improve(list(key)))
        else:
            self._take(list(key), self._question.value(list(key)))

    def _take(self, columns: list[int], value: float) -> None:
        if value < self.value:
            self.columns, self.value = np.sort(np.asarray(columns, dtype=np.int64)), value
