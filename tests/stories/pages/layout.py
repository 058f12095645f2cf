"""Lay a text out as a newspaper page does: columns that break words, boxes, captions and advertisements between.

Every layout takes the same `Story` and gives a `Page`, whose text is what a page recogniser would hand over.
Whoever reads the page must find every sentence of the story whole, and nothing of the boxes among them.
All texts here are made up; the city, its papers and its people do not exist.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

ENDS = "。！？；："


@dataclass(frozen=True)
class Article:
    """A headline, a byline and paragraphs, some of which are headings (they begin with ``#``)."""

    headline: str
    byline: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """What a page holds: its articles, and boxes that are no news, each of one or more lines."""

    articles: tuple[Article, ...]
    boxes: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every sentence of the paragraphs, without white space."""
        return tuple(
            sentence
            for article in self.articles
            for paragraph in article.paragraphs
            if not paragraph.startswith("#")
            for sentence in sentences_of(paragraph)
        )


@dataclass(frozen=True)
class Page:
    """A story as it was laid out."""

    story: Story
    text: str


def sentences_of(paragraph: str) -> list[str]:
    """Cut a paragraph after each full stop."""
    return re.findall("[^。]+。?", paragraph.replace(" ", ""))


def columns(story: Story, seed: int = 0, *, width: int = 150, boxes: bool = True, marked: bool = True) -> Page:
    """Break paragraphs at any character where a column of about ``width`` characters ends.

    One to four line breaks part the columns; with ``boxes`` a box stands in about every second break and
    between articles. ``marked`` headings carry their ``#``.
    """
    chance = random.Random(seed)
    out: list[str] = []
    waiting = list(story.boxes) if boxes else []
    for article in story.articles:
        out.extend(_head(article, marked=marked))
        room = chance.randrange(width // 3, width)
        for paragraph in article.paragraphs:
            if paragraph.startswith("#"):
                out.append(paragraph if marked else paragraph.lstrip("# "))
                continue
            rest = paragraph
            while len(rest) > room:
                cut = _inside(rest, room)
                out.append(rest[:cut])
                rest = rest[cut:]
                room = chance.randrange(width // 2, width)
                if waiting and chance.random() < 0.5:
                    out.append("\n" * chance.randrange(3) + waiting.pop(0) + "\n")
            room = max(8, room - len(rest))
            out.append(rest)
        out.append(article.byline)
    return Page(story, ("\n" * 3 if boxes else "") + "\n\n".join([*out, *waiting]))


def wrapped(story: Story, seed: int = 0, *, width: int = 24) -> Page:
    """Set each paragraph in lines of ``width`` characters, its first indented by two, no blank lines between."""
    del seed
    out: list[str] = []
    for article in story.articles:
        out.extend(_head(article, marked=False))
        for paragraph in article.paragraphs:
            if paragraph.startswith("#"):
                out.append(paragraph.lstrip("# "))
            else:
                indented = f"　　{paragraph}"
                out.extend(indented[at : at + width] for at in range(0, len(indented), width))
        out.append(article.byline)
    return Page(story, "\n".join([*out, "", *story.boxes]))


def numbers_apart(story: Story, seed: int = 0) -> Page:
    """Break the lines before and after numbers, as conversions of old web pages do."""
    chance = random.Random(seed)
    out: list[str] = []
    for article in story.articles:
        out.extend(_head(article, marked=False))
        for paragraph in article.paragraphs:
            if paragraph.startswith("#"):
                out.append(paragraph.lstrip("# "))
                continue
            cuts = [i for i in range(4, len(paragraph) - 3) if _number_edge(paragraph, i) and chance.random() < 0.2]
            edges = [0, *cuts, len(paragraph)]
            out.extend(paragraph[a:b] for a, b in pairwise(edges))
        out.append(article.byline)
    return Page(story, "\n\n".join(out))


def reports(story: Story, seed: int = 0) -> Page:
    """Set one paragraph a line, with carriage returns, as official texts are: nothing is broken."""
    del seed
    lines = [
        line.lstrip("# ")
        for article in story.articles
        for line in (article.headline, article.byline, *article.paragraphs)
    ]
    return Page(story, "\r\n\r\n".join(lines))


LAYOUTS: Mapping[str, Callable[[Story, int], Page]] = {
    "columns with boxes": columns,
    "narrow columns with boxes": lambda story, seed: columns(story, seed, width=70),
    "columns with plain headings": lambda story, seed: columns(story, seed, marked=False),
    "columns without boxes": lambda story, seed: columns(story, seed, boxes=False, marked=False),
    "wrapped lines": wrapped,
    "narrow wrapped lines": lambda story, seed: wrapped(story, seed, width=15),
    "lines broken at numbers": numbers_apart,
    "one paragraph a line": reports,
}
"""Every layout by its name; each takes a story and a seed."""


def _head(article: Article, *, marked: bool) -> Sequence[str]:
    return (f"# {article.headline}" if marked else article.headline, article.byline)


def _inside(text: str, cut: int) -> int:
    """Move a cut so that it falls within a sentence, between two characters that belong together."""
    while cut > 1 and (text[cut - 1] in ENDS or text[cut] in ENDS):
        cut -= 1
    return cut


def _number_edge(text: str, at: int) -> bool:
    return (
        text[at - 1].isdigit() != text[at].isdigit() and "." not in text[at - 1 : at + 1] and text[at - 1] not in ENDS
    )
