"""Measure a definition from the files that it names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lantu.model import Issue

from .definition import Coordinates, Definition, DemandRule, DistrictRule, FacilityRule, SitingRule
from .districts import in_districts
from .inputs import read_layer, read_network
from .inputs.checks import conversion, converted, require_overlap, undecided
from .inputs.shifted import fits_best
from .layers import Layer
from .measuring import Measurement, measure
from .network import Network
from .scale import Runner


def measure_files(
    definition: Definition, base: Path, runner: Runner | None = None
) -> tuple[Measurement, Network | None]:
    """Read the files of a definition and measure it in all its readings; give the network beside it.

    Parameters
    ----------
    definition:
        What counts as served; its files are relative to ``base``.
    base:
        The folder of the definition.
    runner:
        Measure in tiles on it, see ``measure``.

    Raises
    ------
    InputError
        Where a file cannot be read, or the files do not fit the definition or one another.
    """
    issues: list[Issue] = []
    network: Network | None = None
    hashes = {}
    if definition.network is not None:
        rule = definition.network
        network, found, digest = read_network(
            base / rule.layer, rule.mode, name=rule.layer, coordinates=rule.coordinates
        )
        issues += found
        hashes[rule.layer] = digest
    demand, found = _layer(base, definition.demand, network)
    issues += found
    if definition.demand.districts is not None:
        districts, more = _layer(base, definition.demand.districts, network)
        demand, lost = in_districts(demand, districts, definition.demand.districts)
        issues += [*more, *lost]
        hashes[districts.name] = districts.sha256 or ""
    facilities, found = _layer(base, definition.facilities, network)
    issues += found
    candidates = None
    if definition.siting is not None:
        candidates, found = _layer(base, definition.siting, network)
        issues += found
    require_overlap(facilities, *demand.places(), "the places of demand")
    measured = measure(definition, demand, facilities, network, runner, candidates)
    told = tuple(dict.fromkeys([*issues, *measured.issues]))
    return replace(measured, issues=told, inputs={**hashes, **measured.inputs}), network


def _layer(
    base: Path, rule: DemandRule | DistrictRule | FacilityRule | SitingRule, network: Network | None
) -> tuple[Layer, list[Issue]]:
    name: str = rule.layer
    told: Coordinates | None = rule.coordinates
    tags = tuple(rule.where)
    layer, issues = read_layer(base / name, name=name, coordinates=told, tags=tags)
    if network is None:
        return layer, issues
    if told is None and not name.endswith(".osm.pbf") and not any(issue.code == "shifted" for issue in issues):
        fitting = fits_best(*layer.places(), network.lon, network.lat)
        if fitting is None:
            issues = [*issues, undecided(name)]
        elif fitting != "wgs84":
            return converted(layer, fitting), [*issues, conversion(name, fitting, sure=False)]
    require_overlap(layer, network.lon, network.lat, "the ways of the network")
    return layer, issues
