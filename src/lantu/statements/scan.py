"""Find the numbers with units of a passage: Arabic digits, Chinese numerals, ranks, fractions and multiples.

Every pattern is anchored on a digit or a numeral's character and every repeat is bounded, so that the cost grows with
the length of the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.model import Quantity
from lantu.model.numerals import ARABIC, LOWER, OF_UNIT, SCALE, read_numeral

from .units import DESCRIBING, FIRST, PLAIN, SPELLED, plain_unit, unit_at

_D = "0-9０-９"
_N = "〇○零一二两三四五六七八九十百千万亿"
_DIGITS = re.compile(rf"[{_D}]{{1,400}}")
_LONGEST = 15
"""More digits than this in a row are no number but a code."""
_ARABIC = re.compile(
    rf"(?P<digits>{ARABIC})(?![{_D}])(?P<more>[多余几来]?)(?P<scale>{SCALE}?)"
    rf"(?P<second>{LOWER})(?P<more2>[多余几来]?)"
)
_PART = rf"(?:[{_N}]{{1,9}}(?:点[{_N}]{{1,6}})?|{ARABIC})"
_TENTHS_END = r"(?=以上|左右|多|的|[，,。；、！）)]|$|[一-龥]{2,12}(?:实现|达到|已|用上|完成|恢复))"
_CHINESE = re.compile(
    rf"(?P<of>[百千万])分之(?P<parts>{_PART})"
    rf"|(?P<below>[二三四五六七八九十])分之(?P<above>[一二两三四五六七八九])"
    rf"|(?P<tenths>[一二两三四五六七八九](?:点[一二三四五六七八九])?|十|(?<![{_D}.．])[{_D}]{{1,2}}(?:[.．][{_D}])?)成(?P<half>半?)"
    rf"{_TENTHS_END}"
    rf"|第(?P<ordinal>[一二三四五六七八九十百千万零]{{1,9}})(?P<place>[位名]?)"
    rf"|(?P<first>首位|榜首)"
    rf"|(?<=[占的、和达国省市区县球])(?P<over>[1-9])/(?P<under>[2-9])(?![0-9])"
    rf"|翻(?P<fold>[一两二三]?)番|(?<=实现)(?P<double>倍增)(?=[，。；、]|$)"
    rf"|(?<![{_D}{_N}.．第余多])(?P<plain>(?:(?!{OF_UNIT})[{_N}]){{1,31}}(?:点[{_N}]{{1,6}})?)(?P<more>[多余几]?)(?P<scale>[万亿]?)"
    rf"(?:[至到—－-](?P<upto>(?:(?!{OF_UNIT})[{_N}]){{2,31}}))?(?=[{re.escape(FIRST)}])"
)
_POINTS = frozenset({".", "．"})
_NUMERAL_SIGN = re.compile(rf"[第首榜翻倍{_N}]")
_DIGIT_SIGN = re.compile(rf"[第首榜翻倍{_N}]|[1-9](?=/)|(?<![{_D}.．])[{_D}](?=[{_D}.．]{{0,3}}成)")
"""The same with the digits that begin a fraction (1/3) or tenths (9.5成), which few passages hold."""
_RANGE = re.compile(rf"[—–－\-~～∼―]{{1,2}}(?P<digits>{ARABIC})(?![{_D}])(?P<scale>{SCALE}?)")
_RANGE_WORD = re.compile(rf"[至到](?P<digits>{ARABIC})(?![{_D}])(?P<scale>{SCALE}?)")
_RANGE_SHORT = re.compile(r"[至到](?P<digits>[0-9]{1,3}(?:[.][0-9]{1,3})?)(?![0-9.])(?P<scale>[百千]?[万亿]?)")
_POINTS_LATER = re.compile(rf"[、和与及](?:{ARABIC})个百分点")
_PERCENT_RANGE = re.compile(rf"(?:[至到—－-]|——)(?:百分之)?(?P<upper>{_PART})")
_HALF = re.compile(r"半(?=$|[，。；、！）)的多]|左右|以上|以内|以下)")
_PARTS = {"百": ("%", 0), "千": ("‰", 0), "万": ("‰", -1)}
"""The unit of 百分之, 千分之 and 万分之, and the power of ten that brings it there."""
_UNIT_LATER = re.compile(rf"(?:[、和与及](?:{ARABIC}){SCALE}?){{0,4}}[、和与及](?:{ARABIC})(?P<scale>{SCALE}?)")
_FOLD = {"": 2, "一": 2, "两": 4, "二": 4, "三": 8}


@dataclass(slots=True)
class Found:
    """A number as it stands in a passage.

    Parameters
    ----------
    start, end:
        Of number, inner hedge and unit in the passage's text.
    printed:
        The unit as printed; `unit` is its plain spelling. Empty where no unit follows.
    more:
        Whether 余, 多 or 几 stands inside (``5000余个``).
    rank:
        Whether it is a rank (``第3位``).
    chinese:
        Whether it is written in Chinese numerals without scale (``两座``), which need more evidence.
    """

    start: int
    end: int
    value: Decimal
    grain: Decimal
    printed: str
    upper: Decimal | None = None
    more: bool = False
    rank: bool = False
    chinese: bool = False

    @property
    def unit(self) -> str:
        """The unit's plain spelling."""
        return plain_unit(self.printed)

    def quantity(self) -> Quantity:
        """Give the value with its unit."""
        upper = self.upper if self.upper is not None and self.upper >= self.value else None
        return Quantity(self.value, self.unit, self.grain, upper)


_SLIP = re.compile(
    r"(?<![a-z0-9０-９.lIO])(?=[lIO.]{0,3}[0-9])[0-9.]{0,4}[lIO][0-9lIO.]{0,4}(?=[%％万亿]|个百分点|元|公里|平方米)"
)
_SLIPPED = str.maketrans("lIO", "110")


def mend_digits(text: str) -> str:
    """Write digits where a scan shows letters that look like them (l0% for 10%); offsets stay as they are.

    >>> mend_digits("增长l0%，GDP3O亿元")
    '增长10%，GDP30亿元'
    """
    if "l" not in text and "I" not in text and "O" not in text:
        return text
    return _SLIP.sub(lambda slip: slip[0].translate(_SLIPPED), text)


def numbers(text: str) -> list[Found]:
    """Give the numbers of a passage in order of their place; those without a unit have an empty ``printed``."""
    spelled = list(_chinese(text))
    if not spelled:
        return list(_arabic(text))
    taken = {number.start for number in spelled}
    found = [*(number for number in _arabic(text) if number.start not in taken), *spelled]
    found.sort(key=lambda number: number.start)
    return [number for index, number in enumerate(found) if index == 0 or number.start >= found[index - 1].end]


def _arabic(text: str) -> Iterator[Found]:
    skip = run_end = -1
    for run in _DIGITS.finditer(text):
        start, end = run.span()
        code = end - start > _LONGEST or start == run_end
        run_end = end
        if start < skip or code or (text[start - 1 : start] in _POINTS and text[start - 2 : start - 1].isdigit()):
            continue
        match = _ARABIC.match(text, start)
        if match is None:
            continue
        number = _measured(text, match, start, match.end())
        skip = number.end
        yield number


def _measured(text: str, match: re.Match[str], start: int, end: int) -> Found:
    try:
        value, grain = read_numeral(match["digits"] + match["scale"] + match["second"])
    except ValueError:
        # 3千5万: the second part is larger, so it is a number of its own.
        end = match.end("scale")
        value, grain = read_numeral(match["digits"] + match["scale"])
    if text[end : end + 1] == " ":
        end += 1
    unit = unit_at(text, end)
    if start > 0 and text[start - 1] == "第":
        rank = unit in ("位", "名", "")
        return Found(start - 1, end + len(unit), value, grain, (unit or "位") if rank else "", rank=rank)
    more = bool(match["more"] or match["more2"])
    number = Found(start, end + len(unit) if unit else end, value, grain, unit, more=more)
    return _with_range(text, number, match)


def _with_range(text: str, number: Found, match: re.Match[str]) -> Found:
    other = _RANGE.match(text, number.end)
    if other is None and number.printed:
        other = _RANGE_WORD.match(text, number.end)
    elif other is None and not match["scale"]:
        other = _RANGE_SHORT.match(text, number.end)
    if other is None:
        return _with_shared_unit(text, number, match) if number.printed in ("", "个") else number
    unit = unit_at(text, other.end())
    if not unit or (number.printed and plain_unit(unit) != number.unit):
        return number
    value, grain = read_numeral(other["digits"] + other["scale"])
    low = number.value
    if other["scale"] and not match["scale"] and not number.printed and low < read_numeral(other["digits"])[0]:
        low, _ = read_numeral(match["digits"] + other["scale"])
    if value < low:
        return number
    return Found(number.start, other.end() + len(unit), low, min(grain, number.grain), unit, upper=value)


def _with_shared_unit(text: str, number: Found, match: re.Match[str]) -> Found:
    """Give a number of a list the unit that stands after the last one: 提高1.2、3.4个百分点."""
    if number.printed:
        points = _POINTS_LATER.match(text, number.end)
        return number if points is None else Found(number.start, number.end, number.value, number.grain, "个百分点")
    last = _UNIT_LATER.match(text, number.end)
    if last is None or (match["scale"] and not last["scale"]):
        return number
    unit = unit_at(text, last.end())
    if not unit or unit in DESCRIBING:
        return number
    value, grain = read_numeral(match["digits"] + (match["scale"] or last["scale"]))
    return Found(number.start, number.end, value, grain, unit, more=number.more)


def _chinese(text: str) -> Iterator[Found]:
    end = 0
    signs = _DIGIT_SIGN if "/" in text or "成" in text else _NUMERAL_SIGN
    for sign in signs.finditer(text):
        start = sign.start()
        match = _CHINESE.match(text, start) if start >= end else None
        if match is None:
            continue
        end = match.end()
        number = _spelled(text, match)
        if number is not None:
            yield number


def _spelled(text: str, match: re.Match[str]) -> Found | None:  # noqa: PLR0911 - one return for each way to write a number
    start, end = match.span()
    one = Decimal(1)
    if match["plain"] is not None:
        return _plain(text, match, start, end)
    if match["of"] is not None:
        return _parts_of(text, match, start, end)
    if match["below"] is not None:
        return _fraction(start, end, read_numeral(match["above"])[0], read_numeral(match["below"])[0])
    if match["over"] is not None:
        return _fraction(start, end, Decimal(match["over"]), Decimal(match["under"]))
    if match["tenths"] is not None:
        value, grain = read_numeral(match["tenths"])
        return Found(
            start, end, value * 10 + (5 if match["half"] else 0), Decimal(5) if match["half"] else grain * 10, "%"
        )
    if match["ordinal"] is not None:
        value, _ = read_numeral(match["ordinal"])
        return Found(start, end, value, one, match["place"] or "位", rank=True)
    if match["first"] is not None:
        return Found(start, end, one, one, "位", rank=True)
    return Found(start, end, Decimal(_FOLD[match["fold"] or ""]), one, "倍")


def _parts_of(text: str, match: re.Match[str], start: int, end: int) -> Found:
    value, grain = read_numeral(match["parts"])
    unit, places = _PARTS[match["of"]]
    other = _PERCENT_RANGE.match(text, end) if unit == "%" else None
    if other is not None:
        upper, _ = read_numeral(other["upper"])
        if upper > value:
            return Found(start, other.end(), value, grain, "%", upper=upper)
    return Found(start, end, value.scaleb(places), grain.scaleb(places), unit)


def _fraction(start: int, end: int, above: Decimal, below: Decimal) -> Found | None:
    share = (above * 100 / below).quantize(Decimal("0.001"))
    return Found(start, end, share, Decimal(1), "%") if above < below else None


def _plain(text: str, match: re.Match[str], start: int, end: int) -> Found | None:
    printed = match["plain"] + match["scale"]
    unit = unit_at(text, end)
    if not unit:
        return None
    try:
        value, grain = read_numeral(printed)
    except ValueError:
        return None
    large = len(printed) > 1 and any(c in "百千万亿点" for c in printed) and printed[0] not in "百千万亿"
    if not large and unit not in PLAIN and (unit not in SPELLED or printed[0] in "百千万亿"):
        return None  # 百万吨乙烯, 千亩茶园: a size that names the thing
    end += len(unit)
    upper = None if match["upto"] is None else _upper(match["upto"], value)
    if match["upto"] is not None and upper is None:
        return None
    half = _HALF.match(text, end) if unit in SPELLED else None
    if half is not None:
        value, grain, end = value + Decimal("0.5"), Decimal("0.5"), end + 1
    return Found(start, end, value, grain, unit, upper=upper, more=bool(match["more"]), chinese=not large)


def _upper(printed: str, low: Decimal) -> Decimal | None:
    """Give the upper end of a range in Chinese numerals, or None where it lies below the lower."""
    try:
        value, _ = read_numeral(printed)
    except ValueError:
        return None
    return value if value > low else None
