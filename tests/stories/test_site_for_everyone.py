"""Every type of page, in both languages, light and dark, on a phone and a desktop: accessible, quiet, light, whole."""

from __future__ import annotations

import gzip
import os
import re
import time
from pathlib import Path
from typing import Any

import pytest

from lantu.ledger import Ledger
from lantu.publication import publish

from ..unit.publication.sample import sample
from .looking import CODES, DESKTOP, PHONE, TILE, View, difference, page_types, reading, tile

pytestmark = [
    pytest.mark.chromium,
    *(pytest.mark.extra(part) for part in ("playwright", "axe_playwright_python", "PIL")),  # noqa: S610 - no query
]

ROOT = Path(__file__).resolve().parents[2]
PICTURES = Path(os.environ.get("LANTU_SCREENSHOTS") or ROOT / "build" / "screenshots")
LOOKS = Path(__file__).with_name("looks")
"""Small grey pictures of every page type, one file a view; ``LANTU_NEW_LOOKS=1`` draws them anew: look at them."""
ON_AVERAGE, ANYWHERE = 9.0, 64
"""How far a page may differ from its look: other versions of fonts and browsers stay below, a lost style does not."""
BEFORE_CHARTS, WITH_CHARTS = 150_000, 450_000
VIEWS = [View(code, width, scheme) for code in CODES for width in (PHONE, DESKTOP) for scheme in ("light", "dark")]
OFFICES = [
    {"id": "labour", "name": "澄湾市人社局", "name_en": "Labour Bureau", "leads": ["work"], "supports": ["care"]},
    {"id": "civil", "name": "澄湾市民政局", "leads": ["care"], "supports": []},
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with every type of page: offices, a baseline, changes since an earlier ledger."""
    folder = tmp_path_factory.mktemp("everyone")
    later, earlier = sample(), sample()
    later.plan = later.plan | {"offices": OFFICES, "contact": "help@city.example"}
    del earlier.verdicts[3]
    del later.verdicts[7]
    (folder / "old").mkdir()
    old, new = earlier.write(folder / "old" / "ledger.sqlite"), later.write(folder / "ledger.sqlite")
    with Ledger.open(old) as before, Ledger.open(new) as book:
        publish(book, folder / "site", since=before)
    return folder / "site"


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_no_page_breaks_a_rule_of_accessibility(browser: Any, site: Path, view: View) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - an optional part

    axe = Axe()
    broken = {}
    with reading(browser, site, view) as reader:
        for name, path in page_types(site, view.code).items():
            found = axe.run(reader.open(path)).response["violations"]
            told = [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found]
            broken |= {name: told} if told else {}

    assert broken == {}


LAYOUT = Path(__file__).with_name("layout.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("code", CODES)
def test_nothing_overflows_or_overlaps_and_every_page_is_pictured(
    browser: Any, site: Path, code: str, width: int
) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    view = View(code, width)
    broken = {}
    with reading(browser, site, view) as reader:
        for name, path in page_types(site, code).items():
            page = reader.open(path)
            found = page.evaluate(LAYOUT)
            page.screenshot(path=PICTURES / f"{name}-{view.name}.png", full_page=True)
            if found["wide"] > 0 or found["over"] or found["small"]:
                broken[name] = found

    assert broken == {}


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("code", CODES)
def test_every_page_looks_as_it_did(browser: Any, site: Path, tmp_path: Path, code: str, width: int) -> None:
    from PIL import Image  # noqa: PLC0415 - an optional part

    view, types = View(code, width), page_types(site, code)
    tiles = {name: tile(picture, width) for name, picture in pictures(browser, site, view, types, tmp_path).items()}
    columns, rows = TILE[width]
    kept = LOOKS / f"{view.name}.png"
    if os.environ.get("LANTU_NEW_LOOKS"):
        sheet = Image.new("L", (columns * len(tiles), rows))
        for place, name in enumerate(sorted(tiles)):
            sheet.paste(tiles[name], (place * columns, 0))
        sheet.save(kept, optimize=True)

    with Image.open(kept) as sheet:
        assert sheet.width == columns * len(tiles), "page types came or went: draw the looks anew"
        apart = {
            name: difference(tiles[name], sheet.crop((place * columns, 0, (place + 1) * columns, rows)))
            for place, name in enumerate(sorted(tiles))
        }

    assert {name: far for name, far in apart.items() if far[0] > ON_AVERAGE or far[1] > ANYWHERE} == {}


def pictures(browser: Any, site: Path, view: View, types: dict[str, str], folder: Path) -> dict[str, Path]:
    """Take a picture of the beginning of every page."""
    with reading(browser, site, view) as reader:
        for name, path in types.items():
            page = reader.open(path)
            page.evaluate("document.activeElement.blur()")
            page.screenshot(path=folder / f"{name}.png", full_page=True)
    return {name: folder / f"{name}.png" for name in types}


def test_a_page_without_its_style_would_look_otherwise(browser: Any, site: Path, tmp_path: Path) -> None:
    with reading(browser, site, View("en", PHONE)) as reader:
        page = reader.open("index.html")
        page.screenshot(path=tmp_path / "styled.png", full_page=True)
        page.evaluate("document.querySelector('link[rel=stylesheet]').remove()")
        page.screenshot(path=tmp_path / "bare.png", full_page=True)

    average, worst = difference(tile(tmp_path / "styled.png", PHONE), tile(tmp_path / "bare.png", PHONE))
    assert average > ON_AVERAGE
    assert worst > ANYWHERE


def test_a_broken_layout_would_be_noticed(browser: Any, site: Path) -> None:
    with reading(browser, site, View("en", PHONE)) as reader:
        page = reader.open("index.html")
        page.evaluate("document.querySelector('h1').style.marginBottom = '-3rem'")
        page.evaluate("document.querySelector('.bar').style.minWidth = '900px'")

        found = page.evaluate(LAYOUT)

    assert found["wide"] > 0
    assert found["over"] != []


@pytest.mark.parametrize("code", CODES)
def test_no_page_complains_or_asks_another_host(browser: Any, site: Path, code: str) -> None:
    with reading(browser, site, View(code, DESKTOP)) as reader:
        for path in page_types(site, code).values():
            reader.open(path)

    assert reader.complaints == []
    assert reader.elsewhere == []


@pytest.mark.parametrize("code", CODES)
def test_without_scripts_every_page_says_what_it_has_to_say(browser: Any, site: Path, code: str) -> None:
    empty = []
    with reading(browser, site, View(code, PHONE, scripts=False)) as reader:
        for name, path in page_types(site, code).items():
            page = reader.open(path)
            written = (site / code / path).read_text(encoding="utf-8")
            links = written.partition("<main")[2].partition("</main>")[0].count("<a href")
            shown = page.locator("main a:visible").count()
            if not page.locator("h1").is_visible() or shown < links:
                empty.append((name, shown, links))
        assert reader.open(page_types(site, code)["commitment-chart"]).locator("svg.plot").is_visible()

    assert empty == []


@pytest.mark.parametrize("code", CODES)
def test_every_page_is_light(site: Path, code: str) -> None:
    heavy = {}
    for name, path in page_types(site, code).items():
        bare, charts = weights(site, site / code / path)
        if bare > BEFORE_CHARTS or charts > WITH_CHARTS:
            heavy[name] = (bare, charts)

    assert heavy == {}


def weights(site: Path, page: Path) -> tuple[int, int]:
    """Give the bytes of a page with all that it loads, compressed: without the vendored parts, and with them."""
    loaded = re.findall(
        r'(?:<script[^>]* src|<link rel="(?:icon|stylesheet)" href|data-echarts)="([^"]+)"', page.read_text("utf-8")
    )
    files = [page, *((page.parent / each).resolve() for each in loaded)]
    sizes = {path: len(gzip.compress(path.read_bytes(), 9)) for path in files}
    own = sum(size for path, size in sizes.items() if "vendor" not in path.parts)
    return own, sum(sizes.values())


SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) sum += each.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 200);
})"""
GOOD_SHIFT = 0.1
"""Cumulative layout shift that is called good: https://web.dev/articles/cls."""


def jumps(browser: Any, site: Path, view: View, types: dict[str, str]) -> dict[str, float]:
    """Give how far each page jumps while it opens, where its scripts come late, as from a server."""
    with reading(browser, site, view) as reader:
        reader.page.route("**/*.js", late)
        return {name: reader.open(path).evaluate(SHIFTS) for name, path in types.items()}


def late(route: Any) -> None:
    time.sleep(0.15)
    route.continue_()


@pytest.mark.parametrize("view", [View("zh", PHONE), View("en", DESKTOP)], ids=lambda view: view.name)
def test_nothing_jumps_while_a_page_opens(browser: Any, site: Path, view: View) -> None:
    found = jumps(browser, site, view, page_types(site, view.code))

    assert {name: jump for name, jump in found.items() if jump > GOOD_SHIFT} == {}


def test_a_jump_would_be_noticed(browser: Any, site: Path) -> None:
    rule, style = "@media (scripting: enabled) { .filter[hidden] { display: flex; } }", site / "static" / "site.css"
    kept = style.read_text(encoding="utf-8")
    assert rule in kept
    style.write_text(kept.replace(rule, ""), encoding="utf-8")
    try:
        assert jumps(browser, site, View("zh", PHONE), {"table": "commitments.html"})["table"] > GOOD_SHIFT
    finally:
        style.write_text(kept, encoding="utf-8")


def test_the_whole_way_to_a_verdict_can_be_gone_with_the_keyboard(browser: Any, site: Path) -> None:
    with reading(browser, site, View("en", DESKTOP)) as reader:
        page = reader.open("index.html")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"

        follow(page, "themes/work.html")
        assert "themes/work.html" in page.url
        follow(page, "commitments/")
        assert "/commitments/" in page.url
        follow(page, "documents/")
        assert "/documents/" in page.url


def follow(page: Any, part: str) -> None:
    """Press Tab until a link with ``part`` in its address has the focus, see that it shows, and open it."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if part in (page.evaluate("document.activeElement.getAttribute('href')") or ""):
            ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert ring == "solid"
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"no link to {part} could be reached")


def test_the_table_can_be_filtered_and_sorted_with_the_keyboard(browser: Any, site: Path) -> None:
    with reading(browser, site, View("en", DESKTOP)) as reader:
        page = reader.open("commitments.html")
        page.focus("#office")
        page.keyboard.type("Labour")
        page.wait_for_function("document.getElementById('status').textContent !== ''")
        rows = page.locator("table.list tbody tr")
        assert rows.count() == 6
        page.focus("th[data-sort=verdict] button")
        page.keyboard.press("Enter")
        assert page.locator("th[data-sort=verdict]").get_attribute("aria-sort") == "ascending"


@pytest.mark.parametrize(
    ("field", "value", "count"),
    [("grade", "E0", 5), ("year", "2023", 2), ("office", "civil", 7), ("verdict", "met", 1)],
)
def test_each_filter_leaves_its_commitments(browser: Any, site: Path, field: str, value: str, count: int) -> None:
    with reading(browser, site, View("en", DESKTOP)) as reader:
        page = reader.open("commitments.html")
        page.select_option(f"#{field}", value)
        page.wait_for_function("document.getElementById('status').textContent !== ''")

        assert page.locator("table.list tbody tr").count() == count


@pytest.mark.parametrize("words", ["学位", "school", "学位 1.9"])
def test_the_search_finds_a_promise_in_chinese_and_in_english(browser: Any, site: Path, words: str) -> None:
    with reading(browser, site, View("en", DESKTOP)) as reader:
        page = reader.open("search.html")
        page.keyboard.type(words)

        page.wait_for_selector(".hits a")
        hit = page.locator(".hits a", has_text="新增学位1.9万个").first
        assert hit.is_visible()
        hit.click()
        assert "/commitments/" in page.url


def test_a_search_is_kept_in_the_address_and_says_when_it_finds_nothing(browser: Any, site: Path) -> None:
    with reading(browser, site, View("zh", DESKTOP)) as reader:
        page = reader.open("search.html#words=%E5%AD%A6%E4%BD%8D")
        assert page.locator("#words").input_value() == "学位"
        page.wait_for_selector(".hits li")
        assert page.locator(".hits li").count() > 0
        page.fill("#words", "没有这样的词")
        page.wait_for_function("!document.querySelector('.hits')")

        assert page.locator("#status").inner_text() == "没有找到。"
        assert page.locator(".hits").count() == 0


def test_the_chart_is_drawn_over_the_picture_in_both_schemes(browser: Any, site: Path) -> None:
    for scheme in ("light", "dark"):
        with reading(browser, site, View("en", DESKTOP, scheme)) as reader:
            page = reader.open(page_types(site, "en")["commitment-chart"])
            page.locator("figure.course").scroll_into_view_if_needed()
            page.wait_for_selector("figure.drawn canvas")
            assert not page.locator("svg.plot").is_visible()
            assert reader.complaints == []


def test_in_print_the_picture_stands_for_the_chart_and_menus_are_gone(browser: Any, site: Path) -> None:
    with reading(browser, site, View("en", DESKTOP)) as reader:
        page = reader.open(page_types(site, "en")["commitment-chart"])
        page.locator("figure.course").scroll_into_view_if_needed()
        page.wait_for_selector("figure.drawn canvas")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")

        assert page.locator("svg.plot").is_visible()
        assert not page.locator("header nav").is_visible()
