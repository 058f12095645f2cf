"""The site in a real browser, driven: pages of every type, in both languages, schemes and sizes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PHONE, DESKTOP = 390, 1440
CODES = ("zh", "en")
SIGNS = {"chart": 'class="course"', "silent": "f-silent", "override": "<q ", "plain": "<html"}
"""What the page of a commitment holds, by the name of its type."""


def page_types(site: Path, code: str) -> dict[str, str]:
    """Give one page of every type, by the name of the type: those of a kind that differ in content are all named."""
    folder = site / code
    found = {path.stem: path.name for path in sorted(folder.glob("*.html"))}
    for kind in ("theme", "item", "office"):
        for path in sorted((folder / f"{kind}s").glob("*.html")):
            found.setdefault(kind, f"{kind}s/{path.name}")
    for number, path in enumerate(sorted((folder / "documents").iterdir())):
        found[f"document-{number}"] = f"documents/{path.name}"
    for path in sorted((folder / "commitments").iterdir()):
        text = path.read_text(encoding="utf-8")
        for name, sign in SIGNS.items():
            if sign in text:
                found.setdefault(f"commitment-{name}", f"commitments/{path.name}")
    return found


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at."""

    code: str
    width: int
    scheme: str = "light"
    scripts: bool = True

    @property
    def name(self) -> str:
        """A name for pictures."""
        return f"{self.code}-{self.width}{'' if self.scheme == 'light' else '-dark'}"


class Reader:
    """Opens pages of one site in one view; remembers what the console said and what was asked of other hosts."""

    def __init__(self, browser: Any, site: Path, view: View) -> None:
        self.site, self.view = site, view
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.context = browser.new_context(
            viewport={"width": view.width, "height": 900},
            color_scheme=view.scheme,
            java_script_enabled=view.scripts,
            reduced_motion="reduce",
            locale="zh-CN" if view.code == "zh" else "en-GB",
        )
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self, path: str) -> Any:
        """Open a page of the view's language and give it when it has settled."""
        self.page.goto(f"{self.site.resolve().as_uri()}/{self.view.code}/{path}", wait_until="load")
        return self.page

    @property
    def elsewhere(self) -> list[str]:
        """Addresses asked for that are not files of the site."""
        return [url for url in self.asked if not url.startswith((self.site.resolve().as_uri(), "data:"))]


@contextmanager
def reading(browser: Any, site: Path, view: View) -> Iterator[Reader]:
    """Give a reader and close what it opened."""
    reader = Reader(browser, site, view)
    try:
        yield reader
    finally:
        reader.context.close()


TILE = {PHONE: (48, 160), DESKTOP: (72, 100)}
"""Columns and rows of a page's small picture: the first 1,300 pixels on a phone, 2,000 on a desktop."""


def tile(picture: Path, width: int) -> Any:
    """Give the beginning of a picture small and grey, so that letters become shades and only the layout is left."""
    from PIL import Image  # noqa: PLC0415 - an optional part

    columns, rows = TILE[width]
    with Image.open(picture) as whole:
        room = Image.new("L", (width, width * rows // columns), 255)
        room.paste(whole.convert("L"), (0, 0))
    return room.resize((columns, rows), Image.Resampling.BOX)


def difference(one: Any, other: Any) -> tuple[float, float]:
    """Give how far two small pictures differ on average, and in the worst of 6 × 10 fields; 0 to 255."""
    from PIL import Image, ImageChops  # noqa: PLC0415 - an optional part

    apart = ImageChops.difference(one, other)
    fields = apart.resize((6, 10), Image.Resampling.BOX)
    return sum(apart.tobytes()) / len(apart.tobytes()), max(fields.tobytes())
