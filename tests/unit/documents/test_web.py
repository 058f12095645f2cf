"""Saved web pages: main text, title, day, tables; nothing is loaded, hostile pages are bounded."""

from __future__ import annotations

from datetime import date

import pytest

from lantu.documents import Document, read_bytes
from lantu.model import InputError

PAGE = """<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>青岚市养老服务规划-青岚市人民政府</title>{meta}
<script>var news = "新建公园99处";</script></head>
<body><form><div class="header"><ul><li><a href="/">首页</a></li><li><a href="/z">政务公开</a></li></ul></div>
<div class="position">当前位置：<a>首页</a> &gt; <a>规划</a></div>
<div class="article">{body}</div>
<div class="share"><a>分享到微信</a></div>
<div class="footer">版权所有 青岚市人民政府办公室</div></form></body></html>"""
TEXT = """<h2>一、主要目标</h2>
<p>　　到2025年，新建养老机构12所，改造老旧小区30个，新增护理型床位2500张以上，社区养老服务设施实现全覆盖。</p>
<p>　　各级各部门要提高站位，压实责任，确保各项任务按时保质完成，<span>让老年人</span>共享改革发展成果。</p>"""


def page(body: str = TEXT, meta: str = "", charset: str = "utf-8", encoding: str = "utf-8") -> Document:
    return read_bytes(PAGE.format(body=body, meta=meta, charset=charset).encode(encoding), name="page.html")


def test_the_main_text_is_read_and_what_surrounds_it_is_not() -> None:
    assert page().text == (
        "# 青岚市养老服务规划\n\n## 一、主要目标\n\n"
        "到2025年，新建养老机构12所，改造老旧小区30个，新增护理型床位2500张以上，社区养老服务设施实现全覆盖。\n\n"
        "各级各部门要提高站位，压实责任，确保各项任务按时保质完成，让老年人共享改革发展成果。\n"
    )


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("gbk", "gbk"),
        ("utf-8", "utf-8-sig"),
        ("utf-8", "gb18030"),
        ("utf-8", "utf-16"),
        ("no-such-charset", "gb18030"),
        ("hex", "utf-8"),
    ],
)
def test_an_encoding_is_believed_where_the_bytes_agree(charset: str, encoding: str) -> None:
    assert page(charset=charset, encoding=encoding).text == page().text


def test_traditional_characters_in_big5_are_read() -> None:
    data = '<html><head><meta charset="big5"></head><body><p>新建公園十二處。</p></body></html>'.encode("big5")

    assert read_bytes(data, name="page.html").text == "新建公園十二處。\n"


@pytest.mark.parametrize(
    ("meta", "body"),
    [
        ('<meta name="PubDate" content="2021-03-04 09:30">', TEXT),
        ('<meta property="article:published_time" content="2021-03-04T09:30:00+08:00">', TEXT),
        ("", "<p>发布时间：2021年3月4日 来源：市民政局</p>" + TEXT),
        ("", "<p>发布日期： 2021-03-04</p>" + TEXT),
    ],
)
def test_the_day_of_publication_is_the_one_that_the_page_states(meta: str, body: str) -> None:
    document = page(body, meta)

    assert (document.published, document.published_rule) == (date(2021, 3, 4), "format")


def test_a_page_moved_later_keeps_the_day_on_which_its_report_was_given() -> None:
    body = "<p>——2018年1月9日在青岚市第九届人民代表大会第一次会议上</p>" + TEXT

    document = page(body, '<meta name="PubDate" content="2023-06-01">')

    assert document.published == date(2018, 1, 9)


def test_the_title_in_the_metadata_comes_before_the_browsers() -> None:
    assert page(meta='<meta name="ArticleTitle" content="养老规划（2021—2025年）">').title == "养老规划（2021—2025年）"


def test_merged_cells_of_a_table_stand_in_each_place() -> None:
    table = (
        "<table><tr><td rowspan=2>指标</td><td colspan='2'>目标</td></tr><tr><td>2024年</td><td>2025年</td></tr>"
        "<tr><td><p>床位</p>（张）</td><td>3</td><td>a|b</td></tr></table>"
    )

    document = page(TEXT + table)

    [rows] = [passage.rows for passage in document.passages if passage.rows]
    assert [[cell.text for cell in row] for row in rows] == [
        ["指标", "目标", "目标"],
        ["指标", "2024年", "2025年"],
        ["床位（张）", "3", "a｜b"],
    ]


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    document = page(f"<table><tr><td><table><tr><td>{TEXT}</td></tr></table></td></tr></table>")

    assert "|" not in document.text
    assert "新建养老机构12所" in document.text


def test_items_of_a_list_and_lines_within_a_paragraph_are_blocks() -> None:
    document = page(TEXT + "<ul><li>新建学校8所。</li></ul><p>一是扩容。<br>二是提质。</p>")

    assert document.text.endswith("- 新建学校8所。\n\n一是扩容。\n\n二是提质。\n")


def test_hidden_text_is_not_read() -> None:
    assert "99" not in page(TEXT + '<p style="display: none">新建公园99处。</p>').text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html><body><script>document.write('x')</script></body></html>", "without text"),
        (b"<html><body>" + b"<div>" * 100_000 + "新建公园12处。".encode() + b"</div>" * 100_000, "without text"),
        (b"<html><body><p " + b"a=1 " * 5000 + b">x</p></body></html>", "attributes"),
        (
            b"<html><body><table>" + (b"<tr>" + b"<td colspan=200 rowspan=200>x</td>" * 400 + b"</tr>") * 3,
            "more than 200,000 cells",
        ),
    ],
    ids=["script", "depth", "attributes", "spans"],
)
def test_a_hostile_page_gets_one_clear_line(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as error:
        read_bytes(data, name="page.html")

    assert "\n" not in str(error.value)


def test_entities_are_not_followed() -> None:
    data = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; park</p></body></html>'

    assert "root:" not in read_bytes(data, name="page.html").text


def test_a_page_named_as_text_is_told_by_its_content() -> None:
    data = "<!-- saved --><html><body><p>新建公园12处。</p></body></html>".encode()

    assert read_bytes(data, name="plan.txt").text == "新建公园12处。\n"


def test_a_page_cut_within_a_character_is_read_to_there() -> None:
    data = "<html><body><p>新建公园12处。".encode()[:-1]

    assert read_bytes(data, name="page.html").text.startswith("新建公园12处")
