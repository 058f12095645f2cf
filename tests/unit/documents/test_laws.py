"""Laws of every document: nothing is lost, nothing is doubled, every passage is cut out of the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lantu.documents import Document, read_text
from lantu.documents.lines import INVISIBLE, MARKS
from lantu.model import InputError, PassageKind

from ...stories.pages.layout import LAYOUTS
from ...stories.pages.stories import PAGE

PARTS = st.sampled_from(
    [
        *"\n\r\t 　*#|->。，、；：！？（）“”《》.,:",
        *["\n\n", "\r\n", "**", "## ", "<!--", "-->", "---\n", "title: x\n", "| a | b |\n", "\u200b", "\x85", "\u2028"],
        *[
            "一、",
            "（二）",
            "1.",
            "第三章",
            "——",
            "图为",
            "记者 张三",
            "（下转第二版）",
            "热线",
            "扫码",
            "0599-6128866",
        ],
        *["新建公园12处", "全市", "2031年1月5日", "增长5.6%", "A new plan", "12 345", "讯", "公益广告", "晴转多云"],
    ]
)
TEXTS = st.one_of(st.lists(PARTS, max_size=60).map("".join), st.text(max_size=200))
PAGES = st.builds(
    lambda layout, seed: LAYOUTS[layout](PAGE, seed).text, st.sampled_from(sorted(LAYOUTS)), st.integers(0, 999)
)


def read(text: str) -> Document | None:
    try:
        return read_text(text)
    except InputError:
        return None


@given(TEXTS | PAGES)
def test_a_passage_is_the_concatenation_of_its_pieces(text: str) -> None:
    document = read(text)

    for passage in document.passages if document else ():
        assert passage.text == "".join(document.text[a:b] for a, b in passage.pieces)
        assert passage.text.strip() == passage.text != ""


@given(TEXTS | PAGES)
def test_no_character_stands_in_two_passages(text: str) -> None:
    document = read(text)

    pieces = sorted(piece for passage in (document.passages if document else ()) for piece in passage.pieces)
    assert all(a < b for a, b in pieces)
    assert all(end <= start for (_, end), (start, _) in pairwise(pieces))


@given(TEXTS | PAGES)
def test_nothing_is_left_out_but_white_space_and_marks(text: str) -> None:
    document = read(text)
    if document is None:
        return

    covered = {i for passage in document.passages for a, b in passage.pieces for i in range(a, b)}
    left = {c for i, c in enumerate(document.text) if i not in covered and not c.isspace()}
    assert left <= MARKS | set(INVISIBLE)


@given(TEXTS | PAGES)
def test_passages_stand_in_the_order_in_which_they_begin(text: str) -> None:
    document = read(text)

    begins = [passage.pieces[0][0] for passage in (document.passages if document else ())]
    assert begins == sorted(begins)
    for passage in document.passages if document else ():
        assert list(passage.pieces) == sorted(passage.pieces)


@given(TEXTS | PAGES)
def test_articles_are_counted_upwards(text: str) -> None:
    document = read(text)

    articles = [passage.article for passage in (document.passages if document else ())]
    assert articles == sorted(articles)
    assert set(articles) == set(range(len(set(articles))))


@given(TEXTS)
def test_only_headings_have_a_level(text: str) -> None:
    document = read(text)

    for passage in document.passages if document else ():
        assert (passage.level > 0) == (passage.kind is PassageKind.HEADING)


@given(TEXTS | PAGES)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)
