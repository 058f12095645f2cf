"""A plan that was printed and a report that was scanned: the site shows the printed place beside each quote."""
# ruff: noqa: PLC0415 - what draws and drives pages are optional parts

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from lantu.documents.pages.pdf import opened, render

from .conftest import LANTU
from .looking import CODES, DESKTOP, PHONE, View, reading
from .test_site_for_everyone import LAYOUT, PICTURES

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.fonts,
    *(pytest.mark.extra(part) for part in ("playwright", "axe_playwright_python", "rapidocr")),  # noqa: S610 - marks
    pytest.mark.slow,
]

VIEWS = [View(code, width, scheme) for code in CODES for width, scheme in ((PHONE, "light"), (DESKTOP, "dark"))]
PLAN = """\
title: 青岚市社区服务两年行动方案(虚构)
place: {name: 青岚市, code: "990300"}
horizon: {start: 2023-01-01, end: 2024-12-31}
issued: 2023-01-10
"""
DOCUMENTS = """\
- {path: plan.pdf, title: 社区服务两年行动方案, roles: [plan], published: 2023-01-10, licence: open}
- path: report.png
  title: 社区服务进展通报
  roles: [report]
  published: 2025-01-10
  covers: {start: 2023-01-01, end: 2024-12-31}
  licence: quote
"""
PROMISES = [
    "行动方案用两年时间，让居民在家门口办事、就医、用餐。",
    "到2024年底，全市新建长者食堂300处，老人步行可到。",
    "到2024年底，全市新增公共停车位2.4万个，缓解停车难。",
]
RESULTS = [
    "两年来，全市新建长者食堂312处，饭菜热、价格低。",
    "两年来，全市新增公共停车位1.9万个，停车难有所缓解。",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Path:
    """A plan folder with a PDF of two columns and a scan."""
    folder = tmp_path_factory.mktemp("printed")
    documents = folder / "documents"
    documents.mkdir()
    print_pdf(chromium, "社区服务两年行动方案", PROMISES, documents / "plan.pdf", columns=2)
    scan(print_pdf(chromium, "社区服务进展通报", RESULTS, folder / "report.pdf", columns=1), documents / "report.png")
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "documents.yaml").write_text(DOCUMENTS, encoding="utf-8")
    build(folder)
    return folder


def build(folder: Path) -> None:
    command = [LANTU, "build", folder, "--on", "2025-02-01"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=os.environ)
    assert done.returncode == 0, done.stderr


def print_pdf(chromium: str, title: str, paragraphs: list[str], target: Path, *, columns: int) -> Path:
    style = f"@page{{size:A5;margin:15mm}} body{{font:15px/1.7 'Noto Serif CJK SC'}} main{{columns:{columns}}}"
    style += "p{text-indent:2em;margin:0} h1{font-size:24px;text-align:center}"
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    source = target.with_suffix(".html")
    source.write_text(
        f"<!doctype html><meta charset=utf-8><style>{style}</style><h1>{title}</h1><main>{body}</main>",
        encoding="utf-8",
    )
    asked = ["--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri()]
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", *asked]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    source.unlink()
    return target


def scan(pdf: Path, target: Path) -> None:
    from PIL import Image

    with opened(pdf.read_bytes(), pdf.name) as document:
        Image.fromarray(render(document[0]).pixels).save(target, dpi=(200, 200))


def pages(folder: Path) -> dict[str, str]:
    """Give the pages with pictures: of the two commitments and of the two documents."""
    site = folder / "site" / "zh"
    found = {f"commitment-{number}": path for number, path in enumerate(sorted((site / "commitments").iterdir()))}
    for path in (site / "documents").iterdir():
        is_plan = "社区服务两年行动方案</h1>" in path.read_text(encoding="utf-8")
        found["plan" if is_plan else "report"] = path
    return {name: str(path.relative_to(site)) for name, path in found.items()}


def shown_whole(page: Any) -> list[Any]:
    """Open what is folded, bring every picture into view, and give each with what the browser made of it."""
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    for picture in page.locator("main img").all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("(each) => each.decode()")
    return page.evaluate("[...document.images].map((each) => [each.alt, each.naturalWidth, each.width])")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_each_quote_stands_beside_a_picture_that_loads(folder: Path, browser: Any, view: View) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    counted = {}
    with reading(browser, folder / "site", view) as reader:
        for name, path in pages(folder).items():
            page = reader.open(path)
            found = shown_whole(page)
            counted[name] = len(found)
            assert all(alt and 100 < width <= min(natural, view.width) for alt, natural, width in found), (name, found)
            page.screenshot(path=PICTURES / f"printed-{name}-{view.name}.png", full_page=True)

    # A promise and its evidence; the one page of what is open; the two clauses of what may only be quoted.
    assert counted == {"commitment-0": 2, "commitment-1": 2, "plan": 1, "report": 2}
    assert reader.complaints == []
    assert reader.elsewhere == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_pages_with_pictures_break_no_rule_and_nothing_overflows(folder: Path, browser: Any, view: View) -> None:
    from axe_playwright_python.sync_playwright import Axe

    broken = {}
    with reading(browser, folder / "site", view) as reader:
        for name, path in pages(folder).items():
            page = reader.open(path)
            shown_whole(page)
            layout = page.evaluate(LAYOUT)
            axe = [one["id"] for one in Axe().run(page).response["violations"]]
            if axe or layout["wide"] > 0 or layout["over"] or layout["small"]:
                broken[name] = (axe, layout)

    assert broken == {}


def test_after_a_change_in_one_document_the_pictures_of_the_other_stay(folder: Path, chromium: str) -> None:
    pictures = folder / "site" / "pictures"
    before = {path.name: path.stat().st_ino for path in pictures.iterdir()}
    print_pdf(chromium, "社区服务两年行动方案", PROMISES[:2], folder / "documents" / "plan.pdf", columns=2)

    build(folder)

    after = {path.name: path.stat().st_ino for path in pictures.iterdir()}
    assert len(before) == 2 + 2 + 1
    assert len(before.items() & after.items()) == 1
    assert len(after) == 1 + 1 + 1
