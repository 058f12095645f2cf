"""The site opened from its folder in a real browser: filter and sort work, nothing is fetched, nothing complains."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from lantu.ledger import Ledger
from lantu.publication import publish

from ..unit.publication.sample import sample

pytestmark = pytest.mark.chromium

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
PROBE = """
"use strict";
const told = {};
const field = (id) => document.getElementById(id);
const words = (row) => [...row.cells].map((cell) => cell.textContent.trim());
const rows = () => [...document.querySelectorAll("table.list tbody tr")].map(words);
const sleep = (time) => new Promise((done) => setTimeout(done, time));
const choose = async (id, value) => {
  field(id).value = value;
  field(id).dispatchEvent(new Event("input", { bubbles: true }));
  await sleep(200);
};
const press = async (column) => {
  document.querySelector(`th[data-sort=${column}] button`).click();
  await sleep(200);
};
addEventListener("load", async () => {
  await sleep(200);
%s
  const box = document.createElement("pre");
  box.id = "told";
  box.textContent = JSON.stringify(told);
  document.body.append(box);
});
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """A page as the browser left it: its elements, what the console said, which hosts the page asked."""

    page: str
    complaints: list[str]
    asked: list[str]


class Browser:
    """A headless Chromium that opens pages of one site from its folder."""

    def __init__(self, command: str, folder: Path, site: Path) -> None:
        self.command, self.folder, self.site = command, folder, site

    def open(self, page: str, *flags: str) -> Opened:
        """Open a page and give what became of it."""
        log = self.folder / "requests.json"
        done = subprocess.run(
            [
                self.command,
                *QUIET,
                f"--user-data-dir={self.folder / 'profile'}",
                f"--log-net-log={log}",
                "--enable-logging=stderr",
                "--virtual-time-budget=6000",
                "--dump-dom",
                *flags,
                f"file://{self.site / page}",
            ],
            capture_output=True,
            timeout=120,
            check=True,
        )
        complaints = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if "CONSOLE" in line]
        return Opened(done.stdout.decode("utf-8"), complaints, _asked(log))

    def quietly(self, page: str, *flags: str) -> str:
        """Open a page of which nobody may complain and that may ask no host."""
        opened = self.open(page, *flags)
        assert (opened.complaints, opened.asked) == ([], [])
        return opened.page

    def act(self, page: str, script: str, *flags: str) -> dict[str, Any]:
        """Open a page, do what a reader would do, and give what ``told`` then holds."""
        address, _, anchor = page.partition("#")
        path = self.site / address
        (self.site / "static" / "probe.js").write_text(PROBE % script, encoding="utf-8")
        depth = "../" * address.count("/")
        loading = f'<script src="{depth}static/probe.js"></script></head>'
        probed = path.with_name("probed.html")
        probed.write_text(path.read_text(encoding="utf-8").replace("</head>", loading), encoding="utf-8")
        opened = self.quietly(f"{probed.relative_to(self.site)}{'#' + anchor if anchor else ''}", *flags)
        found: dict[str, Any] = json.loads(unescape(opened.rpartition('<pre id="told">')[2].partition("</pre>")[0]))
        return found


def _asked(log: Path) -> list[str]:
    """Give the web addresses that pages asked for; what the browser asks for itself has no page behind it."""
    lines = log.read_text(encoding="utf-8").splitlines()  # one event a line
    found = (re.search(r'"initiator":"(?!not an origin).*"url":"([^"]+)"', line) for line in lines)
    return sorted({each[1] for each in found if each and not each[1].startswith(("file:", "data:", "chrome"))})


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    with Ledger.open(sample().write(folder / "ledger.sqlite")) as book:
        publish(book, folder / "site")
    return folder / "site"


@pytest.fixture
def browser(chromium: str, tmp_path: Path, published: Path) -> Browser:
    shutil.copytree(published, tmp_path / "site")
    return Browser(chromium, tmp_path, tmp_path / "site")


@pytest.mark.parametrize(
    "page",
    [
        "index.html",
        "zh/index.html",
        "en/commitments.html",
        "zh/unreported.html",
        "en/documents.html",
        "zh/unplanned.html",
        "en/issues.html",
        "zh/about.html",
        "en/themes/care.html",
    ],
)
def test_a_page_opens_from_its_folder_without_a_complaint(browser: Browser, page: str) -> None:
    assert "<h1" in browser.quietly(page)


def test_every_document_and_a_commitment_open_without_a_complaint(browser: Browser) -> None:
    documents = sorted((browser.site / "zh" / "documents").iterdir())
    commitments = sorted((browser.site / "en" / "commitments").iterdir())

    for path in (*documents, commitments[0]):
        assert "<h1" in browser.quietly(str(path.relative_to(browser.site)))


def test_the_start_page_leads_to_chinese(browser: Browser) -> None:
    assert '<html lang="zh-Hans">' in browser.quietly("index.html")
    assert "总体进展" in browser.quietly("index.html")


def test_choosing_a_verdict_leaves_its_commitments(browser: Browser) -> None:
    told = browser.act(
        "zh/commitments.html",
        """
        told.before = rows().length;
        await choose("verdict", "behind");
        told.rows = rows();
        told.status = field("status").textContent;
        told.hash = location.hash;
        """,
    )

    assert told["before"] == 24
    assert [row[0] for row in told["rows"]] == ["新建口袋公园120处", "公交线路优化30条"]
    assert [row[-1] for row in told["rows"]] == ["滞后", "滞后"]
    assert told["status"] == "符合条件2项，显示2项，共24项"
    assert told["hash"] == "#verdict=behind"


def test_words_theme_and_clearing(browser: Browser) -> None:
    told = browser.act(
        "en/commitments.html",
        """
        await choose("words", "社区 个");
        told.words = rows().map((row) => row[0]);
        await choose("words", "");
        await choose("theme", "care");
        told.care = rows().length;
        await choose("words", "no such words");
        told.none = rows();
        document.querySelector("button[type=reset]").click();
        await sleep(300);
        told.cleared = rows().length;
        """,
    )

    assert told["words"] == ["新开发社区岗位1.63万个以上"]
    assert told["care"] == 8
    assert told["none"] == [["No commitment matches."]]
    assert told["cleared"] == 24


def test_sorting_by_what_was_reached_keeps_the_unknown_last(browser: Browser) -> None:
    told = browser.act(
        "en/commitments.html",
        """
        await press("reached");
        told.rising = rows().map((row) => row[3]);
        told.sorted = document.querySelector("th[data-sort=reached]").getAttribute("aria-sort");
        await press("reached");
        told.falling = rows().map((row) => row[3]);
        """,
    )

    known = [share for share in told["rising"] if share]
    assert known[0] == "−18%"
    assert known[-1] == "117.2%"
    assert told["rising"][: len(known)] == known
    assert told["falling"][0] == "117.2%"
    assert told["falling"][-1] == ""
    assert told["sorted"] == "ascending"


def test_a_link_to_a_verdict_opens_the_table_filtered(browser: Browser) -> None:
    told = browser.act(
        "en/commitments.html#verdict=silent&theme=care", "told.rows = rows(); told.chosen = field('verdict').value;"
    )

    assert [row[0] for row in told["rows"]] == ["街道综合养老中心实现全覆盖"]
    assert told["rows"][0][-1] == "Due, nothing reported under review"
    assert told["chosen"] == "silent"


def test_the_filtered_table_shows_the_rows_that_the_page_was_written_with(browser: Browser) -> None:
    told = browser.act("zh/commitments.html", 'told.written = rows(); await choose("words", ""); told.drawn = rows();')

    assert told["drawn"] == told["written"]


SMUGGLED = '<img src="http://elsewhere.example/x.png" alt=""><script>document.title = "owned"</script></main>'


def test_the_policy_stops_what_a_document_might_smuggle_in(browser: Browser) -> None:
    page = browser.site / "zh" / "about.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</main>", SMUGGLED), encoding="utf-8")

    opened = browser.open("zh/about.html")

    assert opened.asked == []
    assert "<title>owned" not in opened.page
    assert len([line for line in opened.complaints if "Content Security Policy" in line]) == 2


def test_a_request_to_another_host_would_be_seen(browser: Browser) -> None:
    page = browser.site / "zh" / "about.html"
    open_page = page.read_text(encoding="utf-8").replace("Content-Security-Policy", "x").replace("</main>", SMUGGLED)
    page.write_text(open_page, encoding="utf-8")

    assert browser.open("zh/about.html").asked == ["http://elsewhere.example/x.png"]


def test_without_a_script_the_table_is_whole_and_the_filter_hidden(browser: Browser) -> None:
    (browser.site / "static" / "table.js").write_text("", encoding="utf-8")

    opened = browser.quietly("zh/commitments.html")

    assert opened.count('<th scope="row">') == 24
    assert '<form id="filter" class="filter" hidden=""' in opened


@pytest.mark.parametrize("name", ["index", "commitments", "documents/*", "commitments/*", "about", "unreported"])
def test_no_page_is_wider_than_a_phone(browser: Browser, name: str) -> None:
    [page, *_] = sorted((browser.site / "en").glob(f"{name}.html"))

    told = browser.act(
        str(page.relative_to(browser.site)),
        "told.window = innerWidth; told.page = document.documentElement.scrollWidth;",
        "--window-size=390,900",
    )

    assert told["page"] <= told["window"] <= 500
