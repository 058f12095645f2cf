"""Scans and photos: files that cannot be opened, skew, rules, and what OCR makes of a page."""
# ruff: noqa: PLC0415 - what reads scans is an optional part

from __future__ import annotations

import io
import struct
import sys
import time
import zlib
from pathlib import Path

import pytest

from lantu.documents import read_bytes
from lantu.documents.pages import read_image
from lantu.documents.pages.pdf import opened, read_pdf, render
from lantu.documents.pages.strips import Strip
from lantu.model import InputError

sys.path.insert(0, str(Path(__file__).parent))
from sheets import Sheet, pdf_of

ocr = pytest.mark.extra("rapidocr")  # noqa: S610 - a mark
LINE = "推进县域医共体建设不断完善服务"


def png(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG that says it has so many pixels."""

    def chunk(kind: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def scan_of(sheet: Sheet, degrees: float = 0.0, quarters: int = 0) -> bytes:
    """A picture of a page, turned, as PNG."""
    from PIL import Image

    with opened(pdf_of(sheet), "sheet") as document:
        picture = render(document[0])
    image = Image.fromarray(picture.pixels).rotate(degrees, fillcolor=255, resample=Image.Resampling.BICUBIC)
    held = io.BytesIO()
    image.rotate(90 * quarters, expand=True).save(held, "PNG", dpi=(200, 200))
    return held.getvalue()


@ocr
def test_a_picture_of_thirty_thousand_pixels_square_is_refused_at_once() -> None:
    began = time.process_time()

    with pytest.raises(InputError, match=r"scan\.png: a page of more than 89,000,000 pixels"):
        read_image(png(30_000, 30_000), "scan.png")

    assert time.process_time() - began < 2


@ocr
def test_a_picture_that_is_cut_short_is_refused_in_one_line() -> None:
    with pytest.raises(InputError, match=r"scan\.png: page 1 is broken or cut short"):
        read_image(png(400, 400, b"\x00" * 1000)[:-30], "scan.png")


@ocr
def test_what_is_no_picture_is_refused_in_one_line() -> None:
    with pytest.raises(InputError, match=r"scan\.png: this is no image that can be opened"):
        read_image(b"\x89PNG\r\n\x1a\n and then nothing", "scan.png")


@ocr
def test_a_blank_page_holds_no_text() -> None:
    with pytest.raises(InputError, match="no text is seen"):
        read_image(png(300, 300, (b"\x00" + b"\xff" * 300) * 300), "scan.png")


@ocr
@pytest.mark.parametrize("degrees", [-3.0, 2.0])
def test_a_page_that_lies_askew_is_straightened(degrees: float) -> None:
    import numpy as np
    from PIL import Image

    from lantu.documents.pages.straightening import straighten

    image = Image.open(io.BytesIO(scan_of(Sheet().column(60, 100, [LINE] * 30), degrees)))

    _, skew = straighten(np.asarray(image))

    assert skew.degrees == pytest.approx(-degrees, abs=0.2)


@ocr
def test_a_box_of_the_straightened_page_is_found_on_the_page_as_it_was() -> None:
    from lantu.documents.pages.straightening import Skew

    x0, y0, x1, y1 = Skew(90, 200, 200).back((20, 90, 40, 110))

    assert (x0, y0, x1, y1) == pytest.approx((90, 20, 110, 40))


@ocr
def test_frames_are_found_by_their_lines() -> None:
    import numpy as np
    from PIL import Image

    from lantu.documents.pages.straightening import read_lines

    image = Image.open(io.BytesIO(scan_of(Sheet().frame(100, 100, 300, 220).text(120, 150, LINE))))

    [frame] = read_lines(np.asarray(image), 200).scaled(72 / 200).frames

    assert frame == pytest.approx((100, 100, 300, 220), abs=2)


@ocr
@pytest.mark.slow
def test_a_scan_is_read_in_order_with_pages_and_boxes() -> None:
    sheet = Sheet().column(60, 100, ["　" + LINE[2:], LINE, LINE[:-4] + "新建公园"])
    sheet.column(260, 100, ["绿地400公顷以上。", "　到2024年建成投用。"])

    extract = read_image(scan_of(sheet, degrees=1.5), "scan.png")

    assert "新建公园绿地400公顷以上" in extract.text
    assert extract.layout is not None
    place = extract.layout.place(extract.text.index("400"), extract.text.index("400") + 3)
    assert place is not None
    assert 270 < (place[1][0] + place[1][2]) / 2 < 320
    assert 0.5 < extract.layout.confidence(0, 10) < 1


@ocr
@pytest.mark.slow
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_on_its_side_or_head_is_turned(quarters: int) -> None:
    sheet = Sheet().column(60, 100, [LINE, LINE, "新建长者食堂300处以上。"])

    assert "新建长者食堂300处以上" in read_image(scan_of(sheet, quarters=quarters), "scan.png").text


@ocr
@pytest.mark.slow
def test_pages_of_a_pdf_that_are_pictures_are_read_and_told_of() -> None:
    from PIL import Image

    held = io.BytesIO()
    image = Image.open(io.BytesIO(scan_of(Sheet().text(60, 100, "新建长者食堂300处以上。", 14))))
    image.convert("L").save(held, "PDF", resolution=200)
    told: list[tuple[int, int]] = []

    extract = read_pdf(held.getvalue(), "scan.pdf", lambda page, pages: told.append((page, pages)))

    assert "300处以上" in extract.text
    assert told == [(1, 1)]


@pytest.mark.extra("PIL")  # noqa: S610 - no database here
def test_pages_that_are_pictures_ask_for_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image as image  # noqa: N813 - an extra

    held = io.BytesIO()
    image.new("L", (200, 200), 255).save(held, "PDF")
    monkeypatch.setattr("lantu.documents.pages.pdf.find_spec", lambda _name: None)

    with pytest.raises(InputError, match=r"pictures; pip install 'lantu\[ocr\]'"):
        read_bytes(held.getvalue(), name="scan.pdf")


@ocr
def test_digits_that_are_read_in_two_ways_are_kept_with_little_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    import numpy as np

    from lantu.documents.pages import recognition

    class Engine:
        """Sees 300 at first, then 800 when it looks closer."""

        def __call__(self, _picture: object, *, use_det: bool = True, **_options: bool) -> object:
            class Seen:
                boxes = (((10, 10), (200, 10), (200, 30), (10, 30)),)
                txts = ("新建300处" if use_det else "新建800处",)
                scores = (0.8,)

            return Seen()

    monkeypatch.setattr(recognition, "_engine", Engine)

    [strip] = recognition.recognise(np.full((1700, 1700), 255, dtype=np.uint8))

    assert isinstance(strip, Strip)
    assert strip.confidence == recognition.DISPUTED


def test_marks_of_a_page_have_one_width_but_for_those_in_numbers() -> None:
    from lantu.documents.pages.recognition import in_one_width

    strips = [Strip(text, 0, 0, 10, 10, 10) for text in ("健康，养老，就业，", "教育,住房", "1,234个,8:30")]

    assert [strip.text for strip in in_one_width(strips)] == ["健康，养老，就业，", "教育，住房", "1,234个，8:30"]
