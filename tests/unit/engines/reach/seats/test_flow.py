from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from lantu.engines.reach.seats import allot, left_out
from lantu.engines.reach.seats import flow as flow_module
from lantu.model import InputError

needs_ortools = pytest.mark.extra("ortools")  # noqa: S610 - no database here


def ways(rows: list[list[float | None]]) -> Any:
    """Costs as a table; None where there is no way."""
    pairs = [(i, j, cost) for i, row in enumerate(rows) for j, cost in enumerate(row) if cost is not None]
    i, j, cost = zip(*pairs, strict=True) if pairs else ((), (), ())
    return sp.csr_matrix((np.array(cost, dtype=float), (i, j)), shape=(len(rows), len(rows[0])))


def test_nobody_goes_far_while_a_seat_is_near():
    allotment = allot(ways([[0.0, 900.0], [500.0, 100.0]]), np.array([3.0, 4.0]), np.array([10.0, 10.0]))

    assert allotment.amount.toarray().tolist() == [[3.0, 0.0], [0.0, 4.0]]


def test_more_people_served_is_worth_any_way():
    """The near ones give way: place 0 could go to both, place 1 only to facility 0."""
    allotment = allot(ways([[1.0, 9000.0], [5000.0, None]]), np.array([5.0, 5.0]), np.array([5.0, 5.0]))

    assert allotment.amount.toarray().tolist() == [[0.0, 5.0], [5.0, 0.0]]


def test_who_lives_beyond_the_limit_is_told_apart_from_who_finds_all_full():
    allotment = allot(ways([[10.0], [20.0], [None]]), np.array([6.0, 6.0, 2.0]), np.array([8.0]))

    out = left_out(allotment)

    assert (out.people.tolist(), out.beyond.tolist(), out.shortage.tolist()) == (
        [0.0, 4.0, 2.0], [0.0, 0.0, 2.0], [0, 0, -1],
    )  # fmt: skip


def test_a_shortage_names_all_who_compete_and_no_others():
    """Places 0 and 1 share facility 0; place 2 has facility 1 for itself."""
    allotment = allot(ways([[1.0, None], [2.0, None], [None, 1.0]]), np.array([5.0, 5.0, 5.0]), np.array([7.0, 9.0]))

    [shortage] = left_out(allotment).shortages

    assert (shortage.places.tolist(), shortage.facilities.tolist()) == ([0, 1], [0])
    assert (shortage.people, shortage.seats, shortage.lacking) == (10.0, 7.0, 3.0)


def test_shortages_that_do_not_touch_are_two():
    allotment = allot(ways([[1.0, None], [None, 1.0]]), np.array([5.0, 9.0]), np.array([1.0, 1.0]))

    assert [shortage.lacking for shortage in left_out(allotment).shortages] == [8.0, 4.0]


def test_parts_of_people_are_counted_to_a_thousandth():
    allotment = allot(ways([[1.0]]), np.array([2.5]), np.array([1.25]))

    assert (allotment.served.tolist(), allotment.left.tolist()) == ([1.25], [1.25])


def test_without_any_way_all_are_left_out():
    allotment = allot(ways([[None]]), np.array([2.0]), np.array([9.0]))

    assert left_out(allotment).beyond.tolist() == [2.0]


@pytest.mark.parametrize("people", [-1.0, float("nan")])
def test_missing_people_are_not_zero(people: float):
    with pytest.raises(InputError, match="missing is not zero"):
        allot(ways([[1.0]]), np.array([people]), np.array([1.0]))


def a_town(seed: int) -> tuple[Any, np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed)
    near = sp.random_array((12, 5), density=0.35, rng=draw, data_sampler=lambda size: draw.integers(1, 99, size))
    return sp.csr_matrix(near), draw.integers(0, 9, 12).astype(float), draw.integers(0, 20, 5).astype(float)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 100_000), st.booleans())
def test_flow_is_conserved_as_large_as_can_be_and_every_shortage_is_proven(seed: int, plain: bool):
    costs, weight, seats = a_town(seed)

    allotment = allot(costs, weight, seats) if not plain else by_scipy(costs, weight, seats)
    out = left_out(allotment)

    assert (allotment.served <= weight).all()
    assert (allotment.used <= seats).all()
    assert (allotment.served + out.people).tolist() == weight.tolist()
    best, cheapest = by_program(costs, weight, seats)
    assert allotment.served.sum() == pytest.approx(best)
    assert allotment.amount.multiply(costs).sum() == pytest.approx(cheapest)
    for shortage in out.shortages:
        reached = np.unique(costs[shortage.places].indices)
        assert reached.tolist() == np.sort(shortage.facilities).tolist()
        assert seats[shortage.facilities].sum() == shortage.seats < shortage.people
    assert sum(each.lacking for each in out.shortages) + out.beyond.sum() == pytest.approx(out.people.sum())


def by_scipy(costs: Any, weight: np.ndarray, seats: np.ndarray) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flow_module, "has", lambda _: False)
        return allot(costs, weight, seats)


def by_program(costs: Any, weight: np.ndarray, seats: np.ndarray) -> tuple[float, float]:
    """The most people served, then the least sum of costs, as two linear programs over every pair."""
    table = costs.tocoo()
    limits = np.zeros((len(weight) + len(seats), table.nnz))
    limits[table.row, np.arange(table.nnz)] = 1.0
    limits[len(weight) + table.col, np.arange(table.nnz)] = 1.0
    room = np.concatenate([weight, seats])
    best = -linprog(-np.ones(table.nnz), A_ub=limits, b_ub=room).fun
    return best, linprog(table.data, A_ub=limits, b_ub=room, A_eq=np.ones((1, table.nnz)), b_eq=[best]).fun
