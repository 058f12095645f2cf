from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lantu.model import InputError, Level, Role
from lantu.plans import findings, new_folder, plan_from

PLAN = """\
title: 桥东镇养老三年方案
place: {code: 990200, name: 桥东镇}
issued: 2023-02-01
horizon: {start: 2023-01-01, end: 2025-12-31}
"""
DOCUMENTS = """\
- path: plan.txt
  title: 方案
  roles: [plan]
  published: 2023-02-01
"""
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a plan folder from the texts of its files."""

    def written(plan: str = PLAN, documents: str = DOCUMENTS, **others: str) -> Path:
        (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
        (tmp_path / "documents.yaml").write_text(documents, encoding="utf-8")
        for name, text in others.items():
            (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
        return tmp_path

    return written


def said(folder: Path) -> str:
    with pytest.raises(InputError) as raised:
        plan_from(folder)
    return str(raised.value).replace(f"{folder}/", "")


def test_a_plan_folder_reads_as_typed_values(write: Write) -> None:
    read = plan_from(write())

    assert read.plan.place.code == "990200"
    assert read.plan.horizon.period.end == date(2025, 12, 31)
    assert read.documents[0].roles == (Role.PLAN,)


def test_a_code_keeps_its_leading_zeros(write: Write) -> None:
    read = plan_from(write(plan=PLAN.replace("990200", "000102")))

    assert read.plan.place.code == "000102"


def test_an_unknown_key_names_its_line_and_the_nearest_known_key(write: Write) -> None:
    folder = write(plan=PLAN.replace("title:", "tittle:"))

    assert said(folder) == "plan.yaml:1: unknown key 'tittle'; did you mean 'title'?"


def test_an_unknown_key_like_no_other_lists_what_is_known(write: Write) -> None:
    folder = write(plan=PLAN.replace("code: 990200", "code: 990200, zzz: 1"))

    assert said(folder) == "plan.yaml:2: unknown key 'zzz' in place; known keys are code, name, name_en"


def test_a_missing_key_is_named_with_its_entry(write: Write) -> None:
    folder = write(documents=DOCUMENTS.replace("  roles: [plan]\n", ""))

    assert said(folder) == "documents.yaml:1: key 'roles' is missing in [0]; add it"


@pytest.mark.parametrize(
    ("printed", "instead", "message"),
    [
        ("990200", "99", "plan.yaml:2: place.code: expected 'str'; write six digits, the GB/T 2260 code of the place"),
        ("2023-02-01", "2023-02-30", "plan.yaml:3: issued: invalid date; write a date such as 2024-12-31"),
        (
            "end: 2025-12-31",
            "end: 2022-12-31",
            "plan.yaml:4: horizon: period 2023-01-01/2022-12-31 ends before it begins; swap or correct the dates",
        ),
        (
            "issued: 2023-02-01",
            "issued: 2026-02-01",
            "plan.yaml: issued 2026-02-01 after its horizon ends on 2025-12-31; correct one of the two dates",
        ),
        ("title: ", "title: x\ntitle: ", "plan.yaml:2: key 'title' stands twice; keep one of them"),
    ],
)
def test_a_bad_value_in_the_plan_is_explained(write: Write, printed: str, instead: str, message: str) -> None:
    folder = write(plan=PLAN.replace(printed, instead))

    assert said(folder) == message


@pytest.mark.parametrize(
    ("documents", "message"),
    [
        ("", "documents.yaml: lists no document; add at least the plan itself, with path, title, roles"),
        (
            DOCUMENTS.replace("[plan]", "[report]"),
            "documents.yaml: no document has the role 'plan'; say which document holds the commitments",
        ),
        (DOCUMENTS + DOCUMENTS, "documents.yaml: two documents have the path 'plan.txt'; list each document once"),
        (
            DOCUMENTS.replace("[plan]", "[plann]"),
            "documents.yaml:3: [0].roles[0]: invalid enum value 'plann'; allowed are plan, report, release, statistics",
        ),
        (
            DOCUMENTS.replace("plan.txt", "../plan.txt"),
            "documents.yaml:1: [0]: path '../plan.txt' leaves the folder of documents; name a file inside it",
        ),
        (
            DOCUMENTS + "  covers: {start: 2023-03-01, end: 2023-12-31}\n",
            "documents.yaml: 'plan.txt' was published 2023-02-01, before what it covers begins (2023-03-01);"
            " correct published or covers",
        ),
        (
            DOCUMENTS + "  covers: {start: 2023-01-31, end: 2023-01-01}\n",
            "documents.yaml:5: [0].covers: period 2023-01-31/2023-01-01 ends before it begins;"
            " swap or correct the dates",
        ),
    ],
)
def test_a_bad_list_of_documents_is_explained(write: Write, documents: str, message: str) -> None:
    assert said(write(documents=documents)) == message


def test_yaml_that_refers_to_itself_is_refused(write: Write) -> None:
    folder = write(plan=PLAN + "themes: &a [*a]\n")

    assert "plan.yaml:5: no valid YAML (references (*name) are not read" in said(folder)


def test_a_file_that_is_not_utf8_is_one_line(write: Write) -> None:
    folder = write()
    (folder / "plan.yaml").write_bytes("title: 方案".encode("gb18030"))

    assert said(folder) == "plan.yaml: not UTF-8 at byte 7; save the file as UTF-8"


def test_a_missing_folder_says_how_to_begin(tmp_path: Path) -> None:
    assert "no such plan folder; 'lantu new" in said(tmp_path / "nowhere")


def test_an_override_without_a_verdict_names_its_line(write: Write) -> None:
    line = '{"decision": "override", "commitment": "a1", "by": "M", "when": "2024-01-01", "reason": "r"}\n'
    folder = write(judgements_jsonl="\n" + line)

    assert said(folder) == "judgements.jsonl:2: an override without verdict; add the verdict that it sets"


def test_theme_counts_that_do_not_add_up_are_found(write: Write) -> None:
    themes = "themes: [{id: care, name: 照护, items: 3}]\nexpected: {themes: 2, items: 4}\n"
    found = findings(plan_from(write(plan=PLAN + themes)))

    assert [issue.message for issue in found if issue.code == "uneven_counts"] == [
        "expected.themes is 2, but 1 themes are listed",
        "expected.items is 4, but the themes sum to 3",
    ]


def test_an_absent_document_is_a_warning_not_an_error(write: Write) -> None:
    found = findings(plan_from(write()))

    assert [(issue.code, issue.level) for issue in found] == [
        ("no_hash", Level.INFO),
        ("absent_file", Level.WARNING),
    ]


def test_the_example_folder_is_whole(tmp_path: Path) -> None:
    new_folder(tmp_path / "mine")

    assert findings(plan_from(tmp_path / "mine")) == []


def test_a_folder_with_something_in_it_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")

    with pytest.raises(InputError, match="exists already"):
        new_folder(tmp_path)
