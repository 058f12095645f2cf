"""The measured map of the example in a real browser: from a disk and over HTTP, by mouse and by keyboard."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from lantu.cli.server import Pages

from .looking import CODES, DESKTOP, PHONE

pytestmark = [
    pytest.mark.chromium,
    *(pytest.mark.extra(part) for part in ("playwright", "axe_playwright_python")),  # noqa: S610 - no query
]

WITH_CHARTS = 450_000
"""Bytes, compressed, that a page with charts may load."""
CARD = ".map .card"
BY_TILES = {(PHONE, "dark"), (DESKTOP, "light")}
"""Views in which the map of tiles is examined too: around it and in its colours the page is that from the disk."""


@pytest.fixture(scope="module")
def site(example: Path) -> Path:
    return example / "site"


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class Looked:
    """A page of the site with what it asked for and what it said."""

    def __init__(self, page: Any) -> None:
        self.page, self.asked, self.said = page, [], []
        page.on("request", lambda request: self.asked.append((request.url, request.headers.get("range"))))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    @property
    def complaints(self) -> list[str]:
        """What was said, without what a software GPU says of its own speed."""
        return [said for said in self.said if "GPU stall" not in said and "GL Driver Message" not in said]

    def drawn(self) -> Any:
        """Wait for the map and give the page."""
        self.page.locator("figure.map").scroll_into_view_if_needed()
        self.page.locator(".map .scale b:not(:empty)").wait_for()
        return self.page


@contextmanager
def looking(browser: Any, address: str, code: str, **how: Any) -> Iterator[Looked]:
    size = {"width": how.pop("width", DESKTOP), "height": 900}
    context = browser.new_context(viewport=size, reduced_motion="reduce", **how)
    looked = Looked(context.new_page())
    looked.page.goto(f"{address}/{code}/measured.html", wait_until="load")
    try:
        yield looked
    finally:
        context.close()


def from_disk(site: Path) -> str:
    return site.resolve().as_uri()


@pytest.mark.parametrize("code", CODES)
def test_from_a_disk_the_map_is_drawn_without_tiles_and_asks_nobody(browser: Any, site: Path, code: str) -> None:
    with looking(browser, from_disk(site), code) as looked:
        page = looked.drawn()

        assert page.locator(".map canvas").count() == 1
        assert not any(each.is_visible() for each in page.locator(".map img").all())
        assert looked.complaints == []
        assert all(url.startswith((from_disk(site), "data:")) for url, _ in looked.asked)
        assert not any("maplibre" in url for url, _ in looked.asked)


def test_from_a_disk_the_page_with_its_map_is_light(browser: Any, site: Path) -> None:
    with looking(browser, from_disk(site), "en") as looked:
        looked.drawn()
        files = {Path(url.removeprefix("file://")) for url, _ in looked.asked}

    assert any(path.name == "echarts.js" for path in files)
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in files) <= WITH_CHARTS


def test_over_http_it_is_too(browser: Any, served: str, site: Path) -> None:
    with looking(browser, served, "en") as looked:
        looked.drawn()
        names = {url.removeprefix(served).split("?")[0].lstrip("/") for url, wanted in looked.asked if not wanted}

    assert any("maplibre" in name for name in names)
    assert sum(len(gzip.compress((site / name).read_bytes(), 9)) for name in names) <= WITH_CHARTS


@pytest.mark.parametrize("code", CODES)
def test_over_http_the_map_reads_the_tiles_in_view_from_this_site_alone(browser: Any, served: str, code: str) -> None:
    with looking(browser, served, code) as looked:
        page = looked.drawn()

        ranges = [wanted for url, wanted in looked.asked if url.endswith(".pmtiles")]
        assert len(ranges) >= 2
        assert all(wanted and wanted.startswith("bytes=") for wanted in ranges)
        assert page.locator(".map canvas.maplibregl-canvas").count() == 1
        assert looked.complaints == []
        assert all(url.startswith(served) for url, _ in looked.asked)
        assert not any("echarts" in url for url, _ in looked.asked)


def test_where_tiles_cannot_be_had_the_places_are_drawn_all_the_same(browser: Any, served: str) -> None:
    context = browser.new_context(viewport={"width": DESKTOP, "height": 900})
    page = context.new_page()
    page.route("**/*.pmtiles", lambda route: route.fulfill(status=404))
    looked = Looked(page)
    page.goto(f"{served}/en/measured.html", wait_until="load")

    assert looked.drawn().locator(".map canvas").count() == 1
    assert any("echarts" in url for url, _ in looked.asked)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("code", CODES)
def test_the_map_breaks_no_rule_of_accessibility(
    browser: Any, site: Path, served: str, code: str, width: int, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - an optional part

    broken = {}
    tiled = [(served, ".map")] if (width, scheme) in BY_TILES else []
    for address, part in [(from_disk(site), None), *tiled]:
        with looking(browser, address, code, width=width, color_scheme=scheme) as looked:
            page = looked.drawn()
            page.locator("[data-next]").click()
            found = Axe().run(page, part).response["violations"]
            broken |= {each["id"]: [node["html"][:120] for node in each["nodes"]] for each in found}

    assert broken == {}


@pytest.mark.parametrize("over_http", [False, True])
def test_the_keyboard_goes_from_place_to_place(browser: Any, site: Path, served: str, over_http: bool) -> None:
    with looking(browser, served if over_http else from_disk(site), "en") as looked:
        page = looked.drawn()
        page.locator(".map .ground").focus()
        told = []
        for key in ("ArrowUp", "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"):
            page.keyboard.press(key)
            told.append(page.locator(f"{CARD} b").inner_text())
        scale = page.locator(".map .scale b").inner_text()
        page.keyboard.press("+")
        page.keyboard.press("+")
        page.locator(".map .scale b").filter(has_not_text=scale).wait_for()

        assert told[0] == told[2] == told[4]
        assert len(set(told)) == 3
        assert looked.complaints == []


@pytest.mark.parametrize("over_http", [False, True])
def test_a_place_that_is_pointed_at_says_why(browser: Any, site: Path, served: str, over_http: bool) -> None:
    with looking(browser, served if over_http else from_disk(site), "en") as looked:
        page = looked.drawn()
        box = page.locator(".map .ground").bounding_box()
        page.mouse.move(box["x"] + 0.45 * box["width"], box["y"] + 0.3 * box["height"])
        page.mouse.move(box["x"] + 0.46 * box["width"], box["y"] + 0.3 * box["height"])
        page.wait_for_selector(f"{CARD} table")

        said = page.locator(CARD).inner_text()
        assert "To the nearest, " in said
        assert "as the crow flies" in said.lower() or "straight line" in said


def test_the_next_place_left_out_is_the_one_with_most_people(browser: Any, site: Path) -> None:
    with looking(browser, from_disk(site), "en") as looked:
        page = looked.drawn()
        most = page.evaluate(
            """() => { const d = window.lantuMaps['canteens-nearby'], s = d.readings[0].served;
                 return d.name[d.weight.map((w, n) => w - s[n]).reduce((b, w, n, all) => (w > all[b] ? n : b), 0)]; }"""
        )
        page.locator("[data-next]").click()

        assert page.locator(f"{CARD} b").inner_text() == f"Place {most}"


@pytest.mark.parametrize("over_http", [False, True])
def test_the_map_shows_the_state_with_the_next_facilities(
    browser: Any, site: Path, served: str, over_http: bool
) -> None:
    with looking(browser, served if over_http else from_disk(site), "en") as looked:
        page = looked.drawn()
        ground, after = page.locator(".map .ground"), page.locator("[data-after]")
        before = ground.screenshot()
        after.click()
        page.wait_for_timeout(500)
        later = ground.screenshot()
        after.click()
        page.wait_for_timeout(500)

        assert later != before
        assert ground.screenshot() == before
        assert after.get_attribute("aria-pressed") == "false"
        assert looked.complaints == []


def test_the_card_tells_what_the_next_facilities_change(browser: Any, site: Path) -> None:
    with looking(browser, from_disk(site), "en") as looked:
        page = looked.drawn()
        page.locator("[data-next]").click()

        assert "with the next facilities" in page.locator(CARD).inner_text()


def test_a_chinese_page_has_a_chinese_map(browser: Any, site: Path) -> None:
    with looking(browser, from_disk(site), "zh") as looked:
        page = looked.drawn()
        page.locator("[data-next]").click()
        words = page.locator(".map").inner_text()

    letters = [word for word in words.split() if word.isascii() and word.isalpha() and len(word) > 2]
    assert letters == ["invented", "data"]  # the example's own credit, in both languages


def test_without_scripts_and_on_paper_the_drawing_stays(browser: Any, site: Path) -> None:
    with looking(browser, from_disk(site), "zh", java_script_enabled=False) as looked:
        assert [each.is_visible() for each in looked.page.locator(".map img").all()] == [True, True]
        assert not looked.page.locator(".map .live").is_visible()
    with looking(browser, from_disk(site), "zh") as looked:
        page = looked.drawn()
        page.emulate_media(media="print")
        assert [each.is_visible() for each in page.locator(".map img").all()] == [True, True]
        assert not page.locator(".map .live").is_visible()


@pytest.mark.parametrize("code", CODES)
def test_on_a_phone_no_number_is_broken_or_cut(browser: Any, site: Path, code: str) -> None:
    with looking(browser, from_disk(site), code, width=PHONE) as looked:
        broken = looked.page.locator(".list td").evaluate_all(
            """(cells) => cells.filter((cell) => /^[\\d.,%]+$/.test(cell.innerText)).filter((cell) => {
                 const range = document.createRange(); range.selectNodeContents(cell);
                 const lines = new Set([...range.getClientRects()].map((line) => line.top));
                 const edge = cell.closest(".scroll").getBoundingClientRect().right;
                 return lines.size > 1 || range.getBoundingClientRect().right > edge; })
                 .map((cell) => cell.innerText)"""
        )

    assert broken == []
