"""The figures as a cube: a series a commitment, in it the seven values, each with its status and unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ...book import Book, Entry
from ..comma import texts
from ..release import Release
from ..tables import tables

NOWHERE = "_Z"
"""The code of a place that the plan does not state (SDMX: not applicable)."""
SHARE_UNIT = "1"
"""The unit of a share of the target."""

Words = Mapping[str, Mapping[str, str]]


@cache
def components() -> Mapping[str, Any]:
    """Give the components of the structure (``components.yaml``)."""
    told: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "components.yaml").read_text("utf-8"))
    return told


@dataclass(frozen=True, slots=True)
class Value:
    """One observation: which of the seven, its value as text (None where missing), its unit."""

    kind: str
    value: str | None
    unit: str

    @property
    def status(self) -> str:
        """OBS_STATUS: A where there is a value, M where it is missing."""
        return "M" if self.value is None else "A"


@dataclass(frozen=True, slots=True)
class Series:
    """A commitment with the attributes that hold for all its values (empty where missing)."""

    id: str
    attributes: Mapping[str, str]
    values: tuple[Value, ...]


def area(release: Release) -> str:
    """Give the code of the place."""
    return str(release.book.plan.get("place_code") or NOWHERE)


def series(book: Book) -> Iterator[Series]:
    """Give the series, in the order of the book."""
    rows = {table.name: texts(table, book) for table in tables() if table.name in ("commitments", "verdicts")}
    sources = {name: where.split(".") for name, where in components()["attributes"].items()}
    for entry in book.entries:
        attributes = {name: rows[table][entry.id][column] for name, (table, column) in sources.items()}
        yield Series(entry.id, attributes, tuple(_values(entry, book)))


def _values(entry: Entry, book: Book) -> Iterator[Value]:
    record, verdict = entry.commitment, entry.verdict
    low, high = verdict.get("actual") or (None, None)
    measured, measured_unit = _measured(entry, book)
    found = {
        "BASELINE": verdict.get("baseline") or record["baseline"],
        "TARGET": _current(entry, book),
        "TARGET_ORIG": record["value"],
        "EXPECTED": verdict["expected"],
        "ACTUAL_LO": low,
        "ACTUAL_HI": high,
        "MEASURED": measured,
    }
    units = {"EXPECTED": SHARE_UNIT, "MEASURED": measured_unit}
    for kind in components()["values"]:
        yield Value(kind, found[kind], units.get(kind, record["unit"] or ""))


def _current(entry: Entry, book: Book) -> str | None:
    """Give the target that a later document sets in the same unit, else the commitment's own."""
    wanted = entry.verdict.get("restated_by")
    later = None if wanted is None else next((each for each in book.entries if each.id == wanted), None)
    moved = {"raised", "lowered"} & set(entry.verdict["flags"])
    same = later is not None and later.commitment["unit"] == entry.commitment["unit"]
    record = later.commitment if later is not None and moved and same else entry.commitment
    value: str | None = record["value"]
    return value


def _measured(entry: Entry, book: Book) -> tuple[str | None, str]:
    """Give the first value measured beside the commitment, with its own unit."""
    for each in book.measured_of(entry):
        return each["value"], each["unit"]
    return None, ""
