"""Opening hours as OpenStreetMap writes them, the plain part of them: ``Mo-Fr 08:00-12:00,14:00-18:00; Sa off``.

See https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. Months, holidays and sunrise are not
read: hours that use them are unknown, never guessed.
"""

from __future__ import annotations

import re

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY = "|".join(DAYS)
_RULE = re.compile(
    rf"\s*((?:{_DAY})(?:-(?:{_DAY}))?(?:,\s?(?:{_DAY})(?:-(?:{_DAY}))?){{0,6}})?\s*"
    r"(off|closed|24/7|[0-2]?[0-9]:[0-5][0-9]-[0-2]?[0-9]:[0-5][0-9]"
    r"(?:,\s?[0-2]?[0-9]:[0-5][0-9]-[0-2]?[0-9]:[0-5][0-9]){0,5})\s*\Z"
)
_DAY_MINUTES = 24 * 60


def is_open(hours: str, moment: str) -> bool | None:
    """Tell whether it is open at ``moment`` (``Tu 10:00``); None where the hours cannot be read.

    >>> is_open("Mo-Fr 08:00-17:00; Sa off", "Tu 10:00")
    True
    >>> is_open("Mo-Fr 08:00-17:00", "Su 10:00")
    False
    >>> is_open("Apr-Oct: sunrise-sunset", "Su 10:00") is None
    True
    """
    day, _, clock = moment.partition(" ")
    state: bool = False
    for part in hours.strip().rstrip(";").split(";"):
        match = _RULE.match(part)
        if match is None:
            return None
        days = _days(match[1])
        today, before = DAYS.index(day), (DAYS.index(day) - 1) % 7
        if today in days:
            state = _within(match[2], _minutes(clock))
        if before in days and _past_midnight(match[2], _minutes(clock)):
            state = True
    return state


def _days(said: str | None) -> set[int]:
    if said is None:
        return set(range(7))
    days: set[int] = set()
    for part in said.split(","):
        first, _, last = part.strip().partition("-")
        start, end = DAYS.index(first), DAYS.index(last or first)
        days |= {(start + step) % 7 for step in range((end - start) % 7 + 1)}
    return days


def _spans(said: str) -> list[tuple[int, int]]:
    if said in {"off", "closed"}:
        return []
    if said == "24/7":
        return [(0, _DAY_MINUTES)]
    pairs = [part.strip().split("-") for part in said.split(",")]
    spans = [(_minutes(start), _minutes(end)) for start, end in pairs]
    return [(start, end if end > start else end + _DAY_MINUTES) for start, end in spans]


def _within(said: str, minute: int) -> bool:
    return any(start <= minute < end for start, end in _spans(said))


def _past_midnight(said: str, minute: int) -> bool:
    return any(minute + _DAY_MINUTES < end for _, end in _spans(said))


def _minutes(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return 60 * int(hour) + int(minute)
