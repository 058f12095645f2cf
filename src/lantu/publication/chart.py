"""What the script that draws the chart is given: numbers for positions, words for everything that is read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import msgspec

from . import figures
from .axis import Axis, Reported
from .language import Language, mark


def chart_data(axis: Axis, verdict: Mapping[str, Any], language: Language) -> str:
    """Give the data of one chart as JSON; times are days in ISO form, open ends are null."""
    promise = verdict["commitment"]
    data = {
        "first": axis.first.isoformat(),
        "last": axis.last.isoformat(),
        "bottom": float(axis.bottom),
        "top": float(axis.top),
        "ticks": [(float(tick), figures.number(tick, language)) for tick in axis.ticks],
        "target": [float(end) for end in axis.target],
        "label_below": axis.label_below,
        "deadline": axis.deadline.isoformat(),
        "on": axis.on.isoformat(),
        "pace": _pace(axis),
        "baseline": None if axis.baseline is None else float(axis.baseline),
        "counted": None if axis.counted is None else _together(axis.counted, verdict, language),
        "points": [_point(one, verdict, language) for one in axis.reported],
        "words": {
            "target": f"{language.say(mark('Target'))} {figures.bounded(promise, language)}",
            "deadline": language.fill(mark("Deadline: %(day)s"), day=figures.day(axis.deadline, language)),
            "on": language.fill(mark("Known on %(day)s"), day=figures.day(axis.on, language)),
            "pace": language.say(mark("Even pace to the deadline")),
            "baseline": language.say(mark("Value before the period")),
        },
    }
    return msgspec.json.encode(data).decode()


def reported_figures(axis: Axis, verdict: Mapping[str, Any], language: Language) -> str:
    """Give the figures of a chart in words, for those who do not see it."""
    joint = "；" if language.code == "zh" else "; "
    return joint.join(_words(one, verdict, language) for one in axis.reported)


def _pace(axis: Axis) -> list[tuple[str, float]] | None:
    if axis.pace is None or axis.start is None:
        return None
    ends = ((axis.start, axis.pace), (axis.deadline, axis.target[0]))
    return [(day.isoformat(), float(value)) for day, value in ends]


def _point(one: Reported, verdict: Mapping[str, Any], language: Language) -> dict[str, Any]:
    return {
        "number": one.number,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "value": float(one.value),
        "low": _float(one.low),
        "high": _float(one.high),
        "open": one.low != one.high,
        "words": _words(one, verdict, language),
    }


def _together(one: Reported, verdict: Mapping[str, Any], language: Language) -> dict[str, Any]:
    words = language.fill(mark("Counted for the verdict: %(figure)s"), figure=counted_figure(one, verdict, language))
    return {"day": one.last.isoformat(), "value": float(one.value), "words": words}


def counted_figure(one: Reported, verdict: Mapping[str, Any], language: Language) -> str:
    """Write the value that the verdict counted, with its unit."""
    low, high = one.low, one.high
    bound = "at_least" if high is None else "at_most" if low is None else "exactly"
    ends = {"value": str(low if low is not None else high), "upper": str(high) if None is not low != high else None}
    record = {**ends, "unit": verdict["commitment"]["unit"], "comparator": bound}
    return figures.bounded(record | ({"upper": None} if bound != "exactly" else {}), language)


def _words(one: Reported, verdict: Mapping[str, Any], language: Language) -> str:
    figure = figures.bounded(verdict["evidence"][one.number - 1], language)
    return f"{figure}, {figures.period(one.first, one.last, language)}"


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
