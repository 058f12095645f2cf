"""Offices as lists print them: 市教育局、市财政局；各区（市、县）政府, with or without who leads."""

from __future__ import annotations

import re
from itertools import pairwise

_APART = re.compile(r"[、，,；;。\s]+")
_OPEN, _CLOSE = "（(〔[", "）)〕]"
_LABEL = re.compile(r"(牵头|主办|主责|责任|负责|配合|协办|协同|参与|协助)(?:单位|部门|处室|科室)?[：:]")
_LEADING = re.compile(r"[（(](?:牵头|主办|主责)(?:单位|部门)?[）)]")
_REMARK = re.compile(r"[（(][^（()）]{0,12}(?:牵头|配合|排名|按职责|以下)[^（()）]{0,20}[）)]")
_LEADS = re.compile(r"([^：:]{2,100}?)(?<![（(])牵头(?:[，,；;、]([^：:]{2,150}?)(?:配合|参与|协同|协助)?)?")
"""市教育局牵头，市财政局、市人社局配合"""
_FIRST_LEADS = re.compile(r"第一[位个]?的?为|首位为|列首位")
_SUPPORTING = frozenset({"配合", "协办", "协同", "参与", "协助"})
_EMPTY = re.compile(r"[-—/\\无－]*")
LONGEST = 40
"""Characters of the longest name of an office."""


def read_offices(printed: str, *, leading: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give who leads and who supports.

    Parameters
    ----------
    printed:
        A cell, with its inner white space.
    leading:
        What the cell's column says of those that no label of their own parts.

    >>> read_offices("市教育局（牵头），市财政局", leading=True)
    (('市教育局',), ('市财政局',))
    """
    labels = list(_LABEL.finditer(printed))
    if labels:
        lead: list[str] = []
        support: list[str] = []
        ends = [*(label.start() for label in labels[1:]), len(printed)]
        for label, end in zip(labels, ends, strict=True):
            (support if label[1] in _SUPPORTING else lead).extend(_names(printed[label.end() : end]))
        return tuple(lead), tuple(support)
    plain = _LEADS.fullmatch(printed)
    if plain is not None:
        return tuple(_names(plain[1])), tuple(_names(plain[2] or ""))
    marked = [_LEADING.search(part) is not None for part in _parts(printed)]
    names = [(name, mark) for part, mark in zip(_parts(printed), marked, strict=True) for name in _names(part)]
    if any(marked):
        return tuple(name for name, mark in names if mark), tuple(name for name, mark in names if not mark)
    found = tuple(name for name, _ in names)
    if _FIRST_LEADS.search(printed):
        return found[:1], found[1:]
    return (found, ()) if leading else ((), found)


def _names(printed: str) -> list[str]:
    found = [_REMARK.sub("", part).strip("：:等 ") for part in _parts(printed)]
    return [name for name in found if name and len(name) <= LONGEST and not _EMPTY.fullmatch(name)]


def _parts(printed: str) -> list[str]:
    """Split at marks and white space, but not inside brackets."""
    cuts = [-1]
    depth = 0
    for at, sign in enumerate(printed):
        depth += (sign in _OPEN) - (sign in _CLOSE)
        if depth <= 0 and _APART.match(sign):
            cuts.append(at)
    cuts.append(len(printed))
    return [printed[a + 1 : b] for a, b in pairwise(cuts) if printed[a + 1 : b].strip()]
