"""Statements marked in place, also where they overlap and where only a part may be shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lantu.publication.marks import Mark, Run, clauses, runs
from lantu.publication.text import Place

WORDS = "零一二三四五六七八九"


def a_mark(start: int, end: int, anchor: str = "c-1") -> Mark:
    return Mark(Place(0, start, end), anchor, "commitment", "met", ("1",))


def told(found: tuple[Run, ...]) -> list[tuple[str, list[str]]]:
    return [(run.text or f"[{run.hidden}]", [mark.anchor for mark in run.marks]) for run in found]


def test_text_without_marks_is_one_run() -> None:
    assert told(runs(WORDS, [], [(0, 10)])) == [(WORDS, [])]


def test_marks_that_overlap_cut_the_text_where_they_begin_and_end() -> None:
    found = runs(WORDS, [a_mark(1, 5, "a"), a_mark(3, 8, "b")], [(0, 10)])

    assert told(found) == [("零", []), ("一二", ["a"]), ("三四", ["a", "b"]), ("五六七", ["b"]), ("八九", [])]


def test_a_mark_begins_once_and_ends_once() -> None:
    found = runs(WORDS, [a_mark(1, 8, "a"), a_mark(3, 5, "b")], [(0, 10)])

    assert [[mark.anchor for mark in run.first] for run in found] == [[], ["a"], ["b"], [], []]
    assert [[mark.anchor for mark in run.last] for run in found] == [[], [], ["b"], ["a"], []]


def test_two_marks_on_the_same_words_are_both_kept() -> None:
    found = runs(WORDS, [a_mark(2, 4, "b"), a_mark(2, 4, "a")], [(0, 10)])

    assert told(found)[1] == ("二三", ["a", "b"])


def test_what_may_not_be_shown_is_counted_and_left_out() -> None:
    found = runs(WORDS, [a_mark(4, 5)], [(3, 6), (8, 9)])

    assert told(found) == [("[3]", []), ("三", []), ("四", ["c-1"]), ("五", []), ("[2]", []), ("八", []), ("[1]", [])]


def test_clauses_that_touch_are_shown_as_one() -> None:
    text = "。".join("一二三四五六七八九")

    assert clauses(text, [(0, 1), (2, 3), (14, 15)]) == ((0, 6), (12, 17))


spans = st.tuples(st.integers(0, 9), st.integers(1, 10)).filter(lambda span: span[0] < span[1])


@given(st.lists(spans, max_size=6))
def test_marks_never_change_the_text(found: list[tuple[int, int]]) -> None:
    marks = [a_mark(start, end, str(number)) for number, (start, end) in enumerate(found)]

    cut = runs(WORDS, marks, [(0, 10)])

    assert "".join(run.text for run in cut) == WORDS
    for mark in marks:
        assert "".join(run.text for run in cut if mark in run.marks) == WORDS[mark.place.start : mark.place.end]
        assert sum(mark in run.first for run in cut) == sum(mark in run.last for run in cut) == 1
