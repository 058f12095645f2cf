"""Read ``modes.yaml`` and apply it: which ways a person on foot, a cycle or a car may use, and which way round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from lantu.model import InputError

_FORWARD = {"yes", "true", "1", "forward"}
_BACKWARD = {"-1", "reverse", "backward"}
_ALLOWS = {"yes", "designated", "permissive", "official", "destination", "customers"}
_ROUND = {"roundabout", "circular"}

Tags = Mapping[str, str]


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    speed: float
    ways: tuple[str, ...]
    own: tuple[str, ...]
    forbids: tuple[str, ...]
    one_way: tuple[str, ...]
    pace: dict[str, float]
    also: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mode:
    """How people move: ``speed`` in km/h on level ground, and the rules of ``modes.yaml``."""

    name: str
    speed: float
    ways: frozenset[str]
    also: frozenset[str]
    own: tuple[str, ...]
    forbids: frozenset[str]
    one_way: tuple[str, ...]
    against: tuple[str, ...]
    pace: Mapping[str, float] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """Every tag that decides anything."""
        return ("highway", "junction", *self.own, *self.one_way, *self.against)

    def allows(self, tags: Tags) -> bool:
        """Tell whether a way with these tags may be used."""
        way = tags.get("highway")
        said = next((tags[key] for key in self.own if key in tags), None)
        if way in self.also:
            return tags.get(self.own[0]) in _ALLOWS
        return way in self.ways and said not in self.forbids

    def admits(self, tags: Tags) -> bool:
        """Tell whether a barrier with these tags lets one through."""
        said = next((tags[key] for key in self.own if key in tags), None)
        return said not in self.forbids

    def direction(self, tags: Tags) -> int:
        """Give 1 for a way that leads only as drawn, -1 only against, 0 both ways."""
        if any(tags.get(key, "").startswith("opposite") for key in self.against):
            return 0
        said = next((tags[key] for key in self.one_way if key in tags), None)
        if said in _FORWARD:
            return 1
        if said in _BACKWARD:
            return -1
        round_about = tags.get("junction") in _ROUND or tags.get("highway") == "motorway"
        return 1 if said is None and round_about and "oneway" in self.one_way else 0


@cache
def load_mode(name: str) -> Mode:
    """Give the mode of that name.

    Raises
    ------
    InputError
        Where ``modes.yaml`` has no such mode.
    """
    text = files(__package__).joinpath("modes.yaml").read_text(encoding="utf-8")
    modes = msgspec.convert(yaml.safe_load(text), dict[str, _Rules])
    if name not in modes:
        raise InputError(f"no mode named '{name}'", f"use one of {', '.join(sorted(modes))}")
    rules = modes[name]
    return Mode(
        name,
        rules.speed,
        frozenset(rules.ways),
        frozenset(rules.also),
        rules.own,
        frozenset(rules.forbids),
        rules.one_way,
        rules.against,
        rules.pace,
    )
