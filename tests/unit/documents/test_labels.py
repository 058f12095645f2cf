"""Kickers above titles, boxes of weather and of hotlines: told apart, and none of them lost to the reading."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lantu.documents import read_bytes, read_text
from lantu.model import PassageKind
from lantu.statements import Setting, read_statements

sys.path.insert(0, str(Path(__file__).parent / "pages"))
from sheets import Sheet, pdf_of

LINE = "全市各级部门坚持问题导向持续改进服务群众满意度稳步提升"


def kinds(text: str) -> dict[str, PassageKind]:
    return {passage.text: passage.kind for passage in read_text(text).passages}


def printed(kicker: str) -> bytes:
    """A page: a small line above a large title, then an article."""
    sheet = Sheet().text(60, 80, kicker, 13).text(60, 120, "民生蓝图照进现实", 26)
    return pdf_of(sheet.column(60, 160, ["\u3000\u3000" + LINE[2:], *[LINE] * 8, "稳步提升。"]))


def test_a_small_line_above_the_title_of_an_article_is_its_kicker() -> None:
    document = read_bytes(printed("三年行动开新局"), name="page.pdf")

    assert [(p.kind, p.text) for p in document.passages[:2]] == [
        (PassageKind.KICKER, "三年行动开新局"),
        (PassageKind.HEADING, "民生蓝图照进现实"),
    ]
    assert document.title == "民生蓝图照进现实"


@pytest.mark.parametrize("numbered", ["一、加快发展", "（二）改善民生", "第三章教育"])
def test_a_numbered_heading_above_a_title_is_no_kicker(numbered: str) -> None:
    document = read_bytes(printed(numbered), name="page.pdf")

    assert document.passages[0].kind is PassageKind.HEADING


def test_the_title_of_the_next_article_makes_no_kicker_of_a_line_before_it() -> None:
    told = kinds("# 甲文\n\n## 小标题\n\n到2024年，新建公园3处。\n\n# 乙文\n\n到2024年，新建学校5所。\n")

    assert PassageKind.KICKER not in told.values()


def test_boxes_of_weather_and_of_hotlines_are_told_apart() -> None:
    told = kinds(
        "到2024年，新建公园3处。\n\n今日晴转多云，东南风2~3级，-3~7℃\n\n新闻热线 0555-3301188 扫描二维码报料\n"
    )

    assert list(told.values()) == [PassageKind.BODY, PassageKind.WEATHER, PassageKind.HOTLINE]


def test_neither_weather_nor_hotline_states_anything_and_their_figures_are_told_of() -> None:
    document = read_text(
        "到2024年，新建公园3处。\n\n今日晴转多云，东南风2~3级，-3~7℃\n\n新闻热线 0555-3301188 扫描二维码报料\n"
    )

    assert [one.indicator for one in read_statements(document, Setting()).commitments] == ["新建公园"]
    assert {issue.code for issue in document.issues} == {"set_aside"}
