"""Bad input gets one clear line and exit status 2, never a traceback, and leaves the earlier ledger as it was."""

from __future__ import annotations

import hashlib
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import CommandLine, Run

DAY = "2025-01-31"


def assert_one_clear_line(run: Run, *words: str) -> None:
    assert (run.status, run.out) == (2, "")
    assert run.err.count("\n") == 1
    assert run.err.startswith("lantu: ")
    assert [word for word in words if word not in run.err] == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, ["no such file", "check the path"]),
        (b"", ["empty"]),
        (b" \n\n ", ["empty"]),
        (bytes(range(256)) * 64, ["text"]),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), []),
        (b"7" * 3_000_000, ["no words"]),
    ],
    ids=["missing", "empty", "blank", "bytes", "picture", "digits"],
)
@pytest.mark.parametrize("command", ["read", "text", "settle"])
def test_a_file_that_cannot_be_read(lantu: CommandLine, command: str, content: bytes | None, words: list[str]) -> None:
    if content is not None:
        (lantu.folder / "report.txt").write_bytes(content)
    more = (
        ["--targets", "report.txt", "--reports", "report.txt", "--on", DAY] if command == "settle" else ["report.txt"]
    )

    run = lantu(command, *more)

    assert_one_clear_line(run, "report.txt", *words)


def test_a_folder_is_no_file(lantu: CommandLine) -> None:
    assert_one_clear_line(lantu("read", "."), "directory")


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_are_read_alike(lantu: CommandLine, encoding: str) -> None:
    text = "# 安居计划(2023—2025年)\n\n到2025年,全市改造老旧住宅小区80个以上,新建社区食堂45处。\n"
    (lantu.folder / "plan.txt").write_bytes(text.encode(encoding))
    (lantu.folder / "utf8.txt").write_text(text, encoding="utf-8")

    run, plain = lantu("read", "plan.txt"), lantu("read", "utf8.txt")

    assert run.status == 0
    assert run.out.replace("plan.txt", "utf8.txt") == plain.out
    assert plain.out.count("\n") == 2


@pytest.mark.parametrize(
    "line",
    ["7" * 2_000_000, "7," * 1_000_000, "一" * 2_000_000, "7." * 1_000_000, "7万" * 600_000, "到2025年," * 200_000],
    ids=["digits", "commas", "numerals", "points", "units", "years"],
)
def test_a_line_without_end_takes_bounded_time(lantu: CommandLine, line: str) -> None:
    (lantu.folder / "plan.txt").write_text(f"建成社区食堂45处。{line}\n", encoding="utf-8")
    began = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime

    run = lantu("read", "plan.txt", timeout=600)

    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - began < 30  # of the processor, however busy it is
    assert run.status in (0, 2)
    assert "Traceback" not in run.err


@pytest.mark.parametrize(
    ("file", "printed", "instead", "words"),
    [
        ("plan.yaml", "title_en:", "titel_en:", ["plan.yaml:3", "unknown key 'titel_en'", "did you mean 'title_en'?"]),
        ("documents.yaml", "  covers:", "  cover:", ["documents.yaml:15", "did you mean 'covers'?"]),
        ("lookups.yaml", "units:", "unit:", ["lookups.yaml:2", "did you mean 'units'?"]),
        ("plan.yaml", "end: 2025-12-31", "end: 2022-12-31", ["plan.yaml", "ends before it begins"]),
        ("plan.yaml", "issued: 2023-01-16", "issued: 2027-01-16", ["issued 2027-01-16 after its horizon ends"]),
        ("documents.yaml", "end: 2024-12-31", "end: 2022-12-31", ["covers", "ends before it begins"]),
        ("documents.yaml", "published: 2025-01-20", "published: 2022-12-01", ["before what it covers begins"]),
        ("plan.yaml", "pack: default", "pack: no-such-pack", ["no-such-pack"]),
        ("judgements.jsonl", "", "{}\n", ["judgements.jsonl:1"]),
    ],
)
@pytest.mark.parametrize("command", ["build", "settle"])
def test_a_plan_folder_that_contradicts_itself(
    lantu: CommandLine, my_plan: Path, command: str, file: str, printed: str, instead: str, words: list[str]
) -> None:
    text = (my_plan / file).read_text(encoding="utf-8")
    assert printed in text
    (my_plan / file).write_text(text.replace(printed, instead, 1), encoding="utf-8")

    assert_one_clear_line(lantu(command, "my-plan", "--on", DAY), *words)


def without_commitments(folder: Path) -> None:
    path = folder / "documents" / "plan.txt"
    path.write_text("# 榆湾纪事\n\n今天天气晴朗,市民在公园散步。\n", encoding="utf-8")
    listing = folder / "documents.yaml"
    lines = listing.read_text(encoding="utf-8").splitlines()
    place = next(at for at, line in enumerate(lines) if line.startswith("  sha256"))
    lines[place] = f"  sha256: {hashlib.sha256(path.read_bytes()).hexdigest()}"
    listing.write_text("\n".join(lines), encoding="utf-8")


def with_another_text(folder: Path) -> None:
    with (folder / "documents" / "plan.txt").open("a", encoding="utf-8") as file:
        file.write("又及。\n")


def without_files(folder: Path) -> None:
    for path in (folder / "documents").iterdir():
        path.unlink()


def with_garbage(folder: Path) -> None:
    (folder / "plan.yaml").write_bytes(bytes(range(256)))


def without_documents(folder: Path) -> None:
    (folder / "documents.yaml").write_text("[]\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (without_commitments, ["plan.txt: no commitment was read"]),
        (with_another_text, ["plan.txt: its SHA-256 is", "documents.yaml lists"]),
        (without_files, ["no plan document could be read", "no such file"]),
        (with_garbage, ["plan.yaml: not UTF-8"]),
        (without_documents, ["documents.yaml: lists no document"]),
    ],
)
def test_an_earlier_ledger_and_site_stay_as_they_were(
    lantu: CommandLine, my_plan: Path, spoil: Callable[[Path], None], words: list[str]
) -> None:
    assert lantu("build", "my-plan", "--on", DAY).status == 0
    before = fingerprints(my_plan)
    spoil(my_plan)

    run = lantu("build", "my-plan", "--on", DAY)

    assert_one_clear_line(run, *words)
    assert fingerprints(my_plan) == before


def test_a_ledger_that_is_none_is_left_alone(lantu: CommandLine, my_plan: Path) -> None:
    (my_plan / "ledger.sqlite").write_text("my notes")

    run = lantu("build", "my-plan", "--on", DAY)

    assert_one_clear_line(run, "ledger.sqlite")
    assert (my_plan / "ledger.sqlite").read_text() == "my notes"


def test_a_folder_of_ones_own_is_never_taken_for_the_site(lantu: CommandLine, my_plan: Path) -> None:
    (my_plan / "site").mkdir()
    (my_plan / "site" / "diary.txt").write_text("mine")

    run = lantu("build", "my-plan", "--on", DAY)

    assert_one_clear_line(run, "site")
    assert (my_plan / "site" / "diary.txt").read_text() == "mine"
    assert not (my_plan / "ledger.sqlite").exists()


def test_a_report_that_cannot_be_read_is_an_issue_and_the_rest_goes_on(lantu: CommandLine, my_plan: Path) -> None:
    (my_plan / "documents" / "report-2024.txt").unlink()

    run = lantu("build", "my-plan", "--on", DAY)

    assert run.status == 1
    assert "unreadable" in run.err
    assert (my_plan / "site" / "index.html").is_file()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["frobnicate"], "no command 'frobnicate'; commands are new, check"),
        (["read"], "Missing argument 'FILE...'"),
        (["read", "--frmat", "x"], "Did you mean '--format'? see lantu read --help"),
        (["read", "--format", "xml", "x"], "'xml' is not one of 'table', 'jsonl', 'csv'"),
        (["settle", "x"], "Missing option '--on'"),
        (["settle", "x", "--on", "2024-02-30"], "'2024-02-30' is no date; write it as 2022-12-02"),
        (["settle", "--on", DAY], "nothing to settle; name one PLAN_FOLDER"),
        (["settle", "--targets", "x", "--on", DAY], "--targets without --reports"),
        (["explain", "ab"], "no ledger here or below"),
        (["serve", "."], "holds no site"),
        (["serve", ".", "--host", "0.0.0.0"], "holds no site"),
        (["verify", "nowhere"], "there is no ledger"),
        (["fetch", "nowhere"], "no such plan folder"),
        (["check", "nowhere"], "no such plan folder"),
    ],
)
def test_wrong_arguments(lantu: CommandLine, words: list[str], message: str) -> None:
    assert_one_clear_line(lantu(*words), message)


def fingerprints(folder: Path) -> dict[str, str]:
    """Give the hash of every file of the ledger and the site."""
    files = [folder / "ledger.sqlite", *sorted((folder / "site").rglob("*"))]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()}
