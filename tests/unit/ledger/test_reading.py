"""What publication reads: typed, in a fixed order, and the same whatever was built before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lantu.ledger import Entry, Ledger, issue_entry, judgement_entry, passage_entry, source_entry, verify
from lantu.model import (
    Decision,
    InputError,
    Issue,
    Judgement,
    Level,
    Licence,
    Passage,
    PassageKind,
    Period,
    Role,
    Source,
    Span,
)
from lantu.model.records import statement_from_record

ON = date(2023, 12, 1)
Build = Callable[..., list[Entry]]


def test_records_come_back_as_they_were_given_in_the_contracts_order(ledger: Ledger, build: Build) -> None:
    entries = build()
    ledger.append(entries, on=ON)

    stated = {entry.kind: entry.record for entry in entries}
    assert ledger.commitments() == [stated["commitment"]]
    assert ledger.observations() == [stated["observation"]]
    assert ledger.verdicts() == [stated["verdict"]]
    assert list(ledger.verdicts()[0]["commitment"]) == list(stated["commitment"])
    assert ledger.plan() == stated["plan"]
    assert ledger.build() == stated["build"]


def test_a_statement_can_be_made_from_what_is_read(ledger: Ledger, build: Build) -> None:
    ledger.append(build(("新建社区食堂1.63万个",)), on=ON)

    [record] = ledger.commitments()

    assert str(statement_from_record(record).quantity) == "16300 个"


def test_a_source_comes_back_whole(ledger: Ledger) -> None:
    source = Source(
        document="d1",
        name="报告/2023.txt",
        title="工作报告",
        roles=frozenset({Role.PLAN, Role.REPORT}),
        published=date(2023, 2, 1),
        covers=Period.year(2022),
        publisher="岭南市政府",
        licence=Licence.OPEN,
        url="https://example.org/2023",
        sha256="ab" * 32,
    )
    bare = Source(document="d2", name="b.txt", title="b", roles=frozenset())
    ledger.append([source_entry(source), source_entry(bare)], on=ON)

    assert ledger.sources() == [bare, source]


def test_passages_come_back_in_reading_order(ledger: Ledger) -> None:
    source = Source(document="d1", name="a", title="a", roles=frozenset())
    passages = [
        Passage(PassageKind.HEADING, "题目", ((0, 2),), level=1),
        *(Passage(PassageKind.BODY, "左右", ((n, n + 1), (n + 40, n + 41)), article=1) for n in range(3, 15)),
    ]
    entries = [passage_entry("d1", ordinal, passage) for ordinal, passage in enumerate(passages)]
    ledger.append([source_entry(source), *reversed(entries)], on=ON)

    assert ledger.passages("d1") == passages
    assert ledger.passages("d2") == []


def test_issues_come_back_by_document_and_place(ledger: Ledger) -> None:
    first = Issue("undated", "no year", Level.WARNING, "a.txt", Span("d1", 3, 5))
    second = Issue("ambiguous", "two years", Level.INFO, "a.txt", Span("d1", 30, 35))
    third = Issue("unreadable", "is empty", Level.ERROR, "b.txt")
    ledger.append([issue_entry(one) for one in (third, second, first)], on=ON)

    assert ledger.issues() == [first, second, third]


def test_judgements_come_back_by_time(ledger: Ledger) -> None:
    late = Judgement(decision=Decision.REJECT, commitment="a", by="李", when="2023-11-30", reason="另一口径")
    early = Judgement(
        decision=Decision.OVERRIDE,
        commitment="b",
        by="Wu",
        when="2023-01-02",
        reason="seen",
        verdict="met",
        quote="5个",
    )
    ledger.append([judgement_entry(late), judgement_entry(early)], on=ON)

    assert ledger.judgements() == [early, late]


def test_statements_come_back_by_document_and_place(ledger: Ledger, build: Build) -> None:
    entries = build(("新增床位90张", "新建公园3个", "改造老旧小区12处"), ())
    ledger.append(reversed(entries), on=ON)

    assert [one["quote"] for one in ledger.commitments()] == ["90张", "3个", "12处"]
    assert [one["commitment"]["quote"] for one in ledger.verdicts()] == ["90张", "3个", "12处"]


def test_the_history_of_a_commitment_lists_every_other_verdict_with_its_day(ledger: Ledger, build: Build) -> None:
    for month, verdict in ((3, "not_started"), (6, "behind"), (9, "behind"), (12, "on_track")):
        on = date(2023, month, 1)
        ledger.append(build(on=on, verdict=verdict), on=on)
    [commitment] = ledger.commitments()

    history = ledger.history(commitment["id"])

    assert [(one.recorded.month, one.verdict["verdict"]) for one in history] == [
        (3, "not_started"),
        (6, "behind"),
        (12, "on_track"),
    ]


def test_the_history_does_not_list_what_only_the_passing_days_changed(ledger: Ledger, build: Build) -> None:
    for month in (3, 6, 9):
        on = date(2023, month, 1)
        ledger.append(build(on=on, expected=Decimal(month) / 12), on=on)
    [commitment] = ledger.commitments()

    assert [one.recorded.month for one in ledger.history(commitment["id"])] == [3]
    assert [one["expected"] for one in ledger.verdicts()] == ["0.75"]


def test_a_commitment_nobody_knows_has_no_history(ledger: Ledger) -> None:
    assert ledger.history("unknown") == []


def test_an_empty_ledger_has_neither_plan_nor_build(ledger: Ledger) -> None:
    assert (ledger.plan(), ledger.build(), ledger.verdicts()) == (None, None, [])


def test_the_coverage_counts_add_up_to_the_commitments(ledger: Ledger, build: Build) -> None:
    ledger.append(build(("新建公园3个", "新增床位90张"), ("建成公园3个",), verdict="met"), on=ON)

    coverage = ledger.coverage()

    assert [(one["theme"], one["commitments"], one["met"], one["not_reported"]) for one in coverage] == [
        ("一老一小", 2, 1, 1),
        ("住房", 0, 0, 0),
    ]


def test_reading_names_a_ledger_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no ledger; run lantu build first"):
        Ledger.open(tmp_path / "none.sqlite")


def test_reading_changes_no_byte_and_leaves_no_file_behind(path: Path, build: Build) -> None:
    with Ledger.create_or_open(path) as ledger:
        ledger.append(build(), on=ON)
    before = path.read_bytes()

    with Ledger.open(path) as reading:
        assert len(reading.verdicts()) == 1

    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_any_text_comes_back_to_the_letter(ledger: Ledger, texts: list[str]) -> None:
    passages = [Passage(PassageKind.BODY, text, ((0, len(text)),)) for text in texts]
    source = Source(document="d1", name="a", title=texts[0], roles=frozenset())
    entries = [passage_entry("d1", ordinal, passage) for ordinal, passage in enumerate(passages)]

    ledger.append([source_entry(source), *entries], on=ON)

    assert ledger.passages("d1") == passages
    assert ledger.sources() == [source]
    assert verify(ledger.path).whole


@pytest.mark.parametrize("name", ["方案 2023.sqlite", "100%?#&.sqlite", "a'b\"c.sqlite"])
def test_a_ledger_may_have_any_name(tmp_path: Path, build: Build, name: str) -> None:
    with Ledger.create_or_open(tmp_path / name) as ledger:
        ledger.append(build(), on=ON)

    with Ledger.open(tmp_path / name) as ledger:
        assert len(ledger.verdicts()) == 1
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_question_that_was_not_read_to_its_end_does_not_hinder_closing(path: Path, build: Build) -> None:
    with Ledger.create_or_open(path) as ledger:
        ledger.append(build(), on=ON)
        passages = ledger.current("passage")
        next(passages)
    del passages

    assert [file.name for file in path.parent.iterdir()] == [path.name]


_promises = st.lists(st.sampled_from(["新建公园3个", "新增床位90张", "改造小区12处", "培训教师450名"]), unique=True)
_verdicts = st.sampled_from(["met", "behind", "missed"])


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(builds=st.lists(st.tuples(_promises, _promises, _verdicts), min_size=2, max_size=4))
def test_what_is_read_depends_on_the_last_build_alone(
    tmp_path_factory: pytest.TempPathFactory, build: Build, builds: list[tuple[list[str], list[str], str]]
) -> None:
    folder = tmp_path_factory.mktemp("law")
    last = [build(tuple(promised), tuple(reported), verdict=verdict) for promised, reported, verdict in builds]

    with Ledger.create_or_open(folder / "long.sqlite") as long, Ledger.create_or_open(folder / "new.sqlite") as new:
        for entries in last:
            long.append(entries, on=ON)
        new.append(last[-1], on=ON)

        for question in ("plan", "build", "sources", "commitments", "observations", "verdicts", "coverage"):
            assert getattr(long, question)() == getattr(new, question)()


def test_all_histories_say_what_each_history_says(ledger: Ledger, build: Build) -> None:
    for month, verdict in ((3, "not_started"), (6, "behind"), (9, "behind")):
        on = date(2023, month, 1)
        ledger.append(build(("新增床位90张", "新建公园3个"), ("新增床位31张",), on=on, verdict=verdict), on=on)

    told = dict(ledger.histories())

    assert told == {one["id"]: ledger.history(one["id"]) for one in ledger.commitments()}
    assert sorted(len(one) for one in told.values()) == [1, 2]
