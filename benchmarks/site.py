# ruff: noqa: A005 - run as a program, never imported
"""How long the site of a large plan takes, and how large its pages are.

Usage: python benchmarks/site.py [--commitments 10000] [--keep DIR]
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import tempfile
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

from lantu.ledger import Entry, Ledger, build_entry, passage_entry, plan_entry, source_entry, statement_entry
from lantu.ledger import verdict_entry as settled_entry
from lantu.model import (
    Basis,
    Commitment,
    Comparability,
    Comparator,
    Evidence,
    Grade,
    Licence,
    Line,
    Observation,
    Passage,
    PassageKind,
    Period,
    Quantity,
    Role,
    Source,
    Span,
    Statement,
    Verdict,
    VerdictKind,
    document_id,
)
from lantu.model.records import Record, evidence_record, statement_record, verdict_record
from lantu.publication import publish

ON = date(2025, 5, 20)
KINDS = [kind for kind in VerdictKind if kind != VerdictKind.UNTESTABLE]
THEMES = [f"领域{number}" for number in range(1, 9)]
PARAGRAPH = 40


def document(
    name: str, count: int, pattern: str, role: Role
) -> tuple[Source, str, list[Passage], list[tuple[Span, Span]]]:
    """Give a document of ``count`` clauses, forty a paragraph, with the spans of each quantity and clause."""
    clauses = [pattern.format(number=number + 1) for number in range(count)]
    text = "\n\n".join("".join(clauses[at : at + PARAGRAPH]) for at in range(0, count, PARAGRAPH))
    key, passages, spans, offset = document_id(text), [], [], 0
    for at in range(0, count, PARAGRAPH):
        start = offset
        for clause in clauses[at : at + PARAGRAPH]:
            figure = clause.index("数") + 1
            spans.append(
                (Span(key, offset + figure, offset + len(clause) - 1), Span(key, offset, offset + len(clause) - 1))
            )
            offset += len(clause)
        passages.append(Passage(PassageKind.BODY, text[start:offset], ((start, offset),)))
        offset += 2
    source = Source(document=key, name=name, title=name, roles=frozenset({role}), published=ON, licence=Licence.OPEN)
    return source, text, passages, spans


def ledger(path: Path, count: int, *, changed: bool = False) -> None:
    """Write a ledger with ``count`` commitments, each with one piece of evidence; ``changed`` alters one verdict."""
    plan = document("plan.txt", count, "新建第{number}号便民设施总数{number}处以上；", Role.PLAN)
    report = document("report.txt", count, "第{number}号便民设施已建成总数{number}处；", Role.REPORT)
    entries: list[Entry] = [
        plan_entry(
            {"title": "大城万事计划", "themes": [{"id": f"t{n}", "name": name} for n, name in enumerate(THEMES)]}
        ),
        build_entry({"on": ON.isoformat(), "version": "0"}),
    ]
    for source, _, passages, _ in (plan, report):
        entries.append(source_entry(source))
        entries += [passage_entry(source.document, number, each) for number, each in enumerate(passages)]
    for number in range(count):
        entries += settled(number, plan, report, later=changed and number == 0)
    with Ledger.create_or_open(path) as book:
        book.append(entries, on=ON)


def settled(number: int, plan: tuple, report: tuple, *, later: bool = False) -> list[Entry]:  # type: ignore[type-arg]
    """Give the entries of one commitment with its verdict and evidence."""
    quantity = Quantity(Decimal(number + 1), "处")
    (span, clause), (own, told) = plan[3][number], report[3][number]
    promise = Commitment(
        span=span, sentence=clause, indicator=f"第{number + 1}号便民设施", quantity=quantity,
        comparator=Comparator.AT_LEAST, basis=Basis.INCREMENT, period=Period.years(2023, 2025),
        theme=THEMES[number % len(THEMES)],
    )  # fmt: skip
    result = Observation(
        span=own, sentence=told, indicator=f"第{number + 1}号便民设施", quantity=quantity,
        comparator=Comparator.EXACTLY, period=Period.years(2023, 2024),
    )  # fmt: skip
    verdict = Verdict(
        commitment=promise.id,
        kind=KINDS[(number + later) % len(KINDS)],
        on=ON,
        working=tuple(Line("attainment", f"{number} / {number + 1}", f"{number} / {number + 1}") for _ in range(3)),
        attainment=(Decimal("0.5"), Decimal("0.9")),
        expected=Decimal("0.8"),
        grade=Grade.E2,
        evidence=(Evidence(observation=result, comparability=Comparability.EXACT),),
        rules=("deadline", "attainment"),
    )
    records = record(promise, plan), record(result, report)
    row = evidence_record(verdict.evidence[0], document="report.txt", quote=own.quote(report[1]))
    return [
        *(statement_entry(each) for each in records),
        settled_entry(verdict_record(verdict, commitment=records[0], evidence=[row])),
    ]


def record(statement: Statement, document: tuple) -> Record:  # type: ignore[type-arg]
    """Give the record of a statement of a document."""
    return statement_record(statement, document=document[0].name, quote=statement.span.quote(document[1]))


def main() -> None:
    """Print the time, the memory and the size of the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commitments", type=int, default=10_000)
    parser.add_argument("--keep", type=Path, help="leave ledger and site here")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        ledger(folder / "ledger.sqlite", asked.commitments)
        report(folder / "site", asked.commitments, *written(folder))
        before = files_of(folder / "site")
        ledger(folder / "ledger.sqlite", asked.commitments, changed=True)
        took, worked = written(folder)
        after = files_of(folder / "site")
        print(f"after one changed verdict: {took:.1f} s, {worked:.1f} s of work")
        print(f"files written anew {sum(after[path] != before.get(path) for path in after)} of {len(after)}")


def written(folder: Path) -> tuple[float, float]:
    """Publish the ledger; give the seconds that passed and the seconds that all processors worked for it."""
    began, worked = time.perf_counter(), processors()
    with Ledger.open(folder / "ledger.sqlite") as book:
        publish(book, folder / "site")
    return time.perf_counter() - began, processors() - worked


def processors() -> float:
    """Give the seconds that this process and those that it waited for have worked."""
    return sum(os.times()[:4])


def files_of(site: Path) -> dict[str, int]:
    """Give which file lies at each path: a file that is kept keeps its number."""
    return {str(path.relative_to(site)): path.stat().st_ino for path in site.rglob("*") if path.is_file()}


def report(site: Path, count: int, took: float, worked: float) -> None:
    """Print what one build of the site cost."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sorted((len(gzip.compress(path.read_bytes())), path) for path in files if path.suffix == ".html")
    print(f"commitments        {count}")
    print(f"pages              {len(pages)}")
    print(f"seconds            {took:.1f}, {worked:.1f} of work  ({1000 * worked / len(pages):.2f} ms a page)")
    print(f"bytes              {sum(path.stat().st_size for path in files):,}")
    print(f"largest page, gzip {pages[-1][0]:,}  ({pages[-1][1].relative_to(site)})")
    own, others = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"peak memory        {own} MB, of the largest process beside it {others} MB")


if __name__ == "__main__":
    main()
