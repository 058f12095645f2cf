"""Text of PDF files: characters, rotation, what cannot be opened."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from lantu.documents import read_bytes
from lantu.documents.pages import read_pdf
from lantu.model import InputError

sys.path.insert(0, str(Path(__file__).parent))
from sheets import Sheet, pdf_of

CANTEENS = "新建长者食堂300处以上。"


def test_a_line_knows_its_page_and_box() -> None:
    extract = read_pdf(pdf_of(Sheet(), Sheet().text(100, 200, CANTEENS)), "plan.pdf")

    assert extract.text == CANTEENS
    assert extract.layout is not None
    [(page, box)] = extract.layout.where(0, 6)
    assert page == 2
    assert box == pytest.approx((100, 191.4, 160, 201.4), abs=1)


def test_radicals_and_compatibility_characters_are_ordinary_ideographs() -> None:
    extract = read_pdf(pdf_of(Sheet().text(50, 50, "⼈⺠⽣活，⻓者⾷堂12％")), "plan.pdf")

    assert extract.text == "人民生活，长者食堂12％"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_rotated_page_is_read_as_it_is_shown(rotation: int) -> None:
    sheet = Sheet(rotation=rotation).column(
        100, 100, ["　到2024年底，全市每年新建公园绿地四百公顷以", "上，绿道一百公里以上。"]
    )

    extract = read_pdf(pdf_of(sheet), "plan.pdf")

    assert extract.text == "到2024年底，全市每年新建公园绿地四百公顷以上，绿道一百公里以上。"
    assert extract.layout is not None
    assert extract.layout.sizes == (((842, 595) if rotation % 180 else (595, 842)),)
    assert all(0 <= box[0] < box[2] <= 842 for _, box in extract.layout.where(0, len(extract.text)))


def test_text_that_lies_on_an_upright_page_is_read() -> None:
    sheet = Sheet().text(100, 700, CANTEENS, matrix="0 1 -1 0").text(120, 700, "到2024年建成。", matrix="0 1 -1 0")

    extract = read_pdf(pdf_of(sheet), "plan.pdf")

    assert extract.text.replace("\n", "") == f"{CANTEENS}到2024年建成。"
    assert extract.layout is not None
    [(_, first), (_, second)] = extract.layout.where(0, 2)
    assert (first[0], first[2]) == pytest.approx((91.4, 101.4))
    assert first[3] == pytest.approx(700)
    assert second[3] == pytest.approx(first[1])


def test_a_number_that_a_column_breaks_is_whole() -> None:
    sheet = Sheet().column(50, 50, ["　全市新增城乡公益性岗位1.", "63万个以上。"])

    assert "岗位1.63万个" in read_pdf(pdf_of(sheet), "plan.pdf").text


def test_latin_words_that_a_column_breaks_keep_their_space() -> None:
    sheet = Sheet().column(50, 50, ["　" + "推进" * 8 + "AI for", "Science" + "计划" * 8])

    assert "AI for Science计划" in read_pdf(pdf_of(sheet), "plan.pdf").text


def test_a_cut_off_file_is_refused_in_one_line() -> None:
    data = pdf_of(Sheet().text(50, 50, CANTEENS))

    with pytest.raises(InputError, match=r"plan\.pdf: this PDF is broken or cut short"):
        read_pdf(data[:200], "plan.pdf")


def test_an_encrypted_file_is_refused_in_one_line() -> None:
    with pytest.raises(InputError, match=r"plan\.pdf: this PDF is encrypted and asks for a password"):
        read_pdf(pdf_of(Sheet().text(50, 50, CANTEENS), locked=True), "plan.pdf")


def test_pages_without_text_are_told_from_text() -> None:
    with pytest.raises(InputError, match="without text"):
        read_pdf(pdf_of(Sheet(), Sheet()), "scan.pdf")


def test_ten_thousand_empty_pages_are_refused_at_once() -> None:
    data = pdf_of(*[Sheet()] * 10_000)
    began = time.process_time()

    with pytest.raises(InputError, match="10,000 pages"):
        read_pdf(data, "empty.pdf")

    assert time.process_time() - began < 5


def test_a_pdf_is_read_as_a_document() -> None:
    document = read_bytes(pdf_of(Sheet().text(50, 50, CANTEENS)), name="plan.pdf")

    assert [passage.text for passage in document.passages] == [CANTEENS]
    assert document.layout is not None
