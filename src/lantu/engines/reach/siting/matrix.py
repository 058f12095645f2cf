"""Read the arrays of a siting question: rows are demand, columns are candidate sites."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import scipy.sparse as sp
from numpy.typing import ArrayLike

from lantu.model import InputError

from .plan import UNSERVED, Columns, Floats

Covers: TypeAlias = "sp.csr_matrix"
"""Sparse, 1.0 where the column covers the row."""

_SHAPE = "give rows (demand) x columns (candidate sites), none empty"


def read_costs(cost: ArrayLike) -> Floats:
    """Give the costs as a matrix of non-negative numbers, infinity allowed.

    Raises
    ------
    InputError
        Where it is no matrix, is empty, or holds a negative or missing number, or where a row can be
        served from no column at all.
    """
    costs = np.asarray(cost, dtype=np.float64)
    if costs.ndim != 2 or 0 in costs.shape:
        raise InputError(f"costs of shape {costs.shape}", _SHAPE)
    wrong = np.isnan(costs) | (costs < 0.0)
    if wrong.any():
        row, column = np.argwhere(wrong)[0]
        raise InputError(
            f"cost {costs[row, column]} in row {row}, column {column}", "costs are 0 or more; write inf for no way"
        )
    return costs


def require_reachable(reachable: Any) -> None:
    """Refuse rows that no allowed column can serve.

    Raises
    ------
    InputError
        Naming the first of them.
    """
    lost = np.flatnonzero(~np.asarray(reachable))
    if len(lost):
        raise InputError(
            f"{len(lost)} rows (the first is row {lost[0]}) can be served from no column",
            "add a candidate near them, or leave them out and report them as unserved",
        )


def read_covers(covers: ArrayLike | Covers) -> Covers:
    """Give as a sparse matrix of ones which column covers which row.

    Raises
    ------
    InputError
        Where it is no matrix, is empty, or holds anything but 0 and 1.
    """
    given: Any = covers if sp.issparse(covers) else np.asarray(covers)
    if given.ndim != 2 or 0 in given.shape:
        raise InputError(f"covers of shape {given.shape}", _SHAPE)
    matrix = sp.csr_matrix(given, dtype=np.float64)
    matrix.eliminate_zeros()
    if not (matrix.data == 1.0).all():
        raise InputError("covers holds numbers other than 0 and 1", "compare costs with the limit first: cost <= limit")
    return matrix


def read_weights(weights: ArrayLike | None, rows: int, name: str = "weights") -> Floats:
    """Give how much each row counts, 1 where nothing is given.

    Raises
    ------
    InputError
        Where there is not one finite number, 0 or more, for each row.
    """
    if weights is None:
        return np.ones(rows)
    given = np.asarray(weights, dtype=np.float64)
    if given.shape != (rows,) or not np.isfinite(given).all() or (given < 0.0).any():
        raise InputError(f"{name} of shape {given.shape}", f"give {rows} finite numbers, one a row, none negative")
    return given


def read_prices(prices: ArrayLike, columns: int) -> Floats:
    """Give the price of opening each column.

    Raises
    ------
    InputError
        Where there is not one finite number, 0 or more, for each column.
    """
    given = np.asarray(prices, dtype=np.float64)
    if given.shape != (columns,) or not np.isfinite(given).all() or (given < 0.0).any():
        raise InputError(
            f"prices of shape {given.shape}", f"give {columns} finite numbers, one a column, none negative"
        )
    return given


def serve(costs: Floats, sites: Columns) -> Columns:
    """Give each row's cheapest open column, ``UNSERVED`` where it reaches none."""
    if not len(sites):
        return np.full(len(costs), UNSERVED, dtype=np.int64)
    at = costs[:, sites].argmin(axis=1)
    least = costs[np.arange(len(costs)), sites[at]]
    return np.where(np.isfinite(least), sites[at], UNSERVED)


def cover_rows(covers: Covers, sites: Columns) -> Columns:
    """Give for each row one open column that covers it, ``UNSERVED`` where none does."""
    by_site = covers[:, sites].tocsr()
    covered = np.diff(by_site.indptr) > 0
    assignment = np.full(covers.shape[0], UNSERVED, dtype=np.int64)
    assignment[covered] = sites[by_site.indices[by_site.indptr[:-1][covered]]]
    return assignment
