"""Settle the gold pairs and Zibo through the real chain, print the figures, and fail below floors.

``.venv/bin/python benchmarks/settle.py [--found 0.9 --accuracy 0.6 --false-favour 0.03 --favourable 0.5 --zibo 40]``
reads the documents of LANTU_SHARED (default ../shared), settles them, and lets the official scorers there judge.
``--losses`` prints what they list; ``--curve`` prints accuracy against the share answered; ``--cost N M`` settles N
made-up commitments against M observations and prints seconds and growth instead.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lantu.documents import read_text
from lantu.model import Basis, Commitment, Comparator, Observation, PassageKind, Period, Quantity, Role, Source, Span
from lantu.pipeline import settle_files, settle_plan
from lantu.pipeline.meaning import embedded
from lantu.plans import plan_from
from lantu.verdicts import Meaning, settle

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("LANTU_SHARED") or ROOT.parent / "shared").resolve()
PAIRS = {"s0": date(2022, 3, 26), "s1": date(2022, 1, 23), "s2": date(2023, 1, 12)}
ZIBO = (date(2022, 12, 2), date(2022, 12, 28))
FAVOURABLE = {"met", "exceeded", "met_to_date"}
SAME = {
    "met_to_date": "met",
    "silent": "not_reported",
    "behind": "partly_met",
    "on_track": "partly_met",
    "ahead": "partly_met",
    "not_started": "missed",
    "reversed": "missed",
    "not_due": "not_reported",
    "undetermined": "not_comparable",
    "contested": "not_comparable",
}
Row = dict[str, Any]


def scored(tool: str, *words: str | Path, losses: bool) -> dict[str, Any]:
    """Run a scorer and give its figures; its list of losses goes to the terminal."""
    command = [sys.executable, str(SHARED / "tools" / tool), *map(str, words)]
    if losses:
        print(subprocess.run([*command, "--losses"], capture_output=True, text=True, check=True).stdout)
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def pairs(folder: Path, meaning: Meaning | None = None) -> Path:
    """Settle the pairs of consecutive reports into one file of records."""
    documents = SHARED / "documents" / "settle"
    out = folder / "pairs.jsonl"
    with out.open("w", encoding="utf-8") as file:
        for pair, on in PAIRS.items():
            settled = settle_files(
                documents / f"{pair}_plan.md", [documents / f"{pair}_report.md"], on=on, meaning=meaning
            )
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in settled.verdict_records())
    return out


ABSTAINED = {"not_reported", "not_comparable"}


def without_headings(text: str) -> str:
    """Give a document with every heading after its title blanked; offsets stay."""
    for start, end in headings(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def with_swapped_headings(text: str) -> str:
    """Give a document whose headings stand in the reverse order."""
    places = headings(text)
    words = [text[start:end] for start, end in places]
    for (start, end), word in zip(reversed(places), words, strict=True):
        text = text[:start] + word + text[end:]
    return text


def headings(text: str) -> list[tuple[int, int]]:
    """Give the places of the headings of sections in a text, without its title."""
    found = [one for one in read_text(text).passages if one.kind is PassageKind.HEADING and one.level > 1]
    return [(one.pieces[0][0], one.pieces[-1][1]) for one in found]


def by_promise(targets: Path, report: Path, on: date) -> dict[tuple[str, str, int], str]:
    """Give the folded verdicts by what each promise says; the places may move."""
    settled = settle_files(targets, [report], on=on)
    found: dict[tuple[str, str, int], str] = {}
    kinds = {each.commitment: str(each.kind) for each in settled.verdicts}
    count: Counter[tuple[str, str]] = Counter()
    for one in settled.commitments:
        key = one.indicator, str(one.quantity)
        found[(*key, count[key])] = SAME.get(kinds[one.id], kinds[one.id])
        count[key] += 1
    return found


def unsettled_by_headings(folder: Path) -> tuple[int, int]:
    """Give how many verdicts turned into another that is no abstention when headings went or moved, and how many held.

    An abstention may stay one; a verdict may turn into an abstention, or its promise may no longer be read.
    """
    documents, turned, held = SHARED / "documents" / "settle", 0, 0
    for pair, on in PAIRS.items():
        plan, report = documents / f"{pair}_plan.md", documents / f"{pair}_report.md"
        before = by_promise(plan, report, on)
        for change in (without_headings, with_swapped_headings):
            moved = [folder / f"{pair}_{change.__name__}_{one.name}" for one in (plan, report)]
            for source, target in zip((plan, report), moved, strict=True):
                target.write_text(change(source.read_text(encoding="utf-8")), encoding="utf-8")
            for targets, told in ((plan, moved[1]), (moved[0], report), (moved[0], moved[1])):
                after = by_promise(targets, told, on)
                for key in before.keys() & after.keys():
                    other = before[key] != after[key] and after[key] not in ABSTAINED
                    turned, held = turned + other, held + (before[key] == after[key])
    return turned, held


def zibo(folder: Path, on: date) -> Path:
    """Settle the plan folder of Zibo for a day into a file of records; look-ups and judgements are empty."""
    plan = plan_from(ROOT / "plans" / "zibo-2022")
    settled = settle_plan(plan, documents=SHARED / "documents" / "zibo", on=on)
    out = folder / f"zibo-{on}.jsonl"
    out.write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in settled.verdict_records()), encoding="utf-8"
    )
    return out


def rows(path: Path) -> list[Row]:
    """Read a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def matched(gold: Iterable[Row], said: Iterable[Row]) -> list[tuple[Row, Row | None]]:
    """Give each gold line with the verdict on the commitment that stands at its place."""
    by_pair: dict[str, list[Row]] = {}
    for row in said:
        by_pair.setdefault(Path(row["commitment"]["document"]).stem.removesuffix("_plan"), []).append(row)

    def at(line: Row) -> Row | None:
        here = by_pair.get(line["pair"], [])
        ends = line["target_start"], line["target_end"]
        found = (v for v in here if v["commitment"]["start"] < ends[1] and ends[0] < v["commitment"]["end"])
        return next(found, None)

    return [(line, at(line)) for line in gold]


def favourable_share(found: list[tuple[Row, Row | None]]) -> float:
    """Give the share of favourable gold lines that are called favourable: silence must not pass for judgement."""
    wanted = [verdict for line, verdict in found if line["verdict"] in FAVOURABLE]
    return sum(verdict is not None and verdict["verdict"] in FAVOURABLE for verdict in wanted) / len(wanted)


def curve(found: list[tuple[Row, Row | None]]) -> list[tuple[float, float]]:
    """Give verdict accuracy against the share answered, the surest first.

    Abstentions (undetermined, unread) are the least sure; a verdict without evidence counts as sure as the search.
    """
    scored_lines = []
    for line, verdict in found:
        kind = None if verdict is None else verdict["verdict"]
        best = max((each["confidence"] for each in verdict["evidence"]), default=0.9) if verdict else 0.0
        sure = 0.0 if kind in (None, "undetermined", "contested") else best
        scored_lines.append((sure, SAME.get(kind or "", kind) in line["verdicts"]))
    scored_lines.sort(key=lambda pair: -pair[0])
    points = []
    for share in (0.3, 0.5, 0.7, 0.8, 0.9, 1.0):
        kept = scored_lines[: round(share * len(scored_lines))]
        points.append((share, sum(right for _, right in kept) / len(kept)))
    return points


def made_up(commitments: int, observations: int) -> tuple[list[Commitment], list[Observation], list[Source]]:
    """Make promises and figures whose wordings overlap as those of many places do."""
    syllables = "江湖河海山林田园街巷村镇桥路站场馆院校库厂矿港湾渠坝塔亭台楼阁苑圃仓棚厅堂"
    verbs = ("新建", "改造", "完成", "新增", "提升")
    year = Period.year(2022)

    def indicator(seed: int) -> str:
        first, rest = seed % len(syllables), seed // len(syllables)
        second, third = rest % len(syllables), (rest // len(syllables)) % len(syllables)
        return f"{verbs[seed % 5]}{syllables[first]}{syllables[second]}{syllables[third]}服务点"

    def fields(document: str, seed: int, value: int) -> dict[str, Any]:
        return {
            "span": Span(document, seed * 50, seed * 50 + 5),
            "sentence": Span(document, seed * 50, seed * 50 + 20),
            "indicator": indicator(seed * 7919),
            "quantity": Quantity(Decimal(value), "处"),
            "comparator": Comparator.EXACTLY,
            "basis": Basis.INCREMENT,
            "period": year,
        }

    plan, report = "a" * 64, "b" * 64
    promised = [Commitment(**fields(plan, seed, 100)) for seed in range(commitments)]
    told = [Observation(**fields(report, seed, 80 + seed % 60)) for seed in range(observations)]
    source = Source(
        document=report,
        name="report",
        title="report",
        roles=frozenset({Role.REPORT}),
        published=date(2023, 1, 10),
        covers=year,
    )
    return promised, told, [source]


def cost(commitments: int, observations: int) -> None:
    """Print seconds at a sixteenth, a quarter and the whole of the size, and the growth between them."""
    before = None
    for part in (16, 4, 1):
        promised, told, sources = made_up(commitments // part, observations // part)
        begin = time.perf_counter()
        settle(promised, told, on=date(2023, 2, 1), sources=sources)
        seconds = time.perf_counter() - begin
        growth = "" if before is None else f"  {seconds / before:.1f} times the time for 4 times the size"
        print(f"{len(promised):>7} commitments x {len(told):>7} observations: {seconds:6.1f} s{growth}")
        before = seconds
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024:.2f} GB")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--found", type=float, default=0.0)
    parser.add_argument("--accuracy", type=float, default=0.0)
    parser.add_argument("--false-favour", type=float, default=1.0)
    parser.add_argument("--evidence", type=float, default=0.0)
    parser.add_argument("--favourable", type=float, default=0.0)
    parser.add_argument("--traps", type=int, default=10**6)
    parser.add_argument("--zibo", type=int, default=0, help="rows right on the first day")
    parser.add_argument("--zibo-later", type=int, default=0, help="rows right on the second day")
    parser.add_argument("--losses", action="store_true")
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--match", action="store_true", help="print what the embedding of the extra match changes")
    parser.add_argument("--headings", action="store_true", help="settle without headings and with headings swapped")
    parser.add_argument("--cost", type=int, nargs=2, metavar=("N", "M"))
    return parser.parse_args()


def main() -> int:
    options = parsed()
    if options.cost:
        cost(*options.cost)
        return 0
    gold_file = SHARED / "gold" / "settle" / "pairs.jsonl"
    gold_zibo = SHARED / "gold" / "zibo" / "settlement-2022.csv"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        said = pairs(folder)
        figures = scored("score_settlement.py", gold_file, SHARED / "documents" / "settle", said, losses=options.losses)
        found = matched(rows(gold_file), rows(said))
        towns = [
            scored(
                "score_zibo.py",
                gold_zibo,
                SHARED / "documents" / "zibo",
                zibo(folder, on),
                "--on",
                str(on),
                losses=options.losses,
            )
            for on in ZIBO
        ]
    figures["favourable_called_favourable"] = favourable_share(found)
    for key, value in figures.items():
        print(f"{key:30s} {value:.3f}" if isinstance(value, float) else f"{key:30s} {value}")
    for on, town in zip(ZIBO, towns, strict=True):
        print(f"zibo {on}                {town['right']} of {town['rows']} right, false favour {town['false_favour']}")
    if options.match:
        with tempfile.TemporaryDirectory() as name:
            said = pairs(Path(name), embedded())
            near = scored("score_settlement.py", gold_file, SHARED / "documents" / "settle", said, losses=False)
            near["favourable_called_favourable"] = favourable_share(matched(rows(gold_file), rows(said)))
        for key in ("verdict_accuracy", "false_favour", "evidence_recall", "favourable_called_favourable"):
            print(f"with the embedding: {key:30s} {near[key]:.3f} ({near[key] - figures[key]:+.3f})")
    if options.headings:
        with tempfile.TemporaryDirectory() as name:
            turned, held = unsettled_by_headings(Path(name))
        print(
            f"headings removed or swapped     {turned} verdicts turned into another that is no abstention, {held} held"
        )
    if options.curve:
        for share, right in curve(found):
            print(f"answered {share:.0%}: accuracy {right:.3f}")
    holds = [
        figures["found"] >= options.found,
        figures["verdict_accuracy"] >= options.accuracy,
        figures["false_favour"] <= options.false_favour,
        (figures["evidence_recall"] or 0.0) >= options.evidence,
        figures["traps_taken"] <= options.traps,
        figures["favourable_called_favourable"] >= options.favourable,
        towns[0]["right"] >= options.zibo,
        towns[1]["right"] >= options.zibo_later,
        all(town["false_favour"] == 0 for town in towns) or options.zibo == 0,
    ]
    return 0 if all(holds) else 1


if __name__ == "__main__":
    raise SystemExit(main())
