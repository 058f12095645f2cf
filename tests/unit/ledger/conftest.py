"""What one build of a small invented city states, for the tests of the ledger."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lantu.ledger import (
    Entry,
    Ledger,
    build_entry,
    passage_entry,
    plan_entry,
    source_entry,
    statement_entry,
    verdict_entry,
)
from lantu.model import (
    Basis,
    Commitment,
    Comparability,
    Comparator,
    Evidence,
    Grade,
    Licence,
    Line,
    Observation,
    Passage,
    PassageKind,
    Period,
    Quantity,
    Role,
    Source,
    Span,
    Verdict,
    VerdictKind,
    document_id,
)
from lantu.model.records import Record, evidence_record, statement_record, verdict_record

ON = date(2023, 12, 1)
_PRINTED = re.compile(r"[0-9.]+万?[^0-9]{1,2}$")

Build = Callable[..., list[Entry]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a ledger may come to lie."""
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """An empty ledger, open for writing."""
    with Ledger.create_or_open(path) as opened:
        yield opened


@pytest.fixture
def build() -> Build:
    """Make the entries of one build: sentences promised and reported, the first about the first and so on.

    A sentence ends in the number and unit that it states; a verdict holds the nth promise against the nth
    report, and is ``not_reported`` where there is none.
    """
    return _build


def _build(
    promised: tuple[str, ...] = ("新建社区食堂40处",),
    reported: tuple[str, ...] = ("建成社区食堂31处",),
    *,
    on: date = ON,
    verdict: str = "on_track",
    theme: str | None = "一老一小",
    licence: Licence = Licence.OPEN,
    **more: Any,
) -> list[Entry]:
    plan = _page("plan.txt", "方案", promised, Role.PLAN, licence)
    report = _page("report.txt", "年终通报", reported, Role.REPORT, licence)
    commitments = [_statement(Commitment, plan, one, theme=theme) for one in promised]
    observations = [_statement(Observation, report, one) for one in reported]
    entries = [plan_entry({"title": "岭南市民生方案", "themes": [{"name": "一老一小"}, {"name": "住房"}]})]
    entries += [*_text(plan), *_text(report)]
    entries += [statement_entry(_record(one, plan)) for one in commitments]
    entries += [statement_entry(_record(one, report)) for one in observations]
    for number, commitment in enumerate(commitments):
        seen = observations[number : number + 1]
        entries.append(verdict_entry(_verdict(commitment, seen, plan, report, kind=verdict, on=on, **more)))
    return [*entries, build_entry({"on": on.isoformat(), "version": "1"})]


class _Page:
    def __init__(self, name: str, title: str, text: str, role: Role, licence: Licence) -> None:
        self.name, self.text, self.document = name, text, document_id(text)
        self.source = Source(
            document=self.document, name=name, title=title, roles=frozenset({role}), licence=licence, published=ON
        )


def _page(name: str, title: str, sentences: tuple[str, ...], role: Role, licence: Licence) -> _Page:
    return _Page(name, title, f"{title}\n" + "".join(f"{one}。\n" for one in sentences), role, licence)


def _text(page: _Page) -> Iterator[Entry]:
    yield source_entry(page.source)
    start = 0
    for ordinal, line in enumerate(page.text.splitlines()):
        kind = PassageKind.BODY if ordinal else PassageKind.HEADING
        yield passage_entry(
            page.document, ordinal, Passage(kind, line, ((start, start + len(line)),), 1 - bool(ordinal))
        )
        start += len(line) + 1


def _statement(kind: type[Any], page: _Page, sentence: str, **more: Any) -> Any:
    start = page.text.index(f"\n{sentence}。") + 1
    end = start + len(sentence)
    printed = _PRINTED.search(sentence)
    assert printed is not None, "a sentence ends in a number with its unit"
    return kind(
        span=Span(page.document, start + printed.start(), end),
        sentence=Span(page.document, start, end),
        indicator=sentence[: printed.start()],
        quantity=Quantity.parse(printed[0]),
        comparator=Comparator.EXACTLY,
        basis=Basis.INCREMENT,
        period=Period.year(2023),
        **more,
    )


def _record(statement: Commitment | Observation, page: _Page) -> Record:
    return statement_record(statement, document=page.name, quote=statement.span.quote(page.text))


def _verdict(
    commitment: Commitment,
    seen: list[Observation],
    plan: _Page,
    report: _Page,
    *,
    kind: str,
    on: date,
    attainment: str = "0.775",
    **more: Any,
) -> Record:
    share = Decimal(attainment)
    held = tuple(Evidence(observation=one, comparability=Comparability.EXACT) for one in seen)
    verdict = Verdict(
        commitment=commitment.id,
        kind=VerdictKind(kind if seen else "not_reported"),
        on=on,
        working=(Line("ratio", f"{share:%} of the target", f"完成{share:%}"),),
        attainment=(share, share) if seen else None,
        evidence=held,
        grade=Grade.E2 if seen else Grade.E0,
        **more,
    )
    records = [
        evidence_record(one, document=report.name, quote=one.observation.span.quote(report.text)) for one in held
    ]
    return verdict_record(verdict, commitment=_record(commitment, plan), evidence=records)
