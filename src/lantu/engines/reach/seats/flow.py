"""Seats as a flow: as many people as possible get one within reach, and of all ways to do so the shortest is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from scipy.optimize import linprog
from scipy.sparse.csgraph import maximum_flow

from lantu.model import InputError

from ..arrays import Floats
from ..optional import has, require

_FINEST = 1000
"""People that are no whole number are counted to a thousandth."""
_ROOM = 2**30
"""The largest sum of people that the solvers count with."""
_COST_STEPS = 1_000_000
"""Costs are compared to a millionth of the largest one."""


@dataclass(frozen=True, eq=False)
class Allotment:
    """Who gets a seat where.

    Parameters
    ----------
    amount:
        Places x facilities: how many people of a place get a seat there (sparse).
    costs:
        Places x facilities: the cost of every way within reach, 0 included (sparse).
    weight, seats:
        The people of each place, the seats of each facility.
    """

    amount: Any
    costs: Any
    weight: Floats
    seats: Floats

    @property
    def served(self) -> Floats:
        """How many people of each place get a seat."""
        return np.asarray(self.amount.sum(axis=1)).ravel()

    @property
    def left(self) -> Floats:
        """How many people of each place get none."""
        return np.maximum(self.weight - self.served, 0.0)

    @property
    def used(self) -> Floats:
        """How many seats of each facility are taken."""
        return np.asarray(self.amount.sum(axis=0)).ravel()


def allot(costs: Any, weight: Floats, seats: Floats) -> Allotment:
    """Allot seats: as many people as possible, and then the shortest ways in sum.

    OR-Tools' min-cost flow does it at once where it is installed (the extra ``alloc``); else scipy finds the
    largest flow first and then, by linear programming, the cheapest one of that size. Both are exact.

    Parameters
    ----------
    costs:
        Places x facilities, sparse: an entry is the cost of a way within reach, 0 included.
    weight, seats:
        People of each place and seats of each facility, 0 or more; counted to a thousandth where not whole.

    Raises
    ------
    InputError
        Where the sizes do not fit, or a number is negative or missing.
    """
    table = sp.csr_matrix(costs)
    _check(table, weight, seats)
    unit = _unit(weight, seats)
    people, room = np.rint(weight * unit).astype(np.int64), np.floor(seats * unit + 1e-9).astype(np.int64)
    ways = table.tocoo()
    solve = _by_ortools if has("ortools") else _by_scipy
    flow = solve(ways, people, room) if ways.nnz else np.zeros(0)
    amount = sp.csr_matrix((flow / unit, (ways.row, ways.col)), shape=table.shape)
    amount.eliminate_zeros()
    return Allotment(amount, table, people / unit, seats)


def _check(table: Any, weight: Floats, seats: Floats) -> None:
    if table.shape != (len(weight), len(seats)):
        raise InputError(
            f"{table.shape[0]} x {table.shape[1]} ways for {len(weight)} places and {len(seats)} facilities",
            "give a row a place and a column a facility",
        )
    for name, values in (("people", weight), ("seats", seats)):
        if not (np.isfinite(values) & (values >= 0)).all():
            raise InputError(f"{name} that are negative or no number", "missing is not zero: leave such places out")


def _unit(weight: Floats, seats: Floats) -> int:
    """Give into how many parts a person is divided, so that everything is counted in whole numbers."""
    whole = bool((weight == np.rint(weight)).all() and (seats == np.rint(seats)).all())
    total = float(weight.sum())
    if total >= _ROOM:
        raise InputError(f"{total:,.0f} people", f"divide the region: at most {_ROOM:,} can be allotted at once")
    fits = next(unit for unit in (_FINEST, 100, 10, 1) if total * unit < _ROOM)
    return 1 if whole else fits


def _by_ortools(ways: Any, people: Any, room: Any) -> Floats:
    solver = require("ortools.graph.python.min_cost_flow", "alloc").SimpleMinCostFlow()
    most = np.minimum(people[ways.row], room[ways.col])
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        ways.row.astype(np.int32), (ways.col + len(people)).astype(np.int32), most, _whole_costs(ways.data)
    )
    nodes = np.arange(len(people) + len(room), dtype=np.int32)
    solver.set_nodes_supplies(nodes, np.concatenate([people, -room]))
    status = solver.solve_max_flow_with_min_cost()
    if status != solver.OPTIMAL:
        raise RuntimeError(f"min-cost flow ended with {status}")
    return np.asarray(solver.flows(arcs), dtype=np.float64)


def _whole_costs(costs: Floats) -> Any:
    most = float(costs.max(initial=0.0))
    return np.rint(costs / most * _COST_STEPS).astype(np.int64) if most else np.zeros(len(costs), dtype=np.int64)


def _by_scipy(ways: Any, people: Any, room: Any) -> Floats:
    places, facilities, arcs = len(people), len(room), len(ways.data)
    size = _largest(ways, people, room)
    rows = sp.csr_matrix((np.ones(arcs), (ways.row, np.arange(arcs))), shape=(places, arcs))
    columns = sp.csr_matrix((np.ones(arcs), (ways.col, np.arange(arcs))), shape=(facilities, arcs))
    found = linprog(
        _whole_costs(ways.data),
        A_ub=sp.vstack([rows, columns]).tocsr(),
        b_ub=np.concatenate([people, room]),
        A_eq=sp.csr_matrix(np.ones((1, arcs))),
        b_eq=[size],
        method="highs-ds",
    )
    if found.x is None:
        raise RuntimeError(f"linear program ended with: {found.message}")
    amounts: Floats = np.rint(found.x)
    return amounts


def _largest(ways: Any, people: Any, room: Any) -> int:
    """Give how many can be served at most: the largest flow from a source through places and facilities to a sink."""
    places, facilities = len(people), len(room)
    source, sink = places + facilities, places + facilities + 1
    most = np.minimum(people[ways.row], room[ways.col])
    start = np.concatenate([np.full(places, source), ways.row, places + np.arange(facilities)])
    end = np.concatenate([np.arange(places), places + ways.col, np.full(facilities, sink)])
    size = np.minimum(np.concatenate([people, most, room]), _ROOM).astype(np.int32)
    graph = sp.csr_matrix((size, (start, end)), shape=(sink + 1, sink + 1))
    return int(maximum_flow(graph, source, sink).flow_value)
