"""Read printed numerals, Arabic or Chinese, with 万 and 亿, and tell how finely they were printed."""

from __future__ import annotations

import re
from decimal import Decimal

ARABIC = r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,5}|[0-9０-９]{1,15})(?:[.．][0-9０-９]{1,9})?"
"""Digits with optional thousands marks and decimals; every repeat is bounded."""
CHINESE = r"[〇零一二两三四五六七八九十百千万亿]{1,15}"
NUMERAL = rf"(?:{ARABIC}(?:百|千)?(?:万亿|亿|万)?|{CHINESE})"

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {
    "": 0,
    "百": 2,
    "千": 3,
    "万": 4,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
}
_FULL = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_ARABIC = re.compile(rf"({ARABIC})((?:百|千)?(?:万亿|亿|万)?)\Z")


def read_numeral(text: str) -> tuple[Decimal, Decimal]:
    """Give the value of a printed numeral and its grain.

    The grain is the place of the last non-zero printed digit.

    >>> read_numeral("1.63万")
    (Decimal('16300'), Decimal('100'))
    >>> read_numeral("三百二十")
    (Decimal('320'), Decimal('10'))

    Raises
    ------
    ValueError
        Where the text is not one numeral.
    """
    match = _ARABIC.match(text)
    if match is not None:
        digits = match[1].translate(_FULL).replace(",", "")
        return _scaled(digits, _SCALES.get(match[2], 0))
    value = Decimal(_read_chinese(text))
    return value, _grain(str(value), 0)


def _scaled(digits: str, places: int) -> tuple[Decimal, Decimal]:
    value = Decimal(digits).scaleb(places)
    return (value.quantize(Decimal(1)) if value == value.to_integral_value() else value), _grain(digits, places)


def _grain(digits: str, places: int) -> Decimal:
    whole, _, decimals = digits.partition(".")
    decimals = decimals.rstrip("0")
    if decimals:
        return _power(places - len(decimals))
    significant = whole.rstrip("0")
    return _power(places + (len(whole) - len(significant) if significant else 0))


def _power(places: int) -> Decimal:
    return Decimal(10**places) if places >= 0 else Decimal(1).scaleb(places)


def _read_chinese(text: str) -> int:
    total = section = digit = 0
    if not text or any(c not in _DIGITS and c not in _PLACES and c not in "万亿" for c in text):
        raise ValueError(f"no numeral in {text!r}: write digits or Chinese numerals")
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _PLACES:
            section, digit = section + (digit or 1) * _PLACES[c], 0
        else:
            total = (total + section + digit or 1) * (10_000 if c == "万" else 100_000_000)
            section = digit = 0
    return total + section + digit
