"""Read the corpus of work reports in one process and print how fast, beside one pass of a trivial digit scan.

``.venv/bin/python benchmarks/speed.py [--limit N] [--json]`` needs LANTU_SHARED and the extra ``data`` (pyarrow).
With ``--growth 64`` one document of 1, 2, 4 … 64 MB is read instead, and the cost of a megabyte is printed beside that
of the smallest one (1.0 is linear); with ``--cold`` the time of one ``lantu read`` of a page, from nothing to its end.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
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


def growth(largest: int) -> None:
    """Read one document of 1, 2, 4 … megabytes, made of the corpus, and print what a megabyte costs."""
    parts, first, size = texts(), 0.0, 1
    whole, held = "", 0
    while size <= largest:
        while held < size * 1_000_000:
            part = next(parts) + "\n\n"
            whole, held = whole + part, held + len(part.encode())
        began = time.process_time()
        read_statements(read_text(whole), Setting())
        cost = (time.process_time() - began) / (held / 1e6)
        first = first or cost
        sys.stdout.write(f"{held / 1e6:6.1f} MB  {1 / cost:6.2f} MB/s  cost of a MB {cost / first:5.2f}\n")
        size *= 2


def cold(asked: bool, runs: int = 5) -> None:
    """Print how long ``lantu read`` takes on one page, processor and wall clock, the best of several runs."""
    if not asked:
        return
    command = [Path(sys.executable).parent / "lantu", "read", "--format", "jsonl"]
    page = SHARED / "documents" / "zibo" / "plan-2022-01-21.txt"
    took: list[tuple[float, float]] = []
    for _ in range(runs):
        before, began = os.times(), time.perf_counter()
        subprocess.run([*command, page], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        after = os.times()
        used = after.children_user + after.children_system - before.children_user - before.children_system
        took.append((used, time.perf_counter() - began))
    sys.stdout.write(f"cold start: {min(took)[0]:.2f} s of processor, {min(wall for _, wall in took):.2f} s of time\n")


def main() -> None:
    """Read everything once; print reports, statements, speed, ratio and memory."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--limit", type=int, help="read only so many reports")
    words.add_argument("--json", action="store_true")
    words.add_argument("--growth", type=int, metavar="MB", help="double one document up to so many megabytes")
    words.add_argument("--cold", action="store_true", help="time the command on one page")
    asked = words.parse_args()
    if asked.growth or asked.cold:
        growth(asked.growth or 0)
        cold(asked.cold)
        return
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
