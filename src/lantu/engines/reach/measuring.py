"""Measure a computed indicator: its own reading and the usual others, side by side, with the band between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from lantu.model import InputError, Issue

from .adding import Best, Group, best_of, costs_along, costs_straight, together
from .arrays import Floats, Graph, Indices
from .definition import Definition, FacilityRule, SitingRule
from .demand import Demand, Stands, demand_from, stands_of
from .equity import GroupShare, Tail, by_group, percentile, worst_tenth
from .facilities import Facilities, facilities_from
from .layers import Layer
from .network import Network, load_mode
from .scale import Runner
from .ways import Joined, Reach, along_network, as_the_crow_flies, join

_KMH = 1000.0 / 60.0
"""Metres a minute at 1 km/h."""
PERCENTILES = (0.1, 0.25, 0.5, 0.75, 0.9)


@dataclass(frozen=True)
class Reading:
    """What one reading of the promise gives.

    Parameters
    ----------
    name:
        ``as defined``, or the variant's name.
    definition:
        The reading in full.
    served, total:
        Weight within the limit, and all of it.
    cost:
        For each place the mean cost to its nearest facility, in the unit of the limit (minutes or metres);
        infinite where none is reached.
    facility:
        For each place the facility that most of its people are nearest to, -1 where none.
    served_here:
        Weight served at each place.
    segments, groups:
        The same by segment and by district.
    percentiles:
        Share of the weight, and the cost that it does not exceed.
    tail:
        The worst-served tenth among those who reach any facility.
    unreached:
        Weight without a way to any facility.
    """

    name: str
    definition: Definition
    served: float
    total: float
    cost: Floats
    facility: Indices
    served_here: Floats
    segments: tuple[GroupShare, ...]
    groups: tuple[GroupShare, ...]
    percentiles: tuple[tuple[float, float], ...]
    tail: Tail
    unreached: float

    @property
    def share(self) -> float:
        """The served part of the weight, 0..1."""
        return self.served / self.total


@dataclass(frozen=True)
class Addition:
    """The next facilities, and what the definition's own reading says once they stand.

    Parameters
    ----------
    best:
        Which candidates, in the order in which to build them, what each adds, and the proof.
    facilities:
        Those that stand, and behind them the chosen candidates in that order.
    reading:
        The reading with all of them.
    candidates:
        How many there were.
    """

    best: Best
    facilities: Facilities
    reading: Reading
    candidates: int


@dataclass(frozen=True)
class Measurement:
    """A computed indicator, measured.

    Parameters
    ----------
    definition:
        What was measured.
    readings:
        The definition's own reading first, then the others.
    demand, facilities:
        Who and what was counted.
    issues:
        What could not be read with confidence, islands and places off the network.
    inputs:
        SHA-256 of every file used, by name.
    bounded:
        Measured in tiles: nothing is known of what lies beyond the limit.
    addition:
        Where the next facilities should stand, where the definition asks for it.
    """

    definition: Definition
    readings: tuple[Reading, ...]
    demand: Demand
    facilities: Facilities
    issues: tuple[Issue, ...]
    inputs: Mapping[str, str] = field(default_factory=dict)
    bounded: bool = False
    addition: Addition | None = None

    @property
    def reading(self) -> Reading:
        """The definition's own reading."""
        return self.readings[0]

    @property
    def band(self) -> tuple[float, float]:
        """The lowest and the highest share that any reading gives."""
        shares = [reading.share for reading in self.readings]
        return min(shares), max(shares)


def measure(
    definition: Definition,
    demand: Layer,
    facilities: Layer,
    network: Network | None = None,
    runner: Runner | None = None,
    candidates: Layer | None = None,
) -> Measurement:
    """Measure an indicator in all its readings.

    Parameters
    ----------
    definition:
        What counts as served.
    demand, facilities:
        The two layers that the definition names, read.
    network:
        The network that it names, read for its mode; not needed where every reading is a straight line.
    runner:
        Measure the network in tiles, on processes or a cluster; what is served is the same, what lies beyond
        the limit is not told.
    candidates:
        Where the next facilities could stand, as the definition's ``siting`` says.

    Raises
    ------
    InputError
        Where the layers do not fit the definition.
    """
    people, issues = demand_from(demand, definition.demand)
    readings: list[Reading] = []
    own: Facilities | None = None
    prepared = _Prepared(people, facilities, network, runner)
    for name, reading in definition.readings():
        served_by, found = prepared.facilities(reading)
        own = own or served_by
        issues += [issue for issue in found if issue not in issues]
        made, more = prepared.read(name, reading, served_by)
        readings.append(made)
        issues += [issue for issue in more if issue not in issues]
    if own is None:
        raise ValueError("a definition has at least its own reading")
    addition = None
    if candidates is not None and definition.siting is not None:
        addition = prepared.add(definition, own, candidates, definition.siting)
    layers = [demand, facilities, *([] if candidates is None else [candidates])]
    inputs = {layer.name: layer.sha256 for layer in layers if layer.sha256 is not None}
    bounded = runner is not None
    return Measurement(definition, tuple(readings), people, own, tuple(issues), inputs, bounded, addition)


class _Prepared:
    """What several readings share, made once."""

    def __init__(self, people: Demand, layer: Layer, network: Network | None, runner: Runner | None) -> None:
        self._people, self._layer, self._network, self._runner = people, layer, network, runner
        self._facilities: dict[object, tuple[Facilities, list[Issue]]] = {}
        self._joined: dict[object, tuple[Joined, list[Issue]]] = {}

    def facilities(self, reading: Definition) -> tuple[Facilities, list[Issue]]:
        key = (reading.facilities.size, reading.facilities.open)
        if key not in self._facilities:
            self._facilities[key] = facilities_from(self._layer, reading.facilities, self._network)
        return self._facilities[key]

    def read(self, name: str, reading: Definition, facilities: Facilities) -> tuple[Reading, list[Issue]]:
        stands = stands_of(self._people, reading.demand)
        reach, issues = self._reach(reading, stands, facilities)
        return _read(name, reading, self._people, stands, reach), issues

    def add(self, reading: Definition, standing: Facilities, layer: Layer, rule: SitingRule) -> Addition:
        """Choose the best candidates and read the promise once more as if they stood."""
        wanted = FacilityRule(layer=rule.layer, where=rule.where, coordinates=rule.coordinates, id=rule.id)
        candidates, _ = facilities_from(layer, wanted, self._network)
        stands = stands_of(self._people, reading.demand)
        groups = [Group(limit, weight[stands.place] * stands.share) for limit, weight in _limits(reading, self._people)]
        known, _ = self._reach(reading, stands, standing)
        best = best_of(groups, known.cost, self._costs(reading, stands, candidates, groups), rule.k)
        both = together(standing, candidates, best.chosen)
        after = self._reach_of(reading, stands, both)
        return Addition(best, both, _read("with more", reading, self._people, stands, after), len(candidates))

    def _costs(self, reading: Definition, stands: Stands, candidates: Facilities, groups: list[Group]) -> Any:
        """Give the costs from candidates to stands, as far as anybody may go."""
        farthest = max(group.limit for group in groups)
        if reading.way == "straight":
            return costs_straight(stands, candidates, farthest)
        joined, _ = join(self._known_network(reading), stands, candidates)
        return costs_along(joined, candidates, reading.way, _graph(reading, joined), farthest)

    def _reach_of(self, reading: Definition, stands: Stands, facilities: Facilities) -> Reach:
        """Measure facilities that are not those of the definition alone, undivided."""
        if reading.way == "straight":
            return as_the_crow_flies(stands, facilities)
        joined, _ = join(self._known_network(reading), stands, facilities)
        return along_network(joined, facilities, reading.way, _graph(reading, joined))

    def _reach(self, reading: Definition, stands: Stands, facilities: Facilities) -> tuple[Reach, list[Issue]]:
        if reading.way == "straight":
            return as_the_crow_flies(stands, facilities), []
        network = self._known_network(reading)
        key = (reading.demand.spread, reading.facilities.size, reading.facilities.open)
        if key not in self._joined:
            self._joined[key] = join(network, stands, facilities)
        joined, issues = self._joined[key]
        farthest = max(reach_in_metres(reading, segment) for segment in (None, *reading.speeds))
        limit = farthest * (1 + 1e-9) if self._runner else np.inf
        return along_network(joined, facilities, reading.way, _graph(reading, joined), limit, self._runner), issues

    def _known_network(self, reading: Definition) -> Network:
        if self._network is None:
            raise InputError(f"{reading.id}: way '{reading.way}' without a network", "name one under 'network'")
        return self._network


def _graph(reading: Definition, joined: Joined) -> Graph:
    """Give the costs that the limit is in: metres, or metres of level ground that take as long."""
    network = joined.attached.network
    return network.metres if reading.limit.minutes is None else network.effort


def _limits(reading: Definition, people: Demand) -> list[tuple[float, Floats]]:
    """Give for each speed the limit in metres, and the people who move at it at each place."""
    timed = reading.limit.minutes is not None
    apart = {name: people.segments[name] for name in reading.speeds if timed and name in people.segments}
    rest = people.weight - sum(apart.values(), np.zeros(len(people)))
    everyone = [(reach_in_metres(reading), np.maximum(rest, 0.0))]
    return everyone + [(reach_in_metres(reading, name), weight) for name, weight in apart.items()]


def speed_of(reading: Definition, segment: str | None = None) -> float:
    """Give the speed in km/h: the segment's, the definition's, or the mode's."""
    own = reading.speed or load_mode(reading.network.mode if reading.network else "walk").speed
    return own if segment is None else reading.speeds.get(segment, own)


def reach_in_metres(reading: Definition, segment: str | None = None) -> float:
    """Give how many metres on level ground the limit allows."""
    if reading.limit.metres is not None:
        return reading.limit.metres
    return float(reading.limit.minutes or 0.0) * speed_of(reading, segment) * _KMH


def _read(name: str, reading: Definition, people: Demand, stands: Stands, reach: Reach) -> Reading:
    segments = {segment: people.segments[segment] for segment in reading.demand.segments}
    served_here, served_by_segment = _served(reading, people.weight, segments, stands, reach.cost)
    unit = 1.0 if reading.limit.minutes is None else speed_of(reading) * _KMH
    cost = reach.cost / unit
    here = people.weight[stands.place] * stands.share
    reached = np.isfinite(cost)
    return Reading(
        name=name,
        definition=reading,
        served=float(served_here.sum()),
        total=float(people.weight.sum()),
        cost=_by_place(cost, stands, len(people)),
        facility=_most_common(reach.facility, stands, len(people)),
        served_here=served_here,
        segments=tuple(GroupShare(s, served_by_segment[s], float(of.sum())) for s, of in segments.items()),
        groups=() if people.group is None else by_group(people.group, people.weight, served_here),
        percentiles=tuple((share, percentile(cost, here, share)) for share in PERCENTILES),
        tail=worst_tenth(cost[reached], here[reached]),
        unreached=float(here[~reached].sum()),
    )


def _served(
    reading: Definition, weight: Floats, segments: Mapping[str, Floats], stands: Stands, cost: Floats
) -> tuple[Floats, dict[str, float]]:
    """Give the weight served at each place, and in each segment; segments with a speed of their own apart."""
    within = _share_within(stands, cost, reach_in_metres(reading), len(weight))
    served, of_segment = weight * within, {}
    for name, part in segments.items():
        own = _share_within(stands, cost, reach_in_metres(reading, name), len(weight))
        of_segment[name] = float((part * own).sum())
        if name in reading.speeds and reading.limit.minutes is not None:
            served = served + part * (own - within)
    return np.clip(served, 0.0, weight), of_segment


def _share_within(stands: Stands, cost: Floats, metres: float, places: int) -> Floats:
    near = np.where(cost <= metres * (1 + 1e-12), stands.share, 0.0)
    return np.minimum(np.bincount(stands.place, weights=near, minlength=places), 1.0)


def _by_place(cost: Floats, stands: Stands, places: int) -> Floats:
    means: Floats = np.bincount(stands.place, weights=cost * stands.share, minlength=places).astype(np.float64)
    return means


def _most_common(facility: Indices, stands: Stands, places: int) -> Indices:
    order = np.lexsort((-stands.share, stands.place))
    _, first = np.unique(stands.place[order], return_index=True)
    chosen = np.full(places, -1, dtype=np.int64)
    chosen[stands.place[order[first]]] = facility[order[first]]
    return chosen
