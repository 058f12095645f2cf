"""Tell a promise from a report, and give the days that it covers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantu.model import Period

from .sections import Outline
from .times import Time

_PAST = re.compile(r"(?<![比较与同为])(?:去年|上年)(?!同期|同比|基数)|目前|已经|已(?!知)|截至|过去")
_FUTURE = re.compile(r"将(?!军)|力争|争取(?!到)|计划(?:新|建|完|投|实|开)|拟|有望|到20[0-9]{2}年")
_SINCE = re.compile(r"今年(?:以来|年初|[0-9一二]{1,2}月|春)|已|了")
_OWN = frozenset({"own_year", "own_years", "plan_end", "plan_years", "next_years", "next_year"})
_LISTED = frozenset({"、", "和", "与", "及", "，"})
_OF_SECTION = frozenset({"part_of_year", "years_together"})
"""Words that mean past days in a review and the days planned for in a plan (上半年, 三年累计)."""
_OWN_PAST = frozenset({"own_year", "own_years", "own_month"})


def when(named: Sequence[Time], at: int) -> Time | None:
    """Give the time that governs what stands at ``at``: the last one named before it in its sentence."""
    governing = None
    for time in named:
        if time.end > at:
            break
        if governing is None or not (governing.yearly and time.rule == "this_year"):
            governing = time
    return governing


def respective(text: str, named: Sequence[Time], starts: Sequence[int]) -> dict[int, Time]:
    """Give each number of a list its own time: 2030年、2031年分别新增5万人、6万人.

    Parameters
    ----------
    text, named:
        The passage and the times of the sentence.
    starts:
        Where the numbers of the sentence begin.
    """
    out: dict[int, Time] = {}
    run: list[Time] = []
    for index, time in enumerate(named):
        run = [*run, time] if run and text[run[-1].end : time.start] in _LISTED else [time]
        following = named[index + 1] if index + 1 < len(named) else None
        if len(run) < 2 or (following is not None and text[time.end : following.start] in _LISTED):
            continue
        until = following.start if following is not None else len(text)
        numbers = [start for start in starts if time.end <= start < until]
        if len(numbers) == len(run) and "分别" in text[time.end : numbers[-1]]:
            out |= dict(zip(numbers, run, strict=True))
    return out


def is_planned(outline: Outline, time: Time | None, before: str, *, promising: bool = False) -> bool:
    """Tell a promise from a report: the section decides, unless the sentence's own time or words say otherwise.

    Parameters
    ----------
    time:
        The time that governs the number.
    before:
        The words before it.
    promising:
        Whether the words directly before the number promise (将, 力争).
    """
    section = outline.section
    by_time = None if time is None or time.yearly else _by_time(outline, time, before)
    if by_time is not None:
        return by_time
    if section.planned:
        recent = before[-30:]
        return _PAST.search(recent) is None or _FUTURE.search(recent) is not None
    return promising or outline.mode == "plan"


def _by_time(outline: Outline, time: Time, before: str) -> bool | None:
    """Decide by the time alone, or give None where it does not decide."""
    planned, clock = outline.section.planned, outline.clock
    if time.past:
        return planned and time.rule == "part_of_year"
    last = time.period.end.year
    if outline.mode == "plan":
        return clock.this is None or last >= clock.this
    if clock.reviewed is None:
        return None
    if last > clock.reviewed:
        if planned or time.rule in _OWN:
            return True
        return time.rule == "this_year" and clock.this != clock.reviewed and _SINCE.search(before) is None
    return False if planned and time.rule in _OWN_PAST else None


def period(outline: Outline, time: Time | None, *, planned: bool) -> tuple[Period | None, str | None, bool]:
    """Give the days, the id of the rule that gave them, and whether it recurs yearly."""
    section, clock = outline.section, outline.clock
    if time is not None and time.yearly:
        return section.period, "each_year", True
    if time is not None and not (planned and time.rule in _OF_SECTION):
        review_tells_future = not planned and time.period.end.year > (clock.reviewed or 9999)
        if not review_tells_future or section.planned or section.period is None:
            return time.period, time.rule, False
    if planned and not section.planned:
        return (None if clock.target is None else Period.year(clock.target)), "target_year", False
    if not planned and section.planned:
        return (None if clock.reviewed is None else Period.year(clock.reviewed)), "reviewed_year", False
    return section.period, (section.rule if section.period is not None else None), False
