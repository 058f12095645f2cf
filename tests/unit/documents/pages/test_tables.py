"""Tables of pages: columns of values beside their names, with rules between them or without."""

from __future__ import annotations

import sys
from pathlib import Path

from lantu.documents import read_bytes
from lantu.documents.pages import read_pdf
from lantu.documents.pages.strips import Strip
from lantu.documents.pages.tables import find_table

sys.path.insert(0, str(Path(__file__).parent))
from sheets import Sheet, pdf_of

INDICATORS = (
    ("城镇新增就业（万人）", "", "[12]", "预期性"),
    ("城镇登记失业率（%）", "3.1", "<4", "预期性"),
    ("森林覆盖率（%）", "18.2", "20", "约束性"),
    ("人均预期寿命（岁）", "76.5", "78", "预期性"),
)


def table(*, ruled: bool) -> Sheet:
    """An indicator table on a page, between two paragraphs."""
    sheet = Sheet().text(50, 60, "专栏 主要指标", 12)
    for x, head in zip((90, 220, 300, 380), ("指标", "2020年", "2025年", "属性"), strict=True):
        sheet.text(x, 90, head)
    for index, row in enumerate(INDICATORS):
        for x, cell in zip((50, 225, 305, 380), row, strict=True):
            if cell:
                sheet.text(x, 110 + 16 * index, cell)
    for x in (210, 290, 370) if ruled else ():
        sheet.rule(x, 78, x, 165)
    return sheet.text(50, 200, "注：带[]的为五年累计数。")


def test_a_table_is_rows_of_cells_where_it_stands() -> None:
    for ruled in (True, False):
        text = read_pdf(pdf_of(table(ruled=ruled)), "plan.pdf").text

        assert text.splitlines()[-9:] == [
            "专栏 主要指标",
            "",
            "| 指标 | 2020年 | 2025年 | 属性 |",
            "| 城镇新增就业（万人） |  | [12] | 预期性 |",
            "| 城镇登记失业率（%） | 3.1 | <4 | 预期性 |",
            "| 森林覆盖率（%） | 18.2 | 20 | 约束性 |",
            "| 人均预期寿命（岁） | 76.5 | 78 | 预期性 |",
            "",
            "注：带[]的为五年累计数。",
        ]


def test_each_cell_knows_its_place() -> None:
    extract = read_pdf(pdf_of(table(ruled=True)), "plan.pdf")

    assert extract.layout is not None
    place = extract.layout.place(extract.text.index("18.2"), extract.text.index("18.2") + 4)
    assert place is not None
    assert place[1][0] == 225


def test_a_table_is_read_as_a_table() -> None:
    document = read_bytes(pdf_of(table(ruled=True)), name="plan.pdf")

    [rows] = [passage.rows for passage in document.passages if passage.rows]

    assert [cell.text for cell in rows[3]] == ["森林覆盖率（%）", "18.2", "20", "约束性"]


def cell(text: str, x0: float, y: float) -> Strip:
    return Strip(text, x0, y, x0 + 10 * len(text), y + 10, 10)


def test_a_name_of_two_lines_belongs_to_the_values_beside_it() -> None:
    strips = [cell("研究经费占国内生产", 0, 34), cell("总值比重", 10, 46), cell("1.3", 120, 40), cell("2.5", 200, 40)]
    for y, name in ((10, "城镇化率"), (70, "服务业比重"), (90, "就业比重")):
        strips += [cell(name, 0, y), cell("43", 120, y), cell("47", 200, y)]

    found = find_table(strips, ())

    assert found is not None
    assert ["".join(strip.text for strip in row[0]) for row in found[0].cells] == [
        "城镇化率",
        "研究经费占国内生产总值比重",
        "服务业比重",
        "就业比重",
    ]


def test_a_line_that_was_read_over_a_rule_is_cut() -> None:
    strips = [Strip("2005年2010年", 100, 0, 184, 10, 10), cell("指标", 20, 0)]
    for y in (20, 40, 60):
        strips += [cell("城镇化率", 0, y), cell("43", 110, y), cell("47", 155, y)]

    found = find_table(strips, ((90, -2, 91, 75), (142, -2, 143, 75)))

    assert found is not None
    assert [[strip.text for strip in part] for part in found[0].cells[0]] == [["指标"], ["2005年"], ["2010年"]]


def test_a_few_numbers_in_prose_are_no_table() -> None:
    strips = [cell("新建长者食堂三百处", 0, 10), cell("103", 120, 10), cell("65%", 200, 10), cell("完", 0, 30)]

    assert find_table(strips, ()) is None
