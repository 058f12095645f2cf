"""Lines that OCR found across a gutter, and lines that are set downwards."""

from __future__ import annotations

from lantu.documents.pages.cutting import Line, cut_at_gutters, line_of
from lantu.documents.pages.downwards import join_leftwards
from lantu.documents.pages.strips import Strip

EM = 20
"""Pixels; a line is a ninth higher."""


def line(x0: int, x1: int, y: int, *gaps: tuple[int, int]) -> Line:
    return Line(x0, y, x1, y + 22, gaps, (x0, x1))


def column(x0: int, x1: int, *tops: int) -> list[Line]:
    return [line(x0, x1, top) for top in tops]


def spans(lines: list[Line]) -> list[tuple[int, int]]:
    return [(one.x0, one.x1) for one in lines]


def test_a_line_over_two_columns_is_cut_where_others_end_and_begin() -> None:
    columns = column(0, 200, 0, 30, 90) + column(220, 420, 0, 30, 90)
    over = line(0, 420, 60, (200, 220))

    assert spans(cut_at_gutters([*columns, over]))[-2:] == [(0, 200), (220, 420)]


def test_lines_that_all_lie_over_a_gutter_tell_of_it_together() -> None:
    lines = [line(0, 420, top, (200, 220)) for top in (0, 30, 60)]
    lines += [line(0, 200, 90), line(220, 420, 90)]

    assert spans(cut_at_gutters(lines)) == [(0, 200), (220, 420)] * 4


def test_a_mark_of_full_width_before_a_gutter_leaves_more_white() -> None:
    columns = column(0, 200, 0, 30, 90) + column(220, 420, 0, 30, 90)
    over = line(0, 420, 60, (188, 220))

    assert spans(cut_at_gutters([*columns, over]))[-2:] == [(0, 188), (220, 420)]


def test_two_lines_of_the_row_above_tell_of_a_gutter_though_the_second_is_set_in() -> None:
    above = [line(0, 196, 0), line(260, 420, 0)]
    over = line(0, 420, 30, (200, 220))

    assert spans(cut_at_gutters([*above, over])) == [(0, 196), (260, 420), (0, 200), (220, 420)]


def test_white_after_a_mark_within_a_column_is_no_gutter() -> None:
    lines = [*column(0, 420, 0, 30, 90, 120), line(0, 420, 60, (200, 214))]

    assert cut_at_gutters(lines) == lines


def test_white_where_paragraphs_are_set_in_is_no_gutter() -> None:
    indented = column(40, 420, 0, 120, 240)
    short = column(0, 28, 90, 210)
    lines = [*indented, *short, *column(0, 420, 30, 60, 150), line(0, 420, 180, (28, 40))]

    assert cut_at_gutters(lines) == lines


def test_the_edge_of_a_neighbour_beyond_a_gutter_is_left_out() -> None:
    columns = column(0, 200, 0, 30, 90) + column(220, 420, 0, 30, 60, 90)
    over = line(0, 224, 60, (200, 220))

    assert spans(cut_at_gutters([*columns, over]))[-1] == (0, 200)


def test_a_heading_over_two_columns_is_left_whole() -> None:
    heading = Line(0, 0, 420, 40, ((200, 220),), (0, 420))

    assert heading in cut_at_gutters([heading, *column(0, 200, 50, 80), *column(220, 420, 50, 80)])


def test_a_part_is_read_up_to_the_white_and_no_further() -> None:
    columns = column(0, 200, 0, 30, 90) + column(220, 420, 0, 30, 90)
    over = Line(2, 60, 418, 82, ((200, 220),), (0, 424))

    left, right = cut_at_gutters([*columns, over])[-2:]

    assert (left.seen, right.seen) == ((0, 205), (215, 424))


def test_a_line_is_as_wide_as_its_ink_and_keeps_its_wide_white() -> None:
    found = line_of((0, 0, 300, 22), [(10, 100), (104, 200), (220, 280)])

    assert (found.x0, found.x1, found.gaps, found.seen) == (10, 280, ((200, 220),), (0, 300))


def test_lines_set_downwards_are_joined_from_the_right() -> None:
    right = Strip("蓝图照进", 40, 0, 60, 80, 20)
    left = Strip("淄水两岸", 10, 0, 30, 80, 20)

    [joined] = join_leftwards([right, left])

    assert joined.text == "蓝图照进淄水两岸"
    assert joined.box == (10, 0, 60, 80)
