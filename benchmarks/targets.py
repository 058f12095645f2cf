"""Print how many reports have a growth target and how many of the checked ones are right.

    LANTU_SHARED=../shared python benchmarks/targets.py [--table DIR/targets.csv] [--least 0.97]

``targets_checked.csv`` beside this file holds what a reader found in the reports' own words: 100 rows drawn at random
(seed 2260) from all targets found, and 50 more from those that another rule than ``announced`` chose. A checked row
that is read differently today counts as wrong unless the reader's judgement was ``wrong`` too. Without ``--table`` the
whole corpus is read (some minutes). Exits with 1 where the precision on the random draw is below ``--least``.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from lantu.pipeline.targets import Corpus, Coverage, named_indicator, read_targets

ROOT = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("LANTU_SHARED") or ROOT.parent.parent / "shared")
Figure = tuple[str, str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", type=Path, help="a targets.csv that lantu targets wrote")
    parser.add_argument("--least", type=float, default=0.97)
    options = parser.parse_args()
    figures: dict[tuple[str, str], set[Figure]] = defaultdict(set)
    for place, year, figure in written(options.table) if options.table else read():
        figures[place, year].add(figure)
    precision = {draw: compare(draw, figures) for draw in ("random", "other_rules")}
    return 1 if precision["random"] < options.least else 0


def written(table: Path) -> Iterator[tuple[str, str, Figure]]:
    """Give the figures of a table that was written before."""
    with table.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield row["place"], row["target_year"], (row["value"], row["upper"])


def read() -> Iterator[tuple[str, str, Figure]]:
    """Read the corpus and print the coverage."""
    coverage = Coverage()
    corpus = Corpus(SHARED / "corpus" / "work_reports.parquet")
    for target in read_targets(corpus.rows(), named_indicator("地区生产总值")):
        coverage.add(target)
        yield target.place, str(target.target_year), (target.value or "", target.upper or "")
    for row in coverage.records():
        print(*(f"{row[name]!s:>11}" for name in ("level", "decade", "reports", "with_target", "share")), row["why"])
    print("places without a code:", ", ".join(sorted(coverage.uncoded)) or "none")


def compare(draw: str, figures: dict[tuple[str, str], set[Figure]]) -> float:
    """Print and give the share of a draw's rows that are right today."""
    with (ROOT / "targets_checked.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["draw"] == draw]
    right = 0
    for row in rows:
        today, checked = figures[row["place"], row["year"]], (row["value"], row["upper"])
        if (checked in today) == (row["judgement"] == "right"):
            right += 1
        else:
            print(f"  {row['place']} {row['year']}: {row['judgement']} was {checked}, today {sorted(today)}")
    judged = sum(row["judgement"] == "right" for row in rows)
    print(f"{draw:12} checked {len(rows)}  right when read {judged}  right today {right}  {right / len(rows):.3f}")
    return right / len(rows)


if __name__ == "__main__":
    sys.exit(main())
