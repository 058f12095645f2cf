"""Print how well statements are read, by the marked gold: all of it, and its even and odd documents apart.

    LANTU_SHARED=../shared python benchmarks/read.py [--floor zibo=0.98/0.93] [--floor dev=0.97/0.90] [--losses]

The reading is written as the contract's lines and scored by the official scorer in LANTU_SHARED/tools, so the figures
are the ones that others see. Then, for some thresholds of confidence, how many of the statements are at or above it
and how many of those are strictly right. Exits with 1 where a figure (F1/strict F1) is below its floor.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lantu.documents import read_file
from lantu.model.records import statement_record
from lantu.statements import read_statements

SHARED = Path(os.environ.get("LANTU_SHARED", "../shared"))
SHOWN = ("gold", "predicted", "precision", "recall", "f1", "strict_f1", "kind", "value", "unit", "comparator", "basis")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--floor", action="append", default=[], metavar="SET=F1/STRICT")
    parser.add_argument("--losses", action="store_true", help="name every statement that is wrong, missed or spurious")
    options = parser.parse_args()
    floors = dict(text.split("=", 1) for text in options.floor) or {"zibo": "0.95/0.85", "dev": "0.90/0.70"}
    failed = False
    for name in ("zibo", "dev"):
        figures = scored(name, losses=options.losses)
        least, strict = (float(part) for part in floors.get(name, "0/0").split("/"))
        failed |= figures["f1"] < least or figures["strict_f1"] < strict
    return 1 if failed else 0


def scored(name: str, *, losses: bool) -> dict[str, float]:
    """Read one gold set, print its figures and give them."""
    gold = (SHARED / "gold" / name / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    excerpts = SHARED / "gold" / name / "meta.json"
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "read.jsonl"
        write(predictions, sorted({json.loads(line)["doc"] for line in gold}), name)
        figures = score(gold, predictions, excerpts, Path(folder), losses=losses)
        show(name, figures)
        reliability(gold, predictions, excerpts, Path(folder))
        for rest, label in ((0, "even"), (1, "odd")) if name == "dev" else ():
            part = [line for line in gold if int(json.loads(line)["doc"][1:]) % 2 == rest]
            show(f"{name} {label}", score(part, predictions, excerpts, Path(folder), losses=False))
    return figures


def write(path: Path, documents: Iterable[str], name: str) -> None:
    """Write the contract's lines for the documents of a gold set."""
    with path.open("w", encoding="utf-8") as file:
        for document in documents:
            source = SHARED / "documents" / name / f"{document}.txt"
            text = read_file(source)
            found = read_statements(text)
            for statement in (*found.commitments, *found.observations):
                quote = statement.span.quote(text.text)
                record = statement_record(statement, document=str(source), quote=quote)
                file.write(json.dumps(record, ensure_ascii=False) + "\n")


def score(gold: list[str], predictions: Path, excerpts: Path, folder: Path, *, losses: bool) -> dict[str, Any]:
    """Run the official scorer."""
    marked = folder / "gold.jsonl"
    marked.write_text("\n".join(gold) + "\n", encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools" / "score_statements.py"), str(marked), str(predictions), "--json"]
    command += ["--excerpts", str(excerpts)] if excerpts.exists() else []
    command += ["--losses"] if losses else []
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    *lost, figures = done.stdout.splitlines()
    print("\n".join(lost), end="\n" if lost else "")
    result: dict[str, Any] = json.loads(figures)
    return result


def reliability(gold: list[str], predictions: Path, excerpts: Path, folder: Path) -> None:
    """Print, for each threshold of confidence, the share of statements above it and how many of them are right."""
    lines = predictions.read_text(encoding="utf-8").splitlines()
    everything = score(gold, predictions, excerpts, folder, losses=False)["predicted"]
    sure = folder / "sure.jsonl"
    for threshold in (0.95, 0.9, 0.8, 0.7):
        sure.write_text("".join(f"{x}\n" for x in lines if json.loads(x)["confidence"] >= threshold), encoding="utf-8")
        figures = score(gold, sure, excerpts, folder, losses=False)
        right = figures["strict_f1"] * (figures["gold"] + figures["predicted"]) / 2
        covered, precise = figures["predicted"] / everything, right / max(1, figures["predicted"])
        print(f"          confidence ≥ {threshold:.2f}: {covered:.1%} of the statements, {precise:.1%} of them right")


def show(name: str, figures: dict[str, Any]) -> None:
    """Print the figures of one set in one line."""
    print(f"{name:9s}", *(f"{key} {figures[key]:.3f}".replace(".000", "") for key in (*SHOWN, "deadline", "indicator")))


if __name__ == "__main__":
    sys.exit(main())
