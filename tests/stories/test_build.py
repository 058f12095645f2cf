"""A plan folder from ``new`` to a published, explained verdict; twice the same bytes; killed at any moment."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import random
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from lantu.ledger import verify

from .conftest import LANTU, CommandLine

DAY = "2025-01-31"


def test_a_new_plan_folder_builds_as_it_is(lantu: CommandLine, my_plan: Path) -> None:
    run = lantu("build", "my-plan", "--on", DAY)

    assert run.status == 0, run.err
    assert (my_plan / "site" / "index.html").is_file()
    assert run.out == ""


def test_settle_prints_what_build_publishes(lantu: CommandLine, my_plan: Path) -> None:
    lantu("build", "my-plan", "--on", DAY)

    rows = [json.loads(line) for line in lantu("settle", "my-plan", "--on", DAY).out.splitlines()]

    with sqlite3.connect(my_plan / "ledger.sqlite") as book:
        kept = dict(book.execute("SELECT commitment, verdict FROM verdict"))
    assert {row["commitment"]["id"]: row["verdict"] for row in rows} == kept
    assert len(rows) >= 5


def test_every_quote_of_a_build_re_slices(lantu: CommandLine, my_plan: Path) -> None:
    rows = [json.loads(line) for line in lantu("settle", "my-plan", "--on", DAY).out.splitlines()]
    statements = [one for row in rows for one in (row["commitment"], *row["evidence"])]

    texts = {
        name: (my_plan / "documents" / name).read_text("utf-8") for name in {one["document"] for one in statements}
    }

    assert [one["quote"] for one in statements] == [
        texts[one["document"]][one["start"] : one["end"]] for one in statements
    ]


def test_explain_shows_one_verdict_with_its_quote_and_arithmetic(lantu: CommandLine, my_plan: Path) -> None:
    lantu("build", "my-plan", "--on", DAY)
    rows = [json.loads(line) for line in lantu("settle", "my-plan", "--on", DAY).out.splitlines()]
    canteens = next(row for row in rows if row["commitment"]["quote"] == "45处")

    run = lantu("explain", canteens["commitment"]["id"][:6], "--ledger", "my-plan")

    assert run.status == 0
    assert "「到2025年,改造老旧住宅小区80个以上,建成社区食堂45处" in run.out
    assert "28处" in run.out
    assert canteens["working"][0] in run.out


def test_a_table_and_csv_show_the_same_commitments(lantu: CommandLine, my_plan: Path) -> None:
    table = lantu("settle", "my-plan", "--on", DAY, "--format", "table").out
    rows = list(csv.DictReader(io.StringIO(lantu("settle", "my-plan", "--on", DAY, "--format", "csv").out)))

    assert [row["commitment.quote"] for row in rows if row["commitment.quote"] not in table] == []


def test_a_reader_that_has_seen_enough_ends_a_command_in_silence(lantu: CommandLine, my_plan: Path) -> None:
    (lantu.folder / "long.txt").write_text("到2025年,建成社区食堂45处。\n\n" * 2000, encoding="utf-8")
    command = [LANTU, "read", "long.txt"]
    with subprocess.Popen(command, cwd=lantu.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as read:
        assert read.stdout is not None
        assert read.stderr is not None

        read.stdout.readline()
        read.stdout.close()

        assert (read.stderr.read(), read.wait()) == (b"", 0)


def test_a_document_that_is_not_published_yet_is_no_evidence(lantu: CommandLine, my_plan: Path) -> None:
    rows = [json.loads(line) for line in lantu("settle", "my-plan", "--on", "2025-01-19").out.splitlines()]

    assert [row["evidence"] for row in rows if row["evidence"]] == []


def test_two_builds_give_the_same_bytes(lantu: CommandLine, my_plan: Path) -> None:
    for name in ("one", "two"):
        words = ["--ledger", f"{name}.sqlite", "--site", name]
        assert lantu("build", "my-plan", "--on", DAY, *words).status == 0

    assert digest(lantu.folder / "one.sqlite") == digest(lantu.folder / "two.sqlite")
    assert digest(lantu.folder / "one") == digest(lantu.folder / "two")


def test_a_build_from_another_folder_gives_the_same_bytes(lantu: CommandLine, my_plan: Path) -> None:
    lantu("build", "my-plan", "--on", DAY)
    first = digest(my_plan / "ledger.sqlite"), digest(my_plan / "site")
    my_plan.rename(lantu.folder / "moved")
    (lantu.folder / "moved" / "ledger.sqlite").unlink()

    lantu("build", lantu.folder / "moved", "--on", DAY)

    assert (digest(lantu.folder / "moved" / "ledger.sqlite"), digest(lantu.folder / "moved" / "site")) == first


def test_a_judgement_survives_and_a_lost_one_is_told(lantu: CommandLine, my_plan: Path) -> None:
    [row, *_] = [json.loads(line) for line in lantu("settle", "my-plan", "--on", DAY).out.splitlines()]
    kept = {"decision": "override", "commitment": row["commitment"]["id"], "verdict": "missed"}
    lost = {"decision": "override", "commitment": "0" * 16, "verdict": "met"}
    who = {"by": "M. Reader", "when": "2025-01-30", "reason": "looked at it"}
    lines = [json.dumps(one | who) for one in (kept, lost)]
    (my_plan / "judgements.jsonl").write_text("\n".join(lines), encoding="utf-8")

    run = lantu("settle", "my-plan", "--on", DAY, "--issues")

    [after, *_] = [json.loads(line) for line in run.out.splitlines()]
    assert (after["override"], after["verdict"]) == ("missed", row["verdict"])
    assert "lost_judgement: the commitment 0000000000000000 is gone" in run.err


def test_a_killed_build_loses_nothing_that_was_committed(lantu: CommandLine, my_plan: Path) -> None:
    """Kill -9 at twenty moments spread over a build: the ledger opens, is whole, and holds the old or the new build."""
    began = time.monotonic()
    assert lantu("build", "my-plan", "--on", DAY).status == 0
    lasts = time.monotonic() - began
    old = verdicts(my_plan)
    lines = (
        '{"decision": "override", "commitment": "%s", "verdict": "missed", "by": "M", "when": "%s", "reason": "r"}\n'
    )
    moments = random.Random(20)
    for number in range(20):
        text = lines % (next(iter(old)), f"2025-01-{number + 1:02}")
        (my_plan / "judgements.jsonl").write_text(text, encoding="utf-8")
        build = subprocess.Popen([LANTU, "build", my_plan, "--on", DAY], stderr=subprocess.DEVNULL)
        time.sleep(lasts * moments.uniform(0.3, 1.0))
        os.kill(build.pid, signal.SIGKILL)
        build.wait()

        assert verify(my_plan / "ledger.sqlite").whole
        assert set(verdicts(my_plan)) == set(old)
        assert (my_plan / "site" / "index.html").is_file()

    assert lantu("build", "my-plan", "--on", DAY).status == 0
    assert not list(my_plan.glob(".site*"))


def verdicts(folder: Path) -> dict[str, str]:
    with sqlite3.connect(folder / "ledger.sqlite") as book:
        return dict(book.execute("SELECT commitment, computed FROM verdict ORDER BY 1"))


def digest(path: Path) -> dict[str, str]:
    files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
    base = path.parent if path.is_file() else path
    return {
        "" if path.is_file() else str(one.relative_to(base)): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in files
    }


@pytest.mark.shared
def test_the_real_plan_settles(lantu: CommandLine, shared: Path) -> None:
    plan = Path(__file__).resolve().parents[2] / "plans" / "zibo-2022"
    words = ["--documents", shared / "documents" / "zibo", "--on", "2022-12-02"]

    build = lantu("build", plan, *words, "--ledger", "book.sqlite", "--site", "site")
    rows = [json.loads(line) for line in lantu("settle", plan, *words, "--format", "jsonl").out.splitlines()]

    assert build.status == 0, build.err
    assert lantu("verify", "book.sqlite").status == 0
    assert {row["commitment"]["document"] for row in rows} == {"plan-2022-01-21.txt", "work-report-2022.md"}
    cited = {one["document"] for row in rows for one in row["evidence"] if one["comparability"] != "not_comparable"}
    assert cited == {"release-2022-12-02.txt"}
