"""The numbers that Word writes before paragraphs by itself: 一、 （一） 1. (a)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CN = "〇一二三四五六七八九"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def chinese(number: int) -> str:
    """Write a number up to 99 as headings do: 一, 十二, 二十."""
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else f"{_CN[min(tens, 9)]}十"
    return ten + (_CN[ones] if ones else "")


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        while number >= value and len(out) < 12:
            out, number = out + sign, number - value
    return out


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


_WRITTEN: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "chineseLegalSimplified": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": chinese,
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalEnclosedCircle": lambda number: chr(0x2460 + number - 1) if number <= 20 else f"({number})",
    "decimalEnclosedCircleChinese": lambda number: chr(0x2460 + number - 1) if number <= 20 else f"({number})",
    "decimalZero": lambda number: f"{number:02d}",
}
BULLET = "-"


@dataclass(slots=True)
class Level:
    """One level of a list: how its number is written, and where it starts."""

    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    counted: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Any) -> Numbering:
        """Read ``numbering.xml``."""
        if root is None:
            return cls()
        kinds = {one.get(f"{W}abstractNumId"): _levels(one) for one in root.iter(f"{W}abstractNum")}
        lists: dict[str, dict[int, Level]] = {}
        for one in root.iter(f"{W}num"):
            kind = one.find(f"{W}abstractNumId")
            lists[one.get(f"{W}numId") or ""] = kinds.get(value_of(kind), {})
        return cls(lists)

    def next(self, number: str, depth: int) -> str:
        """Count on and give what stands before the paragraph; `BULLET` for a list without numbers."""
        levels = self.lists.get(number)
        if not levels or depth not in levels:
            return ""
        counted = self.counted.setdefault(number, {})
        counted[depth] = counted.get(depth, levels[depth].start - 1) + 1
        for deeper in [one for one in counted if one > depth]:
            del counted[deeper]
        level = levels[depth]
        if level.form == "bullet":
            return BULLET
        if level.form == "none":
            return ""

        def written(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            one = levels.get(at, Level())
            return _WRITTEN.get(one.form, str)(max(1, counted.get(at, one.start)))

        return _PLACE.sub(written, level.text)


def _levels(kind: Any) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for one in kind.iter(f"{W}lvl"):
        depth, start = one.get(f"{W}ilvl") or "", value_of(one.find(f"{W}start"))
        if depth.isdigit() and len(depth) == 1:
            form, text = value_of(one.find(f"{W}numFmt")) or "decimal", value_of(one.find(f"{W}lvlText"))
            found[int(depth)] = Level(form, text[:20], int(start) if start.isdigit() and len(start) < 5 else 1)
    return found


def value_of(element: Any) -> str:
    """Give the attribute ``w:val`` of an element, empty where there is none."""
    return "" if element is None else (element.get(f"{W}val") or "")
