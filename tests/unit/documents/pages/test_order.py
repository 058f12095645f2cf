"""The reading order of columns, headings, frames and captions."""

from __future__ import annotations

import sys
from pathlib import Path

from lantu.documents.pages import read_pdf
from lantu.documents.pages.parting import by_bands
from lantu.documents.pages.strips import Strip

sys.path.insert(0, str(Path(__file__).parent))
from sheets import Sheet, pdf_of

LINE = "甲乙丙丁戊己庚辛壬癸子丑寅卯"  # fourteen ems


def read(sheet: Sheet) -> str:
    return read_pdf(pdf_of(sheet), "page.pdf").text


def places(text: str, *words: str) -> list[int]:
    return [text.index(word) for word in words]


def filled(first: str, lines: int) -> list[str]:
    """Lines of a column, full but for the last; the first begins with a word to tell it by."""
    return ["　" + first + LINE[len(first) + 2 :], *[LINE] * (lines - 2), "完。"]


def test_columns_are_read_one_after_the_other() -> None:
    sheet = (
        Sheet()
        .column(50, 100, filled("左栏", 8))
        .column(206, 100, filled("中栏", 8))
        .column(362, 100, filled("右栏", 8))
    )

    found = places(read(sheet), "左栏", "中栏", "右栏")

    assert found == sorted(found)


def test_a_heading_over_columns_parts_what_stands_above_and_below_it() -> None:
    sheet = Sheet()
    for top, words in ((100, ("一左", "一右")), (300, ("二左", "二右"))):
        sheet.column(50, top, filled(words[0], 8)).column(210, top, filled(words[1], 8))
    sheet.text(140, 270, "二、健康之城", 14)

    found = places(read(sheet), "一左", "一右", "健康之城", "二左", "二右")

    assert found == sorted(found)


def test_a_sentence_that_goes_on_in_the_next_column_is_whole() -> None:
    left = ["　" + LINE[2:], LINE, LINE[:-4] + "新建公园"]
    right = ["绿地四百公顷以上。" + LINE[:5], LINE, LINE, "完。"]
    sheet = Sheet().column(50, 100, [*left[:1], *[LINE] * 4, *left[1:]]).column(210, 100, right)

    assert "新建公园绿地四百公顷以上" in read(sheet)


def test_an_article_beside_the_main_one_is_read_after_it() -> None:
    sheet = Sheet().text(50, 60, "主稿的标题在两栏之上横排", 20)
    sheet.column(50, 100, filled("主左", 12)).column(205, 100, filled("主右", 12))
    sheet.text(385, 56, "旁稿标题", 16).column(385, 80, filled("旁文", 10))

    found = places(read(sheet), "主稿", "主左", "主右", "旁稿", "旁文")

    assert found == sorted(found)


def test_a_framed_box_within_columns_does_not_interrupt_them() -> None:
    sheet = Sheet().column(50, 100, filled("左栏", 20)).frame(205, 200, 350, 280)
    sheet.column(210, 100, ["　右栏" + LINE[4:], *[LINE] * 4, LINE[:-2] + "一共"])
    sheet.text(215, 220, "相关链接", 12).column(215, 240, ["这里是框中的文字", "与正文没有关系。"])
    sheet.column(210, 310, ["十二项。" + LINE[:10], LINE, "完。"])

    text = read(sheet)

    assert "一共十二项" in text
    assert text.index("相关链接") > text.index("十二项")


def test_a_caption_is_no_part_of_its_column() -> None:
    sheet = Sheet().column(50, 100, [*filled("左栏", 9)[:-1], LINE[:-2] + "共有"])
    sheet.text(206, 160, "图为开餐首日。沈知禾 摄", 8).column(206, 190, ["三百处食堂。" + LINE[:8], LINE, "完。"])

    assert "共有三百处食堂" in read(sheet)


def test_a_heading_set_downwards_is_one_line() -> None:
    sheet = Sheet().column(120, 60, filled("正文", 14))
    for index, character in enumerate("蓝图照进现实"):
        sheet.text(50, 60 + 24 * index, character, 20)

    assert "蓝图照进现实" in read(sheet)


def test_rows_of_short_words_are_read_as_rows() -> None:
    sheet = Sheet().text(50, 50, "青岚晨报").text(300, 50, "2026年2月6日").column(50, 100, filled("正文", 8))

    found = places(read(sheet), "青岚晨报", "2026年", "正文")

    assert found == sorted(found)


def test_two_paragraphs_are_told_by_the_indent() -> None:
    sheet = Sheet().column(50, 100, ["　" + LINE[2:], LINE, "　" + LINE[2:], LINE, "完。"])

    assert len(read(sheet).splitlines()) == 2


def strip(x0: float, x1: float, y: float, size: float = 23) -> Strip:
    return Strip("某" * round((x1 - x0) / size), x0, y, x1, y + size, size)


def test_what_ends_above_and_begins_below_in_one_column_is_no_gutter_that_parts_a_region() -> None:
    columns = [strip(x0, x1, 100 + 38 * row) for x0, x1 in ((67, 600), (634, 1167), (1200, 1732)) for row in range(10)]
    headings = [strip(68, 356, 499, 30), strip(634, 930, 486, 30)]
    last = [strip(1200, 1230, 480), strip(1252, 1732, 518), strip(1200, 1300, 556)]
    below = [strip(680, 1167, 540), strip(634, 1167, 578)]
    region = [*columns, *headings, *last, *below]

    assert by_bands(region) == [region]
