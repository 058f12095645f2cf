"""What a page states of itself: its title and its day of publication."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from ..dates import date_of, days_in
from ..manuscript import plain

_TITLES = ("articletitle", "og:title", "dc.title", "title", "contenttitle")
_DAYS = (
    "pubdate", "article:published_time",
    "publishdate", "publishtime", "firstpublishedtime", "dc.date", "dc.date.issued",
    "datepublished", "date", "createdate", "others",
)  # fmt: skip
_NUMERIC = re.compile(r"((?:19|20)[0-9]{2})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})")
_SHOWN = re.compile(
    r"(?:发布日期|发布时间|发文日期|发布于|成文日期|公开日期|日期|时间|发表时间|更新时间|发稿时间|公布日期)[：:\s\]】]{0,6}"
    r"((?:19|20)[0-9]{2}\s?[-/.年]\s?[0-9]{1,2}\s?[-/.月]\s?[0-9]{1,2})"
)
_SITE = re.compile(r"\s*(?:[-_|－—–]{1,3})\s*[^-_|－—–]{2,24}$")
_LONGEST = 4000
"""Characters at the top and at the end of a page in which a line 发布时间 is looked for."""


def stated_title(root: Any) -> str | None:
    """Give the title: the page's metadata, its one first heading, or the browser's title without the site's name."""
    meta = _meta(root)
    for name in _TITLES:
        if meta.get(name):
            return plain(meta[name])
    headings = [plain("".join(one.itertext())) for one in root.iter("h1")]
    first = next((text for text in headings if 4 <= len(text) <= 100), None)
    if first is not None:
        return first
    named = root.find(".//title")
    shown = "" if named is None else plain("".join(named.itertext()))
    return _SITE.sub("", shown) or None


def stated_day(root: Any, body: Any) -> date | None:
    """Give the day of publication: the page's metadata, else its line 发布时间：2022-01-21."""
    meta = _meta(root)
    stated = [meta.get(name, "") for name in _DAYS] + [one.get("datetime") or "" for one in root.iter("time")]
    days = (day for day in map(_day, stated) if day is not None)
    return next(days, None) or _shown(body)


def _shown(body: Any) -> date | None:
    whole = plain("".join(body.itertext()))
    ends = whole[:_LONGEST] + "\n" + whole[-_LONGEST:]
    days = (_day(match[1].replace(" ", "")) for match in _SHOWN.finditer(ends))
    return next((day for day in days if day is not None), None)


def _day(text: str) -> date | None:
    found = _NUMERIC.search(text)
    if found is not None:
        return date_of(int(found[1]), int(found[2]), int(found[3]))
    return next((day for _, day in days_in(text)), None)


def _meta(root: Any) -> dict[str, str]:
    """Give the metadata by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found
