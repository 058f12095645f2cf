"""Settle consecutive reports of many places and hold the verdicts to rows that a person read against both texts.

    LANTU_SHARED=../shared .venv/bin/python benchmarks/rounds.py [--match] [--false-favour 0.02]
    LANTU_SHARED=../shared .venv/bin/python benchmarks/rounds.py --draw 30 --seed 11 > new.csv
    LANTU_SHARED=../shared .venv/bin/python benchmarks/rounds.py --read new.csv

``rounds_checked.csv`` holds rows drawn at random: the place and year of a promise, its offsets in the plan, the
verdicts that can be defended (as the official scorer folds them), and the offsets of the figures that answer it in
the next report; no sentences. The draw takes promises called favourable and others alike from each place.
``--match`` settles with the sentence embedding of the extra ``match``.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from lantu.documents import read_text
from lantu.model import Verdict
from lantu.pipeline import Link, YearlyReport, follow
from lantu.pipeline.meaning import embedded
from lantu.pipeline.targets import Corpus
from lantu.verdicts import Meaning
from settle import FAVOURABLE, SAME

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("LANTU_SHARED") or ROOT.parent / "shared")
CORPUS = SHARED / "corpus" / "work_reports.parquet"
CHECKED = ROOT / "benchmarks" / "rounds_checked.csv"
CHAINS = ROOT / "benchmarks" / "chains_checked.csv"
DECIDED = FAVOURABLE | {"partly_met", "missed"}
SURE: list[tuple[float, bool]] = []
MEANING: dict[str, Meaning] = {}
HEAD = 400
"""A document tells its place within so many characters."""
PER_PLACE = 3
"""So many favourable and so many other promises are drawn from a place."""


@dataclass(frozen=True)
class Row:
    """A promise with the verdict that was computed when it was drawn and the verdicts that a reader defends."""

    round: str
    place: str
    year: int
    start: int
    end: int
    said: str
    defensible: str
    answers: str
    note: str = ""

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Give the places of the answers in the next report."""
        return [(int(a), int(b)) for a, b in (each.split("-") for each in self.answers.split(";") if each)]


@cache
def corpus() -> dict[tuple[str, int], YearlyReport]:
    """Give the first report of each place and year."""
    found: dict[tuple[str, int], YearlyReport] = {}
    for row in Corpus(CORPUS).rows():
        key = row["place"], int(row["target_year"] or 0)
        if key not in found and (row["text"] or "").strip():
            day = str(row["delivered"])
            given = date.fromisoformat(day) if day[:4].isdigit() else None
            found[key] = YearlyReport(key[1], read_text(row["text"], name=f"{key[0]} {key[1]}"), given)
    return found


def settled(place: str, year: int) -> list[Link]:
    """Settle a year of a place against the next."""
    return list(follow([corpus()[place, year], corpus()[place, year + 1]], place=place, meaning=MEANING.get("asked")))


def cited(verdict: Verdict) -> list[tuple[int, int]]:
    """Give the places of the figures that a verdict cites."""
    return [(each.observation.span.start, each.observation.span.end) for each in verdict.evidence]


def looked_at() -> set[str]:
    """Give the places that rules may have been written by: of checked rounds and chains, and of documents with gold."""
    rounds = {row.place for row in checked(CHECKED)} if CHECKED.exists() else set()
    with CHAINS.open(encoding="utf-8", newline="") as file:
        chains = {row["place"] for row in csv.DictReader(file)}
    documents = [each for each in (SHARED / "documents").rglob("*") if each.suffix in {".txt", ".md"}]
    heads = [each.read_text(encoding="utf-8")[:HEAD] for each in documents]
    return rounds | chains | {place for place, _ in corpus() if any(place in head for head in heads)}


def draw(name: str, places: int, seed: int) -> Iterator[Row]:
    """Draw rows from places that have not been looked at."""
    rng = random.Random(seed)  # noqa: S311 - a draw to be read
    years = [key for key in corpus() if (key[0], key[1] + 1) in corpus() and 2004 <= key[1] <= 2025]
    names = sorted({place for place, _ in years} - looked_at() - {"全国"})
    for place in rng.sample(names, min(places, len(names))):
        year = rng.choice(sorted(year for other, year in years if other == place))
        links = settled(place, year)
        for favourable in (True, False):
            some = [each for each in links if (str(each.verdict.kind) in FAVOURABLE) is favourable]
            for link in rng.sample(some, min(PER_PLACE, len(some))):
                said, span = str(link.verdict.kind), link.commitment.span
                told = ";".join(f"{a}-{b}" for a, b in cited(link.verdict)[:2])
                yield Row(name, place, year, span.start, span.end, said, SAME.get(said, said), told)


def checked(path: Path) -> list[Row]:
    """Read checked rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(**{name: int(value) if name in {"year", "start", "end"} else value for name, value in row.items()})
            for row in csv.DictReader(file)
        ]


def judge(rows: list[Row]) -> dict[str, float]:
    """Print and give the figures of rows under the verdicts of now."""
    count: dict[str, int] = defaultdict(int)
    by_year: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in rows:
        by_year[row.place, row.year].append(row)
    for key, few in by_year.items():
        now = {(each.commitment.span.start, each.commitment.span.end): each.verdict for each in settled(*key)}
        for row in few:
            verdict = now.get((row.start, row.end))
            said = "unread" if verdict is None else SAME.get(str(verdict.kind), str(verdict.kind))
            able = set(row.defensible.split("|"))
            count["rows"] += 1
            count["right"] += said in able
            count["called"] += said in FAVOURABLE
            count["false"] += said in FAVOURABLE and not able & FAVOURABLE
            count["wanted"] += bool(able & FAVOURABLE)
            count["got"] += bool(able & FAVOURABLE) and said in FAVOURABLE
            hits = [] if verdict is None else cited(verdict)
            if hits and verdict is not None and said in DECIDED:
                SURE.append(
                    (verdict.evidence[0].confidence, any(a < hits[0][1] and hits[0][0] < b for a, b in row.spans))
                )
            count["answers"] += bool(row.spans)
            count["found"] += any(a < d and c < b for a, b in row.spans for c, d in hits)
            unanswered = not row.spans
            count["unanswered"] += unanswered
            count["rejected"] += unanswered and said in {"not_reported", "not_comparable", "unread"}
    share = {
        "accuracy": count["right"] / count["rows"],
        "false favour": count["false"] / count["rows"],
        "favourable right": 1 - count["false"] / max(count["called"], 1),
        "favourable found": count["got"] / max(count["wanted"], 1),
        "answers found": count["found"] / max(count["answers"], 1),
        "unanswered left so": count["rejected"] / max(count["unanswered"], 1),
    }
    print(f"{count['rows']} rows of {len(by_year)} places: " + ", ".join(f"{k} {v:.3f}" for k, v in share.items()))
    return share


def reliability() -> None:
    """Print how often the figure that decides was the right one, by the confidence of its pair."""
    for low, high in pairwise((0.0, 0.85, 0.9, 0.95, 1.01)):
        few = [right for sure, right in SURE if low <= sure < high]
        if few:
            print(f"pairs with a confidence of {low:.2f} to {min(high, 1.0):.2f}: {sum(few)} of {len(few)} right")


def show(rows: list[Row]) -> None:
    """Print rows with the text around them, to be read."""
    for number, row in enumerate(rows, 1):
        plan, report = corpus()[row.place, row.year].document.text, corpus()[row.place, row.year + 1].document.text
        print(f"[{number}] {row.place}{row.year} {row.said} | {around(plan, row.start, row.end)}")
        for start, end in row.spans:
            print(f"     => {around(report, start, end)}")


def around(text: str, start: int, end: int) -> str:
    """Give a place of a text with what stands around it."""
    return " ".join(f"{text[max(0, start - 34) : start]}【{text[start:end]}】{text[end : end + 12]}".split())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", type=int)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--name", default="new")
    parser.add_argument("--read", type=Path)
    parser.add_argument("--false-favour", type=float, default=1.0)
    parser.add_argument("--match", action="store_true")
    options = parser.parse_args()
    if options.match:
        MEANING["asked"] = embedded()
    if options.draw:
        writer = csv.DictWriter(sys.stdout, [field.name for field in fields(Row)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(each) for each in draw(options.name, options.draw, options.seed))
        return 0
    if options.read:
        show(checked(options.read))
        return 0
    rows = checked(CHECKED)
    for name in sorted({row.round for row in rows}):
        print(name, end=": ")
        judge([row for row in rows if row.round == name])
    SURE.clear()
    good = judge(rows)["false favour"] <= options.false_favour
    reliability()
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
