"""Names in tables without what lists put before and after them: numbers, 其中, marks of notes."""

from __future__ import annotations

import re

_NUMBERING = re.compile(
    r"\A(?:[0-9]{1,3}[.．、）)]?(?=[^0-9.．%])|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|[#＃*＊•●◆—–\-]{1,3}|[①-⑳])+\s*"
)
_AMONG = re.compile(r"\A(?:其中|其 中)[：:，]?")
_NOTE_MARK = re.compile(
    r"[①-⑳*＊]+$|[\[［〔(（](?:注)?[0-9]{1,2}[)）\]］〕]$|[\[［〔【(（]\s*(?:累计|年均|当年价)?\s*[\]］〕】)）]"
)


def bare_name(name: str) -> str:
    """Give the name alone.

    >>> bare_name("3.其中：绿色建筑面积①")
    '绿色建筑面积'
    """
    name = _AMONG.sub("", _NUMBERING.sub("", name.strip()))
    return _NOTE_MARK.sub("", _NUMBERING.sub("", name)).strip(" 　：:")
