"""The styles of a Word file: which are headings of which level, which number their paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .numbers import W, value_of

_HEADING = re.compile(r"(?:heading|标题)\s?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题|文档标题|大标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s?[0-9]|toc heading", re.IGNORECASE)
_CHAIN = 12


@dataclass(frozen=True, slots=True)
class Style:
    """One style, with what it takes over from those it is based on.

    ``level`` is that of a heading in the text (1 the title), 0 for anything else; ``contents`` marks a line of the
    table of contents; ``number`` and ``depth`` name the list that counts its paragraphs.
    """

    level: int = 0
    contents: bool = False
    number: str = ""
    depth: int = 0


def read_styles(root: Any) -> dict[str, Style]:
    """Read ``styles.xml``: each style by its id."""
    if root is None:
        return {}
    elements = {one.get(f"{W}styleId") or "": one for one in root.iter(f"{W}style")}
    return {name: _style(name, elements) for name in elements}


def _style(name: str, elements: dict[str, Any]) -> Style:
    level, number, depth, contents = 0, "", 0, False
    for _ in range(_CHAIN):
        element = elements.get(name)
        if element is None:
            break
        called = value_of(element.find(f"{W}name"))
        own_number, own_depth = numbered(element)
        contents = contents or _CONTENTS.match(called) is not None
        level = level or named_level(called) or outline_level(element)
        number, depth = (number, depth) if number else (own_number, own_depth)
        name = value_of(element.find(f"{W}basedOn"))
    return Style(level, contents, number, depth)


def named_level(called: str) -> int:
    """Give the level that a style's name says: Title is 1, Heading 1 is 2."""
    heading = _HEADING.fullmatch(called)
    if heading is not None:
        return min(int(heading[1]) + 1, 6)
    return 1 if _TITLE.fullmatch(called) else 0


def outline_level(element: Any) -> int:
    """Give the level that a paragraph's or style's outline says, 0 for text."""
    found = value_of(element.find(f"{W}pPr/{W}outlineLvl"))
    return min(int(found) + 2, 6) if found.isdigit() and int(found) < 9 else 0


def numbered(element: Any) -> tuple[str, int]:
    """Give the list that counts a paragraph, and how deep."""
    properties = element.find(f"{W}pPr/{W}numPr")
    if properties is None:
        return "", 0
    depth = value_of(properties.find(f"{W}ilvl"))
    return value_of(properties.find(f"{W}numId")), int(depth) if depth.isdigit() and len(depth) == 1 else 0
