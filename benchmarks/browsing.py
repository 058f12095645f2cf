"""How long a reader of a large plan waits in the browser: filter, sort, search, and what the pages weigh.

Usage: python benchmarks/site.py --keep DIR, then python benchmarks/browsing.py DIR/site [--slowdown 4]

Each act is timed from the key or click to the first frame that shows its result, in a headless Chromium whose processor
is slowed down as Lighthouse slows one down for a phone. Pages are opened from their folder.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ACT = """([selector, event, value]) => new Promise((done) => {
  const began = performance.now(), target = document.querySelector(selector);
  const shown = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  const sought = event !== "click";
  if (sought) target.value = value;
  const watch = new MutationObserver(() => { watch.disconnect(); shown(); });
  watch.observe(document.querySelector("table.list tbody, #results"), { childList: true });
  sought ? target.dispatchEvent(new Event("input", { bubbles: true })) : target.click();
})"""
ACTS = {
    "commitments.html": (
        ("first filter, rows loaded", "#verdict", "input", "behind"),
        ("words of one row", "#words", "input", "号便民设施总数77"),
        ("every filter off", "#verdict", "input", ""),
        ("one word, most rows", "#words", "input", "便民"),
        ("sorted by promise", "th[data-sort=promise] button", "click", ""),
        ("sorted by deadline", "th[data-sort=deadline] button", "click", ""),
        ("200 rows more", "button.more", "click", ""),
    ),
    "search.html": (
        ("first search, index loaded", "#words", "input", "便民"),
        ("words of one row", "#words", "input", "总数7777处"),
    ),
}


def main() -> None:
    """Print what each act takes, and the weight of each page before anything is asked of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--slowdown", type=float, default=4)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    asked = parser.parse_args()
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=asked.chromium, args=["--no-sandbox"])
        for path, acts in ACTS.items():
            page = browser.new_page(viewport={"width": 390, "height": 844})
            slow = page.context.new_cdp_session(page)
            slow.send("Emulation.setCPUThrottlingRate", {"rate": asked.slowdown})
            page.goto((asked.site.resolve() / "zh" / path).as_uri(), wait_until="load")
            for told, took in timed(page, acts):
                print(f"{path:18} {told:28} {took:6.0f} ms")
            page.close()
        browser.close()
    for path in ACTS:
        own, later = weights(asked.site / "zh" / path)
        print(
            f"{path:18} {own / 1000:.1f} kB compressed as it opens, {later / 1000:.0f} kB more when it is first asked"
        )


def timed(page: Any, acts: tuple[tuple[str, str, str, str], ...]) -> Iterator[tuple[str, float]]:
    """Do what a reader does; give the milliseconds until it shows."""
    for told, selector, event, value in acts:
        yield told, page.evaluate(ACT, [selector, event, value])


def weights(page: Path) -> tuple[int, int]:
    """Give the compressed bytes of a page with what it loads at once, and of the scripts that it loads later."""
    text = page.read_text(encoding="utf-8")
    now = re.findall(r'(?:<script[^>]* src|<link rel="(?:icon|stylesheet)" href)="([^"]+)"', text)
    later = re.findall(r'data-(?:rows|index)="([^"]+)"', text)
    return packed(page) + sum(packed(page.parent / each) for each in now), sum(packed(page.parent / e) for e in later)


def packed(path: Path) -> int:
    """Give the size of a file, compressed as servers do."""
    return len(gzip.compress(path.resolve().read_bytes(), 9))


if __name__ == "__main__":
    main()
