"""Print how far the reader's confidence can be believed: a reliability table on the marked gold.

    LANTU_SHARED=../shared python benchmarks/calibration.py [--least 0.97] [--covers 0.80]

A statement counts as right where the official scorer's strict measure holds (kind, value, upper end, unit, comparator,
deadline and indicator); one that the gold does not know is wrong, one that the gold leaves unscored does not count.
Two confidences are shown: the one the reader gives, and the same put through a logistic curve (intercept and slope of
its log odds) that is fitted on all other documents and applied to the one left out. Where the curve does not separate
right from wrong better than the reader (``auc``), there is no reason to ship it. Exits with 1 where the statements with
a confidence of 0.9 or more are right less often than ``--least`` or are a smaller share than ``--covers``.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from lantu.documents import read_file
from lantu.model.records import statement_record
from lantu.statements import read_statements

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("LANTU_SHARED") or ROOT.parent / "shared")
BINS = (0.0, 0.7, 0.8, 0.9, 0.95, 1.01)
SURE = 0.9
STRICT = ("kind", "value", "upper", "unit", "comparator", "deadline", "indicator")
Line = dict[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True)
class Judged:
    """A statement of a gold document with the reader's confidence and whether it is strictly right."""

    document: str
    confidence: float
    right: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--least", type=float, default=0.97)
    parser.add_argument("--covers", type=float, default=0.80)
    options = parser.parse_args()
    scorer = load_scorer()
    judged = [one for name in ("zibo", "dev") for one in judge(name, scorer)]
    documents = sorted({one.document for one in judged})
    wrong = sum(not one.right for one in judged)
    print(f"{len(judged)} statements of {len(documents)} documents, {wrong} not strictly right")
    fitted = list(left_out(judged, documents))
    good = [show(name, found, options) for name, found in (("reader", judged), ("fitted, left out", fitted))]
    intercept, slope = fit(judged)
    print(f"curve on all documents: odds = exp({intercept:.3f} + {slope:.3f} · log odds of the reader)")
    return 0 if good[0] else 1


def load_scorer() -> ModuleType:
    """Load the official scorer, whose tables and measures are used."""
    spec = importlib.util.spec_from_file_location("score_statements", SHARED / "tools" / "score_statements.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{SHARED}/tools/score_statements.py: not found; set LANTU_SHARED")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def judge(name: str, scorer: ModuleType) -> Iterator[Judged]:
    """Read the documents of a gold set and judge every statement inside its excerpts."""
    folder = SHARED / "gold" / name
    gold = [json.loads(line) for line in (folder / "statements.jsonl").read_text("utf-8").splitlines() if line.strip()]
    meta = folder / "meta.json"
    excerpts = {one["id"]: one["excerpts"] for one in json.loads(meta.read_text("utf-8"))} if meta.exists() else None
    for document in sorted({line["doc"] for line in gold}):
        read = list(records(document, name, None if excerpts is None else excerpts.get(document, [])))
        marked = [line for line in gold if line["doc"] == document]
        yield from (Judged(document, line["confidence"], right) for line, right in matched(marked, read, scorer))


def records(document: str, name: str, excerpts: Sequence[Span] | None) -> Iterator[Line]:
    """Give the statements of a document that begin inside its excerpts, as the contract's records."""
    source = read_file(SHARED / "documents" / name / f"{document}.txt")
    found = read_statements(source)
    for one in (*found.commitments, *found.observations):
        if excerpts is None or any(start <= one.span.start < end for start, end in excerpts):
            yield statement_record(one, document=document, quote=one.span.quote(source.text))


def matched(gold: list[Line], read: list[Line], scorer: ModuleType) -> Iterator[tuple[Line, bool]]:
    """Pair gold and statements as the scorer does."""
    free = list(read)
    for line in gold:
        near = [one for one in free if one["start"] < line["end"] and line["start"] < one["end"]]
        if not near:
            continue
        one = max(near, key=lambda one: (scorer.close(one["value"], line["value"]), shared(one, line)))
        free.remove(one)
        if line.get("scored", True):
            yield one, strictly_right(line, one, scorer)
    yield from ((one, False) for one in free)


def shared(one: Line, line: Line) -> int:
    """Give how many characters both cover."""
    return int(min(one["end"], line["end"]) - max(one["start"], line["start"]))


def strictly_right(line: Line, one: Line, scorer: ModuleType) -> bool:
    """Tell whether a statement is right by the scorer's strict measure."""
    other = line.get("alt") or {}

    def any_of(key: str) -> list[Any]:
        return [line[key], *other.get(key, [])]

    def unit(word: str) -> str:
        return str(scorer.UNIT_ALIASES.get(word, word))

    ends = scorer.gold_years(line)
    yearly = one["recurrence"] == "yearly" and "yearly" in ends
    subjects = line.get("subjects") or any_of("subject")
    upper = line.get("upper")
    checks = {
        "kind": scorer.KIND[one["kind"]] in any_of("kind"),
        "value": any(scorer.close(one["value"], value) for value in any_of("value")),
        "upper": one["upper"] is None if upper is None else scorer.close(one["upper"], upper),
        "unit": unit(one["unit"]) in [unit(word) for word in any_of("unit")],
        "comparator": scorer.COMPARATOR[one["comparator"]] in any_of("comparator"),
        "deadline": yearly or (ends != ["yearly"] and scorer.year(one["period_end"]) in ends),
        "indicator": max(scorer.overlap(one["indicator"], subject) for subject in subjects) >= 0.6,
    }
    return all(checks[name] for name in STRICT)


def left_out(judged: list[Judged], documents: Iterable[str]) -> Iterator[Judged]:
    """Give every statement with the confidence of a curve fitted without its document."""
    for document in documents:
        intercept, slope = fit([one for one in judged if one.document != document])
        for one in judged:
            if one.document == document:
                yield Judged(document, share(intercept + slope * log_odds(one.confidence)), one.right)


def fit(judged: Sequence[Judged], steps: int = 50) -> tuple[float, float]:
    """Fit intercept and slope of a logistic curve by Newton's method; the slope is drawn weakly towards 1."""
    intercept, slope = 0.0, 1.0
    points = [(log_odds(one.confidence), float(one.right)) for one in judged]
    for _ in range(steps):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for x, y in points:
            p = share(intercept + slope * x)
            weight = max(p * (1 - p), 1e-9)
            g0, g1 = g0 + p - y, g1 + (p - y) * x
            h00, h01, h11 = h00 + weight, h01 + weight * x, h11 + weight * x * x
        g1, h11 = g1 + slope - 1.0, h11 + 1.0
        determinant = h00 * h11 - h01 * h01
        intercept -= (h11 * g0 - h01 * g1) / determinant
        slope -= (h00 * g1 - h01 * g0) / determinant
    return intercept, slope


def log_odds(confidence: float) -> float:
    """Give the log odds of a share, kept away from 0 and 1."""
    kept = min(max(confidence, 0.001), 0.999)
    return math.log(kept / (1 - kept))


def share(odds: float) -> float:
    """Give the share with these log odds."""
    return 1 / (1 + math.exp(-max(min(odds, 35.0), -35.0)))


def show(name: str, judged: Sequence[Judged], options: argparse.Namespace) -> bool:
    """Print the table of one confidence; tell whether it keeps its promise."""
    print(f"\n{name}: brier {mean(judged, lambda one: (one.confidence - one.right) ** 2):.4f}  auc {auc(judged):.3f}")
    print("  confidence     n   mean  right  at least")
    for low, high in pairwise(BINS):
        inside = [one for one in judged if low <= one.confidence < high]
        if inside:
            right = mean(inside, lambda one: one.right)
            print(
                f"  {low:.2f}–{min(high, 1.0):.2f} {len(inside):7d} {mean(inside, lambda one: one.confidence):6.3f}"
                f" {right:6.3f}  {wilson(right, len(inside)):8.3f}"
            )
    sure = [one for one in judged if one.confidence >= SURE]
    right, covers = mean(sure, lambda one: one.right), len(sure) / len(judged)
    print(f"  ≥ {SURE:.2f}: right {right:.3f}, covers {covers:.3f}")
    return right >= options.least and covers >= options.covers


def mean(judged: Sequence[Judged], measure: Callable[[Judged], float]) -> float:
    """Give the mean of a measure, 0 for none."""
    return sum(map(measure, judged)) / len(judged) if judged else 0.0


def auc(judged: Sequence[Judged]) -> float:
    """Give the chance that a right statement has the higher confidence than a wrong one."""
    right = [one.confidence for one in judged if one.right]
    wrong = [one.confidence for one in judged if not one.right]
    pairs = [(a > b) + (a == b) / 2 for a in right for b in wrong]
    return sum(pairs) / len(pairs) if pairs else 1.0


def wilson(right: float, n: int, z: float = 1.96) -> float:
    """Give the lower end of the 95 % interval of a share."""
    centre, spread = right + z * z / (2 * n), z * math.sqrt(right * (1 - right) / n + z * z / (4 * n * n))
    return (centre - spread) / (1 + z * z / n)


if __name__ == "__main__":
    sys.exit(main())
