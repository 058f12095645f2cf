"""Read the years and months that a sentence names, with the rule that gave each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lantu.model import Period

_CN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}
_COUNT = {c: i + 1 for i, c in enumerate("一二三四五六七八九十")} | {"两": 2, "十五": 15}
# First years of the five-year plans by their Chinese number; the second was declared for 1958–1962 and followed by
# three years of adjustment.
_PLANS = {
    "一": 1953,
    "二": 1958,
    "三": 1966,
    "四": 1971,
    "五": 1976,
    "六": 1981,
    "七": 1986,
    "八": 1991,
    "九": 1996,
    "十": 2001,
    "十一": 2006,
    "十二": 2011,
    "十三": 2016,
    "十四": 2021,
    "十五": 2026,
    "十六": 2031,
}
_MARK = re.compile(r"年|月|季度|[一二三四五六七八九十]五")
_TIME = re.compile(
    r"(?=[到至截比较与于为同由从自0-9一二三四五六七八九十“\"今去上年前下第本明每逐两过近这最未再力往])(?P<lead>到|至|截至|截止到?|比|较|与|于|为|同|由|从|自)?(?:"
    r"(?P<y1>(?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})年?[—–\-－~～至到]{1,2}(?P<y2>(?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})年"
    r"|(?P<y>(?:19|20)[0-9]{2})年(?:(?P<m>[0-9]{1,2})月(?P<end>底|末)?(?:[0-9]{1,2}日)?|(?P<part>年底|底|末|以前|前))?"
    r"|(?P<cy>[一二][〇○零一二三四五六七八九]{3})年(?P<cpart>底|末)?"
    r"|[“\"]?(?P<plan>十[一二三四五六]|[一二三四五六七八九十])五[”\"]?(?P<pend>期?末|期间|时期|以来|期内)"
    r"|[“\"](?P<qplan>十[一二三四五六]|[一二三四五六七八九十])五[”\"](?!规划|计划|纲要)"
    r"|(?P<mend>[0-9]{1,2})月(?:底|末|[0-9]{1,2}日)(?=[，,、]|[，,]?(?:累计|已|共|全))"
    r"|(?P<qlead>今年|去年|上年)?的?(?:(?P<m1>[0-9]{1,2})月?[—–\-－~～至到]{1,2}(?P<m2>[0-9]{1,2})月份?"
    r"|(?P<quarter>前三季度|上半年|下半年|前两季度|第?一季度|前(?P<mn>十一|[0-9一二三四五六七八九十]{1,2})个?月(?!底|末)))"
    r"|(?P<word>去年|上年|今年|本年度|明年|前年|每年|逐年|年内|年底前)"
    r"|(?P<since>[一两三四五])年(?=累计|年均|平均)"
    r"|(?:过去|近|这|最近)的?(?P<pn>[一两二三四五六七八九十]|[0-9]{1,2})年"
    r"|(?P<pn2>[一两三四五]|[0-9]{1,2})年(?:以)?来"
    r"|(?:今后|未来|再用|力争用|往后)(?P<nn>十五|[一两三四五六七八九十]|[1-9][0-9]?)(?:到[一两三四五六]|[—-][1-9])?个?年"
    r"|(?P<within>[一两三四五]|[1-9])年内"
    r")"
)
_QUOTED_PLAN = re.compile(r"[“\"](?P<plan>十[一二三四五六]|[一二三四五六七八九十])五[”\"]")
_BASES = frozenset("比较与于为同由从自")
_ON_BASE = re.compile(r"[^，。；]{0,12}(?:的?基础上|的水平上|相比|比较|不变价)|的[0-9.]{1,6}多?倍")
_EACH_OF = frozenset(["每人", "每生", "每户", "每亩", "每头", "每名", "每孩", "人均"])
_COMPARED = frozenset("低高少多快慢优大小")
_LONGEST = 16
"""The characters of the longest time before its first 年 or 月."""
_QUARTERS = {"前三季度": 9, "上半年": 6, "前两季度": 6, "一季度": 3, "第一季度": 3, "下半年": 12}
_ENDS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DEADLINE = frozenset({"到", "至", "截至", "截止", "截止到"})


@dataclass(frozen=True, slots=True)
class Clock:
    """What the years of a document are counted from.

    ``this`` is the year that 今年 means, ``reviewed`` the last whole year looked back on, ``target`` the year planned
    for.
    """

    this: int | None = None
    reviewed: int | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a sentence names: where it stands in the text, its days, and the rule's id."""

    start: int
    end: int
    period: Period
    rule: str
    yearly: bool = False
    deadline: bool = False
    year_to_date: bool = False
    past: bool = False


def times(text: str, start: int, end: int, clock: Clock) -> list[Time]:
    """Give the times of ``text[start:end]`` in order; bases of a comparison (比上年, 在去年基础上) are left out."""
    out: list[Time] = []
    mark = _MARK.search(text, start, end)
    if mark is None:
        return out
    for match in _TIME.finditer(text, max(start, mark.start() - _LONGEST), end):
        if match["word"] == "每年" and text[max(start, match.start() - 2) : match.start()] in _EACH_OF:
            continue
        lead = match["lead"]
        if lead == "于" and text[match.start() - 1 : match.start()] not in _COMPARED:
            lead = None
        if lead in _BASES or _ON_BASE.match(text, match.end(), end):
            continue
        time = _time(match, clock)
        if time is not None:
            out.append(time)
    return out


def plan_named(text: str) -> Time | None:
    """Give the days of the first five-year plan that stands in quotation marks: “十五五” is 2026 to 2030."""
    match = _QUOTED_PLAN.search(text)
    if match is None:
        return None
    first = _PLANS[match["plan"]]
    return Time(*match.span(), Period.years(first, _last_year(first)), "plan_years")


def _time(match: re.Match[str], clock: Clock) -> Time | None:
    for groups, reader in _READERS:
        if any(match[group] for group in groups):
            return reader(match, clock)
    return _span_of_years(match, clock)


def _years(match: re.Match[str], _clock: Clock) -> Time | None:
    first, last = _year_number(match["y1"]), _year_number(match["y2"])
    return Time(*match.span(), Period.years(first, last), "own_years") if first <= last else None


def _year_number(printed: str) -> int:
    return int(printed) if printed.isdigit() else int("".join(str(_CN[c]) for c in printed))


def _year(match: re.Match[str], _clock: Clock) -> Time | None:
    year = _year_number(match["y"] or match["cy"])
    if not 1945 <= year <= 2060:
        return None
    deadline, past = match["lead"] in _DEADLINE, (match["lead"] or "").startswith("截")
    if match["m"] and 1 <= int(match["m"]) <= 12 and (deadline or match["end"]):
        month = int(match["m"])
        return Time(
            *match.span(), Period(None, date(year, month, _ENDS[month - 1])), "own_month", deadline=True, past=past
        )
    deadline = deadline or bool(match["part"] or match["cpart"])
    period = Period(None, date(year, 12, 31)) if deadline else Period.year(year)
    return Time(*match.span(), period, "own_year", deadline=deadline, past=past)


def _plan(match: re.Match[str], _clock: Clock) -> Time | None:
    first = _PLANS[match["plan"] or match["qplan"]]
    last = _last_year(first)
    if match["lead"] in _DEADLINE or match["pend"] in ("末", "期末"):
        return Time(*match.span(), Period(None, date(last, 12, 31)), "plan_end", deadline=True)
    return Time(*match.span(), Period.years(first, last), "plan_years") if match["pend"] else None


def _last_year(first: int) -> int:
    """Give the last year of a plan; the second was followed by years of adjustment."""
    return 1962 if first == 1958 else first + 4


def _by_word(match: re.Match[str], clock: Clock) -> Time | None:
    word = match["word"]
    if word in ("每年", "逐年"):
        return Time(*match.span(), Period.year(clock.target or clock.this or 2000), "each_year", yearly=True)
    if clock.this is None:
        return None
    if word in ("年内", "年底前"):
        # A work report speaks of its section's year; anything else of the year in which it appeared.
        one_year = clock.this == clock.reviewed == clock.target
        return Time(*match.span(), Period.year(clock.this), "this_year") if one_year else None
    back, rule = _WORDS.get(word, (0, "this_year"))
    return Time(*match.span(), Period.year(clock.this - back), rule, past=back > 0)


def _part_of_year(match: re.Match[str], clock: Clock) -> Time | None:
    year = clock.reviewed
    if match["qlead"] and clock.this is not None:
        year = clock.this - (match["qlead"] != "今年")
    if year is None:
        return None
    if match["m1"]:
        first, last = int(match["m1"]), int(match["m2"])
    else:
        first, last = 1, _QUARTERS.get(match["quarter"]) or _count(match["mn"])
    if not 1 <= first < last <= 12:
        return None
    period = Period(date(year, first, 1), date(year, last, _ENDS[last - 1]))
    return Time(*match.span(), period, "part_of_year", year_to_date=True, past=True)


def _month_end(match: re.Match[str], clock: Clock) -> Time | None:
    """Give what stood at the end of a month of the year looked back on (截至6月底)."""
    month = int(match["mend"])
    if match["lead"] not in ("截至", "截止", "截止到") or clock.reviewed is None or not 1 <= month <= 12:
        return None
    last = Period(None, date(clock.reviewed, month, _ENDS[month - 1]))
    return Time(*match.span(), last, "own_month", deadline=True, past=True)


def _span_of_years(match: re.Match[str], clock: Clock) -> Time | None:
    count = match["pn"] or match["pn2"] or match["since"]
    if count is not None:
        years, last = _count(count), clock.reviewed
        if last is None or not 1 <= years <= 60:
            return None
        together = match["since"] is not None
        rule = "years_together" if together else "past_years"
        return Time(*match.span(), Period.years(last - years + 1, last), rule, past=not together)
    number = match["nn"] or match["within"]
    if number is None or clock.target is None:
        return None
    return Time(*match.span(), Period.years(clock.target, clock.target + _count(number) - 1), "next_years")


def _count(text: str) -> int:
    return int(text) if text.isdigit() else _COUNT.get(text, 11 if text == "十一" else 0)


_WORDS = {"去年": (1, "last_year"), "上年": (1, "last_year"), "前年": (2, "last_year"), "明年": (-1, "next_year")}
_READERS: tuple[tuple[tuple[str, ...], Callable[[re.Match[str], Clock], Time | None]], ...] = (
    (("y1",), _years),
    (("y", "cy"), _year),
    (("plan", "qplan"), _plan),
    (("mend",), _month_end),
    (("quarter", "m1"), _part_of_year),
    (("word",), _by_word),
)
"""Which groups of the pattern are read by which function, in order."""
