"""A cell that holds a value: the number, its bounds, and whether brackets make it a sum over years (〔5000〕)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from lantu.model import Comparator, Quantity
from lantu.model.numerals import ARABIC, SCALE, read_numeral

from .units import Unit, read_unit

_SIGNS = {
    Comparator.AT_LEAST: "≥ ≧ ⩾ >= ＞= ≥= 大于等于 不低于 不少于 不小于 至少 以上 及以上",
    Comparator.MORE_THAN: "> ＞ ﹥ 大于 高于 超过 多于 突破",
    Comparator.AT_MOST: "≤ ≦ ⩽ <= ＜= 小于等于 不超过 不高于 不大于 不多于 控制在 以内 以下 及以下 内",
    Comparator.LESS_THAN: "< ＜ ﹤ 小于 低于 少于",
    Comparator.ABOUT: "≈ ~ ～ 约 大约 左右",
}
_BOUND = {sign: bound for bound, signs in _SIGNS.items() for sign in signs.split()}
_ANY_BOUND = "|".join(re.escape(sign) for sign in sorted(_BOUND, key=len, reverse=True))
_OPEN, _CLOSE = "[［〔【﹝(（", "]］〕】﹞)）"
_VALUE = re.compile(
    rf"(?:(?:力争|确保|预计|预期|目标|达到|达|为|增至|保持在|稳定在|年均|增长|增加|提高|(?P<down>下降|降低|减少|降至)|(?P<total>累计|五年累计)|↑|(?P<arrow>↓)"
    rf"|(?P<bound>{_ANY_BOUND})|(?P<open>[{re.escape(_OPEN)}])|\s))*"
    rf"(?P<minus>[-－−—–﹣])?(?P<digits>{ARABIC})(?P<scale>{SCALE}?)"
    rf"(?:\s?[-—–－~～至到]{{1,2}}\s?(?P<upper>{ARABIC})(?P<upscale>{SCALE}?))?"
    rf"\s?(?P<unit>[^\s\d{re.escape(_OPEN + _CLOSE)}]{{0,12}}?)"
    rf"(?P<close>[{re.escape(_CLOSE)}])?(?P<after>{_ANY_BOUND})?(?P<later>[{re.escape(_CLOSE)}])?"
    rf"(?P<note>(?:[（(\[〔【][^（()）\[\]]{{0,30}}[)）\]〕】])|累计|[①-⑳*＊]{{1,3}})?\Z"
)
_NOTED_TOTAL = re.compile("累计")
_DIGIT = re.compile(r"[0-9０-９]")


@dataclass(frozen=True, slots=True)
class Value:
    """A value as a cell prints it.

    Parameters
    ----------
    start, end:
        Of number, unit and inner hedge in the cell's text.
    number, grain, upper:
        In the unit that `unit` names, unscaled; where `unit` is None the column's or row's unit still scales them.
    bracket:
        The bracket that opens before the number, or empty.
    total:
        Whether words say that it is a sum over years.
    """

    start: int
    end: int
    number: Decimal
    grain: Decimal
    upper: Decimal | None
    bound: Comparator
    unit: Unit | None
    bracket: str = ""
    total: bool = False
    down: bool = False

    def quantity(self, unit: Unit) -> Quantity:
        """Give the quantity in its own unit, or else in ``unit``."""
        places, name = self.unit or unit
        upper = None if self.upper is None else _scaled(self.upper, places)
        return Quantity(_scaled(self.number, places), name, _scaled(self.grain, places), upper)


def _scaled(number: Decimal, places: int) -> Decimal:
    value = number.scaleb(places)
    return Decimal(int(value)) if value == value.to_integral_value() else value


def read_value(text: str) -> Value | None:
    """Read a cell as one value, or give None where it is anything else.

    >>> read_value("＞〔56.5〕").bound, read_value("[20]左右").bracket, read_value("基本稳定")
    (<Comparator.MORE_THAN: 'more_than'>, '[', None)
    """
    match = _VALUE.match(text) if len(text) <= 60 else None
    if match is None:
        return None
    unit = read_unit(match["unit"]) if match["unit"] else None
    if match["unit"] and unit is None:
        return None
    number, grain = read_numeral(match["digits"] + match["scale"])
    if match["minus"]:
        number = -number
    upper = None
    if match["upper"]:
        upper, fine = read_numeral(match["upper"] + match["upscale"])
        grain = min(grain, fine)
        if upper < number:
            return None
    sign = match["bound"] or match["after"]
    end = match.end("unit") if not match["after"] or match["close"] else match.end("after")
    return Value(
        start=match.start("digits"),
        end=end,
        number=number,
        grain=grain,
        upper=upper,
        bound=_BOUND[sign] if sign else Comparator.EXACTLY,
        unit=unit,
        bracket=match["open"] or "" if match["close"] or match["later"] else "",
        total=bool(match["total"]) or _NOTED_TOTAL.search(match["note"] or "") is not None,
        down=bool(match["down"] or match["arrow"]),
    )


def holds_digit(text: str) -> bool:
    """Tell whether a digit stands in the cell."""
    return _DIGIT.search(text) is not None
