"""Mixed-integer programs through scipy's own solver (HiGHS): no further package is needed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.optimize import Bounds, LinearConstraint, milp

from .plan import Flags, Floats

_OPTIMAL, _INFEASIBLE = 0, 2


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What the solver says: a point or None, its value, the proven bound, and whether it finished."""

    point: Floats | None
    value: float
    bound: float
    finished: bool


def minimise(
    cost: Floats,
    rows: sp.csr_matrix,
    low: Floats,
    high: Floats,
    *,
    whole: Flags,
    least: Floats | None = None,
    seconds: float,
) -> Answer:
    """Minimise ``cost @ x`` over ``low <= rows @ x <= high``, ``least <= x <= 1``, ``x[whole]`` integer.

    An infeasible program is a finished answer without a point, value and bound infinite.
    """
    start = np.zeros(len(cost)) if least is None else least
    found = milp(
        cost,
        constraints=LinearConstraint(rows, low, high),
        integrality=whole.astype(np.uint8),
        bounds=Bounds(start, np.ones(len(cost))),
        options={"time_limit": max(seconds, 0.01), "mip_rel_gap": 0.0},
    )
    if found.status == _INFEASIBLE:
        return Answer(None, np.inf, np.inf, True)
    bound = -np.inf if found.mip_dual_bound is None else float(found.mip_dual_bound)
    if found.x is None:
        return Answer(None, np.inf, bound, False)
    finished = found.status == _OPTIMAL
    return Answer(np.asarray(found.x), float(found.fun), float(found.fun) if finished else bound, finished)
