"""MCLP, the maximal covering location problem (Church and ReVelle 1974): k sites that cover the most weight."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import scipy.sparse as sp
from numpy.typing import ArrayLike

from .choice import free_columns, make_choice
from .coverage import Coverage, merge_rows
from .incumbent import smallest_step
from .matrix import Covers, cover_rows, read_covers, read_weights
from .plan import Columns, SitingPlan
from .proof import best_columns
from .stopwatch import Stopwatch


def mclp(
    covers: ArrayLike | Covers,
    weights: ArrayLike | None,
    k: int | None,
    *,
    kept: Iterable[int] = (),
    banned: Iterable[int] = (),
    prices: ArrayLike | None = None,
    budget: float | None = None,
    time_limit: float = 60.0,
) -> SitingPlan:
    """Open at most ``k`` more sites so that the weight covered by any open site is greatest.

    Parameters
    ----------
    covers:
        Whether each row (demand) is covered by each column (candidate site): flags, or a scipy sparse
        matrix.
    weights:
        How much each row counts (residents); 1 where None.
    k:
        How many sites may be opened beside the kept ones; None where only the budget limits them. Fewer
        are opened where no further site would cover anything more.
    kept, banned, prices, budget, time_limit:
        As for ``p_median``.

    Returns
    -------
    SitingPlan
        ``value`` is the weight covered, ``bound`` what no plan can exceed; the assignment names for a
        covered row one open site that covers it.

    Raises
    ------
    InputError
        Where the arrays or limits make no sense.
    """
    clock = Stopwatch(time_limit)
    matrix = read_covers(covers)
    rows, columns = matrix.shape
    stands, free = free_columns(columns, kept, banned)
    choice = make_choice(free, k, prices, budget, columns)
    weight = read_weights(weights, rows)
    merged, merged_weight = _left_to_cover(matrix, weight, stands, free)
    question = Coverage(merged, merged_weight, choice, np.zeros(0, dtype=np.int64), np.arange(len(free)))
    opened, uncovered, least = best_columns(question, smallest_step(merged_weight), clock)
    sites = np.union1d(stands, free[opened])
    assignment = cover_rows(matrix, sites)
    value = float(weight[assignment >= 0].sum())
    proven = least >= uncovered - 1e-9 * max(1.0, uncovered)
    bound = value if proven else value + uncovered - least
    return SitingPlan(sites, value, bound, proven, assignment, stands, "max")


def _left_to_cover(
    matrix: Covers, weight: np.ndarray, stands: Columns, free: Columns
) -> tuple[sp.csc_matrix, np.ndarray]:
    """Give the rows that the kept sites leave uncovered, merged where the same candidates cover them."""
    left = cover_rows(matrix, stands) < 0
    merged, merged_weight, _ = merge_rows(matrix[left][:, free].tocsr(), weight[left])
    return merged.tocsc(), merged_weight
