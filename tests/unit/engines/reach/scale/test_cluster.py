"""A scheduler and two worker processes that talk over TCP on this machine, as on many."""

from __future__ import annotations

import importlib
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from lantu.engines.reach.nearest import nearest_cost
from lantu.engines.reach.scale import nearest_by_tile, on_dask, partition

from ..towns import a_town

pytestmark = [pytest.mark.extra("distributed"), pytest.mark.slow]  # noqa: S610

LIMIT = 450.0
SLOWLY = """
import os, time
from lantu.engines.reach.scale.tiles import measure_tile

def measure_slowly(tile):
    time.sleep(0.3)
    return measure_tile(tile)

def always_fail(tile):
    raise ValueError("no such street")
"""


@pytest.fixture
def slowly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Functions in a module that the workers can import."""
    (tmp_path / "slow_work_on_tiles.py").write_text(SLOWLY)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return importlib.import_module("slow_work_on_tiles")


@pytest.fixture
def client(slowly: ModuleType) -> Iterator[Any]:
    """A client of a scheduler with two worker processes."""
    distributed = importlib.import_module("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, protocol="tcp", dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as connected,
    ):
        yield connected


def test_a_cluster_gives_what_one_process_gives(client: Any):
    town = a_town(14)

    cost, issues = nearest_by_tile(town, town.metres, np.array([0, 99]), LIMIT, 400.0, on_dask(client))

    assert np.array_equal(cost, nearest_cost(town.metres, np.array([0, 99]), LIMIT))
    assert issues == []


def test_a_worker_killed_in_mid_run_changes_nothing(client: Any, slowly: ModuleType):
    town = a_town(14)
    tiles = list(partition(town, town.metres, np.array([0, 99]), LIMIT, 400.0))
    [victim, _] = client.run(os.getpid).values()
    killing = threading.Timer(0.7, os.kill, (victim, signal.SIGKILL))

    killing.start()
    found, issues = on_dask(client)(slowly.measure_slowly, tiles)
    killing.join()

    cost = np.full(len(town), np.nan)
    for nodes, values in found:
        cost[nodes] = values
    assert np.array_equal(cost, nearest_cost(town.metres, np.array([0, 99]), LIMIT))
    assert issues == []


def test_a_tile_that_fails_everywhere_is_reported(client: Any, slowly: ModuleType):
    town = a_town(6)

    found, issues = on_dask(client)(slowly.always_fail, partition(town, town.metres, np.array([0]), LIMIT, 1e4))

    assert found == []
    assert "no such street" in str(issues[0])
