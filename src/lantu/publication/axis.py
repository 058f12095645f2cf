"""Target and reported values of one commitment on one axis of value and one of time, in per cent of the drawing.

Nothing is computed here that a verdict does not say: the target, the figures as they were reported, what they show
together, the even pace that the verdict was held against. A figure in another unit than the target is not drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

_STEPS = tuple(Decimal(step) for step in ("1", "2", "2.5", "5", "10"))
_TICKS, _NARROW, _ROOM = 4, Decimal("0.35"), Decimal("0.12")
_UPWARD = frozenset({"at_least", "more_than"})
_DOWNWARD = frozenset({"at_most", "less_than"})


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported figure: ``number`` in the list of evidence, its days, its ends (None where that side is open)."""

    number: int
    first: date
    last: date
    low: Decimal | None
    high: Decimal | None

    @property
    def value(self) -> Decimal:
        """The end that is known, or the middle of both."""
        known = [end for end in (self.low, self.high) if end is not None]
        return sum(known, Decimal(0)) / len(known)


@dataclass(frozen=True, slots=True)
class Axis:
    """What is drawn.

    Parameters
    ----------
    first, last, bottom, top:
        The ends of the axes.
    target:
        Lowest and highest value of the target as printed; the same twice where it is one number.
    pace:
        The value from which an even pace rises to the target over the period, from which day; None without pace.
    counted:
        The value that the verdict counted, of several figures or of one in another unit; None where a figure says it.
    ticks:
        Round values from bottom to top.
    """

    first: date
    last: date
    bottom: Decimal
    top: Decimal
    target: tuple[Decimal, Decimal]
    start: date | None
    deadline: date
    pace: Decimal | None
    baseline: Decimal | None
    reported: tuple[Reported, ...]
    counted: Reported | None
    on: date
    ticks: tuple[Decimal, ...]

    def x(self, day: date) -> str:
        """Give where a day stands, in per cent from the left."""
        return f"{100 * (day - self.first).days / (self.last - self.first).days:.2f}%"

    def y(self, value: Decimal | None, open_end: str = "top") -> str:
        """Give where a value stands, in per cent from the top; an open end stands at the edge."""
        if value is None:
            return "0%" if open_end == "top" else "100%"
        return f"{100 * (self.top - value) / (self.top - self.bottom):.2f}%"

    @property
    def height(self) -> str:
        """How high the band of a target with two ends is, in per cent."""
        return f"{100 * (self.target[1] - self.target[0]) / (self.top - self.bottom):.2f}%"

    @property
    def label_below(self) -> bool:
        """Whether a figure stands so close above the target that the label of the target goes below its line."""
        near = (self.top - self.bottom) / 6
        return any(0 <= one.value - self.target[1] <= near and one.value != self.target[1] for one in self.reported)

    @property
    def open(self) -> bool:
        """Whether a reported figure leaves something open."""
        return any(one.low != one.high for one in (*self.reported, *filter(None, [self.counted])))

    @property
    def years(self) -> tuple[date, ...]:
        """The first days of the years that begin inside the drawing."""
        starts = (date(year, 1, 1) for year in range(self.first.year, self.last.year + 1))
        return tuple(day for day in starts if self.first <= day <= self.last)


def axis_of(verdict: Mapping[str, Any], published: Mapping[str, date | None]) -> Axis | None:
    """Lay out a commitment's target and evidence, or give None where no figure can be drawn beside the target.

    Parameters
    ----------
    published:
        The day of each document by its id, for figures without a period of their own.
    """
    promise = verdict["commitment"]
    reported = tuple(_reported(verdict, published))
    counted = _counted(verdict, reported)
    if promise["value"] is None or promise["period_end"] is None or not (reported or counted):
        return None
    target = _ends(promise)
    start, deadline, on = _day(promise["period_start"]), date.fromisoformat(promise["period_end"]), _day(verdict["on"])
    before = verdict.get("baseline") or promise.get("baseline")
    baseline = None if before is None else Decimal(before)
    pace = _pace(verdict, baseline) if start is not None else None
    days = [each for each in (start, deadline, on) if each is not None]
    days += [day for one in (*reported, *filter(None, [counted])) for day in (one.first, one.last)]
    values = [
        *target,
        *(end for one in (*reported, *filter(None, [counted])) for end in (one.low, one.high) if end is not None),
    ]
    values += [value for value in (baseline, pace) if value is not None]
    bottom, top, ticks = _scale(values, from_zero=promise["basis"] == "increment")
    return Axis(
        first=min(days),
        last=max(*days, min(days) + timedelta(days=1)),
        bottom=bottom,
        top=top,
        target=target,
        start=start,
        deadline=deadline,
        pace=pace,
        baseline=baseline,
        reported=reported,
        counted=counted,
        on=on or deadline,
        ticks=ticks,
    )


def _reported(verdict: Mapping[str, Any], published: Mapping[str, date | None]) -> Iterable[Reported]:
    unit = verdict["commitment"]["unit"]
    for number, item in enumerate(verdict["evidence"], start=1):
        last = _day(item["period_end"]) or published.get(item["document_id"])
        if item["value"] is None or item["unit"] != unit or item["comparability"] == "not_comparable" or last is None:
            continue
        low, high = _ends(item)
        least = item["comparator"] in _DOWNWARD or item["comparability"] == "superset"
        most = item["comparator"] in _UPWARD or item["comparability"] == "subset"
        if not (least and most):
            first = _day(item["period_start"]) or last
            yield Reported(number, first, last, None if least else low, None if most else high)


def _counted(verdict: Mapping[str, Any], reported: Sequence[Reported]) -> Reported | None:
    """Give the value that the verdict counted, in the target's unit, where no single figure drawn says the same."""
    actual, as_of = verdict.get("actual"), _day(verdict["as_of"])
    if actual is None or actual == [None, None] or as_of is None:
        return None
    low, high = (None if end is None else Decimal(end) for end in actual)
    alone = len(reported) == 1 and low in (None, reported[0].low) and high in (None, reported[0].high)
    return None if alone else Reported(0, as_of, as_of, low, high)


def _pace(verdict: Mapping[str, Any], baseline: Decimal | None) -> Decimal | None:
    """Give where the even pace begins: what adds up begins at nothing, a level at its value before the period."""
    if verdict["expected"] is None:
        return None
    return baseline if baseline is not None or verdict["commitment"]["basis"] != "increment" else Decimal(0)


def _scale(values: Sequence[Decimal], *, from_zero: bool) -> tuple[Decimal, Decimal, tuple[Decimal, ...]]:
    low, high = min(values), max(values)
    if from_zero or low < 0 or high - low > _NARROW * high:
        low = min(low, Decimal(0))
    room = max(high - low, abs(high) * Decimal("0.05"), Decimal("0.1")) * _ROOM
    low, high = (low if low == 0 else low - room * 2), high + room
    step = _step((high - low) / _TICKS)
    first = -(-low // step) if low >= 0 else low // step
    ticks = [step * number for number in range(int(first), int(high // step) + 1)]
    return min(low, *ticks), high, tuple(ticks)


def _step(least: Decimal) -> Decimal:
    """Give the smallest round number of at least ``least``."""
    scale = Decimal(10) ** least.adjusted()
    return next(step * scale for step in _STEPS if step * scale >= least)


def _ends(record: Mapping[str, Any]) -> tuple[Decimal, Decimal]:
    low = Decimal(record["value"])
    return low, low if record["upper"] is None else Decimal(record["upper"])


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
