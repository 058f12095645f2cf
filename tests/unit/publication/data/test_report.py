"""The printable report, read by a PDF reader."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from lantu.publication.data import Release, export
from lantu.publication.data.report import told

pytestmark = [pytest.mark.extra("typst"), pytest.mark.extra("noto_cjk_sans_otc")]


def pages(release: Release, folder: Path) -> list[str]:
    [path] = export("report", release, folder)
    with pypdfium2.PdfDocument(path) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def test_a_small_plan_fills_two_pages_at_least(release: Release, tmp_path: Path) -> None:
    text = pages(release, tmp_path)

    assert 2 <= len(text) <= 8
    assert "澄湾市幸福民生三年行动计划" in text[0]


@pytest.mark.shared
def test_a_large_plan_fills_eight_pages_at_most(zibo: Release, tmp_path: Path) -> None:
    text = pages(zibo, tmp_path)

    assert 2 <= len(text) <= 8
    assert "另有" in "".join(text)


def test_the_report_counts_what_is_due_and_delivered(release: Release, tmp_path: Path) -> None:
    counts = told(release)["counts"]
    first = pages(release, tmp_path)[0]

    assert f"共{counts['total']}项承诺" in first
    assert f"到期且可核验的{counts['due']}项中" in first


def test_a_negative_verdict_says_that_it_waits(release: Release, tmp_path: Path) -> None:
    [negative] = [part for part in told(release)["lists"] if part["title"].startswith("需要关注")]

    waiting = [row["verdict"] for row in negative["rows"] if row["waits"]]
    assert "未完成" in waiting
    assert "待复核" in "".join(pages(release, tmp_path))


def test_a_list_says_what_it_leaves_out(release: Release) -> None:
    for part in told(release)["lists"]:
        assert part["count"] == len(part["rows"]) + part["left"]


def test_the_same_book_gives_the_same_bytes(release: Release, tmp_path: Path) -> None:
    one, two = (export("report", release, tmp_path / name)[0].read_bytes() for name in ("one", "two"))

    assert one == two
