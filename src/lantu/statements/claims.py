"""The source's own verdicts: 超额完成年度目标任务, 提前一年实现, 圆满完成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .phrases import strip_openers

_CLAIM = re.compile(
    r"(?<!未能)(?<!没有)(?<!尚未)(?<!未)(?<!不能)(?P<more>超额|超)?(?P<early>提前[^，。；]{0,6}?)?(?P<well>圆满|全面|如期|顺利|较好|胜利|全部|均)?(?:超额)?(?:完成|实现)(?:了|好)?"
    r"(?P<what>[^，。；0-9]{0,24}?)(?:目标任务|目标|任务|计划|指标)(?!人|群|体|书|中)"
    r"|(?P<task>(?<=[，。；、])[^，。；、0-9]{2,24}?)(?:目标)?任务(?:已|均|都)?(?:(?P<most>超额)|全面|全部|圆满|如期|顺利|(?P<soon>提前))完成"
    r"|(?P<over>超过|高于|超出|优于|好于)(?:了)?(?P<of>[^，。；0-9]{0,12}?)(?:预期目标|预期|年度目标|目标任务|计划目标|目标)"
)
_URGED = re.compile(r"(?:齐心协力|全力以赴|同心协力|努力|奋力|全力|坚决|确保|力争|争取|推动|要)$")
"""Before a claim: that it is urged, not told (齐心协力完成全年目标任务)."""
_MANNER = re.compile(r"(?:较好地?|全面|圆满|基本|胜利|顺利|如期|均|都|已|分别)+$")
_GENERAL = re.compile(
    r"^(?:了|好|全年|年度|年初|预定|既定|各项|确定的?|的|省|市|下达的?|省下达的?|上级|主要|各项|本届政府|工作|[^，。]{0,16}(?:会议|大会|代表大会|党代会|人大)(?:[一二三四五六]次会议)?确定的|奋斗|国民经济和社会发展|经济社会发展|经济社会|发展|“?十[一二三四五]五”?(?:规划|计划)?)*$"
)


@dataclass(frozen=True, slots=True)
class SelfPraise:
    """Where a source judges itself, what it says (exceeded, met, ahead), and of what; empty where it does not say."""

    start: int
    end: int
    says: str
    about: str


def claims(text: str, start: int, end: int) -> Iterator[SelfPraise]:
    """Give the source's own verdicts in the sentence ``text[start:end]``."""
    if text.find("目标", start, end) < 0 and text.find("任务", start, end) < 0 and text.find("计划", start, end) < 0:
        return
    for match in _CLAIM.finditer(text, start, end):
        if _URGED.search(text[max(start, match.start() - 8) : match.start()]):
            continue
        if match["over"] is not None or match["more"] is not None or match["most"] is not None or "超额" in match[0]:
            says = "exceeded"
        elif match["early"] or match["soon"]:
            says = "ahead"
        else:
            says = "met"
        yield SelfPraise(match.start(), match.end(), says, _about(text, start, match))


def _about(text: str, start: int, match: re.Match[str]) -> str:
    if match["task"]:
        return strip_openers(match["task"])
    comma = max(text.rfind(sign, start, match.start()) for sign in "，,；：、")
    before = strip_openers(text[max(comma + 1, start) : match.start()])
    named = match["what"] or match["of"] or ""
    before = _MANNER.sub("", before)
    return before if len(before) > 1 else ("" if _GENERAL.match(named) else strip_openers(named))
