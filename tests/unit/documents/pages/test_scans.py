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
def test_columns_whose_lines_stand_at_different_heights_are_not_turned_to_meet() -> None:
    import numpy as np

    from lantu.documents.pages.straightening import straighten

    page = np.full((1600, 1200), 255, dtype=np.uint8)
    for number, left in enumerate((80, 460, 840)):
        for top in range(80 + 4 * number, 1500, 20):
            page[top : top + 9, left : left + 280] = 0

    assert straighten(page)[1].degrees == 0


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
    from rapidocr.ch_ppocr_rec.typings import WordInfo

    from lantu.documents.pages import recognition

    class Engine:
        """Sees 300 at first, then 800 when it looks closer."""

        def __call__(self, picture: object, **_options: bool) -> object:
            class Seen:
                boxes = (((10, 10), (200, 10), (200, 30), (10, 30)),)
                txts = ("新建300处" if np.asarray(picture).shape[0] <= 21 else "新建800处",)
                scores = (0.8,)
                word_results = (WordInfo(),)

            return Seen()

    monkeypatch.setattr(recognition, "_engine", Engine)
    page = np.full((1700, 1700), 255, dtype=np.uint8)
    page[14:26, 20:190] = 0

    [strip] = recognition.recognise(page)

    assert isinstance(strip, Strip)
    assert strip.confidence == recognition.DISPUTED


def pages_of(count: int) -> bytes:
    """A TIFF of so many pages of A5 at 200 dots an inch, each with a grey bar."""
    import numpy as np
    from PIL import Image

    page = np.full((1654, 1165), 255, dtype=np.uint8)
    page[200:230, 100:900] = 60
    held = io.BytesIO()
    first, *rest = [Image.fromarray(page) for _ in range(count)]
    first.save(held, "TIFF", compression="tiff_deflate", dpi=(200, 200), save_all=True, append_images=rest)
    return held.getvalue()


@pytest.fixture
def one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """OCR that sees one line on every page, whatever stands there."""
    from rapidocr.ch_ppocr_rec.typings import WordInfo

    from lantu.documents.pages import recognition

    class Engine:
        boxes = (((100, 195), (900, 195), (900, 235), (100, 235)),)
        txts = ("新建公园绿地四百公顷",)
        scores = (0.99,)
        word_results = (WordInfo(),)

        def __call__(self, _picture: object, **_options: bool) -> object:
            return self

    monkeypatch.setattr(recognition, "_engine", Engine)


@ocr
def test_a_narrow_sign_with_much_white_around_it_is_not_read_sideways(monkeypatch: pytest.MonkeyPatch) -> None:
    import numpy as np
    from rapidocr.ch_ppocr_rec.typings import WordInfo

    from lantu.documents.pages import recognition

    shapes = []

    class Engine:
        boxes = (((100, 100), (130, 100), (130, 130), (100, 130)),)
        txts = ("1",)
        scores = (0.99,)
        word_results = (WordInfo(),)

        def __call__(self, picture: object, *, use_det: bool = False, **_options: bool) -> object:
            shapes.extend([] if use_det else [np.asarray(picture)])
            return self

    monkeypatch.setattr(recognition, "_engine", Engine)
    page = np.full((1700, 1700), 255, dtype=np.uint8)
    page[105:125, 112:116] = 0

    recognition.recognise(page)

    [part] = shapes
    assert part[10, 13].tolist() == [0, 0, 0]
    assert part[2, 13].tolist() == [255, 255, 255]


@ocr
@pytest.mark.usefixtures("one_line")
def test_each_page_is_told_before_it_is_read() -> None:
    told: list[tuple[int, int]] = []

    extract = read_image(pages_of(3), "scan.tif", lambda page, pages: told.append((page, pages)))

    assert told == [(1, 3), (2, 3), (3, 3)]
    assert extract.text.count("新建公园绿地四百公顷") == 3


@ocr
@pytest.mark.usefixtures("one_line")
def test_memory_is_that_of_one_page_however_many_there_are() -> None:
    import tracemalloc

    few, many = pages_of(2), pages_of(10)
    peaks = []
    for data in (few, many):
        tracemalloc.start()
        read_image(data, "scan.tif")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[0] > 1654 * 1165  # a page was held, and it was counted
    assert peaks[1] < 1.15 * peaks[0]
