"""Finer names for what stands around the news: kickers above titles, and boxes of weather and of hotlines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lantu.model import Passage, PassageKind

from .lexicon import lexicon

KICKER = 40
"""A kicker has at most so many characters."""

_NUMBERED = re.compile(r"[（(第]?[一二三四五六七八九十0-9]{1,3}[、.．）)章节部]")


def label(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Give passages with finer kinds: a small heading right above the title of its article is a kicker."""
    listed = list(passages)
    for index, passage in enumerate(listed):
        after = listed[index + 1] if index + 1 < len(listed) else None
        kind = _kind_of_box(passage.text) if passage.kind is PassageKind.BOX else passage.kind
        if _above_title(passage, after):
            kind = PassageKind.KICKER
        yield passage if kind is passage.kind else replace(passage, kind=kind)


def _kind_of_box(text: str) -> PassageKind:
    words = lexicon()
    if words.forecast.search(text) or sum(pattern.search(text) is not None for pattern in words.weather) >= 2:
        return PassageKind.WEATHER
    return PassageKind.HOTLINE if words.hotline.search(text) else PassageKind.BOX


def _above_title(passage: Passage, after: Passage | None) -> bool:
    heading = passage.kind is PassageKind.HEADING and passage.level > 1 and len(passage.text) <= KICKER
    if not heading or after is None or _NUMBERED.match(passage.text):
        return False
    return after.kind is PassageKind.HEADING and after.level == 1 and after.article == passage.article
