"""Real reports and newspaper pages: nothing of them is dropped, nothing is joined that does not belong together."""

from __future__ import annotations

import random
import re
import time
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

from lantu.documents import Document, read_file, read_text
from lantu.documents.lines import INVISIBLE, MARKS
from lantu.model import PassageKind

BOXES = (PassageKind.BOX, PassageKind.WEATHER, PassageKind.HOTLINE, PassageKind.ADVERTISEMENT)
PYARROW = pytest.mark.extra("pyarrow")  # noqa: S610 - no database here
TURN = re.compile("[（(]?[—―-]*(下转|上接|紧接)")


@pytest.fixture(scope="session")
def reports(shared: Path) -> list[Document]:
    """A sample of 150 work reports, read."""
    parquet = import_module("pyarrow.parquet")
    texts = parquet.read_table(shared / "corpus/work_reports.parquet", columns=["text"])["text"].to_pylist()
    return [read_text(text) for text in random.Random(2).sample(texts, 150)]


@pytest.mark.shared
@PYARROW
def test_no_line_of_a_work_report_is_taken_for_a_box(reports: list[Document]) -> None:
    boxes = [p.text for document in reports for p in document.passages if p.kind in BOXES and not TURN.match(p.text)]

    assert boxes == []


@pytest.mark.shared
@PYARROW
def test_captions_of_a_work_report_stand_in_comments_or_name_their_photographer(reports: list[Document]) -> None:
    captions = [
        document.text[max(0, p.pieces[0][0] - 6) : p.pieces[-1][1]]
        for document in reports
        for p in document.passages
        if p.kind is PassageKind.CAPTION
    ]

    assert [caption for caption in captions if "<!--" not in caption and not caption.endswith(("摄", "摄）"))] == []


@pytest.mark.shared
@PYARROW
def test_bylines_of_a_work_report_hold_no_figures_but_days(reports: list[Document]) -> None:
    bylines = [p.text for document in reports for p in document.passages if p.kind is PassageKind.BYLINE]

    assert [text for text in bylines if re.search("[0-9](?![0-9年月日届次一二])", text)] == []


@pytest.mark.shared
@PYARROW
def test_few_paragraphs_of_work_reports_are_joined(reports: list[Document]) -> None:
    bodies = [(d, p) for d in reports for p in d.passages if p.kind is PassageKind.BODY]
    joined = [
        (document, passage)
        for document, passage in bodies
        if any("\n" in document.text[b:c] for (_, b), (c, _) in pairwise(passage.pieces))
    ]

    assert len(bodies) > 9_000
    assert len(joined) < len(bodies) / 100


@pytest.mark.shared
@PYARROW
def test_every_character_of_a_work_report_stands_in_one_passage(reports: list[Document]) -> None:
    for document in reports:
        left = list(document.text)
        for start, end in (piece for passage in document.passages for piece in passage.pieces):
            assert "" not in left[start:end]
            left[start:end] = [""] * (end - start)
        assert {c for c in left if c and not c.isspace()} <= MARKS | set(INVISIBLE)


@pytest.mark.shared
@pytest.mark.slow
@PYARROW
def test_six_megabytes_are_read_in_a_second(reports: list[Document]) -> None:
    size = sum(len(document.text.encode()) for document in reports)

    start = time.process_time()
    for document in reports:
        read_text(document.text)

    assert size / (time.process_time() - start) > 6e6


@pytest.mark.shared
def test_the_days_of_work_reports_are_those_of_their_sessions(shared: Path) -> None:
    found = {path.name: read_file(path).published for path in sorted((shared / "documents/zibo").glob("*.md"))}

    assert all(found.values())
    assert len(set(found.values())) == len(found)


@pytest.mark.shared
def test_newspaper_pages_hold_boxes_and_two_articles(shared: Path) -> None:
    for path in sorted((shared / "documents/zibo").glob("*.txt")):
        document = read_file(path)

        news = [p.text for p in document.passages if p.kind in (PassageKind.HEADING, PassageKind.BODY)]
        assert {passage.article for passage in document.passages} == {0, 1}
        assert not any(word in text for text in news for word in ("热线", "二维码", "公益广告", "℃"))
        assert all(text[-1] in "。！？" for text in news if len(text) > 60)
