"""Spreadsheets and lists: cells as they are shown, merged cells, titles; hostile files get one clear line."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from lantu.documents import Document, read_bytes
from lantu.model import InputError

S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def workbook(*rows: list[object]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def sheet_of(content: str, **more: bytes) -> bytes:
    """Make a workbook of the XML of its one sheet."""
    relation = "http://schemas.openxmlformats.org/package/2006/relationships"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", f'<workbook {S} {R}><sheets><sheet name="a" r:id="r1"/></sheets></workbook>')
        file.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{relation}">'
            '<Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></Relationships>',
        )
        file.writestr("xl/s.xml", content)
        for name, data in more.items():
            file.writestr(name, data)
    return buffer.getvalue()


def read(data: bytes, name: str = "list.xlsx") -> Document:
    return read_bytes(data, name=name)


def test_cells_are_read_as_they_are_shown() -> None:
    book = workbook(["指标", "甲", "乙", "丙", "丁"], ["值", 0.653, 0.1 + 0.2, date(2025, 12, 31), 12000])
    book.active["B2"].number_format = "0.0%"
    book.active["D2"].number_format = 'yyyy"年"m"月"d"日"'

    assert read(saved(book)).text.splitlines()[-1] == "| 值 | 65.3% | 0.3 | 2025年12月31日 | 12000 |"


def test_a_month_keeps_to_the_month() -> None:
    book = workbook(["任务", "时限"], ["甲", date(2025, 6, 1)])
    book.active["B2"].number_format = 'yyyy"年"m"月"'

    assert "| 甲 | 2025年6月 |" in read(saved(book)).text


def test_a_title_over_the_table_and_the_name_of_the_sheet_are_headings() -> None:
    book = workbook(["青岚市任务清单（2023—2025年）"], ["任务", "目标"], ["建公园", "12处"])
    book.active.merge_cells("A1:B1")
    book.active.title = "民生"

    document = read(saved(book))

    assert document.text.startswith("## 民生\n\n# 青岚市任务清单（2023—2025年）\n\n| 任务 | 目标 |\n")
    assert document.title == "青岚市任务清单（2023—2025年）"


def test_a_merged_cell_stands_in_each_place() -> None:
    book = workbook(["任务", "目标"], ["建公园", "12处"], [None, "3公顷"])
    book.active.merge_cells("A2:A3")

    assert "| 建公园 | 3公顷 |" in read(saved(book)).text


def test_a_hidden_sheet_is_left_out_and_told() -> None:
    book = workbook(["任务", "目标"], ["建公园", "12处"])
    hidden = book.create_sheet("旧")
    hidden.append(["建公园", "99处"])
    hidden.sheet_state = "hidden"

    document = read(saved(book))

    assert "99" not in document.text
    assert [issue.code for issue in document.issues] == ["hidden_sheet"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_list_of_values_is_a_table(encoding: str, delimiter: str) -> None:
    text = f'任务{delimiter}目标\r\n"建公园{delimiter}植树"{delimiter}新建公园12处\r\n'

    document = read(text.encode(encoding), "任务.csv")

    [rows] = [passage.rows for passage in document.passages if passage.rows]
    assert [cell.text for cell in rows[1]][1] == "新建公园12处"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (" " * (60 * 1024 * 1024), "unpacks to 62,914,560 bytes"),
        (f'<!DOCTYPE x [<!ENTITY a "b">]><worksheet {S}/>', "document type"),
        (f"<worksheet {S}><sheetData><row>", "damaged"),
        (f"<worksheet {S}/>", "without text"),
        (
            f"<worksheet {S}><sheetData>" + '<row><c t="str"><v>x</v></c></row>' * 200_001 + "</sheetData></worksheet>",
            "more than 200,000 cells",
        ),
        (
            f"<worksheet {S}><sheetData>"
            + "".join(
                f'<row r="{at}"><c r="A{at}"><v>1</v></c><c r="NZ{at}"><v>2</v></c></row>' for at in range(1, 2000)
            )
            + "</sheetData></worksheet>",
            "list.xlsx: a table of more than 200,000 cells",
        ),
    ],
    ids=["bomb", "entity", "cut", "empty", "cells", "far"],
)
def test_a_hostile_workbook_gets_one_clear_line(content: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as error:
        read(sheet_of(content))

    assert "\n" not in str(error.value)


def test_a_cell_and_a_merger_at_the_far_end_of_the_sheet_cost_nothing() -> None:
    content = (
        f'<worksheet {S}><sheetData><row r="1"><c r="A1" t="str"><v>任务</v></c><c r="B1" t="str"><v>目标</v></c></row>'
        '<row r="1048576"><c r="A1048576" t="str"><v>建公园</v></c><c r="XFD1048576" t="str">'
        "<v>远</v></c></row></sheetData>"
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    )

    text = read(sheet_of(content)).text

    assert "建公园" in text
    assert len(text) < 10_000


def test_a_workbook_cut_short_is_refused() -> None:
    with pytest.raises(InputError, match="archive"):
        read(saved(workbook(["任务", "目标"], ["建公园", "12处"]))[:-200])
