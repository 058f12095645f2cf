"""Commas and brackets in half or full width, told by the room that they take."""

from __future__ import annotations

from lantu.documents.pages.marks import Characters, in_their_width


def line(text: str, room: float, x0: float = 0, middle: float = 0) -> Characters:
    """A line of characters of ten pixels whose marks take ``room`` times as much."""
    at, centres = x0, []
    for character in text:
        wide = 10 * (room if character in ",，()（）" else 1.0)
        centres.append(at + wide / 2)
        at += wide
    return Characters(text, centres, x0, at, middle, 10)


SENTENCE = "健全服务,增加供给,方便群众,不断完善"


def test_marks_that_take_the_room_of_a_character_are_of_full_width() -> None:
    assert in_their_width([line(SENTENCE, 1.0)]) == [SENTENCE.replace(",", "，")]


def test_marks_that_take_little_room_are_of_half_width_however_they_were_read() -> None:
    assert in_their_width([line(SENTENCE.replace(",", "，"), 0.3)]) == [SENTENCE]


def test_each_column_tells_for_itself() -> None:
    half, full = line(SENTENCE, 0.3), line(SENTENCE, 1.0, x0=300)

    assert in_their_width([half, full]) == [SENTENCE, SENTENCE.replace(",", "，")]


def test_a_line_that_tells_nothing_follows_its_column() -> None:
    around = [line(SENTENCE, 0.3, middle=middle) for middle in (0, 15)]
    short = Characters("年度，", [], 0, 30, 30, 10)

    assert in_their_width([*around, short])[-1] == "年度,"


def test_brackets_are_told_apart_from_commas() -> None:
    text = "推进事项(一批)建设项目(二批)保障民生(三批)改善,服务,质量,提升"
    commas_full = [line(text.replace(",", "，"), 1.0), line(text.replace("(", "（").replace(")", "）"), 1.0)]

    assert set(in_their_width(commas_full)) == {text.replace("(", "（").replace(")", "）").replace(",", "，")}


def test_where_nothing_can_be_measured_most_marks_decide_but_not_those_in_numbers() -> None:
    lines = [Characters(text, [], 0, 10, 0, 10) for text in ("健康，养老，就业，", "教育,住房", "1,234个,8:30")]

    assert in_their_width(lines) == ["健康，养老，就业，", "教育，住房", "1,234个，8:30"]
