"""Which part of a page is its text: navigation, scripts and what surrounds an article left out."""

from __future__ import annotations

import re
from typing import Any

DEEPEST = 200
"""A tree that is nested deeper is cut there: no page that people read is."""
LARGEST_TREE = 60_000
"""Of a page with more elements everything is kept, but for navigation."""

_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "canvas",
        "button",
        "select",
        "input",
        "textarea",
        "nav",
        "footer",
        "header",
        "aside",
        "menu",
        "dialog",
        "audio",
        "video",
        "head",
        "link",
        "meta",
    ]
)
_KNOWN = re.compile(
    r"(?i)(?:^|[\s_-])(?:TRS_Editor|trs_editor_view|UCAP-CONTENT|zoom|zoomcon|article[_-]?con(?:tent)?|pages_content|"
    r"news_content|content_main|con_text|detail[_-]?content|xxgk[_-]?content|wp_articlecontent|vsb_content|BodyLabel|"
    r"mainText|main-text|xl-content|ewb-article-content)(?:$|[\s_0-9-])"
)
"""Names that the publishing systems of Chinese governments give the element that holds the text."""
_ASIDE = re.compile(
    r"(?i)(?:^|[\s_-])(?:nav|navbar|menu|footer|foot|header|top|breadcrumb|crumb|position|location|sidebar|share|bshare|"
    r"bdsharebuttonbox|print|related|recommend|copyright|qrcode|ewm|search|banner|comment|toolbar|pager|pagination|"
    r"wza|accessibility|float|ad|ads)(?:$|[\s_0-9-])"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def cleaned(root: Any) -> Any:
    """Give the body of a page without what is never text."""
    body = root.find(".//body")
    body = root if body is None else body
    _clean(body)
    return body


def main_element(root: Any, body: Any) -> Any:
    """Give the element of a cleaned page that holds the main text.

    The container that the publishing system names, if it holds text; else the smallest element with nearly all that
    trafilatura takes for the text; else the body.
    """
    known = [one for one in body.iter() if _named(one, _KNOWN) and len(_letters(one)) > 200]
    if known:
        return max(known, key=lambda one: len(_letters(one)))
    found = _by_trafilatura(root)
    chosen = _smallest_with(body, found) if sum(map(len, found)) > 100 else body
    _drop_aside(chosen)
    return chosen


def _named(element: Any, pattern: re.Pattern[str]) -> bool:
    return isinstance(element.tag, str) and any(
        pattern.search(element.get(key) or "") is not None for key in ("id", "class")
    )


def _clean(body: Any) -> None:
    """Drop what is never text, and what lies deeper than a page is nested."""
    doomed = []
    stack = [(body, 0)]
    while stack:
        element, depth = stack.pop()
        for child in element:
            hidden = isinstance(child.tag, str) and (
                _HIDDEN.search(child.get("style") or "") or "hidden" in child.attrib
            )
            if not isinstance(child.tag, str) or child.tag in _DROPPED or hidden or depth >= DEEPEST:
                doomed.append(child)
            else:
                stack.append((child, depth + 1))
    for element in doomed:
        _drop(element)


def _drop_aside(chosen: Any) -> None:
    """Drop parts that are named as what surrounds a text, unless they hold much of it."""
    whole = len(_letters(chosen))
    for element in [one for one in chosen.iter() if one is not chosen and _named(one, _ASIDE)]:
        if element.getparent() is not None and len(_letters(element)) * 4 < whole:
            _drop(element)


def _drop(element: Any) -> None:
    """Take an element out; the text after it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _letters(element: Any) -> str:
    return _SPACE.sub("", "".join(element.itertext()))


def _by_trafilatura(root: Any) -> list[str]:
    """Give the pieces that trafilatura takes for the text."""
    import trafilatura  # noqa: PLC0415 - a heavy part, loaded when a page is read
    from lxml import html  # noqa: PLC0415

    if sum(1 for _ in root.iter()) > LARGEST_TREE:
        return []
    try:
        found = trafilatura.bare_extraction(
            html.document_fromstring(html.tostring(root, encoding="unicode")), include_comments=False, favor_recall=True
        )
    except (RecursionError, ValueError, AttributeError, TypeError):  # of a page that it cannot take, all is kept
        return []
    text = getattr(found, "text", None) or ""
    return [piece for piece in (_SPACE.sub("", line) for line in text.splitlines()) if piece]


def _smallest_with(body: Any, pieces: list[str]) -> Any:
    """Go down from the body as long as one child holds nearly all of the text."""
    wanted = sum(map(len, pieces))
    here = body
    while True:
        below = next((child for child in here if _holds(child, pieces, wanted)), None)
        if below is None:
            return here
        here = below


def _holds(element: Any, pieces: list[str], wanted: int) -> bool:
    text = _letters(element)
    if len(text) * 10 < wanted * 9:
        return False
    return sum(len(piece) for piece in pieces if piece.strip("|-") in text) * 10 >= wanted * 9
