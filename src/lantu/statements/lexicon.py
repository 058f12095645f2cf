"""Load the word lists beside this file once, in the shape in which the rules look them up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def word_list(name: str) -> Mapping[str, Any]:
    """Give the mapping that ``<name>.yaml`` of this room holds.

    Words are written separated by white space; `words` splits them.
    """
    text = files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader, the C one where it is built
    return loaded


def words(text: str) -> tuple[str, ...]:
    """Split a list of words written with spaces and line breaks between them."""
    return tuple(text.split())


def alternation(text: str) -> str:
    """Give a regular expression that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words(text)), key=lambda word: (-len(word), word)))


class Words:
    """A set of words that tells which of them a text begins or ends with, the longest first.

    A look-up by length costs the same whatever the number of words, where a regular expression of all of them is slow
    to compile and to match.

    >>> Words("建成 建成投用").begins("建成投用水厂")
    '建成投用'
    >>> Words("收入 总收入").ends("旅游总收入")
    '总收入'
    """

    __slots__ = ("_first", "_last", "_words")

    def __init__(self, text: str | Iterable[str]) -> None:
        self._words = frozenset(text.split() if isinstance(text, str) else text)
        self._first = self._lengths(0)
        self._last = self._lengths(-1)

    def _lengths(self, at: int) -> dict[str, tuple[int, ...]]:
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[at], set()).add(len(word))
        return {sign: tuple(sorted(found, reverse=True)) for sign, found in lengths.items()}

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def begins(self, text: str, at: int = 0) -> str:
        """Give the longest word that stands at ``at`` of the text, or the empty string."""
        for length in self._first.get(text[at : at + 1], ()):
            word = text[at : at + length]
            if word in self._words:
                return word
        return ""

    def ends(self, text: str) -> str:
        """Give the longest word that the text ends with, or the empty string."""
        for length in self._last.get(text[-1:], ()):
            word = text[-length:]
            if word in self._words:
                return word
        return ""
