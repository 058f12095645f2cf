"""Reproduce the official progress statuses of Canada's indicator framework through `settle` and the pack ``canada``.

``.venv/bin/python benchmarks/canada.py [--least 0.95] [--losses]`` makes of every row of
LANTU_SHARED/peers/canada_progress.csv (default ../shared) a commitment with its value before the period and one
reported figure, settles it, lights it by the pack, and compares the light with the official status. Rows without base,
current value or target must give a reason, never a status of their own.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

from lantu.model import Basis, Commitment, Comparator, Observation, Period, Quantity, Role, Source, Span
from lantu.verdicts import light, load_pack, settle

SHARED = Path(os.environ.get("LANTU_SHARED") or Path(__file__).resolve().parent.parent.parent / "shared").resolve()
PLAN, REPORT = "0" * 64, "1" * 64
Row = dict[str, str]


def rows() -> list[Row]:
    """Give the rows of the official table."""
    with (SHARED / "peers/canada_progress.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_complete(row: Row) -> bool:
    """Tell whether a row has base, current value and target."""
    return bool(row["base_value"] and row["current_value"] and row["target"])


def year_end(year: str) -> date:
    """Give the day that stands for a year; the framework counts whole years between two values."""
    return date(int(Decimal(year)), 12, 31)


def quantity(value: str) -> Quantity:
    """Give a value as it was printed, in units of its own."""
    return Quantity(Decimal(value), "点", Decimal("0.0001"))


def status(row: Row) -> str:
    """Give the light of one row."""
    if not (row["target"] and row["target_year"]):
        return "not_available"
    rising = row["direction"] == "1"
    begun = year_end(row["base_year"]) if row["base_year"] else None
    promise = Commitment(
        span=Span(PLAN, 0, 1),
        sentence=Span(PLAN, 0, 1),
        indicator="指数",
        quantity=quantity(row["target"]),
        comparator=Comparator.AT_LEAST if rising else Comparator.AT_MOST,
        basis=Basis.LEVEL,
        period=Period(begun, year_end(row["target_year"])),
        baseline=Decimal(row["base_value"]) if row["base_value"] else None,
    )
    pack = load_pack("canada")
    told = [reported(row)] if row["current_value"] and row["current_year"] and later(row) else []
    on = year_end(row["current_year"]) if row["current_year"] else year_end(row["target_year"])
    sources = [Source(document=REPORT, name="report", title="report", roles=frozenset({Role.REPORT}))]
    [verdict] = settle([promise], told, on=on, sources=sources, pack=pack)
    return light(verdict, pack)


def later(row: Row) -> bool:
    """Tell whether the current value is later than the base: a first value shows no progress."""
    return not row["base_year"] or Decimal(row["current_year"]) > Decimal(row["base_year"])


def reported(row: Row) -> Observation:
    """Give the row's current value as a report of its year."""
    day = year_end(row["current_year"])
    return Observation(
        span=Span(REPORT, 0, 1),
        sentence=Span(REPORT, 0, 1),
        indicator="指数",
        quantity=quantity(row["current_value"]),
        comparator=Comparator.EXACTLY,
        basis=Basis.LEVEL,
        period=Period(None, day),
    )


def main() -> int:
    """Print the share of rows that agree; exit with 1 below the floor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--least", type=float, default=0.95, help="fail below this share of the complete rows")
    parser.add_argument("--losses", action="store_true", help="print the rows that differ")
    args = parser.parse_args()
    told = rows()
    complete = [row for row in told if is_complete(row)]
    agree = Counter[bool]()
    for row in complete:
        mine = status(row)
        agree[mine == row["status"]] += 1
        if args.losses and mine != row["status"]:
            print(f"{row['indicator']} {row['base_value']} → {row['current_value']} of {row['target']}:", end=" ")
            print(f"official {row['status']}, here {mine} (score {row['progress_value']})")
    lacking = [row for row in told if row not in complete and row["target"]]
    silent = sum(status(row) == "not_available" for row in lacking)
    share = agree[True] / len(complete)
    print(
        f"official statuses reproduced   {agree[True]} of {len(complete)} rows with base, current, target ({share:.3f})"
    )
    print(f"incomplete rows with a target  {silent} of {len(lacking)} not available")
    return int(share < args.least)


if __name__ == "__main__":
    sys.exit(main())
