"""Tables whose cells are drawn: lists of tasks on pages become rows, and rows commitments with their offices."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from lantu.documents import Document, read_bytes
from lantu.documents.pages.ruled import Rule, joined
from lantu.statements import Reading, Setting, read_statements

sys.path.insert(0, str(Path(__file__).parent))
from sheets import Sheet, pdf_of

EDGES = (50, 80, 220, 370, 460, 540)
HEAD = ("序号", "任务", "指标", "牵头单位", "完成时限")
ROWS = (
    ("1", "增加普惠托位供给", "新增普惠托位1200个", "市卫生健康委", "2024年6月底前"),
    ("2", "改造老旧小区|完善配套设施", "改造老旧小区45个", "市住房城乡建设局", "2024年底前"),
)


def sheet_of(rows: Sequence[Sequence[str]], *, whole: bool = True) -> Sheet:
    """A page with a title and a drawn table; a bar begins a new line of a cell. Rules are whole, or a cell each."""
    sheet, top = Sheet().text(150, 80, "2024年民生实事任务清单", 20), 110
    tops = [top]
    for row in rows:
        lines = max(cell.count("|") + 1 for cell in row)
        for x, cell in zip(EDGES, row, strict=False):
            for number, line in enumerate(cell.split("|")):
                sheet.text(x + 4, top + 14 + 14 * number, line, 10)
        top += 8 + 14 * lines
        tops.append(top)
    if whole:
        for y in tops:
            sheet.rule(EDGES[0], y, EDGES[-1], y)
        for x in EDGES:
            sheet.rule(x, tops[0], x, tops[-1])
        return sheet
    for y0, y1 in pairwise(tops):
        for x0, x1 in pairwise(EDGES):
            sheet.frame(x0, y0, x1, y1)
    return sheet


def read(sheet: Sheet) -> Document:
    return read_bytes(pdf_of(sheet), name="list.pdf")


def texts(document: Document) -> list[list[str]]:
    [rows] = [passage.rows for passage in document.passages if passage.rows]
    return [[cell.text for cell in row] for row in rows]


def promises(document: Document) -> Reading:
    return read_statements(document, Setting())


def test_a_drawn_list_of_tasks_becomes_rows_with_whole_cells() -> None:
    document = read(sheet_of([HEAD, *ROWS]))

    assert texts(document) == [list(HEAD), *[[cell.replace("|", "") for cell in row] for row in ROWS]]
    assert document.title == "2024年民生实事任务清单"


def test_cells_that_are_drawn_one_by_one_make_the_same_table() -> None:
    assert texts(read(sheet_of([HEAD, *ROWS], whole=False))) == texts(read(sheet_of([HEAD, *ROWS])))


def test_each_row_promises_under_its_office_by_its_day_and_knows_its_place() -> None:
    one, two = promises(read(sheet_of([HEAD, *ROWS]))).commitments

    assert [(c.indicator, c.led_by, str(c.period)) for c in (one, two)] == [
        ("新增普惠托位", ("市卫生健康委",), "../2024-06-30"),
        ("改造老旧小区", ("市住房城乡建设局",), "../2024-12-31"),
    ]
    assert one.page == 1
    assert one.box is not None
    assert EDGES[2] < one.box[0] < one.box[2] < EDGES[3]


def test_a_cell_that_spans_rows_is_read_once_with_the_first_of_them() -> None:
    sheet, tops = Sheet(), (110, 140, 170, 200)
    for x, word in zip(EDGES, HEAD, strict=False):
        sheet.text(x + 4, 128, word)
    for y, goal in ((158, "新建公园12处"), (188, "新增绿地30公顷")):
        sheet.text(EDGES[2] + 4, y, goal).text(EDGES[3] + 4, y, "市园林局").text(EDGES[4] + 4, y, "2024年底前")
    sheet.text(EDGES[0] + 4, 158, "1").text(EDGES[1] + 4, 173, "扩大公园绿地")
    for y in (tops[0], tops[1], tops[3]):
        sheet.rule(EDGES[0], y, EDGES[-1], y)
    sheet.rule(EDGES[2], tops[2], EDGES[-1], tops[2])
    for x in EDGES:
        sheet.rule(x, tops[0], x, tops[-1])

    document = read(sheet)

    assert [row[1] for row in texts(document)] == ["任务", "扩大公园绿地", ""]
    assert [(c.indicator, c.led_by) for c in promises(document).commitments] == [
        ("新建公园", ("市园林局",)),
        ("新增绿地", ("市园林局",)),
    ]


def test_a_list_that_goes_on_on_the_next_page_is_one_table() -> None:
    more = [
        ("3", "扩大公园绿地", "新建公园12处", "市园林局", "2024年底前"),
        ("4", "新增停车泊位", "新增车位900个", "市城管局", "2024年底前"),
    ]
    one, two = sheet_of([HEAD, *ROWS]).text(290, 800, "— 1 —"), sheet_of(more)
    two.content.pop(0)  # the title stands on the first page alone

    document = read_bytes(pdf_of(one, two), name="list.pdf")

    assert [row[0] for row in texts(document)] == ["序号", "1", "2", "3", "4"]
    assert [(c.indicator, c.led_by, c.page) for c in promises(document).commitments][2:] == [
        ("新建公园", ("市园林局",), 2),
        ("新增车位", ("市城管局",), 2),
    ]


def test_a_table_with_its_own_head_on_the_next_page_is_another() -> None:
    two = sheet_of([HEAD, ("3", "扩大公园绿地", "新建公园12处", "市园林局", "2024年底前")])
    two.content.pop(0)

    document = read_bytes(pdf_of(sheet_of([HEAD, *ROWS]), two), name="list.pdf")

    assert [len(passage.rows) for passage in document.passages if passage.rows] == [3, 2]


def test_a_grid_around_articles_is_no_table() -> None:
    line, sheet = "全市各级部门坚持问题导向持续改进服务", Sheet()
    for x in (50, 250):
        for y in (100, 420):
            sheet.column(x + 6, y + 20, [line] * 18, 10)
    for y in (100, 420, 740):
        sheet.rule(50, y, 450, y)
    for x in (50, 250, 450):
        sheet.rule(x, 100, x, 740)

    assert not any(passage.rows for passage in read(sheet).passages)


def test_a_drawing_of_thousands_of_small_boxes_is_looked_at_in_no_time() -> None:
    sheet = sheet_of([HEAD, *ROWS])
    for number in range(3500):
        x, y = 30 + 11.3 * (number % 47), 300 + 6.7 * (number // 47)
        sheet.frame(x, y, x + 10, y + 5)
    began = time.process_time()

    read(sheet)

    assert time.process_time() - began < 5


def test_rules_on_one_line_that_touch_are_one() -> None:
    found = sorted(joined([(200.0, 0, 50), (200.4, 51, 90), (200.0, 120, 150)]), key=lambda rule: rule.start)

    assert found == [Rule(100, 0, 90), Rule(100, 120, 150)]
