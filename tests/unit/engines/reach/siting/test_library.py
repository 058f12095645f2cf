"""Files of J. E. Beasley's OR-Library that are solved in a second or two; benchmarks/reach.py runs them all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from lantu.engines.reach.siting import capacitated_p_median, p_center, p_median

from .library import capacitated_file, p_median_file, published

SITING = Path("geodata") / "siting"

pytestmark = pytest.mark.shared


@pytest.mark.parametrize("name", ["pmed1", "pmed11", "pmed17", "pmed37"])
def test_the_published_p_median_is_reached_and_proven(shared: Path, name: str):
    distances, k = p_median_file(shared / SITING, name)

    plan = p_median(distances, k)

    assert (plan.value, plan.proven) == (published(shared / SITING, "pmedopt.txt")[name], True)


@pytest.mark.parametrize("name", ["pmed1", "pmed17", "pmed39"])
def test_the_published_p_center_is_reached_and_proven(shared: Path, name: str):
    distances, k = p_median_file(shared / SITING, name)

    plan = p_center(distances, k)

    assert (plan.value, plan.proven) == (published(shared / SITING, "kcenteropt.txt")[name], True)


@pytest.mark.parametrize("number", [2, 4, 6])
def test_the_published_capacitated_p_median_is_reached_and_proven(shared: Path, number: int):
    distances, demand, capacity, k, best = capacitated_file(shared / SITING, number)

    plan = capacitated_p_median(distances, demand, capacity, k)

    assert (plan.value, plan.proven) == (best, True)
    assert np.bincount(plan.assignment, weights=demand).max() <= capacity
