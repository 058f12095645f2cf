"""A number with its unit, keeping how finely it was printed, and intervals of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from .numerals import NUMERAL, read_numeral

_INTERVAL = re.compile(r"[\[(](?P<low>-∞|-?[0-9.]+), (?P<high>∞|-?[0-9.]+)[\])]")
_PRINTED = re.compile(rf"\s*({NUMERAL})([^\d\s]{{1,12}})\s*\Z")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, keeping how finely it was printed.

    Parameters
    ----------
    value:
        The unscaled number: ``1.63万个`` is 16300.
    unit:
        The unit's word without 万 or 亿: ``个``, ``元``, ``%``, ``百分点``.
    grain:
        The place of the last non-zero printed digit, the tolerance that the document itself states.
    upper:
        The upper end of a printed range (``5%—6%``), or None.

    Raises
    ------
    ValueError
        Where a range ends below its beginning or the grain is not positive.

    >>> Quantity.parse("1.63万个")
    Quantity('16300 个')
    >>> Quantity.parse("1.63万个").grain
    Decimal('100')
    """

    value: Decimal
    unit: str
    grain: Decimal = Decimal(1)
    upper: Decimal | None = None

    def __post_init__(self) -> None:
        if self.upper is not None and self.upper < self.value:
            raise ValueError(f"range {self.value}..{self.upper} ends below its beginning: swap the ends")
        if self.grain <= 0:
            raise ValueError(f"grain {self.grain} is not positive: give the place of the last printed digit")

    @classmethod
    def parse(cls, printed: str) -> Quantity:
        """Read one printed quantity such as ``1.63万个`` or ``三分之二``-free plain numerals with a unit."""
        match = _PRINTED.match(printed)
        if match is None:
            raise ValueError(f"no number with a unit in {printed!r}: write for example 1.63万个")
        value, grain = read_numeral(match[1])
        return cls(value, match[2], grain)

    def __repr__(self) -> str:
        return f"Quantity('{self}')"

    def __str__(self) -> str:
        number = plain(self.value) if self.upper is None else f"{plain(self.value)}—{plain(self.upper)}"
        return f"{number} {self.unit}"


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``; None is unbounded; an open end does not belong to it.

    >>> str(Interval(Decimal(3), Decimal(5), high_open=True))
    '[3, 5)'
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"interval {self.low}..{self.high} is empty: swap the ends")

    @classmethod
    def parse(cls, text: str) -> Interval:
        """Read an interval as `str` writes it.

        Raises
        ------
        ValueError
            Where it is not written so.

        >>> Interval.parse("[3, ∞)")
        Interval(low=Decimal('3'), high=None, low_open=False, high_open=False)
        """
        found = _INTERVAL.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is no interval: write it as [3, 5)")
        low = None if found["low"] == "-∞" else Decimal(found["low"])
        high = None if found["high"] == "∞" else Decimal(found["high"])
        return cls(low, high, low is not None and text[0] == "(", high is not None and text[-1] == ")")

    def __str__(self) -> str:
        low = "(-∞" if self.low is None else f"{'(' if self.low_open else '['}{plain(self.low)}"
        high = "∞)" if self.high is None else f"{plain(self.high)}{')' if self.high_open else ']'}"
        return f"{low}, {high}"


def plain(number: Decimal) -> str:
    """Write a decimal without exponent and without idle zeros: ``Decimal('1.630E+4')`` is ``16300``."""
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text
