"""Draws the share cards: one picture a verdict and language, for links that are passed on.

Usage: python tools/cards.py   (needs a headless Chromium, a Chinese font, and the extra ``test``)

The pictures are kept in the repository, so that a build needs neither; run this after a change of
``looks.yaml``, of the verdicts' labels or of the colours.
"""

from __future__ import annotations

import re
import shutil
from io import BytesIO

from PIL import Image
from playwright.sync_api import sync_playwright

from lantu.publication import wording
from lantu.publication.language import languages
from lantu.publication.press import FOLDER, looks

CARDS = FOLDER / "static" / "cards"
PAGE = """<!doctype html><html lang="{tag}"><style>
body {{
  margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 80px; border-left: 28px solid {bar};
  display: flex; flex-direction: column; justify-content: center; gap: 40px; background: {soft}; color: {ink};
  font-family: "Noto Sans", "Noto Sans CJK SC", sans-serif;
}}
svg {{
  width: 220px; height: 220px; fill: none; stroke: {ink};
  stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round;
}}
b {{ font-size: {size}px; line-height: 1.15; }}
</style><svg viewBox="0 0 16 16"><path d="{icon}"/></svg><b>{label}</b></html>"""


def colours() -> dict[str, str]:
    """Give the colours of the light style sheet by name."""
    sheet = (FOLDER / "static" / "site.css").read_text("utf-8")
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", sheet.partition("@media")[0]))


def main() -> None:
    """Draw every card."""
    CARDS.mkdir(exist_ok=True)
    palette = colours()
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        for language in languages():
            for kind, look in looks().items():
                page.set_content(
                    PAGE.format(
                        tag=language.tag,
                        icon=look.icon,
                        label=language.say(wording.VERDICTS[kind].label),
                        size=130 if language.code == "zh" else 104,
                        ink=palette[look.family],
                        soft=palette[f"{look.family}-soft"],
                        bar=palette[f"{look.family}-bar"],
                    )
                )
                drawn = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(16, dither=Image.Dither.NONE)
                drawn.save(CARDS / f"{kind}-{language.code}.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
