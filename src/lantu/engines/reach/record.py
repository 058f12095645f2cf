"""A measurement as one flat record, for the ledger and for other programs: numbers as printed, nothing naked."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any

import msgspec
import numpy as np

from lantu.model.records import Record

from .cells import cells_record
from .definition import Definition
from .equity import GroupShare
from .measuring import Addition, Measurement, Reading
from .network import Network
from .picture import draw
from .words import limit_of, name_of, words_of


def definition_id(definition: Definition) -> str:
    """Give the SHA-256 of what a definition says: another word, another id."""
    return hashlib.sha256(msgspec.json.encode(definition, order="deterministic")).hexdigest()


def percent(share: float) -> str:
    """Print a share as per cent to a tenth; what is not all is never printed as 100, nor anything as 0.

    >>> percent(0.99996), percent(0.00001), percent(0.787)
    ('99.9', '0.1', '78.7')
    """
    rounded = round(100 * share, 1)
    if share < 1.0 and rounded >= 100.0:
        rounded = 99.9
    if share > 0.0 and rounded <= 0.0:
        rounded = 0.1
    return f"{rounded:.1f}"


def measurement_record(measured: Measurement, *, software: str, network: Network | None = None) -> Record:
    """Give everything that is published of a measurement, the maps in both languages and their places included."""
    definition, own = measured.definition, measured.reading
    low, high = measured.band
    words = words_of(definition)
    return {
        "id": definition.id,
        "engine": definition.engine,
        "title": definition.title.zh,
        "title_en": definition.title.en,
        "serves": definition.serves,
        "definition": definition_id(definition),
        "software": software,
        "value": percent(own.share),
        "unit": "%",
        "grain": "0.1",
        "low": percent(low),
        "high": percent(high),
        "target": None if definition.target is None else f"{Decimal(str(definition.target)).normalize():f}",
        "finding": _finding(definition, low, high),
        "weight": definition.counted.zh,
        "weight_en": definition.counted.en,
        "words": words.zh,
        "words_en": words.en,
        "attribution": definition.attribution,
        "cost_unit": "metres" if definition.limit.minutes is None else "minutes",
        "places": len(measured.demand),
        "facilities": len(measured.facilities),
        "readings": [_reading(reading, bounded=measured.bounded) for reading in measured.readings],
        "groups": [_share(each, definition) for each in own.groups],
        "segments": [_share(each, definition) for each in own.segments],
        "worst_tenth": None if measured.bounded else _number(own.tail.mean),
        "mean": None if measured.bounded else _number(own.tail.overall),
        "inputs": [{"name": name, "sha256": digest} for name, digest in sorted(measured.inputs.items())],
        "limit": definition.limit.minutes or definition.limit.metres,
        "cells": cells_record(measured, network),
        "map": draw(measured, "zh", network),
        "map_en": draw(measured, "en", network),
        **({} if measured.addition is None else _siting(measured, measured.addition, network)),
    }


def _siting(measured: Measurement, addition: Addition, network: Network | None) -> dict[str, Any]:
    """Tell which facilities should be next, what each adds, what the value would be, and how sure that is."""
    best = addition.best
    sums = np.cumsum(best.adds)
    names = addition.facilities.name[len(addition.facilities) - len(best.chosen) :]
    return {
        "siting": {
            "candidates": addition.candidates,
            "served": _number(addition.reading.served),
            "share": percent(addition.reading.share),
            "proven": best.plan.proven,
            "gap": percent(best.plan.gap) if np.isfinite(best.plan.gap) else None,
            "sites": [
                {"order": order, "name": str(name), "adds": _number(adds), "so_far": _number(so_far)}
                for order, (name, adds, so_far) in enumerate(zip(names, best.adds, sums, strict=True), 1)
            ],
        },
        "map_next": draw(measured, "zh", network, addition),
        "map_next_en": draw(measured, "en", network, addition),
    }


def _finding(definition: Definition, low: float, high: float) -> str | None:
    """Compare the target with the whole band: ``above``, ``below``, or ``depends`` on the definition."""
    if definition.target is None:
        return None
    target = definition.target / 100
    if low >= target - 1e-12:
        return "above"
    return "below" if high < target - 1e-12 else "depends"


def _reading(reading: Reading, *, bounded: bool) -> dict[str, Any]:
    name, limit = name_of(reading.name), limit_of(reading.definition)
    return {
        "name": reading.name,
        "label": name.zh,
        "label_en": name.en,
        "way": reading.definition.way,
        "limit": limit.zh,
        "limit_en": limit.en,
        "served": _number(reading.served),
        "total": _number(reading.total),
        "share": percent(reading.share),
        "median": _number(dict(reading.percentiles)[0.5]),
        "ninth_decile": _number(dict(reading.percentiles)[0.9]),
        "unreached": None if bounded and reading.definition.way != "straight" else _number(reading.unreached),
    }


def _share(each: GroupShare, definition: Definition) -> dict[str, Any]:
    share = None if each.total <= 0 else percent(each.share)
    label = definition.demand.called(each.group)
    figures = {"served": _number(each.served), "total": _number(each.total), "share": share}
    return {"name": each.group, "label": label.zh, "label_en": label.en, **figures}


def _number(value: float) -> str | None:
    """Print to a tenth, large numbers as whole ones; nothing where there is no such number (no way at all)."""
    if not np.isfinite(value):
        return None
    printed = f"{value:.0f}" if value >= 1000 else f"{value:.1f}"
    return printed.removesuffix(".0")
