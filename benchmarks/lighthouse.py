"""The scores that Lighthouse gives to a page of every type of a site, over HTTP, as a phone and as a desktop.

Usage: python benchmarks/lighthouse.py [SITE] [--version 12.8.2] [--chromium /usr/bin/chromium]

Lighthouse is run by ``npx`` and is needed here alone; a phone is slowed down as Lighthouse does by itself (four times
slower processor, slow 4G, both simulated). Without SITE the example plan is built and read. The page that waits for a
choice of language (index.html) is not asked.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from lantu.pipeline import build
from lantu.plans import plan_from

ROOT = Path(__file__).resolve().parents[1]
SIGNS = {"commitment-chart": 'class="course"', "commitment-silent": "f-silent"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = {
    "LCP s": ("largest-contentful-paint", 1000),
    "TBT ms": ("total-blocking-time", 1),
    "CLS": ("cumulative-layout-shift", 1),
    "kB": ("total-byte-weight", 1000),
}
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def page_types(site: Path, code: str) -> dict[str, str]:
    """Give the path of one page of every type, by the name of the type."""
    folder = site / code
    found = {path.stem: path.name for path in sorted(folder.glob("*.html"))}
    for kind in ("themes", "items", "offices", "documents"):
        for path in sorted((folder / kind).glob("*.html")):
            found.setdefault(f"{kind}/…", f"{kind}/{path.name}")
    for path in sorted((folder / "commitments").iterdir()):
        text = path.read_text(encoding="utf-8")
        for name, sign in SIGNS.items():
            if sign in text:
                found.setdefault(name, f"commitments/{path.name}")
    return found


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A handler that says nothing, and sends text compressed as web servers do."""

    def do_GET(self) -> None:
        """Give a file."""
        path = Path(self.translate_path(self.path))
        kind = self.guess_type(path)
        if not path.is_file() or not kind.startswith(("text/", "application/j", "image/svg")):
            super().do_GET()
            return
        content = gzip.compress(path.read_bytes())
        self.send_response(200)
        for name, value in (("Content-Type", kind), ("Content-Encoding", "gzip"), ("Content-Length", len(content))):
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_told: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder and give its address."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def run(url: str, device: str, asked: argparse.Namespace) -> dict[str, Any]:
    """Let Lighthouse look at one page; give its report."""
    command = ["npx", "--yes", f"lighthouse@{asked.version}", url, "--output=json", "--quiet"]
    command += [f"--chrome-flags={FLAGS}", *(["--preset=desktop"] if device == "desktop" else [])]
    environment = {"CHROME_PATH": asked.chromium, "PATH": asked.path, "HOME": str(Path.home())}
    done = subprocess.run(command, capture_output=True, check=True, env=environment, timeout=300)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def told(report: dict[str, Any]) -> str:
    """Give one line of scores and figures."""
    scores = [f"{100 * (report['categories'][name]['score'] or 0):5.0f}" for name in CATEGORIES]
    figures = [f"{report['audits'][name]['numericValue'] / scale:8.2f}" for name, scale in FIGURES.values()]
    return " ".join((*scores, *figures))


def lost(report: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give what costs points: category and audit."""
    for name in CATEGORIES:
        for each in report["categories"][name]["auditRefs"]:
            score = report["audits"][each["id"]]["score"]
            if each["weight"] and score is not None and score < 0.9:
                yield name, each["id"]


def example(folder: Path) -> Path:
    """Build the example plan into ``folder``; give its site."""
    plan = plan_from(ROOT / "examples" / "qinglan-2023")
    build(plan, on=date(2024, 7, 5), ledger=folder / "ledger.sqlite", site=folder / "site")
    return folder / "site"


def main() -> None:
    """Print a line a page, and at the end what costs points and the worst score of each category."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--version", default="12.8.2")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--devices", nargs="+", default=["phone", "desktop"])
    parser.add_argument("--languages", nargs="+", default=["zh", "en"])
    asked = parser.parse_args()
    asked.path = os.environ["PATH"]
    costs: dict[tuple[str, str], int] = {}
    worst = dict.fromkeys(CATEGORIES, 100.0)
    with tempfile.TemporaryDirectory() as scratch:
        site = asked.site or example(Path(scratch))
        print(f"{'':34}" + " ".join(f"{name[:5]:>5}" for name in CATEGORIES) + " ".join(f"{n:>9}" for n in FIGURES))
        with served(site) as address:
            for device in asked.devices:
                for code in asked.languages:
                    for name, path in page_types(site, code).items():
                        report = run(f"{address}/{code}/{path}", device, asked)
                        print(f"{device:8}{code:3}{name:23}{told(report)}", flush=True)
                        for each in lost(report):
                            costs[each] = costs.get(each, 0) + 1
                        for each in CATEGORIES:
                            worst[each] = min(worst[each], 100 * (report["categories"][each]["score"] or 0))
    print("worst:", ", ".join(f"{name} {score:.0f}" for name, score in worst.items()))
    print(
        "what costs points (pages):", ", ".join(f"{b} ({a}): {n}" for (a, b), n in sorted(costs.items())) or "nothing"
    )


if __name__ == "__main__":
    main()
