"""Where characters stand on pages."""

from __future__ import annotations

from lantu.documents.layout import Layout, Run

TWO_LINES = Layout((Run(0, 10, 1, (0, 0, 100, 12)), Run(11, 16, 2, (50, 20, 100, 32))), ((200, 300), (200, 300)))


def test_a_range_within_a_line_is_cut_in_proportion():
    assert TWO_LINES.where(2, 5) == ((1, (20.0, 0, 50.0, 12)),)


def test_a_range_over_a_page_break_has_a_box_on_each_page():
    assert TWO_LINES.where(8, 13) == ((1, (80.0, 0, 100.0, 12)), (2, (50.0, 20, 70.0, 32)))


def test_a_line_set_downwards_is_cut_downwards():
    layout = Layout((Run(0, 4, 1, (10, 0, 22, 48)),), ((200, 300),))

    assert layout.where(1, 2) == ((1, (10, 12.0, 22, 24.0)),)


def test_what_stands_on_no_page_has_no_box():
    assert TWO_LINES.where(16, 20) == ()
