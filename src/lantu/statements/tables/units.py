"""Units as tables print them: in a column of their own, in a header, or in brackets after a name (（万亿元）)."""

from __future__ import annotations

import re

from lantu.model.numerals import SCALE, read_numeral

from ..units import plain_unit, unit_at

_SCALED = re.compile(rf"{SCALE}|百万|千(?!瓦|米|克|伏|卡|焦)")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]{1,10}")
_BRACKETS = re.compile(r"[（(﹙【\[［〔]([^（()）\[\]【】［］〔〕]{1,24})[)）﹚】\]］〕]")
_LEAD = re.compile(r"(?:单位|计量单位)[：:]?")
_TRAILING = re.compile(r"[%％‰]\Z")
_APART = re.compile(r"[，,、；;]")
_SIGNS = str.maketrans("／％", "/%")

Unit = tuple[int, str]
"""Power of ten and plain unit: ``万亿元`` is ``(12, "元")``."""


def read_unit(printed: str, *, known: bool = True) -> Unit | None:
    """Read a unit as printed.

    Parameters
    ----------
    known:
        Only units of the word list (and compounds of one, 张/千人); else any word, as in a column of units.

    >>> read_unit("万亿元"), read_unit("张/千人"), read_unit("上年=100")
    ((12, '元'), (0, '张/千人'), None)
    """
    text = _LEAD.sub("", _SPACE.sub("", printed)).translate(_SIGNS)
    if not text:
        return None
    whole = _plain(text)
    if whole is not None:
        return whole
    first, slash, second = text.partition("/")
    if slash and second and len(second) <= 8:
        head = _plain(first)
        return None if head is None else (head[0], f"{head[1]}/{second}")
    return (0, text) if not known and _WORD.fullmatch(text) else None


def _plain(text: str) -> Unit | None:
    if unit_at(text, 0) == text:
        return 0, plain_unit(text)
    scale = _SCALED.match(text)
    rest = text[scale.end() :] if scale else ""
    if scale is None or not rest or unit_at(rest, 0) != rest:
        return None
    value, _ = read_numeral(f"1{scale[0]}")
    return len(str(value)) - 1, plain_unit(rest)


def unit_in(name: str) -> tuple[Unit | None, str]:
    """Give the unit that a name carries in brackets or at its end, and the name without it.

    >>> unit_in("地区生产总值（万亿元）"), unit_in("人口(常住)"), unit_in("PM2.5浓度（%）〔累计〕")
    (((12, '元'), '地区生产总值'), (None, '人口(常住)'), ((0, '%'), 'PM2.5浓度〔累计〕'))
    """
    for bracket in reversed(list(_BRACKETS.finditer(name))):
        for part in _APART.split(bracket[1]):
            unit = read_unit(part)
            if unit is not None:
                return unit, name[: bracket.start()] + name[bracket.end() :]
    trailing = _TRAILING.search(name)
    return (None, name) if trailing is None else ((0, plain_unit(trailing[0].translate(_SIGNS))), name[:-1])
