"""The page on which a statement stands, drawn with the statement boxed."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest

from lantu.model import InputError
from lantu.pipeline import read_document, show

sys.path.insert(0, str(Path(__file__).parents[1] / "documents" / "pages"))
from sheets import Sheet, pdf_of

PLAN = "到2024年，新建长者食堂300处以上。"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A PDF of two pages; the second one promises."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf_of(Sheet().text(100, 100, "民生行动方案", 20), Sheet().text(100, 300, PLAN)))
    return path


def test_a_statement_of_a_pdf_knows_its_page_and_box(plan: Path) -> None:
    read = read_document(plan)
    [statement] = read.statements

    assert read.document.text[statement.span.start : statement.span.end] == "300处"
    assert statement.page == 2
    assert statement.box is not None
    assert statement.box[1:4:2] == pytest.approx((291.4, 301.4))


def test_the_page_is_drawn_with_the_statement_boxed(plan: Path) -> None:
    [statement] = read_document(plan).statements

    shown = show(plan, statement.id[:8])

    assert shown.statement["quote"] == "300处"
    assert shown.png.startswith(b"\x89PNG")
    assert struct.unpack(">II", shown.png[16:24]) == pytest.approx((595 * 150 / 72, 842 * 150 / 72), abs=2)
    assert shown.png == show(plan, statement.id).png


def test_a_statement_that_is_not_there_is_said(plan: Path) -> None:
    with pytest.raises(InputError, match="no statement ffff"):
        show(plan, "ffff")


def test_a_text_has_no_pages(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")

    with pytest.raises(InputError, match="a text without pages"):
        show(path, "ffff")
