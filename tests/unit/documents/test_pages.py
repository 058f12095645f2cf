"""Sentences survive every newspaper layout whole, and nothing of the boxes is among them."""

from __future__ import annotations

import pytest

from lantu.documents import Document, read_text
from lantu.model import PassageKind

from ...stories.pages.layout import LAYOUTS
from ...stories.pages.stories import BOXES, PAGE

SEEDS = range(12)
NEWS = (PassageKind.HEADING, PassageKind.BODY)


def news(document: Document) -> list[str]:
    return [passage.text for passage in document.passages if passage.kind in NEWS]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nearly_every_sentence_survives_the_layout_whole(layout: str) -> None:
    pages = [LAYOUTS[layout](PAGE, seed) for seed in SEEDS]

    told = ["\n".join(news(read_text(page.text))) for page in pages]

    lost = [sentence for page in told for sentence in PAGE.sentences if sentence not in page]
    assert len(lost) <= len(PAGE.sentences) * len(pages) / 100


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_no_passage_mixes_what_does_not_belong_together(layout: str, seed: int) -> None:
    page = LAYOUTS[layout](PAGE, seed)
    parts = [
        part.lstrip("# ").replace(" ", "")
        for article in PAGE.articles
        for part in (article.headline, *article.paragraphs)
    ]

    told = news(read_text(page.text))

    assert [text for text in told if not any(text in part for part in parts)] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", SEEDS)
def test_no_line_of_a_box_is_read_as_news(layout: str, seed: int) -> None:
    page = LAYOUTS[layout](PAGE, seed)

    told = "".join(news(read_text(page.text)))

    lines = [line.replace(" ", "") for box in BOXES for line in box.split("\n") if line]
    assert [line for line in lines if line in told] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_second_article_is_counted_apart(layout: str) -> None:
    document = read_text(LAYOUTS[layout](PAGE, 3).text)

    articles = {passage.article for passage in document.passages if "逆转取胜" in passage.text}

    assert articles == {1}
    assert not any(passage.article for passage in document.passages if "民生支出" in passage.text)
