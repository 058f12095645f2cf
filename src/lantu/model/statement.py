"""What documents say: commitments, observations and claims, each pointing to the characters that state it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .period import Period
from .quantity import Quantity
from .span import Span
from .terms import Accumulation, Basis, Comparator, Direction, Status, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a commitment and an observation have in common.

    Parameters
    ----------
    span:
        The number with inner hedge and unit (``5000余个``); for an act without number its clause.
    sentence:
        The clause that states it; contains ``span``.
    indicator:
        What is counted or measured, in the document's words, understandable alone.
    quantity, comparator, basis:
        None for an act without a number.
    period, period_rule:
        The days the value covers and the id of the rule that gave them (``own_year``, ``section_year``,
        ``horizon`` …); a deadline alone leaves ``period.start`` None.
    baseline:
        The value before, in the same unit, where the clause itself states it (由33%提高到43%: 33).
    recurrence:
        ``"yearly"`` for 每年, else None.
    confidence:
        0 … 1, the share of statements read like this one that are right.
    """

    span: Span
    sentence: Span
    indicator: str
    quantity: Quantity | None = None
    comparator: Comparator | None = None
    basis: Basis | None = None
    accumulation: Accumulation | None = None
    direction: Direction | None = None
    period: Period | None = None
    period_rule: str | None = None
    recurrence: str | None = None
    theme: str | None = None
    place: str | None = None
    confidence: float = 1.0
    baseline: Decimal | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} is no share: give 0..1")

    @property
    def id(self) -> str:
        """The stable id: a better reading of the same place keeps it, so judgements survive."""
        return self.span.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Statement):
    """承诺事项: what a document promises or expects, seen from its own date.

    ``binding`` is True for 约束性, False for 预期性, None where the document does not say. ``led_by`` and
    ``supported_by`` are the offices that a list of tasks or the text names beside it (牵头单位, 配合单位).
    """

    strength: Strength = Strength.PLAIN
    binding: bool | None = None
    led_by: tuple[str, ...] = ()
    supported_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Statement):
    """观测值: what a document reports as done or true by its own date.

    ``spans`` lists further places of the same document that tell the same figure (a lead and its body).
    """

    status: Status = Status.DONE
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """自评: the source's own verdict (超额完成年度目标任务); kept, never trusted.

    ``about`` holds the ids of the statements in the same sentence that it speaks of, nearest first.
    ``says`` is ``"exceeded"``, ``"met"`` or ``"ahead"``.
    """

    span: Span
    sentence: Span
    says: str
    indicator: str
    period: Period | None = None
    theme: str | None = None
    place: str | None = None
    about: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def id(self) -> str:
        """The stable id of its place."""
        return self.span.id
