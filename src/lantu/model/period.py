"""The days that a value covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from ``start`` to ``end``, both included; ``start`` is None where only a deadline is known.

    Raises
    ------
    ValueError
        Where the period ends before it begins.
    """

    start: date | None
    end: date

    def __post_init__(self) -> None:
        if self.start is not None and self.start > self.end:
            raise ValueError(f"period {self.start}/{self.end} ends before it begins: swap or correct the dates")

    @classmethod
    def year(cls, year: int) -> Period:
        """Give the calendar year ``year``."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def years(cls, first: int, last: int) -> Period:
        """Give the calendar years from ``first`` to ``last``, both included."""
        return cls(date(first, 1, 1), date(last, 12, 31))

    @property
    def days(self) -> int | None:
        """How many days it covers, or None for a deadline alone."""
        return None if self.start is None else (self.end - self.start).days + 1

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end}"
