"""Print how exact and how fast networks are read and searched, beside peers in the same run.

    LANTU_SHARED=../shared python benchmarks/reach.py [--no-peer] [--rounds 5]

Porto (``geodata/porto.osm.pbf``, every way that people may walk) is read, 200 facilities are drawn (seed 1), and what
the nearest of them costs from every node is compared with igraph (GPL), networkit (MIT) and pandana (AGPL). Peers are
installed, with what they need, into a virtual environment of their own under the cache folder and never into lantu's;
each is given the same edges. A time is the least of some rounds; only ratios of one run mean anything.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import osmium
import scipy.sparse as sp
from scipy.sparse.csgraph import dijkstra

from lantu.engines.reach.catchment import catchments
from lantu.engines.reach.large import nearest_in_tiles
from lantu.engines.reach.nearest import nearest_cost
from lantu.engines.reach.network import Network, load_mode
from lantu.engines.reach.network.osm import network_from_osm
from lantu.engines.reach.scale import nearest_by_tile, on_processes

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("LANTU_SHARED") or ROOT.parent / "shared")
PORTO = SHARED / "geodata/porto.osm.pbf"
PACKAGES = ("pandana==0.8", "igraph==1.0.0", "networkit==11.3", "numpy==2.4.6", "pandas==3.1.1")
PEERS = ("igraph ", "networkit ", "pandana_")
FACILITIES, LIMIT, TILE = 200, 1000.0, 2500.0

PEER = """
import sys, time
import numpy as np, pandas as pd, igraph, networkit, pandana
data = np.load(sys.argv[1])
start, end, cost, x, y, facilities = (data[k] for k in ("start", "end", "cost", "x", "y", "facilities"))
limit, rounds, size = float(sys.argv[2]), int(sys.argv[3]), len(data["x"])

def least(work):
    best = np.inf
    for _ in range(rounds):
        began = time.perf_counter()
        found = work()
        best = min(best, time.perf_counter() - began)
    return best, found

source = np.full(len(facilities), size)
a, b, w = np.r_[start, source], np.r_[end, facilities], np.r_[cost, np.zeros(len(facilities))]
graph = igraph.Graph(n=size + 1, edges=np.column_stack([a, b]), directed=True)
spent, found = least(lambda: np.array(graph.distances(source=[size], weights=w, algorithm="dijkstra")[0])[:size])
print("igraph", spent)
np.save(sys.argv[1] + ".igraph.npy", found)
kit = networkit.GraphFromCoo((w, (a, b)), n=size + 1, weighted=True, directed=True)
def search():
    run = networkit.distance.Dijkstra(kit, size, storePaths=False)
    run.run()
    return np.array(run.getDistances())[:size]
spent, found = least(search)
print("networkit", spent)
np.save(sys.argv[1] + ".networkit.npy", found)
def build():
    edges = pd.DataFrame({"from": start, "to": end, "m": cost})
    return pandana.Network(pd.Series(x), pd.Series(y), edges["from"], edges["to"], edges[["m"]], twoway=False)
spent, town = least(build)
print("pandana_build", spent)
def nearest():
    town.set_pois("f", 1e6, 1, pd.Series(x[facilities]), pd.Series(y[facilities]))
    return town.nearest_pois(1e6, "f", num_pois=1)[1].to_numpy()
spent, found = least(nearest)
print("pandana_nearest", spent)
np.save(sys.argv[1] + ".pandana.npy", found)
spent, table = least(lambda: town.nodes_in_range(facilities.tolist(), limit))
print("pandana_range", spent)
print("pandana_pairs", len(table))
"""


def least(rounds: int, *works: Callable[[], Any]) -> list[tuple[float, Any]]:
    """Give for each piece of work its shortest time, in turns, and what it gave."""
    best: list[tuple[float, Any]] = [(np.inf, None)] * len(works)
    for _ in range(rounds):
        for number, work in enumerate(works):
            began = time.perf_counter()
            found = work()
            spent = time.perf_counter() - began
            best[number] = (min(spent, best[number][0]), found)
    return best


def ask_peers(network: Network, facilities: np.ndarray, rounds: int) -> dict[str, Any]:
    """Run the peers over the same edges, turned round so that all of them search from the facilities."""
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lantu-benchmarks" / "reach"
    python = folder / "bin/python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    turned = network.metres.T.tocoo()
    with tempfile.TemporaryDirectory() as place:
        data = Path(place) / "edges.npz"
        arrays = {"start": turned.row, "end": turned.col, "cost": turned.data, "x": network.x, "y": network.y}
        np.savez(data, **arrays, facilities=facilities)
        command = [python, "-W", "ignore", "-c", PEER, data, str(LIMIT), str(rounds)]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        lines = (line.split(" ") for line in said.splitlines() if line.startswith(PEERS))
        told: dict[str, Any] = {name: float(value) for name, value in lines}
        for peer in ("igraph", "networkit", "pandana"):
            told[f"{peer}_found"] = np.load(f"{data}.{peer}.npy")
    return told


def a_pass() -> int:
    """Let osmium go over the whole file, with the places of its nodes, and do nothing."""
    return sum(1 for _ in osmium.FileProcessor(PORTO).with_locations())


def reading(rounds: int) -> Network:
    """Print how long reading takes beside a bare pass over the file."""
    (ours, made), (bare, _) = least(rounds, lambda: network_from_osm(PORTO, load_mode("walk"))[0], a_pass)
    print(
        f"reading Porto: {len(made):,} nodes, {made.metres.nnz:,} edges, {ours:.2f} s; {ours / bare:.2f} of a bare pass"
    )
    return made


def nearest(network: Network, facilities: np.ndarray, rounds: int, told: dict[str, Any]) -> None:
    """Print exactness and speed of the nearest facility."""
    graph = network.metres
    alone = np.unique(facilities)
    (ours, cost), (scipy, _) = least(
        rounds, lambda: nearest_cost(graph, facilities), lambda: dijkstra(graph, True, alone, min_only=True)
    )
    print(f"nearest of {FACILITIES}: {ours:.3f} s, {ours / scipy:.2f} of scipy alone")
    for peer in ("igraph", "networkit"):
        if f"{peer}_found" in told:
            found = np.where(told[f"{peer}_found"] > 1e300, np.inf, told[f"{peer}_found"])
            same = np.mean(found == cost)
            print(f"  {peer}: equal bit by bit at {same:.2%} of nodes; {told[peer] / ours:.1f} x our time")
    if "pandana_found" in told:
        whole = told["pandana_build"] + told["pandana_nearest"]
        off = np.abs(told["pandana_found"] - cost)[np.isfinite(cost) & (told["pandana_found"] < 1e6)].max()
        print(f"  pandana: {whole / ours:.1f} x our time with its build; differs by up to {off:.3f} m")


def ranges(network: Network, facilities: np.ndarray, rounds: int, told: dict[str, Any]) -> None:
    """Print the speed of bounded catchments, and that the plain fallback gives the same."""
    catchments(network.metres, facilities[:2], LIMIT)  # compiled once
    [(ours, table)] = least(rounds, lambda: catchments(network.metres, facilities, LIMIT))
    plain = dijkstra(network.metres.T, True, facilities[:20], limit=LIMIT)
    same = np.array_equal(np.sort(table[:20].data), np.sort(plain[np.isfinite(plain)]))
    print(f"catchments of {LIMIT:g} m: {table.nnz:,} pairs in {ours:.3f} s; plain scipy the same: {same}")
    if "pandana_range" in told:
        print(f"  pandana: {told['pandana_range'] / ours:.1f} x our time ({told['pandana_pairs']:,.0f} pairs)")


def tiles(network: Network, facilities: np.ndarray) -> None:
    """Print whether Porto in tiles is Porto."""
    whole = nearest_cost(network.metres, facilities, LIMIT)
    cost, issues = nearest_by_tile(network, network.metres, facilities, LIMIT, TILE, on_processes(2))
    print(
        f"tiles of {TILE:g} m with halo, two processes: identical {np.array_equal(cost, whole)}, {len(issues)} failed"
    )


def growth(rounds: int) -> None:
    """Print the time a node on square grids of a quarter million and a million nodes."""
    names, spent = ("lantu", "in tiles", "scipy alone"), []
    for side in (500, 1000):
        graph, size = _grid(side), side * side
        at = tuple(100.0 * each for each in np.divmod(np.arange(size), side)[::-1])
        facilities = np.random.default_rng(1).choice(size, size // 2500, replace=False)
        nearest_in_tiles(graph, facilities, np.inf, *at)  # compiled before the clock starts
        lone = np.unique(facilities)
        spent.append(
            least(
                rounds,
                lambda g=graph, f=facilities, a=at: nearest_cost(g, f, at=a),
                lambda g=graph, f=facilities, a=at: nearest_in_tiles(g, f, np.inf, *a),
                lambda g=graph, f=lone: dijkstra(g, True, f, min_only=True),
            )
        )
        same = np.array_equal(spent[-1][1][1][0], spent[-1][2][1])
        told = ", ".join(f"{name} {each[0] / size * 1e6:.3f}" for name, each in zip(names, spent[-1], strict=True))
        print(f"grid of {size:,}, us a node: {told}; the same to the last bit: {same}")
    growth_ = [f"{name} {big[0] / 4 / small[0]:.2f}" for name, small, big in zip(names, *spent, strict=True)]
    print(f"time a node at 1,000,000 beside 250,000: {', '.join(growth_)}")


def _grid(side: int) -> Any:
    node = np.arange(side * side).reshape(side, side)
    start = np.concatenate([node[:-1].ravel(), node[:, :-1].ravel()])
    end = np.concatenate([node[1:].ravel(), node[:, 1:].ravel()])
    cost = 50 + 100 * np.random.default_rng(0).random(len(start))
    ends = np.concatenate([start, end]), np.concatenate([end, start])
    return sp.csr_matrix((np.concatenate([cost, cost]), ends), shape=(side * side,) * 2)


def main() -> None:
    """Run all."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--no-peer", action="store_true")
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    network = reading(max(2, given.rounds // 2))
    facilities = np.random.default_rng(1).choice(len(network), FACILITIES, replace=False)
    told = {} if given.no_peer else ask_peers(network, facilities, given.rounds)
    nearest(network, facilities, given.rounds, told)
    ranges(network, facilities, given.rounds, told)
    tiles(network, facilities)
    growth(max(2, given.rounds // 2))


if __name__ == "__main__":
    sys.exit(main())
