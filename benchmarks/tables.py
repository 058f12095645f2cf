"""Print how many rows of real indicator tables are read right, laid out as a web page, Word file, spreadsheet and text.

    LANTU_SHARED=../shared python benchmarks/tables.py [--least 0.95] [--wrong]

The values are those that a person transcribed from the tables of two five-year plans
(``documents/images/five-year-plan-tables.csv``); here they are set again under the heads that those tables have, one of
them with two layers and merged cells. A value is right where exactly one statement says it: promised or reported, with
this number in this unit, bound so, and its place in the text printed so. A row is right where all its values are.
Exits with 1 where the share of rows right falls below ``--least`` in a format.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from html import escape
from pathlib import Path

import docx
import openpyxl

from lantu.documents import read_bytes
from lantu.model import Commitment, plain
from lantu.statements import read_statements

SHARED = Path(os.environ.get("LANTU_SHARED") or Path(__file__).resolve().parent.parent.parent / "shared")
Row = dict[str, str]
Said = tuple[str, str, str, str]
"""``promised`` or ``reported``, number, unit, comparator."""
SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "": 1}
SIGNS = {">": "more_than", "＞": "more_than", "<": "less_than", "＜": "less_than"}
FIRST = ("指标", "2000年", "“十五”计划目标", "2005年", "“十五”年均增长(%)")
SECOND = (
    ("指标", "2005年", "规划目标", "规划目标", "实现情况", "实现情况"),
    ("指标", "2005年", "2010年", "年均增长(%)", "2010年", "年均增长(%)"),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--least", type=float, default=0.95)
    parser.add_argument("--wrong", action="store_true", help="name what is wrong")
    options = parser.parse_args()
    path = SHARED / "documents" / "images" / "five-year-plan-tables.csv"
    with path.open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    lowest = 1.0
    print(f"{'format':10} {'rows':>5} {'right':>6} {'values':>7} {'right':>6} {'more':>5}")
    for name, laid in LAYOUTS.items():
        count: Counter[str] = Counter()
        for plan in ("十五", "十一五"):
            mine = [row for row in rows if row["plan"].startswith(plan + "(")]
            judge(mine, laid(plan, mine), f"plan.{name}", count, show=options.wrong)
        lowest = min(lowest, count["rows_right"] / count["rows"])
        columns = [count[key] for key in ("rows", "rows_right", "values", "values_right", "more")]
        print(
            f"{name:10} " + " ".join(f"{value:>{width}}" for value, width in zip(columns, (5, 6, 7, 6, 5), strict=True))
        )
    return 1 if lowest < options.least else 0


def judge(rows: list[Row], data: bytes, name: str, count: Counter[str], *, show: bool) -> None:
    """Hold what is read from a file against the transcription."""
    document = read_bytes(data, name=name)
    reading = read_statements(document)
    said: dict[str, list[Said]] = {}
    for one in (*reading.commitments, *reading.observations):
        line = document.text[one.sentence.start : one.sentence.end]
        if one.quantity is None:
            continue
        kind = "promised" if isinstance(one, Commitment) else "reported"
        key = line.split("|")[0].strip()
        said.setdefault(key, []).append((kind, plain(one.quantity.value), one.quantity.unit, str(one.comparator)))
    for row in rows:
        wanted, found = list(expected(row)), said.pop(named(row), [])
        right = sum((Counter(wanted) & Counter(found)).values())
        count.update(rows=1, values=len(wanted), values_right=right, more=len(found) - right)
        count["rows_right"] += right == len(wanted) == len(found)
        if show and not right == len(wanted) == len(found):
            print("  ", row["id"], named(row), "wanted", wanted, "read", found)
    count["more"] += sum(map(len, said.values()))


def named(row: Row) -> str:
    """Give the name as a table prints it, with its unit."""
    return row["indicator"] + (f"（{row['unit']}）" if row["unit"] else "")


def expected(row: Row) -> Iterator[Said]:
    """Give what each printed value of a row says."""
    cells = (("base_value", "reported"), ("target_value", "promised"), ("actual_value", "reported"))
    for column, kind in cells:
        yield from one_of(row, kind, row[column], growth=False)
    for column, kind in (("target_growth", "promised"), ("actual_growth", "reported")):
        yield from one_of(row, kind, row[column], growth=True)


def one_of(row: Row, kind: str, printed: str, *, growth: bool) -> Iterator[Said]:
    number = re.search(r"-?[0-9]+(?:\.[0-9]+)?", printed)
    if number is None:
        return
    bound = next((word for sign, word in SIGNS.items() if sign in printed), "about" if "左右" in printed else "exactly")
    value, unit = Decimal(number[0]), row["unit"]
    scale = next(word for word in SCALES if unit.startswith(word))
    if not growth or ("[" in printed and unit != "%"):
        value, unit = value * SCALES[scale], unit.removeprefix(scale)
    elif "[" in printed:
        unit = "%" if re.search("降低|减少|增长", row["indicator"]) else "百分点"
    else:
        value, unit = abs(value), "‰" if "‰" in printed else "%"
    yield kind, plain(value.normalize()), unit, bound


def cells_of(plan: str, rows: list[Row]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Give the head and the body of a plan's table."""
    if plan == "十五":
        # Its one column of targets holds levels and growth alike.
        body = [
            (named(r), r["base_value"], r["target_value"] or r["target_growth"], r["actual_value"], r["actual_growth"])
            for r in rows
        ]
        return [FIRST], body
    columns = ("base_value", "target_value", "target_growth", "actual_value", "actual_growth")
    return list(SECOND), [(named(r), *(r[column] for column in columns)) for r in rows]


def title(plan: str) -> str:
    return f"专栏1 “{plan}”规划主要指标实现情况"


def as_text(plan: str, rows: list[Row]) -> bytes:
    head, body = cells_of(plan, rows)
    lines = [f"| {' | '.join(cells)} |" for cells in (*head, *body)]
    lines.insert(len(head), "|" + " --- |" * len(head[0]))
    return f"# {title(plan)}\n\n{chr(10).join(lines)}\n".encode()


def as_page(plan: str, rows: list[Row]) -> bytes:
    head, body = cells_of(plan, rows)
    if len(head) == 2:
        top = "<tr><th rowspan=2>指标</th><th rowspan=2>2005年</th>"
        top += "<th colspan=2>规划目标</th><th colspan=2>实现情况</th></tr>"
        top += "<tr>" + "".join(f"<th>{cell}</th>" for cell in head[1][2:]) + "</tr>"
    else:
        top = "<tr>" + "".join(f"<th>{cell}</th>" for cell in head[0]) + "</tr>"
    lines = "".join("<tr>" + "".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) + "</tr>" for row in body)
    page = (
        f"<html><head><meta charset=gb2312><title>{title(plan)}-某市人民政府</title></head><body>"
        f"<div class=nav><a href=/>首页</a></div><h1>{title(plan)}</h1><table>{top}{lines}</table>"
        "<div class=footer>版权所有</div></body></html>"
    )
    return page.encode("gb18030")


def as_word(plan: str, rows: list[Row]) -> bytes:
    head, body = cells_of(plan, rows)
    file = docx.Document()
    file.add_heading(title(plan), 1)
    table = file.add_table(rows=len(head) + len(body), cols=len(head[0]))
    for at, row in enumerate((*head, *body)):
        for cell, text in zip(table.rows[at].cells, row, strict=True):
            cell.text = text
    for (top, left), (bottom, right) in merged(head):
        whole = table.cell(top, left).merge(table.cell(bottom, right))
        whole.text = head[top][left]
    return saved(file.save)


def as_sheet(plan: str, rows: list[Row]) -> bytes:
    head, body = cells_of(plan, rows)
    book = openpyxl.Workbook()
    book.active.append([title(plan)])
    for row in (*head, *body):
        book.active.append([number_or_text(cell) for cell in row])
    for (top, left), (bottom, right) in merged(head):
        book.active.merge_cells(start_row=top + 2, start_column=left + 1, end_row=bottom + 2, end_column=right + 1)
    return saved(book.save)


def number_or_text(cell: str) -> float | str | None:
    return float(cell) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell) else cell or None


def merged(head: list[tuple[str, ...]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    if len(head) == 1:
        return []
    return [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 5))]


def saved(save: Callable[[io.BytesIO], None]) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


LAYOUTS: dict[str, Callable[[str, list[Row]], bytes]] = {
    "md": as_text,
    "html": as_page,
    "docx": as_word,
    "xlsx": as_sheet,
}

if __name__ == "__main__":
    sys.exit(main())
