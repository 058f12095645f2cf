"""Seconds left for a search: a stopwatch, which never enters a result's provenance."""

from __future__ import annotations

from time import perf_counter


class Stopwatch:
    """Count down from ``seconds``.

    >>> Stopwatch(0.0).over
    True
    """

    def __init__(self, seconds: float) -> None:
        self._end = perf_counter() + seconds

    @property
    def left(self) -> float:
        """Seconds left, never below 0."""
        return max(0.0, self._end - perf_counter())

    @property
    def over(self) -> bool:
        """True when no time is left."""
        return self.left <= 0.0

    def part(self, share: float) -> Stopwatch:
        """Give a stopwatch for a share of the time that is left."""
        return Stopwatch(self.left * share)
