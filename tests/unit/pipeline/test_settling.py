from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lantu.model import InputError
from lantu.pipeline import counts, settle_files, settle_plan
from lantu.pipeline.counting import uncounted
from lantu.pipeline.settling import paces_of
from lantu.plans import Lookups, MilestoneEntry, PaceLookup, PlanFolder, plan_from

DAY = date(2025, 1, 31)
PLAN = "# 榆湾市三年计划(2023—2025年)\n\n本计划共2个方面。\n\n## 安居\n\n到2025年,建成社区食堂45处。\n"
REPORT = "# 榆湾市食堂建设进展\n\n2025年1月20日\n\n## 安居\n\n截至2024年底,累计建成社区食堂28处。\n"
YAML = """\
title: 榆湾市三年计划
place: {code: 990100, name: 榆湾市}
issued: 2023-01-16
horizon: {start: 2023-01-01, end: 2025-12-31}
themes: [{id: homes, name: 安居}, {id: work, name: 乐业}]
expected: {themes: 2}
"""
Folder = Callable[..., PlanFolder]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Write a plan folder with a plan and a report."""

    def written(plan: str = PLAN, report: str = REPORT, lookups: str = "", **entry: str) -> PlanFolder:
        (tmp_path / "documents").mkdir()
        (tmp_path / "documents" / "plan.txt").write_text(plan, encoding="utf-8")
        (tmp_path / "documents" / "report.txt").write_text(report, encoding="utf-8")
        (tmp_path / "plan.yaml").write_text(YAML, encoding="utf-8")
        (tmp_path / "lookups.yaml").write_text(lookups, encoding="utf-8")
        fields = {"roles": "[report]", "published": "2025-01-20", "covers": "{start: 2023-01-01, end: 2024-12-31}"}
        told = ", ".join(f"{key}: {value}" for key, value in (fields | entry).items())
        (tmp_path / "documents.yaml").write_text(
            "- {path: plan.txt, title: 计划, roles: [plan], published: 2023-01-16}\n"
            f"- {{path: report.txt, title: 进展, {told}}}\n",
            encoding="utf-8",
        )
        return plan_from(tmp_path)

    return written


def test_a_promise_and_its_result_meet(folder: Folder) -> None:
    [record] = settle_plan(folder(), on=DAY).verdict_records()

    assert record["commitment"]["quote"] == "45处"
    assert [one["quote"] for one in record["evidence"]] == ["28处"]


def test_a_heading_of_the_report_that_names_the_theme_counts_for_it(folder: Folder) -> None:
    settled = settle_plan(folder(report=REPORT.replace("## 安居", "## 扎实推进安居工作")), on=DAY)

    assert {one.theme for one in settled.observations} == {"安居"}


def test_what_is_published_later_is_no_evidence_yet(folder: Folder) -> None:
    settled = settle_plan(folder(), on=date(2025, 1, 19))

    assert settled.observations == ()
    assert "not_yet_published" in {issue.code for issue in settled.issues}


def test_before_the_plan_was_published_there_is_nothing_to_settle(folder: Folder) -> None:
    with pytest.raises(InputError, match="no plan document could be read that was published by 2023-01-15"):
        settle_plan(folder(), on=date(2023, 1, 15))


def test_a_document_that_cannot_be_read_is_an_issue_and_the_rest_goes_on(folder: Folder) -> None:
    read = folder()
    (read.path / "documents" / "report.txt").write_bytes(b"")

    settled = settle_plan(read, on=DAY)

    assert len(settled.verdicts) == 1
    assert [issue.source for issue in settled.issues if issue.code == "unreadable"] == ["report.txt"]


def test_another_text_than_the_listed_one_stops_everything(folder: Folder) -> None:
    read = folder(sha256=hashlib.sha256(b"").hexdigest())

    with pytest.raises(InputError, match=r"report\.txt: its SHA-256 is"):
        settle_plan(read, on=DAY)


def test_the_same_text_twice_counts_once(folder: Folder) -> None:
    settled = settle_plan(folder(plan=PLAN, report=PLAN), on=DAY)

    assert len(settled.verdicts) == 1
    assert "same_text" in {issue.code for issue in settled.issues}


def test_promises_in_a_report_alone_are_told_not_counted(folder: Folder) -> None:
    settled = settle_plan(folder(report=REPORT + "\n## 下一步工作\n\n2026年,新建公园7个。\n"), on=DAY)

    assert len(settled.commitments) == 1
    assert any("commitments not counted" in issue.message for issue in settled.issues)


def test_a_lookup_reads_one_indicator_under_another_name(folder: Folder) -> None:
    lookups = "indicators: [{indicator: 社区食堂, words: [邻里厨房], reason: 更名}]\n"
    settled = settle_plan(folder(report=REPORT.replace("社区食堂", "邻里厨房"), lookups=lookups), on=DAY)

    assert [one.indicator for one in settled.observations if "社区食堂" not in one.indicator] == []


def test_a_lookup_that_fits_nothing_is_told(folder: Folder) -> None:
    lookups = "indicators: [{indicator: 图书馆, words: [书屋], reason: 更名}]\n"
    settled = settle_plan(folder(lookups=lookups), on=DAY)

    assert "no statement was read as '图书馆'" in {issue.message for issue in settled.issues}


def test_an_ignored_statement_is_left_out(folder: Folder) -> None:
    read = folder()
    [observation] = settle_plan(read, on=DAY).observations
    (read.path / "lookups.yaml").write_text(f"ignore: [{{id: {observation.id}, reason: 误印}}]\n", encoding="utf-8")

    assert settle_plan(plan_from(read.path), on=DAY).observations == ()


def test_the_counts_of_the_plan_stand_beside_what_was_read(folder: Folder) -> None:
    read = folder()
    settled = settle_plan(read, on=DAY)

    [whole, homes, _] = counts(read.plan, settled)
    assert (whole.themes, whole.printed, whole.themes_read) == (2, ("2个方面",), 1)
    assert (homes.name, homes.commitments_read) == ("安居", 1)
    assert [issue.message for issue in uncounted(read.plan, settled)] == ["no commitment was read under '乐业'"]


def test_bare_files_settle_without_a_plan_folder(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")

    [record] = settle_files(tmp_path / "plan.txt", [tmp_path / "report.txt"], on=DAY).verdict_records()

    assert record["commitment"]["document"] == str(tmp_path / "plan.txt")
    assert [one["quote"] for one in record["evidence"]] == ["28处"]


def test_milestones_of_the_plan_folder_reach_the_verdicts() -> None:
    entry = MilestoneEntry(by=date(2023, 12, 31), share=0.35)
    lookups = Lookups(pace=(PaceLookup(indicator="新建社区食堂", milestones=(entry,), reason="方案附件"),))

    assert paces_of(lookups) == {"新建社区食堂": [(date(2023, 12, 31), Decimal("0.35"))]}
