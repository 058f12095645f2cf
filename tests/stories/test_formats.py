"""A plan folder of Word files and web pages is read, settled, built and verified like one of text."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from html import escape
from pathlib import Path

import docx
import openpyxl

from .conftest import CommandLine

DAY = "2025-01-31"


def as_word(text: str) -> bytes:
    file = docx.Document()
    for line in filter(None, map(str.strip, text.splitlines())):
        level = len(line) - len(line.lstrip("#"))
        file.add_heading(line.lstrip("# "), level - 1) if level else file.add_paragraph(line)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def as_page(text: str) -> bytes:
    blocks = []
    for line in filter(None, map(str.strip, text.splitlines())):
        level = len(line) - len(line.lstrip("#"))
        blocks.append(f"<h{level}>{escape(line.lstrip('# '))}</h{level}>" if level else f"<p>　　{escape(line)}</p>")
    return (
        '<html><head><meta charset="gb2312"></head><body><div class="nav"><a href="/">首页</a></div>'
        f'<div id="zoom">{"".join(blocks)}</div><div class="footer">版权所有</div></body></html>'
    ).encode("gb18030")


def exchange(folder: Path, name: str, data: bytes, suffix: str) -> None:
    """Put another file in the place of a document, and list it with its hash."""
    old = folder / "documents" / name
    listing = (folder / "documents.yaml").read_text(encoding="utf-8")
    before = hashlib.sha256(old.read_bytes()).hexdigest()
    old.unlink()
    new = old.with_suffix(suffix)
    new.write_bytes(data)
    listing = listing.replace(before, hashlib.sha256(data).hexdigest()).replace(name, new.name)
    (folder / "documents.yaml").write_text(listing, encoding="utf-8")


def verdicts(printed: str) -> list[tuple[str, str, str]]:
    found = [json.loads(line) for line in printed.splitlines()]
    return [(one["commitment"]["quote"], one["commitment"]["indicator"], one["verdict"]) for one in found]


def test_word_and_web_give_the_verdicts_of_the_text(lantu: CommandLine, my_plan: Path) -> None:
    plain = verdicts(lantu("settle", "my-plan", "--on", DAY, "--format", "jsonl").out)
    documents = my_plan / "documents"
    exchange(my_plan, "plan.txt", as_word((documents / "plan.txt").read_text(encoding="utf-8")), ".docx")
    exchange(my_plan, "report-2024.txt", as_page((documents / "report-2024.txt").read_text(encoding="utf-8")), ".html")

    settled = lantu("settle", "my-plan", "--on", DAY, "--format", "jsonl")

    assert settled.status == 0
    assert verdicts(settled.out) == plain != []
    assert lantu("build", "my-plan", "--on", DAY).status == 0
    assert re.search(r"[1-9][0-9]* quotes sliced again", lantu("verify", "my-plan").err)


def test_the_text_of_a_file_reads_as_the_file_does(lantu: CommandLine) -> None:
    file = docx.Document()
    file.add_heading("青岚市养老规划（2023—2025年）", 0)
    table = file.add_table(rows=2, cols=3)
    for row, texts in enumerate([["指标", "2022年", "2025年"], ["养老床位（张）", "100", "≥200"]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    file.save(str(lantu.folder / "plan.docx"))

    (lantu.folder / "plan.md").write_text(lantu("text", "plan.docx").out, encoding="utf-8")

    word, text = lantu("read", "plan.docx"), lantu("read", "plan.md")
    assert word.out.replace("plan.docx", "plan.md") == text.out
    assert "养老床位" in word.out
    assert "200" in word.out


def test_a_bomb_is_one_clear_line_and_leaves_nothing(lantu: CommandLine) -> None:
    with zipfile.ZipFile(lantu.folder / "plan.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", bytes(100_000_000))
        bomb.writestr("../../escaped.txt", b"x")

    run = lantu("read", "plan.docx")

    assert (run.status, run.out) == (2, "")
    assert run.err.count("\n") == 1
    assert "unpacks to 100,000,000 bytes" in run.err
    assert [path.name for path in lantu.folder.iterdir()] == ["plan.docx"]


def test_the_offices_of_a_list_of_tasks_stand_on_the_pages_of_its_promises(lantu: CommandLine, my_plan: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["榆湾市安居乐业三年计划任务清单(2023—2025年)"],
        ["序号", "任务", "指标", "牵头单位", "配合单位", "完成时限"],
        [1, "老旧小区改造", "改造老旧住宅小区80个以上", "市住建局", "市财政局、各区政府", "2025年底"],
    ):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    exchange(my_plan, "plan.txt", buffer.getvalue(), ".xlsx")

    with (my_plan / "plan.yaml").open("a", encoding="utf-8") as plan:
        plan.write("\noffices:\n- {id: housing, name: 市住建局}\n")

    run = lantu("build", "my-plan", "--on", DAY)

    assert run.status == 0, run.err
    pages = [path.read_text(encoding="utf-8") for path in (my_plan / "site").rglob("commitments/*.html")]
    assert any("市住建局" in page and "各区政府" in page for page in pages)
    offices = [path.read_text(encoding="utf-8") for path in (my_plan / "site").rglob("offices/housing.html")]
    assert offices
    assert "改造老旧住宅小区" in offices[0]
