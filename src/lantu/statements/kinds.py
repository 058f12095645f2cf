"""Tell what kind of document it is, and what its 今年 means."""

from __future__ import annotations

import re
from datetime import date

from lantu.documents import Document
from lantu.model import Role

from .setting import Setting
from .times import Clock

_WORK_REPORT = re.compile(r"工作报告|各位代表|向大会报告")
_REPORT = re.compile(r"报告|讲话|公报")
_PROGRAMME = re.compile(r"方案|规划|计划|纲要|意见|目标|部署|清单|蓝图|要点")
_PAST_WORDS = re.compile(r"同比|累计|截至|超额完成|开展情况|答卷|成效|获评|荣获|已完工|已完成|圆满|完成|共有|提前")
_FUTURE_WORDS = re.compile(r"提出|力争|到20[0-9]{2}年|每年|确保|目标|将|计划|争取|要")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_REVIEWED = re.compile(r"[^。]{0,4}?((?:19|20)[0-9]{2})年[^。]{0,16}(?:回顾|总结)")
_OPENING, _SAMPLE = 600, 20_000


def kind_of(document: Document, setting: Setting) -> str:
    """Tell a ``report`` (that reviews and plans: a work report) from a ``plan`` and a ``release`` (results alone)."""
    return _by_roles(setting) or _by_title(document) or _by_words(document, setting)


def _by_roles(setting: Setting) -> str:
    roles = setting.roles
    if Role.REPORT in roles:
        return "report"
    if roles & {Role.RELEASE, Role.STATISTICS}:
        return "release"
    return "plan" if Role.PLAN in roles else ""


def _by_title(document: Document) -> str:
    title = document.title or ""
    opening = "".join(passage.text for passage in document.passages[:12])[:_OPENING]
    return "report" if _WORK_REPORT.search(title + opening) or _REPORT.search(title) else ""


def _by_words(document: Document, setting: Setting) -> str:
    """Weigh words of results against words of promises."""
    body = "".join(passage.text for passage in document.passages)[:_SAMPLE]
    past, future = len(_PAST_WORDS.findall(body)), len(_FUTURE_WORDS.findall(body))
    if past > future:
        return "release"
    planned = document.years or setting.horizon or _PROGRAMME.search(document.title or "") or future > past
    return "plan" if planned else "report"


def clock_of(document: Document, published: date | None, kind: str) -> Clock:
    """Fix what 今年 means: from the day it appeared, else from the year in the title or the first heading.

    A work report given in January reviews the year before and plans its own; one given in November or December reviews
    its own year and plans the next.
    """
    if published is not None:
        year = published.year
        if kind != "report":
            return Clock(year, year, year)
        late = published.month >= 11
        return Clock(year, year if late else year - 1, year + 1 if late else year)
    named = _YEAR.search(document.title or "")
    if named is not None:
        return Clock(int(named[0]), int(named[0]) - 1, int(named[0]))
    for passage in document.passages:
        review = _REVIEWED.match(passage.text)
        if review is not None:
            year = int(review[1]) + 1
            return Clock(year, year - 1, year)
    return Clock()
