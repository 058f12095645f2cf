"""Print what is lost and gained where a report is read as a web page, a Word file or in another encoding.

    LANTU_SHARED=../shared python benchmarks/formats.py [--documents 20] [--differences]

The reports of ``documents/dev``, each under its title, are laid out as a page of a government's site (GB18030,
navigation, scripts, footer; the title in its head alone) and as a Word file, paragraph by paragraph, and encoded anew.
Printed: characters that differ from the plain text (white space and marks aside), statements of the plain text that are
missing or read otherwise, and those read beside them.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from html import escape
from pathlib import Path

import docx

from lantu.documents import Document, read_bytes
from lantu.model import Commitment
from lantu.statements import read_statements

SHARED = Path(os.environ.get("LANTU_SHARED") or Path(__file__).resolve().parent.parent.parent / "shared")
_MARKS = re.compile(r"[\s#*|>-]+")
NAVIGATION = "".join(
    f"<li><a href='/{at}'>{word}</a></li>" for at, word in enumerate(("首页", "政务公开", "政务服务", "互动"))
)
FOOT = "主办：某市人民政府办公室 网站标识码：3700000001 备案号：某ICP备05000001号 版权所有"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20)
    parser.add_argument("--differences", action="store_true", help="name the statements that differ")
    options = parser.parse_args()
    texts = [titled(path.read_text("utf-8")) for path in sorted((SHARED / "documents" / "dev").glob("*.txt"))]
    print(f"{'format':12} {'characters':>10} {'differ':>7} {'statements':>10} {'missing':>8} {'more':>5}")
    for name, laid in LAYOUTS.items():
        count: Counter[str] = Counter()
        for text in texts[: options.documents]:
            compare(text, laid(text), name, count, show=options.differences)
        keys = ("characters", "differ", "statements", "missing", "more")
        print(
            f"{name:12} "
            + " ".join(f"{count[key]:>{width}}" for key, width in zip(keys, (10, 7, 10, 8, 5), strict=True))
        )
    return 0


def titled(text: str) -> str:
    """Give a report with the title of its front matter as a heading."""
    front = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    named = None if front is None else re.search(r"(?m)^title: *(.+)$", front[1])
    if front is None or named is None:
        return text
    return f"# {named[1].strip()}\n\n{text[front.end() :]}"


def compare(text: str, data: bytes, name: str, count: Counter[str], *, show: bool) -> None:
    plain, laid = (
        read_bytes(text.encode(), name="report.txt"),
        read_bytes(data, name=f"report.{name.split(maxsplit=1)[0]}"),
    )
    one, two = (_MARKS.sub("", document.text) for document in (plain, laid))
    count.update(characters=len(one), differ=differing(one, two))
    wanted, found = said(plain), said(laid)
    lost, gained = wanted - found, found - wanted
    count.update(statements=sum(wanted.values()), missing=sum(lost.values()), more=sum(gained.values()))
    if show:
        print(*(f"  - {each}" for each in lost), *(f"  + {each}" for each in gained), sep="\n")


def differing(one: str, two: str) -> int:
    """Count the characters by which two texts differ; the part they begin and end alike with is not compared."""
    if one == two:
        return 0
    start = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    one, two = one[start:], two[start:]
    end = next(
        (at for at, (a, b) in enumerate(zip(one[::-1], two[::-1], strict=False)) if a != b), min(len(one), len(two))
    )
    one, two = one[: len(one) - end], two[: len(two) - end]
    if not one or not two:
        return max(len(one), len(two))
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return max(len(one), len(two)) - sum(block.size for block in blocks)


def said(document: Document) -> Counter[tuple[str, ...]]:
    reading = read_statements(document)
    return Counter(
        (
            "promised" if isinstance(one, Commitment) else "reported",
            one.span.quote(document.text),
            one.indicator,
            str(one.period),
            str(one.comparator),
        )
        for one in (*reading.commitments, *reading.observations)
    )


def blocks(text: str) -> list[tuple[int, str]]:
    """Give the lines with the level of their heading, 0 for a paragraph."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [(re.match(r"(#{1,6})\s", line), line) for line in lines]
    return [(len(mark[1]), line[mark.end() :]) if mark else (0, line) for mark, line in found]


def as_page(text: str) -> bytes:
    (_, title), *rest = blocks(text)
    body = "".join(
        f"<h{level}>{escape(line)}</h{level}>" if level else f"<p style='text-indent:2em'>　　{escape(line)}</p>"
        for level, line in rest
    )
    page = (
        "<!DOCTYPE html><html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'>"
        f"<title>{escape(title)}-某市人民政府</title><script>var count = '新建公园99处';</script></head><body>"
        f"<div class='top'><ul>{NAVIGATION}</ul></div><div class='position'>当前位置：<a href='/'>首页</a></div>"
        f"<table width=1000><tr><td><div class='box'>{body}</div></td></tr></table>"
        f"<div class='footer'>{FOOT}</div></body></html>"
    )
    return page.encode("gb18030")


def as_word(text: str) -> bytes:
    file = docx.Document()
    for level, line in blocks(text):
        if level:
            file.add_heading(line, level - 1)
        else:
            file.add_paragraph(line)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


LAYOUTS: dict[str, Callable[[str], bytes]] = {
    "html": as_page,
    "docx": as_word,
    "txt gb18030": lambda text: text.encode("gb18030"),
    "txt utf-16": lambda text: text.encode("utf-16"),
    "txt bom": lambda text: text.encode("utf-8-sig"),
}

if __name__ == "__main__":
    sys.exit(main())
