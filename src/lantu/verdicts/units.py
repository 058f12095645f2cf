"""Tell whether two units measure the same thing, and by what factor (``units.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from .data import read_data


@dataclass(frozen=True, slots=True)
class Conversion:
    """How to bring a reported value to the target's unit: multiply by ``factor``; ``rule`` says why that is right."""

    factor: Decimal
    rule: str


@dataclass(frozen=True, slots=True)
class _Classifiers:
    name: str
    words: frozenset[str]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Units:
    dimension: Mapping[str, tuple[str, Fraction]]
    classifiers: tuple[_Classifiers, ...]
    aliases: Mapping[str, str]


@lru_cache(maxsize=1)
def _units() -> _Units:
    data: dict[str, Any] = read_data("units.yaml")
    dimension = {
        unit: (name, Fraction(factor)) for name, units in data["dimensions"].items() for unit, factor in units.items()
    }
    needs = data["needs_word"]
    sets = [
        _Classifiers(each["name"], frozenset(each["words"]), tuple(each.get("with", needs.get(each["name"], ()))))
        for each in data["classifiers"]
    ]
    return _Units(dimension, tuple(sets), data["aliases"])


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str:
    """Give the name of what a unit measures; counting words give ``count``, unknown units themselves."""
    units = _units()
    unit = units.aliases.get(unit, unit)
    if unit in units.dimension:
        return units.dimension[unit][0]
    return "count" if any(unit in each.words for each in units.classifiers) else unit


@lru_cache(maxsize=65536)
def conversion(unit: str, target: str, indicator: str = "", target_indicator: str = "") -> Conversion | None:
    """Give the factor from ``unit`` to ``target``, or None where they count different things.

    Counting words can depend on what is counted: 户 and 家 are one unit of businesses, not of dwellings.

    >>> conversion("公顷", "亩").factor
    Decimal('15')
    >>> conversion("处", "公顷") is None
    True
    """
    units = _units()
    unit, target = units.aliases.get(unit, unit), units.aliases.get(target, target)
    if unit == target:
        return Conversion(Decimal(1), "same_unit")
    one, other = units.dimension.get(unit), units.dimension.get(target)
    if one is not None and other is not None and one[0] == other[0]:
        factor = one[1] / other[1]
        return Conversion(Decimal(factor.numerator) / Decimal(factor.denominator), "convert_unit")
    for each in units.classifiers:
        both = unit in each.words and target in each.words
        if both and (not each.needs or _both_speak_of(each.needs, indicator, target_indicator)):
            return Conversion(Decimal(1), f"same_classifier_{each.name}")
    return None


def _both_speak_of(words: tuple[str, ...], one: str, other: str) -> bool:
    return any(word in one for word in words) and any(word in other for word in words)
