"""Lines that OCR read across a gutter, and lines that are set downwards."""

from __future__ import annotations

from lantu.documents.pages.cutting import cut_at_gutters
from lantu.documents.pages.downwards import join_leftwards
from lantu.documents.pages.strips import Strip

LINE = "到二〇二四年底全市"


def line(text: str, x0: float, y: float) -> Strip:
    return Strip(text, x0, y, x0 + 10 * len(text), y + 10, 10)


def test_a_line_over_two_columns_is_cut_between_them() -> None:
    around = [line(LINE, x, y) for x in (0, 102) for y in (0, 15, 45, 60)]
    over = Strip("新建公园绿地四百公顷以上绿道一百公里", 0, 30, 192, 40, 10)

    cut = cut_at_gutters([*around, over])[-2:]

    assert [strip.text for strip in cut] == ["新建公园绿地四百公", "顷以上绿道一百公里"]
    assert (cut[0].x1, cut[1].x0) == (90, 102)


def test_a_heading_over_two_columns_is_left_whole() -> None:
    below = [line(LINE, x, y) for x in (0, 102) for y in (30, 45)]
    heading = Strip("新建公园绿地四百公顷", 0, 0, 192, 20, 19)

    assert heading in cut_at_gutters([heading, *below])


def test_lines_set_downwards_are_joined_from_the_right() -> None:
    right = Strip("蓝图照进", 40, 0, 60, 80, 20)
    left = Strip("淄水两岸", 10, 0, 30, 80, 20)

    [joined] = join_leftwards([right, left])

    assert joined.text == "蓝图照进淄水两岸"
    assert joined.box == (10, 0, 60, 80)
