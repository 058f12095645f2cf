"""What a named person decided about a pair or a verdict; append-only and replayed on every build."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """What a reviewer can decide."""

    CONFIRM = "confirm"
    REJECT = "reject"
    LINK = "link"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One line of ``judgements.jsonl``.

    ``commitment`` and ``observation`` are statement ids; ``verdict`` is set for an override; ``quote``
    holds the commitment's quote when the decision was made, so that a changed statement is noticed.
    """

    decision: Decision
    commitment: str
    by: str
    when: str
    reason: str
    observation: str | None = None
    verdict: str | None = None
    quote: str | None = None
