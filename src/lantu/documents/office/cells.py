"""What a cell of a spreadsheet shows: text, number, share or day, as its format prints it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from lantu.model import plain

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DAY_ZERO = datetime(1899, 12, 30)
_QUOTED = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]")
_DATE = re.compile("[ymd]", re.IGNORECASE)
_BUILT_IN = {
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)), "yyyy-m-d"),
}
_BUILT_IN |= {17: "mmm-yy", 27: "yyyy-m", 57: "yyyy-m"}
_LATEST = 2_958_465


class Formats:
    """The number formats of a workbook by a cell's style."""

    def __init__(self, styles: Any, *, since_1904: bool = False) -> None:
        own = {}
        for one in () if styles is None else styles.iter(f"{S}numFmt"):
            own[one.get("numFmtId")] = one.get("formatCode") or ""
        listed = None if styles is None else styles.find(f"{S}cellXfs")
        numbers = [] if listed is None else [one.get("numFmtId") or "0" for one in listed]
        self._codes = [own.get(one) or _BUILT_IN.get(int(one) if one.isdigit() else 0, "") for one in numbers]
        self._shift = 1462 if since_1904 else 0

    def shown(self, printed: str, style: str | None) -> str:
        """Give a number as its cell shows it; what is no number stays as it is.

        A day is written 2025年12月31日, a month 2025年12月; a share with its sign.
        """
        at = int(style) if style is not None and style.isdigit() else 0
        code = _QUOTED.sub("", self._codes[at]) if at < len(self._codes) else ""
        try:
            number = Decimal(printed)
        except InvalidOperation:
            return printed
        if not number.is_finite() or abs(number) >= 10**18:
            return printed
        if "%" in code:
            return f"{_rounded(number * 100)}%"
        if _DATE.search(code) and 0 < number <= _LATEST:
            return self._day(number, code)
        return _rounded(number)

    def _day(self, number: Decimal, code: str) -> str:
        try:
            day = _DAY_ZERO + timedelta(days=int(number) + self._shift)
        except OverflowError:
            return plain(number)
        return f"{day.year}年{day.month}月" + (f"{day.day}日" if "d" in code.lower() else "")


def _rounded(number: Decimal) -> str:
    """Write twelve digits at most: what lies beyond is the noise of binary fractions."""
    if number == number.to_integral_value():
        return plain(Decimal(int(number)))
    short = Decimal(f"{number:.12g}")
    return plain(short.normalize())
