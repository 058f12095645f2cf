"""Print how good and how fast siting is, and whether seats a head equal a peer's to the last digits.

    LANTU_SHARED=../shared python benchmarks/siting.py [library] [covering] [seats] [city] [--no-peer] [--seconds 60]

*library*: every file of J. E. Beasley's OR-Library in ``geodata/siting`` (p-median, p-center, capacitated p-median; a
file that is added is run too) against its published optimum, with the proven gap and the seconds. *covering*: the
maximal covering problem with 10,000 places and 1,000 candidates, beside spopt (BSD) in the same run. *seats*: 2SFCA and
its enhanced forms beside PySAL's access (BSD), and a city's seats allotted. *city*: Porto, 20,000 places, 2,000
candidates, 30 new sites, along the streets, after loading.

Peers are installed, with what they need, into a virtual environment of their own under the cache folder and never into
lantu's.
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
from typing import Any, TypeVar

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import floyd_warshall

from lantu.engines.reach.floating import floating_catchment, stepped, three_step, within
from lantu.engines.reach.network import load_mode
from lantu.engines.reach.network.osm import network_from_osm
from lantu.engines.reach.proposal import Goal, Question, propose
from lantu.engines.reach.proposal.points import Points
from lantu.engines.reach.proposal.streets import Streets
from lantu.engines.reach.proposal.ways import Straight
from lantu.engines.reach.seats import allot, left_out
from lantu.engines.reach.siting import SitingPlan, capacitated_p_median, mclp, p_center, p_median

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("LANTU_SHARED") or ROOT.parent / "shared")
PACKAGES = ("spopt==0.7.0", "access==1.1.10.post3", "PuLP==3.3.2", "pandas==3.1.1", "numpy==2.4.6")
PARTS = ("library", "covering", "seats", "city")
INSTANCES = (("uniform", 500.0, 20), ("uniform", 500.0, 50), ("town", 1000.0, 10), ("town", 1000.0, 20))
"""How places lie, the limit in metres, and how many sites: the last is where optima are hardest to prove."""
HARD = ("uniform", 1000.0, 20)

SPOPT = """
import sys, time, warnings
warnings.filterwarnings("ignore")
import numpy, pulp
from spopt.locate import MCLP
data = numpy.load(sys.argv[1])
began = time.perf_counter()
model = MCLP.from_cost_matrix(data["costs"], data["weights"], float(sys.argv[2]), int(sys.argv[3]))
built = time.perf_counter()
model.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=float(sys.argv[4])))
done = time.perf_counter()
chosen = [i for i, v in enumerate(model.fac_vars) if v.value() and v.value() > 0.5]
covered = (data["costs"][:, chosen] <= float(sys.argv[2])).any(axis=1)
print(built - began, done - built, float(data["weights"][covered].sum()), pulp.LpStatus[model.problem.status])
"""

ACCESS = """
import sys, warnings
warnings.filterwarnings("ignore")
import numpy, pandas
from access import fca
data = numpy.load(sys.argv[1])
demand = pandas.DataFrame({"demand": data["demand"]}, index=pandas.Index(range(len(data["demand"])), name="geoid"))
supply = pandas.DataFrame({"supply": data["supply"]}, index=pandas.Index(range(len(data["supply"])), name="geoid"))
pairs = pandas.DataFrame({"origin": data["origin"], "dest": data["dest"], "cost": data["cost"]})
def steps(cost):
    return 1.0 if cost <= 500 else 0.68 if cost <= 1000 else 0.22 if cost <= 1500 else 0.0
def one(function, **options):
    found = function(demand, supply, pairs.copy(), 1500.0, demand_index=True, supply_index=True, **options)
    return found.reindex(range(len(demand))).fillna(0.0).to_numpy()
numpy.savez(sys.argv[2], two=one(fca.two_stage_fca), enhanced=one(fca.two_stage_fca, weight_fn=steps),
            three=one(fca.three_stage_fca, weight_fn=steps))
"""

Result = TypeVar("Result")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{', '.join(PARTS)}; all where none is named")
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--seconds", type=float, default=60.0, help="limit of each solve")
    parser.add_argument(
        "--peer-instances", type=int, default=1, help="covering problems that spopt solves too; it builds for minutes"
    )
    options = parser.parse_args()
    peer = None if options.no_peer else peer_python()
    work: dict[str, Callable[[], None]] = {
        "library": lambda: library(options.seconds),
        "covering": lambda: covering(options.seconds, peer, options.peer_instances),
        "seats": lambda: seats(peer),
        "city": city,
    }
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no part {min(unknown)}; there are {', '.join(PARTS)}")
    for part in options.parts or PARTS:
        print(f"\n## {part}", flush=True)
        work[part]()
    return 0


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """Give what work gives, and the seconds it takes."""
    began = time.perf_counter()
    result = work()
    return result, time.perf_counter() - began


def library(seconds: float) -> None:
    """Print every file of the library."""
    folder = SHARED / "geodata" / "siting"
    median, center = published(folder / "pmedopt.txt"), published(folder / "kcenteropt.txt")
    tally: dict[str, list[tuple[bool, float, float]]] = {"p-median": [], "p-center": [], "capacitated": []}
    for path in sorted(folder.glob("pmed[0-9]*.txt"), key=lambda each: int(each.stem[4:])):
        distances, k = p_median_file(path)
        for name, best, solve in (("p-median", median, p_median), ("p-center", center, p_center)):
            if path.stem in best:
                tally[name].append(report(path.stem, name, best[path.stem], seconds, solve, distances, k))
    for path in sorted(folder.glob("pmedcap*.txt"), key=lambda each: int(each.stem.split("_")[1])):
        *problem, best_value = capacitated_file(path)
        tally["capacitated"].append(
            report(path.stem, "capacitated", best_value, seconds, capacitated_p_median, *problem)
        )
    for name, rows in tally.items():
        if rows:
            reached, gaps, times = zip(*rows, strict=True)
            print(
                f"{name}: {sum(reached)} of {len(rows)} optima reached, {sum(not gap for gap in gaps)} proven, "
                f"largest gap {100 * max(gaps):.2f} %, longest {max(times):.1f} s, all {sum(times):.1f} s"
            )


def report(
    stem: str, name: str, best: float, seconds: float, solve: Callable[..., SitingPlan], *problem: Any
) -> tuple[bool, float, float]:
    """Solve one file and print it."""
    plan, took = timed(lambda: solve(*problem, time_limit=seconds))
    print(f"{stem:12} {name:12} {plan.value:8g} of {best:8g}  gap {100 * plan.gap:5.2f} %  {took:6.1f} s", flush=True)
    return plan.value == best, plan.gap, took


def published(path: Path) -> dict[str, float]:
    """Read the published optima."""
    lines = path.read_text().splitlines()
    return {line.split()[0]: float(line.split()[1]) for line in lines if line.startswith("pmed")}


def p_median_file(path: Path) -> tuple[np.ndarray, int]:
    """Read shortest ways between all vertices (a later edge between two replaces an earlier one), and k."""
    numbers = np.array(path.read_text().split(), dtype=int)
    vertices, edges, k = numbers[:3]
    length = np.full((vertices, vertices), np.inf)
    for one, other, cost in numbers[3 : 3 + 3 * edges].reshape(-1, 3):
        length[one - 1, other - 1] = length[other - 1, one - 1] = cost
    np.fill_diagonal(length, 0.0)
    return floyd_warshall(length), int(k)


def capacitated_file(path: Path) -> tuple[np.ndarray, np.ndarray, float, int, float]:
    """Read distances rounded down, demand, capacity, k, and the published optimum."""
    words = path.read_text().split()
    vertices, k, capacity = (int(word) for word in words[2:5])
    table = np.array(words[5 : 5 + 4 * vertices], dtype=float).reshape(vertices, 4)
    distances = np.floor(np.hypot(*(table[:, None, axis] - table[None, :, axis] for axis in (1, 2))))
    return distances, table[:, 3], float(capacity), k, float(words[1])


def covering(seconds: float, peer: Path | None, peer_instances: int) -> None:
    """Print maximal covering with 10,000 places and 1,000 candidates, beside spopt."""
    for number, (kind, limit, k) in enumerate((*INSTANCES, HARD)):
        places, sites, weight = scattered(kind, 10_000, 1_000, 7)
        near, _ = timed(lambda: Straight(places, sites).within(limit))  # noqa: B023 - called at once
        plan, took = timed(lambda: mclp(near, weight, k, time_limit=seconds))  # noqa: B023 - called at once
        sure = "proven" if plan.proven else f"gap {100 * plan.gap:.2f} %"
        print(f"{kind:8} {limit:5g} m k={k:<3} lantu {plan.value:9,.0f} {sure:12} {took:6.1f} s", flush=True)
        if peer is not None and number < peer_instances:
            print(f"{'':22} spopt {beside_spopt(peer, places, sites, weight, limit, k, seconds)}", flush=True)


def scattered(kind: str, places: int, sites: int, seed: int) -> tuple[Points, Points, np.ndarray]:
    """Give places and candidates on a plane of 10 km, evenly or in 40 quarters of a town, and the people."""
    draw = np.random.default_rng(seed)
    if kind == "uniform":
        at, lots = draw.random((places, 2)) * 10_000, draw.random((sites, 2)) * 10_000
    else:
        middle, spread = draw.random((40, 2)) * 12_000, draw.uniform(300, 1500, 40)
        quarter = draw.integers(0, 40, places)
        at = middle[quarter] + draw.normal(size=(places, 2)) * spread[quarter, None]
        lots = at[draw.choice(places, sites, replace=False)] + draw.normal(size=(sites, 2)) * 50
    return on_plane("places", at), on_plane("sites", lots), draw.integers(1, 101, places).astype(float)


def on_plane(name: str, at: np.ndarray) -> Points:
    """Give points in metres."""
    return Points(name, tuple(map(str, range(len(at)))), at[:, 0], at[:, 1], degrees=False)


def beside_spopt(
    peer: Path, places: Points, sites: Points, weight: np.ndarray, limit: float, k: int, seconds: float
) -> str:
    """Let spopt solve the same with its usual solver (CBC)."""
    costs = Straight(places, sites).to(np.arange(len(sites)))
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "problem.npz"
        np.savez(data, costs=costs, weights=weight)
        command = [peer, "-c", SPOPT, data, str(limit), str(k), str(seconds)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    built, solved, value, status = done.stdout.split()
    return f"{float(value):9,.0f} says {status:9} {float(solved):6.1f} s, after {float(built):.1f} s of building"


def seats(peer: Path | None) -> None:
    """Print seats a head beside access, and the time of a city's allotment."""
    places, facilities, people = scattered("town", 20_000, 300, 3)
    costs, _ = timed(lambda: Straight(places, facilities).pairs(1500.0))
    room = np.random.default_rng(4).integers(500, 5000, 300).astype(float)
    allotment, took = timed(lambda: allot(costs, people, room))
    out, more = timed(lambda: left_out(allotment))
    print(
        f"20,000 places, 300 facilities, {costs.nnz:,} ways: {allotment.served.sum():,.0f} of {people.sum():,.0f} "
        f"seated in {took:.1f} s; {len(out.shortages)} shortages and all cards in {more:.2f} s"
    )
    turned = costs.T.tocsr()
    zones = stepped({500.0: 1.0, 1000.0: 0.68, 1500.0: 0.22})
    ours, quick = timed(
        lambda: {
            "two": floating_catchment(turned, room, people, within(1500.0)),
            "enhanced": floating_catchment(turned, room, people, zones),
            "three": three_step(turned, room, people, zones),
        }
    )
    if peer is None:
        return
    theirs, slow = timed(lambda: beside_access(peer, costs, room, people))
    for name, values in ours.items():
        scale = float(np.abs(theirs[name]).max())
        print(
            f"{name:9} largest difference from access {np.abs(values - theirs[name]).max() / scale:.1e} of the largest"
        )
    print(f"lantu {quick:.2f} s for three forms, access {slow:.1f} s with its start")


def beside_access(peer: Path, costs: sp.csr_matrix, room: np.ndarray, people: np.ndarray) -> dict[str, np.ndarray]:
    """Let access compute the same three forms."""
    pairs = costs.tocoo()
    with tempfile.TemporaryDirectory() as folder:
        asked, told = Path(folder) / "asked.npz", Path(folder) / "told.npz"
        np.savez(asked, demand=people, supply=room, origin=pairs.row, dest=pairs.col, cost=pairs.data)
        subprocess.run([peer, "-c", ACCESS, asked, told], capture_output=True, text=True, check=True)
        with np.load(told) as found:
            return {name: found[name] for name in found.files}


def city() -> None:
    """Print the whole city: catchments along the streets, greedy plan, exchanges and proof, all states and orders."""
    network, read = timed(lambda: network_from_osm(SHARED / "geodata" / "porto.osm.pbf", load_mode("walk"))[0])
    main = np.flatnonzero(network.island == 0)
    draw = np.random.default_rng(11)
    rows, lots = draw.choice(main, 20_000, replace=False), draw.choice(main, 2_000, replace=False)
    places, sites = (
        Points(name, tuple(map(str, at)), network.lon[at], network.lat[at], degrees=True)
        for name, at in (("places", rows), ("sites", lots))
    )
    people = draw.integers(1, 60, 20_000).astype(float)
    streets, joined = timed(lambda: Streets(network, places, sites))
    streets.within(50.0)  # compiles the search
    print(f"Porto: {len(network):,} nodes read in {read:.1f} s, places and candidates joined in {joined:.1f} s")
    for limit in (500.0, 1000.0):
        question = Question(Goal.COVERAGE, limit, 30, curve=False, seconds=2.5)
        none = np.zeros(0, dtype=np.int64)
        answer, took = timed(lambda: propose(question, streets, people, none, np.ones(2_000)))  # noqa: B023
        share = answer.served(answer.after) / people.sum()
        sure = "proven optimal" if answer.plan.proven else f"gap at most {100 * answer.plan.gap:.2f} %"
        print(f"within {limit:g} m: 30 sites serve {100 * share:.1f} %, {sure}: {took:.1f} s end to end", flush=True)


def peer_python() -> Path:
    """Give the Python of the peers' own environment, made at the first run."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "lantu-benchmarks" / "siting"
    python = folder / "bin" / "python"
    if not (folder / "installed").exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (folder / "installed").touch()
    return python


if __name__ == "__main__":
    sys.exit(main())
