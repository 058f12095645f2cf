"""Read printed numerals, Arabic or Chinese, with 万 and 亿, and tell how finely they were printed."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

ARABIC = r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,5}(?![0-9０-９])|[0-9０-９]{1,15})(?:[.．][0-9０-９]{1,9})?"
"""Digits with optional thousands marks and decimals; every repeat is bounded."""
OF_UNIT = "千[瓦伏米克卡焦]"
"""Where 千 belongs to the unit (千瓦, 千克) and not to the numeral."""
SCALE = rf"(?:[百千]?(?:万亿|亿|万万|万)|百(?!分)|(?!{OF_UNIT})千)"
"""What multiplies the digits before it."""
LOWER = (
    rf"(?:零?[0-9０-９]{{1,4}}(?:[百千]?万|(?!{OF_UNIT})千|百(?!分))){{0,3}}"
    r"(?:(?<=万)[0-9０-９]{4}(?![0-9０-９.．万亿千百]))?"
)
"""What follows a scale in one numeral, each part smaller than the one before: 13亿2000万, 5万4千6百, 3万4000."""
CHINESE = r"[〇○零一二两三四五六七八九十百千万亿]{1,31}(?:点[〇零一二三四五六七八九]{1,6})?"
NUMERAL = rf"(?:{ARABIC}{SCALE}?{LOWER}|{CHINESE})"

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {
    "": 0,
    "百": 2,
    "千": 3,
    "万": 4,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "万万": 8,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
    "百万亿": 14,
    "千万亿": 15,
}
_FULL = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_ARABIC = re.compile(rf"({ARABIC})({SCALE}?)({LOWER})\Z")
_PART = re.compile(r"零?([0-9０-９]{1,4})([百千]?万|千|百|)")


@lru_cache(maxsize=8192)
def read_numeral(text: str) -> tuple[Decimal, Decimal]:
    """Give the value of a printed numeral and its grain.

    The grain is the place of the last non-zero printed digit.

    >>> read_numeral("1.63万")
    (Decimal('16300'), Decimal('100'))
    >>> read_numeral("三百二十")
    (Decimal('320'), Decimal('10'))
    >>> read_numeral("八点五")
    (Decimal('8.5'), Decimal('0.1'))
    >>> read_numeral("13亿2000万")
    (Decimal('1320000000'), Decimal('10000000'))
    >>> read_numeral("5万4千6百"), read_numeral("3万4000")
    ((Decimal('54600'), Decimal('100')), (Decimal('34000'), Decimal('1000')))

    Raises
    ------
    ValueError
        Where the text is not one numeral.
    """
    match = _ARABIC.match(text)
    if match is None:
        return _read_chinese(text)
    places = _SCALES[match[2]]
    value, grain = _scaled(match[1].translate(_FULL).replace(",", ""), places)
    for part in _PART.finditer(match[3]):
        if _SCALES[part[2]] >= places:
            raise ValueError(f"no numeral in {text!r}: {part[0]} is not smaller than what stands before it")
        places = _SCALES[part[2]]
        more, grain = _scaled(part[1].translate(_FULL), places)
        value += more
    return value, grain


def _scaled(digits: str, places: int) -> tuple[Decimal, Decimal]:
    value = Decimal(digits).scaleb(places)
    return (Decimal(int(value)) if value == value.to_integral_value() else value), _grain(digits, places)


def _grain(digits: str, places: int) -> Decimal:
    whole, _, decimals = digits.partition(".")
    decimals = decimals.rstrip("0")
    if decimals:
        return _power(places - len(decimals))
    significant = whole.rstrip("0")
    return _power(places + (len(whole) - len(significant) if significant else 0))


def _power(places: int) -> Decimal:
    return Decimal(10**places) if places >= 0 else Decimal(1).scaleb(places)


def _read_chinese(text: str) -> tuple[Decimal, Decimal]:
    whole, _, decimals = text.partition("点")
    value = _read_whole(whole, text)
    if not decimals:
        return Decimal(value), _grain(str(value), 0)
    if any(c not in _DIGITS for c in decimals):
        raise ValueError(f"no numeral in {text!r}: write digits or Chinese numerals")
    printed = f"{value}.{''.join(str(_DIGITS[c]) for c in decimals)}"
    return Decimal(printed), _grain(printed, 0)


def _read_whole(text: str, printed: str) -> int:
    if not text or any(c not in _DIGITS and c not in _PLACES and c not in "万亿" for c in text):
        raise ValueError(f"no numeral in {printed!r}: write digits or Chinese numerals")
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _PLACES:
            section, digit = section + (digit or 1) * _PLACES[c], 0
        elif c == "万":
            # 亿 and 万 each close what stands before them: 三亿二千万 is 3 亿 and 2000 万; 四万万 is 4 亿.
            closed = total > 0 and not section + digit and total < 100_000_000
            total, section, digit = total * 10_000 if closed else total + (section + digit or 1) * 10_000, 0, 0
        else:
            total, section, digit = (total + section + digit or 1) * 100_000_000, 0, 0
    return total + section + digit
