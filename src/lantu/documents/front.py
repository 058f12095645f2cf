"""Front matter: the block of ``key: value`` lines between two lines of three hyphens at the top of a file."""

from __future__ import annotations

import re

from lantu.model import Passage, PassageKind

from .lexicon import lexicon
from .lines import pieces_of

_BLOCK = re.compile(r"\s*---[ \t]*\r?\n((?:[^\n]{0,2000}\n){1,40}?)---[ \t]*(?=\r?\n|\Z)")
_ENTRY = re.compile(r"([A-Za-z_]{2,20})[ \t]*[:：][ \t]*(.*)\Z")


def read_front(text: str) -> tuple[list[Passage], int]:
    """Give the front matter as passages, one a line, and where the text after it begins."""
    block = _BLOCK.match(text)
    if block is None or not any(entry in lexicon().front_keys for entry in front_entries(block[1])):
        return [], 0
    passages: list[Passage] = []
    at = block.start(1)
    for line in block[1].splitlines(keepends=True):
        pieces = pieces_of(text, at, at + len(line))
        if pieces:
            passages.append(Passage(PassageKind.FRONT, "".join(text[a:b] for a, b in pieces), pieces))
        at += len(line)
    return passages, block.end()


def front_entries(block: str) -> dict[str, str]:
    """Give the keys and values of front matter; a value that is a list gives its first item."""
    entries: dict[str, str] = {}
    key = None
    for line in block.splitlines():
        entry = _ENTRY.match(line.strip())
        if entry is not None and not line.startswith((" ", "-")):
            key = entry[1].lower()
            entries[key] = entry[2].strip().strip("\"'")
        elif key is not None and not entries[key] and line.lstrip().startswith("-"):
            entries[key] = line.lstrip()[1:].strip()
    return entries
