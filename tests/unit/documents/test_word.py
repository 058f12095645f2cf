"""Word files: headings, the numbers that Word writes, lists, tables, notes; hostile files get one clear line."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from lantu.documents import Document, read_bytes
from lantu.model import InputError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: docx.document.Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def archive(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def word(body: str, **parts: str) -> bytes:
    """Make a file of a body's XML, with further parts by their plain names."""
    kinds = "".join(f'<Relationship Id="{name}" Type="x/{name}" Target="{name}.xml"/>' for name in parts)
    relations = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{kinds}</Relationships>'
    )
    return archive(
        {
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations,
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(data: bytes) -> Document:
    return read_bytes(data, name="plan.docx")


def test_headings_paragraphs_and_items_are_read_in_order() -> None:
    file = docx.Document()
    file.add_heading("养老行动方案（2023—2025年）", 0)
    file.add_heading("主要目标", 1)
    file.add_paragraph("新建养老机构12所。")
    file.add_paragraph("改造小区3个。", style="List Bullet")

    document = read(saved(file))

    assert document.text == "# 养老行动方案（2023—2025年）\n\n## 主要目标\n\n新建养老机构12所。\n\n- 改造小区3个。\n"
    assert document.years == (2023, 2025)


def test_the_numbers_that_word_writes_are_part_of_the_text() -> None:
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    levels = [0, 1, 1, 0, 1]
    body = "".join(
        paragraph(f"第{at}段。", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr>')
        for at, level in enumerate(levels)
    )

    lines = read(word(body, numbering=numbering)).text.split("\n\n")

    assert [line.strip() for line in lines] == [
        "一、第0段。",
        "（一）第1段。",
        "（二）第2段。",
        "二、第3段。",
        "（一）第4段。",
    ]


def test_merged_cells_stand_in_each_place() -> None:
    file = docx.Document()
    table = file.add_table(rows=3, cols=3)
    for row, texts in enumerate([["指标", "目标", ""], ["", "2024年", "2025年"], ["床位", "3", "4"]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))

    document = read(saved(file))

    [rows] = [passage.rows for passage in document.passages if passage.rows]
    assert [[cell.text for cell in row] for row in rows] == [
        ["指标", "目标", "目标"],
        ["指标", "2024年", "2025年"],
        ["床位", "3", "4"],
    ]


def test_notes_stand_below_the_text_under_their_marks() -> None:
    body = (
        '<w:p><w:r><w:t>建成圈</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>12个。</w:t></w:r></w:p>'
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("圈指十五分钟内。")}</w:footnote></w:footnotes>'

    assert read(word(body, footnotes=notes)).text == "建成圈[1]12个。\n\n## 注释\n\n[1] 圈指十五分钟内。\n"


def test_deleted_and_hidden_words_and_the_table_of_contents_are_not_read() -> None:
    styles = f'<w:styles {W}><w:style w:styleId="T"><w:name w:val="toc 1"/></w:style></w:styles>'
    body = (
        paragraph("主要目标 3", '<w:pStyle w:val="T"/>')
        + "<w:p><w:r><w:t>新建</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>公园</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>99处</w:t></w:r>"
        "<w:r><w:t>12处。</w:t></w:r></w:p>"
    )

    assert read(word(body, styles=styles)).text == "新建公园12处。\n"


def test_text_boxes_and_content_controls_are_read() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('盒中新建公园3处。')}</w:txbxContent></w:pict></w:r></w:p>"
    control = f"<w:sdt><w:sdtContent>{paragraph('新建公园2处。')}</w:sdtContent></w:sdt>"

    assert read(word(control + box)).text == "新建公园2处。\n\n盒中新建公园3处。\n"


def test_macros_are_told_and_never_run() -> None:
    data = archive(
        {
            "word/document.xml": f"<w:document {W}><w:body>{paragraph('新建公园2处。')}</w:body></w:document>",
            "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
        }
    )

    document = read(data)

    assert document.text == "新建公园2处。\n"
    assert [issue.code for issue in document.issues] == ["macros"]


ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (archive({"word/document.xml": b" " * (60 * 1024 * 1024)}), "unpacks to 62,914,560 bytes"),
        (archive({"word/document.xml": "<x/>", **{f"word/{at}": b"" for at in range(10_001)}}), "10,002 parts"),
        (archive({"word/document.xml": f"{ENTITY}<w:document {W}><w:body>&e;</w:body></w:document>"}), "document type"),
        (archive({"word/document.xml": "<w:document><w:body>".encode("utf-16")}), "no UTF-8"),
        (archive({"word/document.xml": f"<w:document {W}><w:body>" + "<w:p>" * 5000}), "damaged"),
        (archive({"word/document.xml": f"<w:document {W}/>"}), "without a body"),
        (word(""), "without text"),
        (word(paragraph("新建公园12处。" * 400))[:-300], "archive"),
    ],
    ids=["bomb", "parts", "entity", "utf16", "depth", "body", "empty", "cut"],
)
def test_a_hostile_file_gets_one_clear_line(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as error:
        read(data)

    assert "\n" not in str(error.value)


def test_a_part_that_claims_another_place_is_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = archive(
        {
            "word/document.xml": f"<w:document {W}><w:body>{paragraph('新建公园2处。')}</w:body></w:document>",
            "../../escaped.txt": b"x",
            "/absolute.txt": b"x",
        }
    )

    document = read(data)

    assert document.text == "新建公园2处。\n"
    assert list(tmp_path.parent.rglob("escaped.txt")) == []


def test_a_word_file_is_told_by_its_content_whatever_its_name() -> None:
    assert read_bytes(word(paragraph("新建公园2处。")), name="plan.txt").text == "新建公园2处。\n"
