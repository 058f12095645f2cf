"""Read the years and months that a sentence names, with the rule that gave each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from lantu.model import Period

_CN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0, "０": 0}
_COUNT = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_PLAN = {
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
    "五": 1976,
    "四": 1971,
    "三": 1966,
    "二": 1958,
    "一": 1953,
}
_TIME = re.compile(
    r"(?P<lead>(?:到|至|截至|截止|截止到|截至到|比|较|与|于|为|同|以)?)(?:"
    r"(?P<y1>(?:19|20)[0-9]{2})年?(?:[—–\-－~～至到]{1,2})(?P<y2>(?:19|20)[0-9]{2})年"
    r"|(?P<y>(?:19|20)[0-9]{2})年(?:(?P<m>[0-9]{1,2})月(?P<end>底|末)?(?P<d>[0-9]{1,2}日)?|(?P<part>底|末|内|年底|以前|前))?"
    r"|(?P<cy>[一二][〇○零一二三四五六七八九]{3})年"
    r"|[“\"]?(?P<plan>十[一二三四五六]|[一二三四五六七八九十])五[”\"]?(?P<pend>期?末|期间|时期|以来|期内|规划|计划)"
    r"|[“\"](?P<qplan>十[一二三四五六]|[一二三四五六七八九十])五[”\"](?P<qend>末|期末)?"
    r"|(?P<word>去年|上年|今年|本年度|明年|前年|年内|年底前|年底|到年底|全年|每年|逐年)(?P<wend>底|末)?"
    r"|(?P<past>过去|近|这|最近|五年来|近年来|建市|前)(?P<pn>[一两二三四五六七八九十])?年(?:来|间|中|里)?"
    r"|(?P<pn2>[一两三四五])年来"
    r"|(?P<next>今后|未来|再用|力争用|用|往后|下一个)(?P<nn>[一两三四五六七八九十]|[1-9])(?:到[一两三四五六]|[—-][1-9])?(?:个)?年"
    r"|(?P<within>[一两三四五]|[1-9])年内"
    r"|(?P<m1>[0-9]{1,2})月?[—–\-－~～至到]{1,2}(?P<m2>[0-9]{1,2})月份?"
    r"|(?P<quarter>前三季度|上半年|一季度|下半年|前两季度|第一季度|三季度末))"
)
_FULL = str.maketrans("０１２３４５６７８９", "0123456789")
_QUARTER = {
    "前三季度": (9, 30),
    "上半年": (6, 30),
    "前两季度": (6, 30),
    "一季度": (3, 31),
    "第一季度": (3, 31),
    "下半年": (12, 31),
    "三季度末": (9, 30),
}
_ENDS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Clock:
    """What the years of a document are counted from.

    ``this`` is the year that 今年 means, ``reviewed`` the last whole year looked back on, ``target`` the year planned for.
    """

    this: int | None = None
    reviewed: int | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a sentence names: where it ends in the text, its days, and the rule's id."""

    start: int
    end: int
    period: Period
    rule: str
    yearly: bool = False
    deadline: bool = False
    year_to_date: bool = False
    past: bool = False


def times(text: str, start: int, end: int, clock: Clock) -> list[Time]:
    """Give the times of ``text[start:end]`` in order; bases of a comparison (比上年) are left out."""
    out = []
    for match in _TIME.finditer(text, start, end):
        if (
            match["lead"] in ("比", "较", "与", "于", "为", "同")
            or text[match.end() : match.end() + 1] in ("的",)
            and text[match.end() + 1 : match.end() + 2].isdigit()
        ):
            continue
        time = _time(match, clock)
        if time is not None:
            out.append(time)
    return out


def _time(match: re.Match[str], clock: Clock) -> Time | None:  # noqa: C901, PLR0911, PLR0912 - one return for each way to name a time
    start, end = match.span()
    deadline = match["lead"] in ("到", "至", "截至", "截止", "截止到", "截至到")
    past = match["lead"].startswith("截")
    if match["y1"]:
        first, last = int(match["y1"]), int(match["y2"])
        return Time(start, end, Period.years(first, last), "own_years") if first <= last else None
    if match["y"] or match["cy"]:
        year = int(match["y"]) if match["y"] else int("".join(str(_CN[c]) for c in match["cy"]))
        if not 1945 <= year <= 2060:
            return None
        if match["m"] and 1 <= int(match["m"]) <= 12 and (deadline or match["end"]):
            month = int(match["m"])
            return Time(
                start, end, Period(None, date(year, month, _ENDS[month - 1])), "own_month", deadline=True, past=past
            )
        deadline = deadline or match["part"] in ("底", "末", "以前", "前")
        return Time(
            start,
            end,
            Period(None, date(year, 12, 31)) if deadline else Period.year(year),
            "own_year",
            deadline=deadline,
            past=past,
        )
    plan = match["plan"] or match["qplan"]
    if plan:
        first = _PLAN.get(plan)
        if first is None:
            return None
        last = first + (7 if first == 1958 else 4)
        if deadline or match["pend"] in ("末", "期末") or match["qend"]:
            return Time(start, end, Period(None, date(last, 12, 31)), "plan_end", deadline=True)
        return (
            Time(start, end, Period.years(first, last), "plan_years")
            if match["pend"] and match["pend"] not in ("规划", "计划")
            else None
        )
    if match["word"]:
        return _by_word(match, start, end, clock, deadline=deadline)
    if match["quarter"] or match["m1"]:
        return _part_of_year(match, start, end, clock)
    return _span_of_years(match, start, end, clock)


def _by_word(match: re.Match[str], start: int, end: int, clock: Clock, *, deadline: bool) -> Time | None:
    word = match["word"]
    if word in ("每年", "逐年"):
        return Time(start, end, Period.year(clock.target or clock.this or 2000), "each_year", yearly=True)
    if clock.this is None:
        return None
    if word in ("去年", "上年"):
        return Time(start, end, Period.year(clock.this - 1), "last_year", past=True)
    if word == "前年":
        return Time(start, end, Period.year(clock.this - 2), "last_year", past=True)
    if word == "明年":
        return Time(start, end, Period.year(clock.this + 1), "next_year")
    if word in ("今年", "本年度"):
        return Time(start, end, Period.year(clock.this), "this_year")
    return None


def _part_of_year(match: re.Match[str], start: int, end: int, clock: Clock) -> Time | None:
    year = clock.reviewed or clock.this
    if year is None:
        return None
    if match["quarter"]:
        month, day = _QUARTER[match["quarter"]]
        return Time(start, end, Period(date(year, 1, 1), date(year, month, day)), "part_of_year", year_to_date=True)
    first, last = int(match["m1"]), int(match["m2"])
    if not 1 <= first < last <= 12:
        return None
    return Time(
        start, end, Period(date(year, first, 1), date(year, last, _ENDS[last - 1])), "months", year_to_date=True
    )


def _span_of_years(match: re.Match[str], start: int, end: int, clock: Clock) -> Time | None:
    count = match["pn"] or match["pn2"]
    if match["past"] and match["past"] in ("过去", "近", "这", "最近") and count:
        last = clock.reviewed
        return (
            None
            if last is None
            else Time(start, end, Period.years(last - _COUNT[count] + 1, last), "past_years", past=True)
        )
    if match["pn2"] and clock.reviewed:
        return Time(
            start, end, Period.years(clock.reviewed - _COUNT[match["pn2"]] + 1, clock.reviewed), "past_years", past=True
        )
    number = match["nn"] or match["within"]
    if number and clock.target:
        years = int(number) if number.isdigit() else _COUNT[number]
        return Time(start, end, Period.years(clock.target, clock.target + years - 1), "next_years")
    return None
