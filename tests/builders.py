"""Make commitments, observations and sources with everything but the tested field defaulted.

A quantity is written as a document prints it (``"1.63万个"``); a period as a year, two years, or a `Period`.
Every object stands at its own place of the plan or the report, so that ids differ.
"""

from __future__ import annotations

import hashlib
from datetime import date
from itertools import count
from typing import Any

from lantu.model import (
    Basis,
    Claim,
    Commitment,
    Comparator,
    Judgement,
    Observation,
    Period,
    Quantity,
    Role,
    Source,
    Span,
)

PLAN = hashlib.sha256(b"plan").hexdigest()
REPORT = hashlib.sha256(b"report").hexdigest()
RELEASE = hashlib.sha256(b"release").hexdigest()
_places = count(1)

When = int | tuple[int, int] | Period | None


def a_period(when: When) -> Period | None:
    """Read ``2022`` or ``(2022, 2024)`` as calendar years."""
    if isinstance(when, int):
        return Period.year(when)
    return Period.years(*when) if isinstance(when, tuple) else when


def a_span(document: str, at: int | None = None) -> Span:
    """Give a place of its own, ten characters long, or the one that begins at ``at``."""
    start = 100 * next(_places) if at is None else at
    return Span(document, start, start + 10)


def _fields(printed: str | None, indicator: str, document: str, when: When, more: dict[str, Any]) -> dict[str, Any]:
    span = a_span(document, more.pop("at", None))
    quantity = None if printed is None else Quantity.parse(printed)
    if quantity is not None and "upper" in more:
        quantity = Quantity(quantity.value, quantity.unit, quantity.grain, more.pop("upper"))
    defaults: dict[str, Any] = {
        "span": span,
        "sentence": Span(document, max(0, span.start - 20), span.end + 20),
        "indicator": indicator,
        "quantity": quantity,
        "comparator": None if quantity is None else Comparator.EXACTLY,
        "basis": None if quantity is None else Basis.INCREMENT,
        "period": a_period(when),
        "period_rule": None if when is None else "section_year",
    }
    return defaults | more


def a_commitment(
    printed: str | None = "100个",
    indicator: str = "新建长者食堂",
    *,
    when: When = 2022,
    document: str = PLAN,
    **more: Any,
) -> Commitment:
    """Promise ``printed`` of ``indicator`` by the end of ``when``."""
    return Commitment(**_fields(printed, indicator, document, when, more))


def an_observation(
    printed: str | None = "100个",
    indicator: str = "新建长者食堂",
    *,
    when: When = 2022,
    document: str = REPORT,
    **more: Any,
) -> Observation:
    """Report ``printed`` of ``indicator`` for ``when``."""
    return Observation(**_fields(printed, indicator, document, when, more))


def a_claim(says: str = "exceeded", indicator: str = "新建长者食堂", *, document: str = REPORT, **more: Any) -> Claim:
    """Let a document judge itself."""
    span = a_span(document, more.pop("at", None))
    defaults: dict[str, Any] = {"span": span, "sentence": span, "says": says, "indicator": indicator}
    return Claim(**(defaults | more))


def a_source(
    document: str = REPORT,
    *,
    published: date | None = None,
    covers: When = None,
    roles: tuple[Role, ...] = (Role.REPORT,),
    **more: Any,
) -> Source:
    """Describe a document: when it was published and which days it covers."""
    name = {PLAN: "plan", REPORT: "report", RELEASE: "release"}.get(document, document[:8])
    defaults: dict[str, Any] = {"name": f"{name}.txt", "title": name}
    return Source(
        document=document, roles=frozenset(roles), published=published, covers=a_period(covers), **(defaults | more)
    )


def a_judgement(decision: Any, commitment: str, **more: Any) -> Judgement:
    """Decide as a named reviewer."""
    defaults: dict[str, Any] = {"by": "Reviewer", "when": "2023-02-01", "reason": "read beside the page"}
    return Judgement(decision=decision, commitment=commitment, **(defaults | more))
