"""The result of holding one observation against one commitment, before any arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from lantu.model import Comparability, Line, Period, Reason


class Use(StrEnum):
    """How a reported number enters the arithmetic of a promise."""

    VALUE = "value"
    LOWER_BOUND = "lower_bound"
    STOCK_DIFFERENCE = "stock_difference"
    GROWTH_OF_LEVELS = "growth_of_levels"


@dataclass(slots=True)
class Findings:
    """What the gates found, gathered one after the other.

    A gate narrows or widens the scope, refuses with a reason, or only notes what it saw. Narrower in one respect
    and wider in another leaves no bound at all: that is a refusal (DEFINITION).
    """

    narrower: bool = False
    wider: bool = False
    refusals: list[Reason] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    dropped: int = 0

    def refuse(self, reason: Reason, line: Line) -> None:
        """Refuse: gates run in the order of their weight, so the first reason is the most telling."""
        self.refusals.append(reason)
        self.say(line)

    def narrow(self, line: Line) -> None:
        """Note that the observation covers a part of the commitment's scope."""
        self.narrower = True
        self.say(line)

    def widen(self, line: Line) -> None:
        """Note that the observation covers more than the commitment's scope."""
        self.wider = True
        self.say(line)

    def say(self, line: Line) -> None:
        """Note what was seen."""
        self.lines.append(line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How an observation's scope stands to a commitment's.

    Parameters
    ----------
    factor:
        Multiply the reported value by it to reach the target's unit.
    use:
        How the value enters the arithmetic.
    covers:
        The days that the value covers, as understood.
    lines:
        Why, in words a reader can check.
    refusals:
        Every reason found against it, the most telling first.
    dropped:
        How many qualifiers one side leaves unsaid.
    """

    comparability: Comparability
    reason: Reason | None
    factor: Decimal = Decimal(1)
    use: Use = Use.VALUE
    covers: Period | None = None
    lines: tuple[Line, ...] = ()
    refusals: tuple[Reason, ...] = ()
    dropped: int = 0

    @property
    def other_days_only(self) -> bool:
        """Tell whether nothing but the days stands against it: such a figure can serve as a baseline."""
        return set(self.refusals) == {Reason.PERIOD}

    @property
    def comparable(self) -> bool:
        """Tell whether arithmetic may follow."""
        return self.comparability is not Comparability.NOT_COMPARABLE
