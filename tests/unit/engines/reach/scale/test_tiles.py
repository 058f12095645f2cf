from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.engines.reach.nearest import nearest_cost
from lantu.engines.reach.scale import nearest_by_tile, on_processes, partition
from lantu.engines.reach.scale.tiles import measure_tile

from ..towns import a_town

LIMIT = 450.0


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([250.0, 600.0, 5_000.0]))
def test_tiles_with_a_halo_give_what_the_whole_gives(seed: int, side: float):
    town = a_town(16, seed)
    facilities = np.random.default_rng(seed).choice(len(town), 6, replace=False)

    cost, issues = nearest_by_tile(town, town.metres, facilities, LIMIT, side)

    assert np.array_equal(cost, nearest_cost(town.metres, facilities, LIMIT))
    assert issues == []


def test_half_a_halo_is_wrong():
    town = a_town(20, 3)
    facilities = np.random.default_rng(3).choice(len(town), 6, replace=False)
    cost = np.full(len(town), np.nan)

    for tile in partition(town, town.metres, facilities, LIMIT, 300.0, halo=LIMIT / 2):
        nodes, values = measure_tile(tile)
        cost[nodes] = values

    assert not np.array_equal(cost, nearest_cost(town.metres, facilities, LIMIT))


def test_every_node_is_in_the_core_of_one_tile():
    town = a_town(12)

    cores = [tile.nodes[tile.core] for tile in partition(town, town.metres, np.array([0]), LIMIT, 300.0)]

    assert sorted(np.concatenate(cores).tolist()) == list(range(len(town)))


KILLERS = """
import os, signal
from pathlib import Path
from lantu.engines.reach.scale.tiles import measure_tile

def die_on_tile_2(tile):
    if tile.number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return measure_tile(tile)

def die_once(tile):
    mark = Path(__file__).with_name("died")
    if tile.number == 1 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return measure_tile(tile)
"""


@pytest.fixture
def killers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Functions that kill their own process, in a module that a new process can import."""
    (tmp_path / "killers_of_processes.py").write_text(KILLERS)
    monkeypatch.syspath_prepend(tmp_path)
    return importlib.import_module("killers_of_processes")


def test_a_process_that_dies_costs_nothing_when_its_tile_succeeds_later(killers: ModuleType):
    town = a_town(10)

    found, issues = on_processes(1)(killers.die_once, partition(town, town.metres, np.array([0]), LIMIT, 500.0))

    assert issues == []
    assert sum(len(nodes) for nodes, _ in found) == len(town)


def test_a_tile_that_always_kills_its_process_is_reported_and_the_others_are_there(killers: ModuleType):
    town = a_town(10)
    tiles = list(partition(town, town.metres, np.array([0]), LIMIT, 500.0))

    found, [issue] = on_processes(1)(killers.die_on_tile_2, tiles)

    assert sum(len(nodes) for nodes, _ in found) == len(town) - len(tiles[2].core)
    assert str(issue).startswith("error tile_failed: tile 2 failed 3 times")


def test_a_network_of_local_processes_gives_what_one_gives():
    town = a_town(10)

    cost, _ = nearest_by_tile(town, town.metres, np.array([0, 55]), LIMIT, 500.0, on_processes(2))

    assert np.array_equal(cost, nearest_cost(town.metres, np.array([0, 55]), LIMIT))
