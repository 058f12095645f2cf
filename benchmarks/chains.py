"""Follow the promises of five places over the years and print how many of the drawn links are right.

    LANTU_SHARED=../shared .venv/bin/python benchmarks/chains.py [--least 0.95] [--draw 100 --seed 7] [--read]

A link joins a promise to the figure of the next report that decides it (``answered``), or to the promise of the next
plan that says it again (``again``). ``chains_checked.csv`` holds links drawn at random and read by a person against
both texts: ids, offsets and marks, no sentences. Printed is the share that was right of those links that are still
made; a checked link that is no longer made is counted apart. ``--draw`` writes newly drawn links to standard output
with empty marks; ``--read`` prints the texts around the links of the file, to be read.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from lantu.pipeline import Link, YearlyReport, follow
from lantu.pipeline.yearly import reports_of_corpus

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("LANTU_SHARED") or ROOT.parent / "shared")
CORPUS = SHARED / "corpus" / "work_reports.parquet"
CHECKED = ROOT / "benchmarks" / "chains_checked.csv"
PLACES = ("哈尔滨市", "泉州市", "昆明市", "湖南省", "石家庄市")
FIRST, LAST = 2004, 2026
DECIDED = {"met", "exceeded", "met_to_date", "missed", "partly_met", "reversed"}


@dataclass(frozen=True)
class Drawn:
    """A link as it is checked: two places in two documents, and the mark."""

    place: str
    year: int
    kind: str
    document_id: str
    start: int
    end: int
    other_id: str
    other_start: int
    other_end: int
    mark: str = ""
    why: str = ""

    @property
    def key(self) -> tuple[str, int, str, int, int, int, int]:
        """Give what makes two draws the same link."""
        return self.place, self.year, self.kind, self.start, self.end, self.other_start, self.other_end


def reports(place: str) -> list[YearlyReport]:
    """Give the yearly reports of a place."""
    return [one for one in reports_of_corpus(CORPUS, place) if FIRST <= one.year <= LAST]


def drawn(link: Link) -> Iterator[Drawn]:
    """Give the links that a promise has: to the figure that decides it, and to the promise that repeats it."""
    here = link.commitment.span
    known = (here.document, here.start, here.end)
    if str(link.verdict.kind) in DECIDED and link.verdict.evidence:
        there = link.verdict.evidence[0].observation.span
        yield Drawn(str(link.place), link.year, "answered", *known, there.document, there.start, there.end)
    if link.again is not None:
        there = link.again.later.span
        yield Drawn(str(link.place), link.year, "again", *known, there.document, there.start, there.end)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--least", type=float, default=0.0)
    parser.add_argument("--draw", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--read", action="store_true")
    options = parser.parse_args()
    texts: dict[str, str] = {}
    made: list[Drawn] = []
    for place in PLACES:
        of_place = reports(place)
        texts |= {one.document.id: one.document.text for one in of_place}
        links = list(follow(of_place, place=place))
        kept = [each for link in links for each in drawn(link)]
        answered, carried = sum(each.kind == "answered" for each in kept), sum(link.carried_over for link in links)
        print(
            f"{place}: {len(of_place)} reports, {len(links)} promises, {answered} answered, "
            f"{len(kept) - answered} promised again, {carried} carried over",
            file=sys.stderr,
        )
        made += kept
    if options.draw:
        write(random.Random(options.seed).sample(made, options.draw))  # noqa: S311 - a draw to be read
        return 0
    checked = read_checked()
    if options.read:
        for number, each in enumerate(checked, 1):
            print(number, each.place, each.year, each.kind, each.mark)
            print("   ", around(texts[each.document_id], each.start, each.end))
            print("   ", around(texts[each.other_id], each.other_start, each.other_end))
        return 0
    return 0 if precision(checked, made) >= options.least else 1


def precision(checked: list[Drawn], made: list[Drawn]) -> float:
    """Print and give the share of the checked links still made that are right."""
    still = {each.key for each in made}
    kept = [each for each in checked if each.key in still]
    for kind in ("answered", "again"):
        few = [each for each in kept if each.kind == kind]
        print(f"{kind:10s} {sum(each.mark == 'right' for each in few)} of {len(few)} right")
    right = sum(each.mark == "right" for each in kept) / len(kept) if kept else 0.0
    print(f"links      {len(made)} made, {len(checked)} checked, {len(checked) - len(kept)} of these no longer made")
    print(f"precision  {right:.3f}")
    return right


def around(text: str, start: int, end: int) -> str:
    """Give a place of a text with what stands around it."""
    shown = f"{text[max(0, start - 46) : start]}【{text[start:end]}】{text[end : end + 16]}"
    return " ".join(shown.split())


def write(found: list[Drawn]) -> None:
    """Write links as CSV, in the order of the places and years."""
    writer = csv.DictWriter(sys.stdout, [field.name for field in fields(Drawn)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(each) for each in sorted(found, key=lambda one: one.key))


def read_checked() -> list[Drawn]:
    """Read the checked links."""
    with CHECKED.open(encoding="utf-8", newline="") as file:
        return [
            Drawn(**{name: int(value) if name in WHOLE else value for name, value in row.items()})
            for row in csv.DictReader(file)
        ]


WHOLE = {"year", "start", "end", "other_start", "other_end"}

if __name__ == "__main__":
    raise SystemExit(main())
