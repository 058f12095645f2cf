"""Follow a document's headings and openings: what is reviewed, what is planned, and over which years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lantu.documents import Document
from lantu.model import Period

from .kinds import clock_of, kind_of
from .lexicon import alternation, word_list
from .setting import Setting
from .times import Time, plan_named, times

_LIST = word_list("sections")
_REVIEW = re.compile(alternation(_LIST["review"]))
_PLAN = re.compile(alternation(_LIST["plan"]))
_TITLE = re.compile(
    r"人民代表大会|会议上|^[^一-龥0-9]*[0-9〇○零一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日[^一-龥0-9]*$|报告(?:[（(][^（()）]{0,20}[)）])?$|^[0-9]{0,4}年?政府工作报告"
)
_EXPLICIT = re.compile(r"回顾|去年|明年|(?:19|20)[0-9]{2}年|今年|过去|今后|下一步|[“\"]十[一二三四五]五[”\"]")
_YEARS = r"(?:(?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})"
_OPEN_REVIEW = re.compile(
    rf"(?:各位代表[，,！!：:]*)?(?:刚刚)?(?:(?:过去|回顾|走过|回首)的?(?:[一两三四五]年|{_YEARS}|几年)|[一两三四五]年来|这[一五]年"
    r"|[“\"]?十[一二三四五]五[”\"]?时期是|[“\"]十[一二三四五]五[”\"]以来|去年以来|上年度?|一年中|回顾)"
)
_OPEN_PLAN = re.compile(
    rf"(?:各位代表[，,！!：:]*)?[^。，；]{{0,6}}(?:今年|明年|{_YEARS}年|新的一年|今后(?:一个时期|[一二两三四五]年|五年)|未来[一二三四五]年|下一年|下步|下一步"
    r"|[“\"]?十[一二三四五六]五[”\"]?(?:时期|期间))"
    r"[^。；]{0,30}?(?:预期目标|主要目标|奋斗目标|总体要求|总体思路|指导思想|工作思路|总体目标|目标任务|发展目标|重点工作|重点任务|工作重点|工作的总|主要任务|重点做好"
    r"|重点抓好|着力抓好|着力做好|要抓好|要做好|我们将|将重点|工作安排|工作任务|基本要求|主要工作|要求是|主要是|的任务是|的目标|的工作|政府工作)"
)
_TERM = re.compile(
    r"第[一二三四五六七八九十0-9]{1,4}届(?:人民)?政府|(?:本|上一?)届(?:人民)?政府|(?<!十)五年(?:来)?的?(?:政府|主要)?工作的?(?:回顾|总结)"
)
"""A heading that reviews a government's term of five years: 第五届人民政府工作回顾, 五年工作回顾."""
_FIRST_YEAR = re.compile(r"[^。；]{0,12}?(?:开局|开好局|起步|起好步|开门红|首|第一|元年)")
"""What follows the name of a plan where its first year alone is spoken of."""
_SINCE_FIRST = re.compile(r"[^。；，]{0,16}届(?:人大|人民代表大会)(?:第)?一次会议以来[，,]")
"""A paragraph that looks back to the session in which the government was elected, without saying how long ago."""
_TARGETS = re.compile(
    r"[^。；]{0,45}?(?<!完成)(?<!实现)(?<!完成了)(?<!实现了)(?<!超)(?:主要)?(?:预期目标|奋斗目标|调控目标)(?:是|为|：|:|建议)"
    r"|[^。；]{0,8}(?:实现|围绕|完成)(?:上述|以上|这些)(?:奋斗|预期)?目标"
)
_YEAR_IS = re.compile(rf"(?:各位代表[，,！!：:]*)?(?:今年|明年|{_YEARS}年)[，,]?(?:是|我们要|我们将|要|将)")
_YEAR_WE = re.compile(rf"(?:各位代表[，,！!：:]*)?{_YEARS}年[，,]我们(?!要|将)")
"""A paragraph that turns from several years to the last of them: 2030年，我们统筹推进…."""
_BACK = re.compile(r"回顾|总结")
_AHEAD = re.compile(r"谱写[^，。]{0,20}新篇|开启|新征程|奋进新|鼓足干劲|确保|奋力|迈向|再创|加快建设|努力实现|力争")
_THIS_YEAR = re.compile(r"[^。，]{0,6}(?:今年|明年|新的一年)")
_JUST_PAST = re.compile(r"[^。，；]{0,8}(?:刚刚过去的|去年)")
_NUMBERING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部分]{1,2}|[0-9]{1,2}[.．、)）])\s*"
)


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
        self.mode = kind_of(document, setting)
        self.clock = clock_of(document, self.published, self.mode)
        self.horizon = setting.horizon
        if self.horizon is None and document.years is not None and self.mode == "plan":
            self.horizon = Period.years(*document.years)
        self.section = self.planned() if self.mode == "plan" else self.reviewed()
        self.heading = ""

    def enter_heading(self, text: str, level: int) -> None:
        """Move to the section that a heading opens; a sub-heading only where it names its time."""
        self.heading = text
        if _TITLE.search(text):
            return
        deeper = 0 < self.section.level < level
        found = None if deeper and not _EXPLICIT.search(text) else self._headed(text)
        if found is not None:
            self.section = replace(found, level=level)
            return
        theme = _theme(text)
        if theme is not None:
            self.section = replace(self.section, theme=theme)

    def enter_paragraph(self, text: str) -> None:
        """Notice a paragraph that turns to the past or the future (过去五年, 今后五年, 今年主要预期目标)."""
        if self.mode != "plan":
            self._move(self._opened(text[:70]))

    def turn_at(self, text: str, start: int, end: int) -> None:
        """Notice a sentence inside a paragraph that turns to the targets of the year."""
        if self.section.planned or self.mode == "plan" or text.find("目标", start, min(end, start + 60)) < 0:
            return
        sentence = text[start : min(end, start + 70)]
        found = self._opened(sentence) if _TARGETS.match(sentence) or "预期目标" in sentence else None
        if found is not None and found.planned:
            self._move(found)

    def _move(self, found: Section | None) -> None:
        if found is not None:
            self.section = replace(found, theme=self.section.theme, level=self.section.level)

    def _headed(self, text: str) -> Section | None:
        """Read a heading: 回顾 looks back; else its years decide; else its words do."""
        named = [time for time in times(text, 0, len(text), self.clock) if not time.yearly]
        if _BACK.search(text):
            return self._looking_back(text, named)
        if not named:
            named = self._plan_begun(text)
        if named and self.clock.reviewed is not None and self.mode != "plan":
            future = any(self._is_future(time) for time in named)
            return self._looking_ahead(named) if future else self._looking_back(text, named)
        review, plan = _REVIEW.search(text), _PLAN.search(text)
        if review and (not plan or review.start() < plan.start() or review.end() >= plan.end()):
            return self._looking_back(text, named)
        started = self.section.level > 0 and not self.section.planned
        if (plan and (named or len(text) < 30)) or (started and _AHEAD.search(text)):
            return self._looking_ahead(named)
        return None

    def _plan_begun(self, text: str) -> list[Time]:
        """Give the days of the five-year plan that begins, where a heading names it (not its 开局)."""
        plan = plan_named(text)
        if plan is None or plan.period.start is None or plan.period.start.year != self.clock.target:
            return []
        return [] if _FIRST_YEAR.match(text, plan.end) else [plan]

    def _opened(self, text: str) -> Section | None:
        named = [time for time in times(text, 0, len(text), self.clock) if not time.yearly]
        if _OPEN_PLAN.match(text) or self._new_year(text, named):
            if named and not any(self._is_future(time) for time in named) and not _THIS_YEAR.match(text):
                return None
            return self._looking_ahead(named)
        if _TARGETS.match(text) and not named:
            return self.section if self.section.planned else self.planned()
        year_told = _YEAR_IS.match(text) is not None and bool(named) and not self._is_future(named[0])
        if year_told and not self.section.planned:
            return self._looking_back(text, named[:1])
        if _OPEN_REVIEW.match(text) and not self.section.planned:
            return self._looking_back(text, [time for time in named if time.start < 16])
        return None if self.section.planned else self._turned_back(text, named)

    def _turned_back(self, text: str, named: Sequence[Time]) -> Section | None:
        """Read a paragraph that turns to the whole term, or from several years to the year looked back on."""
        reviewed, period = self.clock.reviewed, self.section.period
        if reviewed is None:
            return None
        if _SINCE_FIRST.match(text):
            several = period is not None and period.start is not None and period.start.year < period.end.year
            return None if several else Section(False, Period.years(reviewed - 4, reviewed), "section_term")
        if _YEAR_WE.match(text) and named and named[0].period == Period.year(reviewed):
            return self.reviewed()
        return None

    def _new_year(self, text: str, named: Sequence[Time]) -> bool:
        """Whether a paragraph opens the plan by naming its year: 今年是…, 2031年是…."""
        return _YEAR_IS.match(text) is not None and bool(named) and self._is_future(named[0])

    def _is_future(self, time: Time) -> bool:
        return self.clock.reviewed is not None and time.period.end.year > self.clock.reviewed

    def _looking_back(self, text: str, named: Sequence[Time]) -> Section:
        spans = [time.period for time in named if not time.yearly and not self._is_future(time)]
        if not spans and self.clock.reviewed is not None and _TERM.search(text):
            return Section(False, Period.years(self.clock.reviewed - 4, self.clock.reviewed), "section_term")
        if not spans:
            return self.reviewed()
        widest = min(spans, key=lambda span: (span.start or span.end, -span.end.year))
        if _JUST_PAST.match(text):
            widest = spans[-1]
        start = widest.start or date(widest.end.year, 1, 1)
        last = max(span.end for span in spans) if widest.start else widest.end
        return Section(False, Period(start, last), "section_year")

    def _looking_ahead(self, named: Sequence[Time]) -> Section:
        spans = [time.period for time in named if not time.yearly and self._is_future(time)]
        return Section(True, spans[-1], "section_year") if spans else self.planned()

    def reviewed(self) -> Section:
        """Give a section that looks back, over the days that the document reports on."""
        if self.setting.covers is not None:
            return Section(False, self.setting.covers, "covers")
        if self.mode == "release" and self.published is not None:
            return Section(False, Period(date(self.published.year, 1, 1), self.published), "published")
        year = self.clock.reviewed
        return Section(False, None if year is None else Period.year(year), "section_year")

    def planned(self) -> Section:
        """Give a section that looks ahead, over the days that the document plans for."""
        if self.horizon is not None and self.mode == "plan":
            return Section(True, self.horizon, "horizon")
        year = self.clock.target
        if year is None:
            return Section(True, self.horizon, "horizon")
        return Section(True, Period.year(year), "section_year")


def _theme(text: str) -> str | None:
    numbering = _NUMBERING.match(text)
    bare = (text if numbering is None else text[numbering.end() :]).strip(" 　#*。：:")
    return bare if 2 <= len(bare) <= 60 else None
