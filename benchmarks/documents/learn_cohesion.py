"""Learn how Chinese characters hold together: writes ``src/lantu/documents/cohesion.txt``.

Run ``LANTU_SHARED=../shared python benchmarks/documents/learn_cohesion.py``. Of 2,187 government work reports
four in five are counted; over the rest it prints how well the table tells a sentence that was broken in two
from two texts that follow one another. The table holds weights of characters and of pairs, no text.
"""

from __future__ import annotations

import bisect
import math
import os
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pyarrow.parquet as pq

from lantu.documents.cohesion import Cohesion, normal

TARGET = Path(__file__).parents[2] / "src/lantu/documents/cohesion.txt"
ENDS = "。！？；：!?;:"
VOCABULARY = 4_000
NUMBERED = re.compile("0{1,3}[.、．]|[(（\\[]0")
HEADER = """\
# How Chinese characters hold together, as natural logarithms of odds rounded to whole numbers.
# Learnt by benchmarks/documents/learn_cohesion.py from counts over Chinese government work reports; holds no text.
# [pair]  a character, then after each weight the characters that follow it that much more often than by chance
# [end]   characters and pairs that stand that much oftener within a sentence than at its end
# [start] characters and pairs that stand that much oftener within a sentence than at the start of a paragraph
# Years are written YYYY, other digits 0, Latin letters a, punctuation full-width.
"""


def lines_of(text: str) -> Iterator[str]:
    """Give the lines of a report without front matter, marks and white space."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    for line in body.split("\n"):
        clean = normal(re.sub(r"^#+|[\s*]+", "", line))
        if clean:
            yield clean


class Counts:
    """How often characters and pairs stand within sentences, at their ends and at the start of lines."""

    def __init__(self, reports: Iterable[str]) -> None:
        self.pairs: Counter[str] = Counter()
        self.ends: Counter[str] = Counter()
        self.starts: Counter[str] = Counter()
        for report in reports:
            for line in lines_of(report):
                if len(line) > 60 and line[-1] in "。！":
                    self.pairs.update(a + b for a, b in pairwise(line) if a not in ENDS + "，、,")
                self.ends[line.rstrip("。！？；：”）")[-2:]] += 1
                if not NUMBERED.match(line):
                    self.starts[line[:2]] += 1
        self.all = self.pairs.total()

    def table(self, *, least: int = 30, least_edge: int = 15) -> dict[str, dict[str, int]]:
        """Give the weights that are worth writing down."""
        before, after = _single(self.pairs, 0), _single(self.pairs, 1)
        pair = {}
        for key, count in self.pairs.items():
            chance = before[key[0]] * after[key[1]] / self.all
            weight = math.log((count + 2 * min(1.0, chance)) / (chance + 2))
            if count >= least and weight >= 1:
                pair[key] = min(9, round(weight))
        end = self._edge(before, self.ends, 1, least_edge)
        return {"pair": pair, "end": end, "start": self._edge(after, self.starts, 0, least_edge)}

    def _edge(self, inside: Counter[str], edge: Counter[str], at: int, least: int) -> dict[str, int]:
        single, total = _single(edge, at), edge.total()
        first = {
            c: math.log((inside[c] + 2) / (self.all + 2 * VOCABULARY))
            - math.log((single[c] + 2) / (total + 2 * VOCABULARY))
            for c in set(inside) | set(single)
        }
        weights = {c: round(w) for c, w in first.items() if inside[c] + single[c] >= 20}
        for key in {*(k for k, n in edge.items() if n >= least), *(k for k, n in self.pairs.items() if n > 40 * least)}:
            if len(key) != 2:
                continue
            scaled = edge[key] * self.all / total
            weight = math.log((self.pairs[key] + 5 * math.exp(first.get(key[at], 0.0))) / (scaled + 5))
            if abs(weight - weights.get(key[at], 0)) >= 0.8:
                weights[key] = round(weight)
        return weights


def _single(pairs: Counter[str], at: int) -> Counter[str]:
    singles: Counter[str] = Counter()
    for key, count in pairs.items():
        if len(key) == 2:
            singles[key[at]] += count
    return singles


def write(table: dict[str, dict[str, int]]) -> str:
    """Write the table as text: pairs by their first character, edges by their weight."""
    out = [HEADER, "[pair]\n"]
    by_first: dict[str, dict[int, str]] = {}
    for key in sorted(table["pair"]):
        weights = by_first.setdefault(key[0], {})
        weights[table["pair"][key]] = weights.get(table["pair"][key], "") + key[1]
    for first, weights in by_first.items():
        out.append(f"{first} " + " ".join(f"{w}{weights[w]}" for w in sorted(weights)) + "\n")
    for name in ("end", "start"):
        out.append(f"[{name}]\n")
        by_weight: dict[int, list[str]] = {}
        for key in sorted(table[name]):
            by_weight.setdefault(table[name][key], []).append(key)
        out.extend(f"{weight} {' '.join(keys)}\n" for weight, keys in sorted(by_weight.items()))
    return "".join(out)


def evaluate(reports: Iterable[str], cohesion: Cohesion) -> None:
    """Print recall of broken sentences and false alarms on neighbouring paragraphs, by threshold."""
    chance = random.Random(1)  # noqa: S311 - a repeatable sample
    broken: list[float] = []
    apart: list[float] = []
    for report in reports:
        lines = list(lines_of(report))
        for one, two in pairwise(lines):
            bare = one.rstrip("。！？；”）：")
            if len(bare) > 4 and len(two) > 30 and not NUMBERED.match(two):
                apart.append(cohesion.odds(bare, two))
            cut = chance.randrange(8, len(one) - 4) if len(one) > 80 else 0
            if cut and one[cut - 1] not in ENDS + "，、,”）》":
                broken.append(cohesion.odds(one[:cut], one[cut:]))
    broken.sort()
    apart.sort()
    print(f"{len(broken):,} broken sentences, {len(apart):,} neighbouring paragraphs")
    for threshold in (-4, -2, 0, 2, 4, 6):
        found = 1 - bisect.bisect_left(broken, threshold) / len(broken)
        wrong = 1 - bisect.bisect_left(apart, threshold) / len(apart)
        print(f"odds >= {threshold:+}: {found:.3f} of the broken found, {wrong:.3f} of the others wrongly")


def main() -> None:
    """Learn, write and evaluate."""
    shared = Path(os.environ.get("LANTU_SHARED", "../shared"))
    texts = pq.read_table(shared / "corpus/work_reports.parquet", columns=["text"])["text"].to_pylist()
    counts = Counts(text for i, text in enumerate(texts) if i % 5)
    TARGET.write_text(write(counts.table()), "utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")
    evaluate((text for i, text in enumerate(texts) if i % 5 == 0), Cohesion.load())


if __name__ == "__main__":
    main()
