"""Look up the unit that follows a number: its spelling and its dimension."""

from __future__ import annotations

from .lexicon import Words, word_list, words

_LIST = word_list("units")
_SPELLING: dict[str, str] = dict(_LIST["spelling"])
_DIMENSION: dict[str, str] = {
    word: str(name) for name, entry in _LIST["dimensions"].items() for word in words(entry["words"])
}
_NOT_BEFORE: dict[str, str] = _LIST["not_before"]
_UNITS = Words(_DIMENSION)

DESCRIBING = frozenset(words(_LIST["describing"]))
SPANS = frozenset(words(_LIST["spans"]))
PLAIN = frozenset(words(_LIST["plain_classifiers"]))
SPELLED = frozenset(
    word
    for word, name in _DIMENSION.items()
    if name in words(_LIST["spelled_dimensions"]) or word in words(_LIST["spelled_units"])
)
"""Units that are also read after a small Chinese numeral: 十五美元, 三个百分点."""
FIRST = "".join(sorted({word[0] for word in _DIMENSION}))
"""The characters that a unit can begin with."""


def unit_at(text: str, start: int) -> str:
    """Give the longest unit that stands at ``start`` of the text, as printed, or the empty string.

    >>> unit_at("5000余个岗位", 5)
    '个'
    >>> unit_at("三十条件", 2)
    ''
    """
    word = _UNITS.begins(text, start)
    if not word:
        return ""
    follower = text[start + len(word) : start + len(word) + 1]
    return "" if follower and follower in _NOT_BEFORE.get(word, "") else word


def plain_unit(unit: str) -> str:
    """Give the spelling of a unit that is used in the output.

    >>> plain_unit("个百分点")
    '百分点'
    """
    return _SPELLING.get(unit, unit)


def dimension(unit: str) -> str:
    """Give the dimension of a unit (``money``, ``area`` …), or the empty string where it is unknown."""
    return _DIMENSION.get(unit, "")
