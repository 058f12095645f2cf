"""疑点: something in the input that could not be read with confidence."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span
from .terms import Level


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """A finding about the input: what (``code``), in words (``message``), and where (``span``, ``source``).

    >>> print(Issue("undated", "no year before 「新建长者食堂300处以上」"))
    warning undated: no year before 「新建长者食堂300处以上」
    """

    code: str
    message: str
    level: Level = Level.WARNING
    source: str | None = None
    span: Span | None = None

    def __str__(self) -> str:
        where = "" if self.source is None else f" ({self.source}{'' if self.span is None else f':{self.span.start}'})"
        return f"{self.level} {self.code}: {self.message}{where}"
