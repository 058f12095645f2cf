"""Read the corpus of work reports in one process and print how fast, beside one pass of a trivial digit scan.

``.venv/bin/python benchmarks/speed.py [--limit N] [--json]`` needs LANTU_SHARED and the extra ``data`` (pyarrow).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from pyarrow import parquet

from lantu.documents import read_text
from lantu.model import InputError
from lantu.statements import Setting, read_statements

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("LANTU_SHARED") or ROOT.parent / "shared")
DIGITS = re.compile(r"[0-9]+")


def texts() -> Iterator[str]:
    """Give the texts one after another; only a few are in memory at a time."""
    file = parquet.ParquetFile(SHARED / "corpus" / "work_reports.parquet")
    for batch in file.iter_batches(batch_size=16, columns=["text"]):
        yield from batch.column(0).to_pylist()


def resident() -> float:
    """Give the memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Read everything once; print reports, statements, speed, ratio and memory."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--limit", type=int, help="read only so many reports")
    words.add_argument("--json", action="store_true")
    asked = words.parse_args()
    reports = statements = refused = size = 0
    scanning = reading = 0.0
    memory: list[float] = []
    for text in texts():
        if reports == asked.limit:
            break
        reports += 1
        size += len(text.encode())
        began = time.process_time()
        sum(1 for _ in DIGITS.finditer(text))
        middle = time.process_time()
        try:
            found = read_statements(read_text(text), Setting())
            statements += len(found.commitments) + len(found.acts) + len(found.observations)
        except InputError:
            refused += 1
        scanning += middle - began
        reading += time.process_time() - middle
        memory.append(resident())
    quarter = max(memory[: len(memory) // 4 or 1])
    figures = {
        "reports": reports,
        "refused": refused,
        "statements": statements,
        "megabytes": round(size / 1e6, 1),
        "seconds": round(reading, 1),
        "megabytes_a_second": round(size / 1e6 / reading, 3),
        "ratio": round(reading / scanning, 1),
        "memory_megabytes": round(max(memory), 1),
        "memory_growth": round(max(memory) / quarter, 3),
    }
    sys.stdout.write(json.dumps(figures) + "\n" if asked.json else "".join(f"{k:20} {v}\n" for k, v in figures.items()))


if __name__ == "__main__":
    main()
