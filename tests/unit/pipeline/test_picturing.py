"""Pictures of printed pages beside the quotes of the site: what is drawn, what stays hidden, what is kept."""

from __future__ import annotations

import re
import struct
import sys
import zlib
from datetime import date
from pathlib import Path

import pytest

from lantu.documents.pages import Clipping, draw
from lantu.documents.pages.showing import RED, VEIL
from lantu.model import InputError
from lantu.pipeline import build
from lantu.plans import plan_from

sys.path.insert(0, str(Path(__file__).parents[1] / "documents" / "pages"))
from sheets import Sheet, pdf_of

BLACK, WHITE = 0, 14
PLAN = """\
title: 民生行动方案
publisher: 青岚市人民政府
place: {name: 青岚市, code: "990300"}
horizon: {start: 2023-01-01, end: 2024-12-31}
issued: 2023-01-10
"""
DOCUMENTS = """\
- path: plan.pdf
  title: 民生行动方案
  roles: [plan]
  published: 2023-01-10
  licence: LICENCE
- path: report.txt
  title: 政府工作报告
  roles: [report]
  published: 2024-01-10
  covers: {start: 2023-01-01, end: 2023-12-31}
  licence: open
"""
REPORT = "2023年，全市新建长者食堂310处。\n"


def page() -> Sheet:
    """A page on which two sentences and a black bar stand; the bar is 20 points below the sentences."""
    sheet = Sheet().text(80, 60, "民生行动方案", 20)
    sheet.column(80, 300, ["\u3000\u3000到2024年，新建长者食堂300处以上。老人步行可到，饭菜热，", "价格低。"])
    sheet.content.append(f"80 {sheet.height - 345} 300 10 re f")
    return sheet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan of one promise, printed as PDF and open, and a report as plain text."""
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "plan.pdf").write_bytes(pdf_of(Sheet().text(80, 60, "目录", 20), page()))
    (tmp_path / "documents" / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    write_list(tmp_path, "open")
    return tmp_path


def write_list(folder: Path, licence: str) -> None:
    (folder / "documents.yaml").write_text(DOCUMENTS.replace("LICENCE", licence), encoding="utf-8")


def built(folder: Path) -> Path:
    site = build(plan_from(folder), on=date(2024, 2, 1)).site
    assert site is not None
    return site


def pixels(png: bytes) -> list[list[int]]:
    """Give the numbers of the greys of a picture, row by row."""
    width, height = struct.unpack(">II", png[16:24])
    packed = zlib.decompress(b"".join(re.findall(rb"IDAT(.*?)....IEND", png, re.DOTALL)))
    stride = 1 + (width + 1) // 2
    rows = (packed[start + 1 : start + stride] for start in range(0, height * stride, stride))
    return [[half for byte in row for half in (byte >> 4, byte & 15)][:width] for row in rows]


def shares(png: bytes) -> dict[int, float]:
    """Give how much of a picture each grey takes."""
    numbers = [number for row in pixels(png) for number in row]
    return {number: numbers.count(number) / len(numbers) for number in set(numbers)}


def image_of(page: Path) -> tuple[str, Path, int, int]:
    """Give the alternative text, file and size of the one picture of a page."""
    [(source, width, height, alt)] = re.findall(
        r'<img src="([^"]+)" width="(\d+)" height="(\d+)" loading="lazy" decoding="async" alt="([^"]+)">',
        page.read_text(encoding="utf-8"),
    )
    return alt, (page.parent / source).resolve(), int(width), int(height)


def test_a_promise_of_a_pdf_stands_beside_the_picture_of_its_place(folder: Path) -> None:
    site = built(folder)

    [promise] = (site / "en" / "commitments").iterdir()
    alt, file, width, height = image_of(promise)
    assert alt == "Picture of page 2 as printed; what is quoted is boxed in red"
    assert file == site / "pictures" / f"{promise.stem}.png"
    assert struct.unpack(">II", file.read_bytes()[16:24]) == pytest.approx((width * 1.25, height * 1.25), abs=1)
    assert image_of(site / "zh" / "commitments" / promise.name)[0] == "第2页原版图片，所引文字用红框标出"


def test_of_an_open_page_the_place_is_shown_with_what_stands_around_it(folder: Path) -> None:
    site = built(folder)

    [promise] = (site / "en" / "commitments").iterdir()
    shown = shares(image_of(promise)[1].read_bytes())
    assert shown[RED] > 0
    assert shown[WHITE] > 0.5
    assert "only the quoted clause" not in promise.read_text(encoding="utf-8")


def test_of_a_page_that_may_only_be_quoted_nothing_else_is_seen(folder: Path) -> None:
    write_list(folder, "quote")

    site = built(folder)

    [promise] = (site / "en" / "commitments").iterdir()
    shown = shares(image_of(promise)[1].read_bytes())
    assert shown[VEIL] > 0.1
    assert "; only the quoted clause and its neighbours may be shown" in promise.read_text(encoding="utf-8")
    assert len(list((site / "pictures").iterdir())) == 1


def test_what_is_veiled_leaves_no_trace_in_the_picture() -> None:
    data, bar = pdf_of(page()), (80.0, 335.0, 380.0, 345.0)
    around = (60.0, 280.0, 400.0, 360.0)
    words = (80.0, 290.0, 400.0, 318.0)

    [(_, whole)] = draw(data, "plan.pdf", [Clipping(1, (), around)])
    [(_, veiled)] = draw(data, "plan.pdf", [Clipping(1, (), around, (words,))])
    [(_, seen)] = draw(data, "plan.pdf", [Clipping(1, (), around, (bar,))])

    scale = 150 / 72
    row, column = int((340 - 280) * scale), int((200 - 60) * scale)
    assert [pixels(one.png)[row][column] for one in (whole, veiled, seen)] == [BLACK, VEIL, BLACK]


def test_an_open_document_shows_its_pages_where_their_text_begins(folder: Path) -> None:
    site = built(folder)

    [printed] = [
        path for path in (site / "en" / "documents").iterdir() if "<details" in path.read_text(encoding="utf-8")
    ]
    alt, file, width, _ = image_of(printed)
    assert alt.startswith("Picture of page 2 as printed")
    assert file.name == f"{printed.stem}-2.png"
    assert width == pytest.approx(595 * 96 / 72, abs=2)
    text = printed.read_text(encoding="utf-8")
    assert text.index(">目录<") < text.index("<details") < text.index("民生行动方案</p>")


def test_a_document_that_may_only_be_quoted_shows_the_places_of_its_statements(folder: Path) -> None:
    write_list(folder, "quote")

    site = built(folder)

    [promise] = (site / "en" / "commitments").iterdir()
    [printed] = [
        path for path in (site / "en" / "documents").iterdir() if "<details" in path.read_text(encoding="utf-8")
    ]
    assert image_of(printed)[1].name == f"{promise.stem}.png"


def test_a_plan_of_plain_text_has_no_pictures(folder: Path) -> None:
    listed = (folder / "documents.yaml").read_text(encoding="utf-8").replace("plan.pdf", "plan.txt")
    (folder / "documents.yaml").write_text(listed, encoding="utf-8")
    (folder / "documents" / "plan.txt").write_text("到2024年，新建长者食堂300处以上。\n", encoding="utf-8")

    site = built(folder)

    assert not (site / "pictures").exists()
    assert not any("<img" in path.read_text(encoding="utf-8") for path in (site / "en" / "commitments").iterdir())


def test_a_second_build_keeps_the_files_of_the_pictures(folder: Path) -> None:
    site = built(folder)
    before = {path.name: path.stat().st_ino for path in (site / "pictures").iterdir()}
    assert len(before) == 2

    built(folder)

    assert {path.name: path.stat().st_ino for path in (site / "pictures").iterdir()} == before


def test_a_file_with_fewer_pages_than_were_read_is_said() -> None:
    with pytest.raises(InputError, match=r"plan\.pdf: has no page 2; read the file again"):
        list(draw(pdf_of(page()), "plan.pdf", [Clipping(2, ())]))
