"""What a document says of itself: title, day of publication, place, horizon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from lantu.model import Passage, PassageKind

from .dates import date_of, day_in_name, days_in, small_number
from .document import Document
from .front import front_entries
from .horizons import find_years
from .places import find_place
from .tables import outside_tables

LEAD = 40
"""Passages from the top that may describe the document."""

_OCCASION = re.compile("会议|大会|全会|次会|人大|党代会|日在")
_DATELINE = re.compile(
    r"(?:^|\D)(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日(?:电|讯)"
)
_YEAR = re.compile(r"(?<![0-9到至—~-])(20[0-9]{2}|19[0-9]{2})年(?!前|以前|底前)")
_MASTHEAD = re.compile("星期[一二三四五六日天]|农历|今日.{0,4}版|第.{1,8}期")


def describe(document: Document) -> Document:
    """Give the document with what it says of itself."""
    front = front_entries("\n".join(p.text for p in document.passages if p.kind is PassageKind.FRONT))
    shown = [p for p in document.passages if p.kind is not PassageKind.FRONT]
    title = _title(front, shown)
    published, rule = _published(document, front, shown)
    lead = shown[:LEAD]
    return replace(
        document,
        title=title,
        published=published,
        published_rule=rule,
        place=front.get("place") or find_place(title, front.get("title"), lead),
        years=find_years(title, lead, published, document.text),
    )


def _title(front: dict[str, str], shown: list[Passage]) -> str | None:
    """Give the front matter's title, else the highest heading of the longest article."""
    if front.get("title"):
        return front["title"]
    sizes: Counter[int] = Counter()
    for passage in shown:
        if passage.kind is PassageKind.BODY:
            sizes[passage.article] += len(passage.text)
    main = max(sizes, key=lambda article: (sizes[article], -article), default=0)
    headings = [p for p in outside_tables(shown) if p.kind is PassageKind.HEADING and p.article == main][:LEAD]
    return min(headings, key=lambda p: p.level).text if headings else None


def _published(document: Document, front: dict[str, str], shown: list[Passage]) -> tuple[date | None, str | None]:
    for rule, day in _days(document, front, shown):
        if day is not None:
            return day, rule
    return None, None


def _days(document: Document, front: dict[str, str], shown: list[Passage]) -> Iterator[tuple[str, date | None]]:
    stated = front.get("published") or front.get("date")
    if stated:
        yield "front_matter", _first_day(stated) or day_in_name(stated)
    for passage in shown[:12]:
        if _told_apart(passage) and (_OCCASION.search(passage.text) or passage.text.startswith(("（", "("))):
            yield "occasion", _first_day(passage.text)
    yield "title", _first_day(front.get("title", ""))
    for passage in shown[:12]:
        if len(passage.text) <= 60 and _MASTHEAD.search(passage.text):
            yield "masthead", _first_day(passage.text)
    yield "signature", _signature(shown)
    named = day_in_name(PurePosixPath(document.name.replace("\\", "/")).name)
    yield "dateline", _dateline(shown, document.text, named)
    yield "file_name", named


def _told_apart(passage: Passage) -> bool:
    """Tell whether a passage is a line about the text, not of it."""
    return passage.kind is not PassageKind.BODY and len(passage.text) <= 80


def _first_day(text: str) -> date | None:
    return next((day for _, day in days_in(text)), None)


def _signature(shown: list[Passage]) -> date | None:
    """Give a day that stands alone on one of the last lines, or on one of the first, as official texts are signed."""
    for passage in [*shown[-4:], *shown[:6]]:
        if len(passage.text) <= 16 and passage.text.rstrip("）)").endswith("日"):
            day = _first_day(passage.text)
            if day is not None:
                return day
    return None


def _dateline(shown: list[Passage], text: str, named: date | None) -> date | None:
    """Give the day of a dateline (12月1日讯); its year is the file name's, else the one the text names most."""
    for passage in shown:
        match = _DATELINE.search(passage.text[:40])
        if match is None or passage.kind is not PassageKind.BODY:
            continue
        year = named.year if named is not None else _year(text)
        day = None if year is None else date_of(year, small_number(match[1]), small_number(match[2]))
        # A paper of the first of January tells what happened on the last of December.
        return day.replace(year=day.year - 1) if day and named and day > named else day
    return None


def _year(text: str) -> int | None:
    years = Counter(_YEAR.findall(text[:20_000])).most_common(1)
    return int(years[0][0]) if years else None
