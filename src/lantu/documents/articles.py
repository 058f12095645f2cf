"""Count the articles of a page: where a heading, a byline or a dateline begins another piece of news."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lantu.model import Passage, PassageKind

from .joining import APART
from .shapes import SHORT, ended

_DATELINE = re.compile(r"(?:本[报网台刊].{0,12}|.{0,12}[月0-9一二三四五六七八九十]{1,3}日)[电讯](?!息|话)")

_PRESS = re.compile("记者|通讯员|[报社网]|融媒|作者|采写|撰文|文[/：:]")
"""Words of bylines that reporters sign; those of officials and days part no articles."""


def count_articles(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Number the articles from 0 in the order in which they begin."""
    listed = list(passages)
    starts = _starts(listed)
    article = 0
    for index, passage in enumerate(listed):
        article += index in starts
        yield replace(passage, article=article) if article else passage


def _starts(passages: Sequence[Passage]) -> set[int]:
    """Give where articles after the first begin: at the first of the headings that introduce them."""
    starts: set[int] = set()
    body = signed = False
    headings: int | None = None
    for index, passage in enumerate(passages):
        kind = passage.kind
        if kind is PassageKind.HEADING:
            headings = index if headings is None else headings
            if body and (signed or passage.level == 1):
                starts.add(headings)
                body = signed = False
        elif kind is PassageKind.BYLINE and _PRESS.search(passage.text):
            if body and headings is not None:
                starts.add(headings)
                body = False
            signed = body
        elif kind is PassageKind.BODY:
            if body and _DATELINE.match(passage.text[:30]):
                starts.add(index if headings is None else headings)
            # A subtitle with figures is no text yet.
            headings, body, signed = (None, True, False) if _told(passage.text) else (headings, body, signed)
        elif kind not in APART:
            headings = None
    return starts


def _told(text: str) -> bool:
    return ended(text) or len(text) > SHORT
