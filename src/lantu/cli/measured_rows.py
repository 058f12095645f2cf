"""Measured values as rows: one line a reading, so that no number stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .rows import Record, chosen, note, print_rows

COLUMNS = {
    "indicator": "indicator",
    "reading": "reading",
    "limit": "limit",
    "share": "served %",
    "served": "served",
    "total": "of",
    "median": "median",
    "unreached": "no way",
}
_DRAWN = ("map", "map_en", "map_next", "map_next_en", "cells")


def print_measured(records: Sequence[Record], form: str | None) -> None:
    """Print measured values: as a table and CSV one line a reading, as JSON lines one a value without its maps."""
    if chosen(form) == "jsonl":
        print_rows(({k: v for k, v in record.items() if k not in _DRAWN} for record in records), form, COLUMNS)
    else:
        print_rows(_readings(records), form, COLUMNS)
    for record in records:
        note(summary(record))
        if "siting" in record:
            note(_proposed(record))


def summary(record: Record) -> str:
    """Give a measured value with its band in one line."""
    band = f"{record['low']}-{record['high']}" if record["low"] != record["high"] else record["low"]
    said = f"{record['id']}: {record['value']} % of {record['weight_en']}; {band} % by the usual definitions"
    found = {"above": "reached by every one", "below": "reached by none", "depends": "reached by some, not by others"}
    if record["target"] is None:
        return said
    return f"{said}; the target of {record['target']} % is {found[record['finding']]}"


def _proposed(record: Record) -> str:
    """Say in a line which facilities should be next."""
    asked = record["siting"]
    sites = ", ".join(f"{each['name']} +{each['adds']}" for each in asked["sites"])
    sure = "no others serve more" if asked["proven"] else f"others serve at most {asked['gap']} % more"
    return f"{record['id']}: next {sites}: {asked['share']} % of {record['weight_en']}; {sure}"


def _readings(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    for record in records:
        for reading in record["readings"]:
            row = {field: reading[field] for field in ("share", "served", "total", "median", "unreached")}
            yield {"indicator": record["id"], "reading": reading["label_en"], "limit": reading["limit_en"], **row}
