"""Verdicts as rows: everything for programs, what fits a screen for people."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from .rows import Record, chosen, print_rows

COLUMNS = {
    "id": "id",
    "theme": "theme",
    "indicator": "indicator",
    "promised": "promised",
    "due": "due",
    "verdict": "verdict",
    "reported": "reported",
    "attained": "attained",
}


def print_verdicts(records: Sequence[Record], form: str | None) -> None:
    """Print verdict records; a table shows a short row of each."""
    rows = [short(record) for record in records] if chosen(form) == "table" else records
    print_rows(rows, form, COLUMNS)


def short(record: Record) -> dict[str, Any]:
    """Give what a table shows of a verdict."""
    commitment = record["commitment"]
    marks = [record["override"] and "overridden", record["needs_review"] and "under review"]
    verdict = record["override"] or record["verdict"]
    reason = f" ({record['reason']})" if record["reason"] else ""
    return {
        "id": commitment["id"][:8],
        "theme": commitment["theme"],
        "indicator": commitment["indicator"],
        "promised": commitment["quote"],
        "due": commitment["period_end"],
        "verdict": ", ".join([f"{verdict}{reason}", *(mark for mark in marks if mark)]),
        "reported": "; ".join(dict.fromkeys(one["quote"] for one in record["evidence"])),
        "attained": attained(record["attainment"]),
    }


def attained(ends: Sequence[str | None] | None) -> str:
    """Write the lowest and highest share reached in percent: ``41%``, ``≥ 120%``, ``35–40%``."""
    if ends is None:
        return ""
    low, high = (None if end is None else f"{Decimal(end) * 100:.0f}%" for end in ends)
    if low == high:
        return low or ""
    if high is None:
        return f"≥ {low}"
    return f"≤ {high}" if low is None else f"{low.removesuffix('%')}–{high}"
