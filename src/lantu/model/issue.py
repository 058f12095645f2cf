"""疑点: something in the input that could not be read with confidence."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span
from .terms import Level


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """A finding about the input: what (``code``), in words (``message``), and where (``span``, ``source``).

    ``pattern`` is the message with places for its ``facts``, by which others tell it in another language; it is empty
    where the words are those of an error.

    >>> print(Issue.worded("undated", "no year before 「%(words)s」", words="新建长者食堂300处以上"))
    warning undated: no year before 「新建长者食堂300处以上」
    """

    code: str
    message: str
    level: Level = Level.WARNING
    source: str | None = None
    span: Span | None = None
    pattern: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def worded(
        cls,
        code: str,
        pattern: str,
        level: Level = Level.WARNING,
        source: str | None = None,
        span: Span | None = None,
        /,
        **facts: object,
    ) -> Issue:
        """Give an issue whose message is ``pattern`` with the facts in their places (``%(name)s``).

        The pattern stands in the call as it is: the catalogue of the site's messages is collected from there.
        """
        told = {name: str(fact) for name, fact in facts.items()}
        return cls(code, pattern % told, level, source, span, pattern, tuple(told.items()))

    def __str__(self) -> str:
        where = "" if self.source is None else f" ({self.source}{'' if self.span is None else f':{self.span.start}'})"
        return f"{self.level} {self.code}: {self.message}{where}"
