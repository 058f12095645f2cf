"""Follow a document's headings and openings: what is reviewed, what is planned, and over which years."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from lantu.documents import Document
from lantu.model import Period, Role

from .lexicon import alternation, word_list
from .setting import Setting
from .times import Clock, times

_LIST = word_list("sections")
_REVIEW = re.compile(alternation(_LIST["review"]))
_PLAN = re.compile(alternation(_LIST["plan"]))
_EXPLICIT = re.compile(r"回顾|(?:19|20)[0-9]{2}年|今年|过去|今后|下一步|[“\"]十[一二三四五]五[”\"]")
_TITLE = re.compile(r"报告(?:[（(][^（()）]{0,20}[)）])?$|^[0-9]{0,4}年?政府工作报告")
_YEARS = r"(?:(?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})"
_OPEN_REVIEW = re.compile(
    rf"(?:各位代表[，,！!：:]*)?(?:刚刚)?(?:(?:过去|回顾|走过|回首)的?(?:[一两三四五]年|{_YEARS}|几年)|[一两三四五]年来|这[一五]年|[“\"]?十[一二三四五]五[”\"]?时期是|[“\"]十[一二三四五]五[”\"]以来|去年以来|上年度?|一年中|回顾)"
)
_OPEN_PLAN = re.compile(
    rf"(?:各位代表[，,！!：:]*)?[^。，；]{{0,6}}(?:今年|明年|{_YEARS}年|全年|新的一年|今后(?:一个时期|[一二两三四五]年|五年)|未来[一二三四五]年|下一年|下步|下一步|[“\"]?十[一二三四五六]五[”\"]?(?:时期|期间))"
    r"[^。；]{0,30}?(?:预期目标|主要目标|奋斗目标|总体要求|总体思路|指导思想|工作思路|总体目标|目标任务|发展目标|重点工作|重点任务|工作重点|工作的总|主要任务|重点做好|重点抓好|着力抓好|着力做好|要抓好|要做好|我们将|将重点|工作安排|工作任务|基本要求|主要工作|要求是|主要是|的任务是|的目标|的工作|政府工作)"
)
_FUTURE_PARAGRAPH = re.compile(r"(?:展望|面向|迈向|奋进)(?:未来|“?十|20|新)|今后[一二三四五]年|未来[三五]年|新的一年")
_REPORT = re.compile(r"报告|讲话|公报")
_PROGRAMME = re.compile(r"方案|规划|计划|纲要|意见|目标|部署|清单|蓝图|要点")
_PAST_WORDS = re.compile(r"同比|累计|截至|超额完成|开展情况|答卷|成效|获评|荣获|已完工|已完成|圆满|完成|共有|提前")
_FUTURE_WORDS = re.compile(r"提出|力争|到20[0-9]{2}年|每年|确保|目标|将|计划|争取|要")


@dataclass(frozen=True, slots=True)
class Section:
    """Where the reader stands: whether the past or the future is spoken of, over which days, under which theme."""

    planned: bool
    period: Period | None
    rule: str
    theme: str | None = None
    level: int = 0


class Outline:
    """The state of reading a document from top to bottom."""

    def __init__(self, document: Document, setting: Setting) -> None:
        self.setting = setting
        self.published = setting.published or document.published
        self.mode = _mode(document, setting)
        self.clock = _clock(document, self.published, self.mode)
        self.horizon = setting.horizon
        if self.horizon is None and document.years is not None and self.mode == "plan":
            self.horizon = Period.years(*document.years)
        self.section = self._first()
        self._planned_years: Period | None = None

    def _first(self) -> Section:
        if self.mode == "plan":
            return self._planned()
        return self._reviewed()

    def _reviewed(self) -> Section:
        if self.setting.covers is not None:
            return Section(False, self.setting.covers, "covers")
        if self.mode == "release" and self.published is not None:
            return Section(False, Period(date(self.published.year, 1, 1), self.published), "published")
        year = self.clock.reviewed
        return Section(False, None if year is None else Period.year(year), "section_year")

    def _planned(self) -> Section:
        if self.horizon is not None and self.mode == "plan":
            return Section(True, self.horizon, "horizon")
        year = self.clock.target
        period = None if year is None else Period.year(year)
        return Section(True, period if period is not None else self.horizon, "section_year" if period else "horizon")

    def enter_heading(self, text: str, level: int) -> None:
        """Move to the section that a heading opens."""
        if _TITLE.search(text):
            return
        deeper = self.section.level and level > self.section.level
        found = None if deeper and not _EXPLICIT.search(text) else self._turn(text, heading=True)
        theme = _theme(text)
        if found is not None:
            self.section = replace(found, theme=None, level=level)
        elif theme:
            self.section = replace(self.section, theme=theme)

    def enter_paragraph(self, text: str) -> None:
        """Notice a paragraph that turns to the past or the future (过去五年, 今后五年, 今年主要预期目标)."""
        found = self._turn(text[:70], heading=False)
        if found is not None:
            self.section = replace(found, theme=self.section.theme, level=self.section.level)

    def turn_at(self, text: str, start: int, end: int) -> None:
        """Notice a sentence inside a paragraph that turns to the targets of the year."""
        if self.section.planned or self.mode == "plan" or text.find("预期目标", start, min(end, start + 60)) < 0:
            return
        sentence = text[start : min(end, start + 70)]
        if not _OPEN_PLAN.match(sentence):
            return
        found = self._turn(sentence, heading=False)
        if found is not None and found.planned:
            self.section = replace(found, theme=self.section.theme, level=self.section.level)

    def _turn(self, text: str, *, heading: bool) -> Section | None:
        if self.mode == "plan" and not heading:
            return None
        named = times(text, 0, len(text), self.clock)
        review, plan = _REVIEW.search(text), _PLAN.search(text)
        if heading:
            if review and (not plan or review.start() < plan.start() or review.end() >= plan.end()):
                return self._looking_back(text, named)
            if plan and (named or len(text) < 30):
                return self._looking_ahead(text, named)
            if named and named[0].end > 0 and self.mode == "report":
                return self._by_year(named)
            return None
        if _OPEN_PLAN.match(text):
            if (
                named
                and not any(self._is_future(time) for time in named)
                and not re.match(r"[^。，]{0,6}(?:今年|明年|新的一年)", text)
            ):
                return None
            return self._looking_ahead(text, named)
        if _OPEN_REVIEW.match(text) and not self.section.planned:
            return self._looking_back(text, [time for time in named if time.start < 16])
        return None

    def _is_future(self, time: object) -> bool:
        period: Period = time.period  # type: ignore[attr-defined]
        return self.clock.reviewed is not None and period.end.year > self.clock.reviewed

    def _by_year(self, named: list) -> Section | None:  # type: ignore[type-arg]
        last = named[-1]
        if last.yearly or self.clock.reviewed is None:
            return None
        if last.period.end.year > self.clock.reviewed:
            return Section(True, last.period, "section_year")
        return Section(False, last.period, "section_year")

    def _looking_back(self, text: str, named: list) -> Section:  # type: ignore[type-arg]
        spans = [time.period for time in named if not time.yearly and not self._is_future(time)]
        if spans:
            widest = min(spans, key=lambda period: (period.start or period.end, -period.end.year))
            if re.match(r"[^。，]{0,8}(?:刚刚过去的|去年)", text):
                widest = spans[-1]
            return Section(
                False,
                Period(
                    widest.start or date(widest.end.year, 1, 1),
                    max(s.end for s in spans) if widest.start else widest.end,
                ),
                "section_year",
            )
        return self._reviewed()

    def _looking_ahead(self, text: str, named: list) -> Section:  # type: ignore[type-arg]
        spans = [time.period for time in named if not time.yearly and self._is_future(time)]
        if spans:
            return Section(True, spans[-1], "section_year")
        return self._planned()


def _theme(text: str) -> str | None:
    bare = re.sub(
        r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部分]{1,2}|[0-9]{1,2}[.．、])\s*",
        "",
        text,
    ).strip(" 　#*。：:")
    return bare if 2 <= len(bare) <= 60 else None


def _mode(document: Document, setting: Setting) -> str:
    """Tell a work report (``report``) from a ``plan`` and a ``release``."""
    roles = setting.roles
    if Role.PLAN in roles and Role.REPORT in roles:
        return "report"
    if roles & {Role.RELEASE, Role.STATISTICS} or (Role.REPORT in roles and Role.PLAN not in roles):
        return "release" if Role.REPORT not in roles else "report"
    if Role.PLAN in roles:
        return "plan"
    title = document.title or ""
    opening = "".join(passage.text for passage in document.passages[:12])[:600]
    if "工作报告" in title or "工作报告" in opening or "各位代表" in opening or "向大会报告" in opening:
        return "report"
    body = "".join(passage.text for passage in document.passages)[:20000]
    past, future = len(_PAST_WORDS.findall(body)), len(_FUTURE_WORDS.findall(body))
    if _REPORT.search(title):
        return "report"
    if past > future:
        return "release"
    return "plan" if document.years or setting.horizon or _PROGRAMME.search(title) or future > past else "report"


def _clock(document: Document, published: date | None, mode: str) -> Clock:
    """Fix what 今年 means: from the date; else from the title's year, which a work report plans for."""
    if published is not None:
        year = published.year
        if mode == "report":
            late = published.month >= 11 or (published.month >= 9 and False)
            return Clock(year, year if late else year - 1, year + 1 if late else year)
        return Clock(year, year, year)
    named = re.search(r"(?:19|20)[0-9]{2}", document.title or "")
    if named is not None:
        year = int(named[0])
        return Clock(year, year - 1, year)
    for passage in document.passages:
        review = re.match(r"[^。]{0,4}?((?:19|20)[0-9]{2})年[^。]{0,16}(?:回顾|总结)", passage.text)
        if review is not None:
            year = int(review[1]) + 1
            return Clock(year, year - 1, year)
    return Clock()
