"""What size and frame tell of a paragraph: headings, boxes, advertisements, captions."""

from __future__ import annotations

import sys
from pathlib import Path

from lantu.documents import Document, read_bytes
from lantu.model import PassageKind

sys.path.insert(0, str(Path(__file__).parent))
from sheets import Sheet, pdf_of

LINE = "到二〇二四年底全市每年新建公园绿地"


def read(sheet: Sheet) -> Document:
    return read_bytes(pdf_of(sheet), name="page.pdf")


def told(document: Document) -> dict[str, PassageKind]:
    return {passage.text: passage.kind for passage in document.passages}


def body(sheet: Sheet, y: float) -> Sheet:
    return sheet.column(50, y, ["　" + LINE[2:], LINE, LINE, "四百公顷以上。"])


def test_a_large_line_is_a_heading_though_a_sentence_stands_before_it() -> None:
    sheet = body(body(Sheet(), 100).text(50, 175, "加力优化群众就医服务", 13), 200)

    assert told(read(sheet))["加力优化群众就医服务"] is PassageKind.HEADING


def test_a_title_begins_another_article() -> None:
    sheet = Sheet().text(50, 80, "第一篇的标题", 20)
    body(body(sheet, 100).text(50, 200, "第二篇的标题", 20), 220)

    articles = {passage.text: passage.article for passage in read(sheet).passages}

    assert articles["第一篇的标题"] == 0
    assert articles["第二篇的标题"] == 1


def test_a_small_frame_is_a_box_and_states_nothing() -> None:
    sheet = body(Sheet(), 100).frame(50, 200, 240, 280).text(60, 220, "相关链接", 13)
    sheet.column(60, 240, ["今年计划完成七项余", "下五项明年收尾。"])

    kinds = told(read(sheet))

    assert kinds["今年计划完成七项余下五项明年收尾。"] is PassageKind.BOX


def test_a_heading_of_two_lines_on_a_ground_is_no_box_though_their_sizes_waver() -> None:
    sheet = body(body(Sheet(), 100).frame(45, 180, 240, 225), 240)
    sheet.text(50, 198, "加快建设五个中心全力", 14.5).text(50, 216, "打响品牌", 12.8)

    kinds = told(read(sheet))

    assert PassageKind.BOX not in kinds.values()


def test_a_frame_that_sells_is_an_advertisement() -> None:
    sheet = body(Sheet(), 100).frame(50, 200, 260, 290).text(60, 220, "清河湾花园", 16)
    sheet.column(60, 240, ["现房特价抢购", "每平方米6800元起", "售楼热线见门店"])

    kinds = told(read(sheet))

    assert kinds["清河湾花园"] is PassageKind.ADVERTISEMENT
