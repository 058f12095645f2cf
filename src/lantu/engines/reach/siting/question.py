"""What bounds and searches need to know of a siting question, whatever its matrix looks like."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Protocol, Self

import numpy as np

from .choice import Choice
from .plan import Columns, Flags, Floats


class Relaxable(Protocol):
    """What a climb of multipliers needs to know; see ``Question`` for the words."""

    base: Floats
    choice: Choice

    def worth(self, paid: Floats) -> Floats:
        """Give what each free column is worth when rows pay so much (negative = a gain)."""

    def standing(self) -> float:
        """Give what the columns that are open already are worth, as of the last ``worth``."""

    def served(self, paid: Floats, weight: Floats) -> Floats:
        """Give how many times each row is served when columns are taken with ``weight``."""


class Question(ABC):
    """Some columns are open for good, some free, all others out; every row pays the least it can.

    Parameters
    ----------
    base:
        What each row pays if no further column is opened.
    choice:
        How many free columns may be opened, at what price.
    opened, free:
        The columns opened on the way here and those still free, as numbers of the whole question.
    """

    def __init__(self, base: Floats, choice: Choice, opened: Columns, free: Columns) -> None:
        self.base, self.choice, self.opened, self.free = base, choice, opened, free

    @abstractmethod
    def worth(self, paid: Floats) -> Floats:
        """Give each free column's summed cost less what the rows would pay it, only rows that gain."""

    def standing(self) -> float:
        """Give 0: what the opened columns do is in ``base`` already."""
        return 0.0

    @abstractmethod
    def served(self, paid: Floats, weight: Floats) -> Floats:
        """Give how many times each row is served by the free columns, taken with ``weight`` each."""

    @abstractmethod
    def narrow(self, stay: Flags, opens: Flags) -> Self:
        """Give the question with some free columns opened for good and only ``stay`` of the rest free."""

    @abstractmethod
    def value(self, positions: list[int]) -> float:
        """Give the summed cost with these free columns (by position) opened too."""

    @abstractmethod
    def improve(self, positions: list[int]) -> tuple[list[int], float]:
        """Open and exchange free columns (by position) until nothing is saved; give them and the value."""

    @abstractmethod
    def first_multipliers(self, positions: Columns) -> Floats:
        """Give what each row would pay, to begin a climb with, when these free columns make a good plan."""

    @abstractmethod
    def solve_exactly(self, seconds: float) -> tuple[Columns | None, float]:
        """Put the question to the integer program: the best columns found, and the lower bound (-inf: not tried)."""

    def child(self, opened: Columns, free: Columns) -> Self:
        """Give the question below this one where these columns are opened and only those are free."""
        opens = np.zeros(len(self.free), dtype=bool)
        opens[np.searchsorted(self.free, np.setdiff1d(opened, self.opened))] = True
        stay = np.zeros(len(self.free), dtype=bool)
        stay[np.searchsorted(self.free, free)] = True
        return self.narrow(stay, opens)
