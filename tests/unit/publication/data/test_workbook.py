"""The workbook, read by openpyxl as a spreadsheet reads it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from lantu.publication.data import Release, export
from lantu.publication.data.tables import tables
from lantu.publication.data.workbook import HEADINGS, lines

from .reread import assert_same_statements, assert_same_verdicts


def opened(release: Release, folder: Path) -> Any:
    [path] = export("xlsx", release, folder)
    return openpyxl.load_workbook(path)


def first_sheet(book: Any) -> list[dict[str, Any]]:
    rows = book["台账"].iter_rows(min_row=4)
    return [dict(zip(HEADINGS, row, strict=True)) for row in rows]


def table_rows(book: Any, name: str) -> list[dict[str, Any]]:
    columns = {column.name: column for table in tables() if table.name == name for column in table.columns}
    heading, *rows = book[name].iter_rows(values_only=True)
    return [{head: _cell(columns[head].type, cell) for head, cell in zip(heading, row, strict=True)} for row in rows]


def _cell(kind: str, cell: Any) -> Any:
    if cell is None:
        return None
    if kind == "array":
        return json.loads(cell)
    return float(cell) if kind == "number" else cell


def assert_same_book(book: Any, release: Release) -> None:
    commitments = [entry.commitment for entry in release.book.entries]
    assert_same_statements(table_rows(book, "commitments"), commitments)
    assert_same_statements(table_rows(book, "observations"), release.book.observations)
    assert_same_verdicts(table_rows(book, "verdicts"), table_rows(book, "evidence"), release.book, digits=15)
    assert [row["序号"].value for row in first_sheet(book)] == list(range(1, len(commitments) + 1))


def row_of(release: Release, folder: Path, indicator: str) -> dict[str, Any]:
    return next(row for row in first_sheet(opened(release, folder)) if row["指标"].value == indicator)


def test_the_first_sheet_has_the_columns_that_offices_use(release: Release, tmp_path: Path) -> None:
    sheet = opened(release, tmp_path)["台账"]

    assert [cell.value for cell in sheet[3]] == list(HEADINGS)
    assert sheet["A1"].value == "澄湾市幸福民生三年行动计划（2023—2025年）"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.freeze_panes == "A4"


def test_the_whole_book_comes_back(release: Release, tmp_path: Path) -> None:
    assert_same_book(opened(release, tmp_path), release)


@pytest.mark.shared
def test_every_commitment_of_a_real_plan_comes_back(zibo: Release, tmp_path: Path) -> None:
    book = opened(zibo, tmp_path)

    assert len(first_sheet(book)) > 300
    assert_same_book(book, zibo)


def test_a_target_is_a_number_that_shows_its_unit_and_bound(release: Release, tmp_path: Path) -> None:
    target = row_of(release, tmp_path, "新开发社区岗位1.63万个以上")["目标值"]

    assert target.value == 16300
    assert target.number_format == '"≥"#,##0"个"'


def test_an_actual_value_is_a_number_in_the_unit_of_the_promise(release: Release, tmp_path: Path) -> None:
    row = row_of(release, tmp_path, "新开发社区岗位1.63万个以上")

    assert (row["实际值"].value, row["实际值"].number_format) == (19100, '#,##0"个"')
    assert (row["完成率"].value, row["完成率"].number_format) == (1.171779, "0.0%")


def test_what_nobody_reported_is_empty_and_not_zero(release: Release, tmp_path: Path) -> None:
    row = row_of(release, tmp_path, "街道综合养老中心实现全覆盖")

    assert [row[name].value for name in ("目标值", "实际值", "完成率")] == [None, None, None]
    assert row["判定"].value == "到期未通报（待复核）"
    assert row["依据"].value == "已查1份文件，未见通报"


def test_the_verdict_of_a_reviewer_counts_and_waits_no_longer(release: Release, tmp_path: Path) -> None:
    assert row_of(release, tmp_path, "社区长者餐厅达到210处")["判定"].value == "部分完成"


def test_evidence_names_words_and_document(release: Release, tmp_path: Path) -> None:
    evidence = row_of(release, tmp_path, "新增托位4000个以上")["依据"].value

    assert evidence == "“4120个”（民生计划实施情况发布会，2025-01-08）"


def test_no_office_is_invented(release: Release, tmp_path: Path) -> None:
    plan = {name: value for name, value in release.book.plan.items() if name != "offices"}
    without = Release(replace(release.book, plan=plan))

    assert {row["牵头单位"].value for row in first_sheet(opened(without, tmp_path))} == {None}


def test_the_offices_that_lead_are_those_of_the_plan(release: Release) -> None:
    offices = [
        {"id": "care", "name": "民政局", "leads": ["care"]},
        {"id": "all", "name": "督查室", "supports": ["care"]},
    ]
    told = Release(replace(release.book, plan={**release.book.plan, "offices": offices}))

    led = {line.indicator: line.office for line in lines(told.book)}
    assert led["新增托位4000个以上"] == "民政局"
    assert led["新建口袋公园120处"] == ""


def test_an_interval_is_shown_with_both_ends(release: Release) -> None:
    shown = {line.indicator: line.attained for line in lines(release.book)}

    assert shown["社区长者餐厅达到210处"].value == "71.4%–76.2%"
    assert shown["普惠托育机构占比提高到八成以上，即80%以上"].value == "不少于88%"


def test_the_properties_carry_the_day_of_the_ledger(release: Release, tmp_path: Path) -> None:
    assert opened(release, tmp_path).properties.created.date().isoformat() == "2025-05-20"
