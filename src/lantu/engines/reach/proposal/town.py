"""A town as a siting question sees it: its people, its possible sites, and the sites that stand."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lantu.model import InputError, Issue, Level

from ..inputs.checks import conversion, undecided
from ..inputs.edges import read_network
from ..inputs.shifted import fits_best
from ..network import Network, load_mode
from ..siting.plan import Columns, Floats
from .points import Points, join_points, moved, read_points
from .streets import Streets
from .ways import Straight, Ways, read_costs_table, read_edges_table

_WEIGHTS = ("weight", "population", "人口")


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a town is read from.

    Parameters
    ----------
    demand, candidates, existing:
        CSV, GeoJSON, GeoPackage or GeoParquet files; without ``existing`` nothing stands yet, but for candidates
        whose column ``existing`` says yes.
    weight:
        The column of the demand that counts people; without it ``weight``, ``population`` or 人口 where there is one.
    price:
        The column of the candidates that holds their prices.
    district:
        The column of the demand that names each place's district.
    costs, edges:
        A table of costs, or of edges, instead of straight lines.
    groups:
        Columns of the demand that count the people of a group (children, people over 65).
    income:
        The column of the demand by which people are ranked, the poorest first.
    osm, mode:
        An OpenStreetMap extract (or lines, or a table of ways) whose streets are followed by those who walk, cycle or
        drive.
    capacity:
        The column of candidates and existing sites that says how many people each can take.
    minutes:
        Count ways along streets in minutes, not in metres.
    """

    demand: Path
    candidates: Path
    existing: Path | None = None
    weight: str | None = None
    price: str | None = None
    district: str | None = None
    costs: Path | None = None
    edges: Path | None = None
    groups: tuple[str, ...] = ()
    income: str | None = None
    osm: Path | None = None
    mode: str = "walk"
    capacity: str | None = None
    minutes: bool = False


@dataclass(frozen=True, eq=False)
class Town:
    """People, sites, and the ways between them.

    Parameters
    ----------
    places:
        Who is to be served.
    sites:
        The candidates, followed by the sites of a file of their own that stand already.
    weight:
        How much each place counts.
    stands:
        The numbers of the sites that stand already.
    prices:
        What each site costs; 0 for those that stand.
    ways:
        From places to sites.
    districts:
        The district of each place, or None.
    groups, income:
        The people of each group at each place, and the income of each place, where they are known.
    capacity:
        How many people each site can take, or None.
    inputs:
        SHA-256 of every file read, by name.
    issues:
        What could not be read with confidence.
    """

    places: Points
    sites: Points
    weight: Floats
    stands: Columns
    prices: Floats
    ways: Ways
    districts: tuple[str, ...] | None
    groups: Mapping[str, Floats]
    income: Floats | None
    capacity: Floats | None
    inputs: Mapping[str, str]
    issues: tuple[Issue, ...]


def read_town(sources: Sources) -> Town:
    """Read a town.

    Raises
    ------
    InputError
        Where a file cannot be used, an id stands in two of the site files, or ways are given in two manners.
    """
    if sum(path is not None for path in (sources.costs, sources.edges, sources.osm)) > 1:
        raise InputError("more than one of costs, edges and osm", "give one of them")
    if sources.minutes and sources.osm is None:
        raise InputError("minutes without streets", "give --osm, or a limit in metres")
    network, issues = _network(sources)
    places, candidates = (_read(path, network, issues) for path in (sources.demand, sources.candidates))
    existing = None if sources.existing is None else _read(sources.existing, network, issues)
    sites = candidates if existing is None else join_points(candidates, existing)
    stands = np.concatenate([np.flatnonzero(candidates.flags("existing")), np.arange(len(candidates), len(sites))])
    weight, unweighted = _weight(places, sources.weight)
    ways, off = _ways(sources, network, places, sites)
    return Town(
        places=places,
        sites=sites,
        weight=weight,
        stands=stands,
        prices=_prices(candidates, sites, stands, sources.price),
        ways=ways,
        districts=None if sources.district is None else places.words(sources.district),
        groups={name: places.numbers(name) for name in sources.groups},
        income=None if sources.income is None else places.numbers(sources.income),
        capacity=None if sources.capacity is None else sites.numbers(sources.capacity),
        inputs=_hashes(sources),
        issues=(*issues, *unweighted, *off),
    )


def _weight(places: Points, column: str | None) -> tuple[Floats, list[Issue]]:
    chosen = column or next((name for name in _WEIGHTS if name in places.columns), None)
    if chosen is None:
        issue = Issue.worded(
            "unweighted",
            "no column of the names %(names)s: every place counts once",
            Level.WARNING,
            places.name,
            names=", ".join(_WEIGHTS),
        )
        return np.ones(len(places)), [issue]
    weight = places.numbers(chosen)
    if not weight.sum():
        raise InputError(f"{places.name}: column '{chosen}' is 0 everywhere", "name the column that counts people")
    return weight, []


def _prices(candidates: Points, sites: Points, stands: Columns, column: str | None) -> Floats:
    """Give 1 for every candidate where no prices are known, so that a budget counts sites."""
    prices = np.zeros(len(sites))
    prices[: len(candidates)] = 1.0 if column is None else _asked(candidates, stands, column)
    prices[stands] = 0.0
    return prices


def _asked(candidates: Points, stands: Columns, column: str) -> Floats:
    asked = np.setdiff1d(np.arange(len(candidates)), stands)
    prices = np.zeros(len(candidates))
    prices[asked] = candidates.only(asked).numbers(column)
    return prices


def _network(sources: Sources) -> tuple[Network | None, list[Issue]]:
    if sources.osm is None:
        return None, []
    network, issues, _ = read_network(sources.osm, sources.mode)
    return network, issues


def _read(path: Path, network: Network | None, issues: list[Issue]) -> Points:
    """Read places; where they lie beside the ways only after a shift back from a Chinese map service, do that."""
    points, found = read_points(path)
    issues += found
    if network is None or not points.degrees or found:
        return points
    told = fits_best(points.x, points.y, network.lon, network.lat)
    if told is None:
        issues.append(undecided(points.name))
    if told in (None, "wgs84"):
        return points
    issues.append(conversion(points.name, told, sure=False))
    return moved(points, told)


def _ways(sources: Sources, network: Network | None, places: Points, sites: Points) -> tuple[Ways, list[Issue]]:
    if sources.costs is not None:
        return read_costs_table(sources.costs, places, sites), []
    if sources.edges is not None:
        return read_edges_table(sources.edges, places, sites), []
    if network is None:
        return Straight(places, sites), []
    speed = load_mode(sources.mode).speed if sources.minutes else None
    streets = Streets(network, places, sites, speed)
    return streets, streets.issues()


def _hashes(sources: Sources) -> dict[str, str]:
    files = (sources.demand, sources.candidates, sources.existing, sources.costs, sources.edges, sources.osm)
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path is not None}
