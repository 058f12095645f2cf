"""The bundled fictional plan gets, on five days, exactly the verdicts that its expected.csv demands."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import lantu
from lantu.model import Commitment, Observation, Verdict, VerdictKind
from lantu.pipeline import Settlement, settle_plan
from lantu.plans import plan_from

FOLDER = Path(__file__).resolve().parents[2] / "examples/qinglan-2023"
DAYS = ["2023-03-01", "2024-07-05", "2025-11-15", "2026-01-20", "2026-06-01"]
HALF_WAY, LATE, FINAL, OVERDUE = DAYS[1:]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of expected.csv; ``verdict`` lists what is right, divided by ``|``; an act has no quote."""

    document: str
    clause: str
    quote: str
    on: str
    verdict: str
    edge: str
    why: str

    @property
    def place(self) -> tuple[int, int]:
        """Where the quote stands in the document (of an act: the clause)."""
        start = text_of(self.document).index(self.clause)
        if not self.quote:
            return start, start + len(self.clause)
        start += self.clause.index(self.quote)
        return start, start + len(self.quote)


@cache
def text_of(name: str) -> str:
    return (FOLDER / "documents" / name).read_text(encoding="utf-8")


@cache
def expected() -> tuple[Row, ...]:
    with (FOLDER / "expected.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Row(**row) for row in csv.DictReader(file))


@cache
def settled(on: str) -> Settlement:
    return settle_plan(plan_from(FOLDER), on=date.fromisoformat(on))


def name_of(statement: Commitment | Observation, on: str) -> str:
    return next(one.document.name for one in settled(on).read if one.document.id == statement.span.document)


def commitment_of(row: Row) -> Commitment | None:
    start, end = row.place
    for one in settled(row.on).commitments:
        if not name_of(one, row.on).endswith(row.document):
            continue
        if row.quote and (one.span.start, one.span.end) == (start, end):
            return one
        if not row.quote and one.quantity is None and one.span.start < end and start < one.span.end:
            return one
    return None


def verdict_of(row: Row) -> Verdict | None:
    commitment = commitment_of(row)
    if commitment is None:
        return None
    return next(one for one in settled(row.on).verdicts if one.commitment == commitment.id)


def verdict_on(clause: str, on: str, quote: str | None = None) -> Verdict:
    row = next(one for one in expected() if clause in one.clause and one.on == on and quote in (None, one.quote))
    verdict = verdict_of(row)
    assert verdict is not None, f"not read: {clause}"
    return verdict


def quotes(verdict: Verdict, on: str) -> list[str]:
    return [settled(on).quote(one.observation.span) for one in verdict.evidence]


def differences(on: str) -> Iterator[str]:
    for row in expected():
        if row.on != on:
            continue
        verdict = verdict_of(row)
        got = "not read" if verdict is None else str(verdict.kind)
        if got not in row.verdict.split("|"):
            working = "" if verdict is None else " / ".join(line.en for line in verdict.working)
            evidence = "" if verdict is None else quotes(verdict, on)
            yield f"{row.clause} [{row.quote}]: want {row.verdict}, got {got} ({row.why}) {evidence} {working}"


@pytest.mark.parametrize("on", DAYS)
def test_every_commitment_gets_the_verdict_that_the_scheme_demands(on: str) -> None:
    found = list(differences(on))

    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("on", DAYS)
def test_no_number_is_taken_for_a_promise_that_is_none(on: str) -> None:
    wanted = {(row.document, *row.place) for row in expected() if row.on == on and row.quote}

    read = {
        (name_of(one, on).removeprefix("documents/"), one.span.start, one.span.end)
        for one in settled(on).commitments
        if one.quantity is not None
    }

    assert read == wanted


@pytest.mark.parametrize("on", DAYS)
def test_no_phrase_is_taken_for_an_act_that_can_be_checked_and_is_none(on: str) -> None:
    wanted = [(row.document, *row.place) for row in expected() if row.on == on and not row.quote]
    judged = {one.commitment for one in settled(on).verdicts if one.kind is not VerdictKind.UNTESTABLE}

    acts = [one for one in settled(on).commitments if one.quantity is None and one.id in judged]

    assert [
        settled(on).quote(one.span)
        for one in acts
        if not any(
            name_of(one, on).endswith(document) and one.span.start < end and start < one.span.end
            for document, start, end in wanted
        )
    ] == []


def test_every_verdict_occurs() -> None:
    demanded = {row.verdict for row in expected()}

    assert {str(kind) for kind in VerdictKind} <= demanded


def test_weather_hotline_captions_advertisement_and_the_other_article_state_nothing() -> None:
    text = text_of("release-2024-07-05.txt")
    story, end, advertisement = (text.index(words) for words in ("老街深处", "## 就医就学", "半山家居城"))
    captions = [(at, text.index("\n", at)) for at in (text.index("▲"), text.index("图为施工人员"))]

    places = [
        one.span.start
        for one in settled(HALF_WAY).statements
        if any(
            read.document.id == one.span.document and read.document.name.endswith("07-05.txt")
            for read in settled(HALF_WAY).read
        )
    ]

    assert places
    assert not [at for at in places if at < end or at > advertisement or any(a <= at < b for a, b in captions)], story


def test_a_word_cut_by_the_end_of_a_column_is_joined_and_still_points_into_the_file() -> None:
    text = text_of("release-2024-07-05.txt")

    [beds] = [one for one in settled(HALF_WAY).observations if settled(HALF_WAY).quote(one.span) == "3900个"]

    assert beds.indicator == "新增普惠托位"
    assert "普\n\n惠" in beds.sentence.quote(text)


def test_a_figure_told_in_the_lead_and_in_the_body_is_one_observation_with_two_places() -> None:
    canteens = [one for one in settled(HALF_WAY).observations if settled(HALF_WAY).quote(one.span) == "64家"]

    assert [len(one.spans) for one in canteens] == [1]


def test_within_the_year_means_the_year_of_the_plan() -> None:
    [delivery] = [one for one in settled(HALF_WAY).commitments if settled(HALF_WAY).quote(one.span) == "85个"]

    assert delivery.period is not None
    assert delivery.period.end == date(2023, 12, 31)


def test_the_pace_of_january_to_may_is_computed_at_the_end_of_may() -> None:
    jobs = verdict_on("三年累计新增城镇就业9万人以上", HALF_WAY)

    assert jobs.as_of == date(2024, 5, 31)


def test_annual_figures_are_added_up_against_a_sum_of_three_years() -> None:
    jobs = verdict_on("三年累计新增城镇就业9万人以上", FINAL)

    assert {"3.12万人", "3.2万人", "3.31万人"} <= set(quotes(jobs, FINAL))


def test_what_is_due_soon_and_not_reported_is_flagged() -> None:
    assert "due_soon" in verdict_on("培育省级劳务品牌10个", LATE).flags
    assert "covered_elsewhere" in verdict_on("培育省级劳务品牌10个", HALF_WAY).flags


def test_a_figure_far_beyond_its_target_says_that_the_target_may_be_low() -> None:
    verdict = verdict_on("新建社区食堂40处以上", HALF_WAY)

    assert any("low" in flag for flag in verdict.flags), verdict.flags


def test_the_original_goal_counts_after_it_was_lowered() -> None:
    verdict = verdict_on("建成城市绿道90公里", FINAL)

    assert any("lowered" in flag for flag in verdict.flags), verdict.flags


def test_the_goal_that_was_replaced_is_no_baseline_of_the_new_one() -> None:
    verdict = verdict_on("由90公里调整为75公里", FINAL)

    assert verdict.attainment is not None
    assert verdict.attainment[0] == Decimal("1.04")


def test_a_list_that_shrank_is_judged_on_the_list_of_the_promise_and_flagged() -> None:
    verdict = verdict_on("186个无物业小区", HALF_WAY)

    assert any("denominator" in flag for flag in verdict.flags), verdict.flags


def test_the_sources_own_verdict_is_kept_beside_the_figure() -> None:
    jobs, beds = verdict_on("开发城乡公益性岗位", HALF_WAY), verdict_on("新增护理型养老床位", FINAL)

    assert (jobs.claim, jobs.kind) == ("exceeded", "met")
    assert (beds.claim, beds.kind) == ("met", "partly_met")


def test_a_claim_without_a_number_waits_for_a_reviewer() -> None:
    verdict = verdict_on("残疾人托养服务机构18家", FINAL)

    assert verdict.grade == "E1"
    assert verdict.needs_review


def test_a_corrected_figure_and_its_correction_are_both_kept() -> None:
    assert {"2.52万人次", "2.31万人次"} <= set(quotes(verdict_on("开展职业技能培训2.4万人次", FINAL), FINAL))


def test_a_secured_result_is_met_before_its_deadline() -> None:
    spaces = verdict_on("新增公共停车泊位1.2万个以上", HALF_WAY)

    assert (spaces.secured, spaces.comparability) == (True, "subset")


def test_the_reason_of_what_cannot_be_compared_is_named() -> None:
    reasons = [
        verdict_on("省级示范护理站", HALF_WAY).reason,
        verdict_on("口袋公园45公顷", HALF_WAY).reason,
        verdict_on("农村公路320公里", HALF_WAY).reason,
        verdict_on("翻一番", FINAL).reason,
    ]

    assert reasons == ["TIER", "UNIT", "STATUS", "BASIS"]


def test_a_result_nobody_promised_is_read_and_serves_no_verdict() -> None:
    on = settled(HALF_WAY)
    [stations] = [one for one in on.observations if on.quote(one.span) == "210个"]

    assert all(one.observation.id != stations.id for verdict in on.verdicts for one in verdict.evidence)


def test_a_bare_file_that_gives_no_year_has_an_issue_and_no_invented_year() -> None:
    """
    将新增晨练点60处以上。
    """
    statements, issues = lantu.read("将新增晨练点60处以上。")

    assert [issue.code for issue in issues] == ["undated"]
    assert [one.period for one in statements if one.quantity is not None] in ([], [None])
