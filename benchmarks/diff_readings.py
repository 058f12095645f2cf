"""Name what a change of the reading gains and loses on a fixed sample of the corpus.

    LANTU_SHARED=../shared python benchmarks/diff_readings.py --commit HEAD~1 [--documents 100] [--show 40]
    LANTU_SHARED=../shared python benchmarks/diff_readings.py --write before.jsonl
    LANTU_SHARED=../shared python benchmarks/diff_readings.py --against before.jsonl

``--commit`` reads the sample with the sources of that commit too (in a temporary work tree). Printed: statements
gained, lost and changed, each with its quote, what was read before and what is read now.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from lantu.documents import read_text
from lantu.model.records import statement_record
from lantu.statements import read_statements

SHARED = Path(os.environ.get("LANTU_SHARED", "../shared")).resolve()
FIELDS = ("kind", "value", "upper", "unit", "comparator", "basis", "direction", "period_end", "recurrence", "indicator")
Line = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commit", help="compare with the reading of this commit")
    parser.add_argument("--write", type=Path, help="write the reading of the sample to this file and stop")
    parser.add_argument("--against", type=Path, help="compare with a reading that --write wrote")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--show", type=int, default=40, help="how many of each to print")
    options = parser.parse_args()
    if options.write:
        lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in readings(options.documents))
        options.write.write_text("".join(lines), encoding="utf-8")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        before = options.against or read_commit(options.commit or "HEAD", Path(folder), options.documents)
        compare(load(before), {key(line): line for line in readings(options.documents)}, options.show)
    return 0


def readings(documents: int) -> Iterator[Line]:
    """Read the sample; one line a statement."""
    table = pq.read_table(SHARED / "corpus" / "work_reports.parquet", columns=["source_path", "text"])
    for row in sorted(random.Random(7).sample(range(table.num_rows), min(documents, table.num_rows))):  # noqa: S311
        name, text = table["source_path"][row].as_py(), table["text"][row].as_py()
        found = read_statements(read_text(text, name=name))
        for statement in (*found.commitments, *found.observations):
            start, end = statement.span.start, statement.span.end
            quote = f"{text[max(0, start - 30) : start]}⟦{text[start:end]}⟧{text[end : end + 15]}".replace("\n", " ")
            yield statement_record(statement, document=name, quote=quote)


def read_commit(commit: str, folder: Path, documents: int) -> Path:
    """Read the sample with the sources of a commit."""
    tree, out = folder / "tree", folder / "before.jsonl"
    subprocess.run(["git", "worktree", "add", "--detach", "--quiet", str(tree), commit], check=True)
    try:
        command = [sys.executable, __file__, "--write", str(out), "--documents", str(documents)]
        environment = os.environ | {"PYTHONPATH": str(tree / "src"), "LANTU_SHARED": str(SHARED)}
        subprocess.run(command, check=True, env=environment)
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", str(tree)], check=True)
    return out


def load(path: Path) -> dict[tuple[str, int], Line]:
    """Read what --write wrote."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return {key(line): line for line in lines}


def key(line: Line) -> tuple[str, int]:
    """Give the place of a statement; its end may move when it is read better."""
    return line["document"], line["start"]


def compare(before: dict[tuple[str, int], Line], after: dict[tuple[str, int], Line], show: int) -> None:
    """Print gains, losses and changes."""
    gained, lost = [after[k] for k in after if k not in before], [before[k] for k in before if k not in after]
    changed = [
        (before[k], after[k]) for k in after if k in before and any(before[k].get(f) != after[k].get(f) for f in FIELDS)
    ]
    print(f"before {len(before)}  after {len(after)}  gains {len(gained)}  losses {len(lost)}  changes {len(changed)}")
    for sign, lines in (("+", gained), ("-", lost)):
        for line in random.Random(1).sample(lines, min(show, len(lines))):  # noqa: S311
            print(f"{sign} {line['quote']} | {line['indicator']} | {line['kind']} {line['period_end']}")
    for old, new in random.Random(1).sample(changed, min(show, len(changed))):  # noqa: S311
        fields = ", ".join(f"{f}: {old.get(f)} → {new.get(f)}" for f in FIELDS if old.get(f) != new.get(f))
        print(f"~ {new['quote']} | {fields}")


if __name__ == "__main__":
    sys.exit(main())
