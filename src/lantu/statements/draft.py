"""Turn the items of a sentence into drafts of statements: each indicator completed from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .items import Item
from .phrases import strip_openers
from .tail import Tail, read_tail


@dataclass(slots=True)
class Draft:
    """A number with its completed indicator, the rule that completed it, and the words that bound it.

    ``verb`` is the verb that a following item of the list may share, ``topic`` what the indicator is about without it.
    """

    item: Item
    tail: Tail
    indicator: str
    rule: str
    verb: str = ""
    topic: str = ""


_RANK_VERB = re.compile(
    r"(?:(?<![得评积总])分列|(?<![得评积总])分居|位居|稳居|跃居|居于|居|位列|名列|列|排名|排在|排到|位次|升至|升到|上升到|前进到|前进至|前移到|前移至|上升至|下降到|下降至|后移至|攀升到|攀升至|提升到|提升至|提高到|跃至|跃升至|跃升到|进入|跻身|保持在|保持|均为|均|为|是|获得|夺得|荣获|获评|获|评为)"
)
_SAID = re.compile(
    r"(?<=..)(?:增长|发展(?=较|迅|势|步|进|保|加|良|壮|更|取|成|快|平|健)|保持|继续|加快|稳步|取得|进一步|不断|明显|显著|成效|势头|进展|良好|活跃|提高|提升|改善|增强|有了|持续|全面|稳中|迈出|快速|平稳|较快|扎实|有序|加强|深入|顺利|再创|再获|喜获|连获|连续增产|获(?=“|得丰收)|克服|创历史|大幅|逐步|实现|成绩|有力|有效|更加|蓬勃|日益|逐年|连年|有所|企稳|止跌|下降|上升|突破|迈上|跨越|跃上|站上|转型|提质|增效|做大|做强|高质量|率先|首次|创新高)"
)
_UNDER = re.compile(r"[在于][^，、在于]{0,20}(?:情况下|条件下|背景下|形势下|基础上)$")
_AMONG = re.compile(
    r"[，,]?(?:并|且|也|又)?在((?:全国|全省|全市|全区|全球|世界|国内|同类|同等)"
    r"(?![^，。；、]{0,20}(?:考核|评价|测评|考评|评估|评选|评比|督查|检查|运动会|竞赛|排名|评定))[^，。；、]{0,16}(?:中|里|内|之中)?)"
)
"""Among whom something is ranked; a contest or an assessment is itself what it is ranked in."""
_FROM_RANK = re.compile(r"(?:(?<!自)由|从)[^，；]{0,16}第?[0-9一二三四五六七八九十]{1,4}[位名]?$")
_ON_BASE = re.compile(r"的?(?:基础|前提)上$")
_CLAUSE_LIMIT = 40


class Line:
    """The items of one sentence on the way to drafts: their tails and what remains before those.

    Parameters
    ----------
    text, start:
        The passage and where the sentence begins in it.
    items:
        Its numbers with their words.
    carried:
        The last draft before a semicolon, whose indicator an item without own words takes over.
    """

    def __init__(self, text: str, start: int, items: list[Item], carried: Draft | None = None) -> None:
        self.text, self.start, self.items, self.carried = text, start, items, carried
        self.done: list[Draft] = []
        self.tails = [_tail(item) for item in items]
        self.rests = [strip_openers(_UNDER.sub("", tail.rest)) for tail in self.tails]

    def alike(self, item: Item) -> Draft | None:
        """Give the last draft that counts in the unit of this item, or None."""
        return next((draft for draft in reversed(self.done) if draft.item.number.unit == item.number.unit), None)

    def following(self, index: int) -> Item | None:
        """Give the item after this one, or None."""
        return self.items[index + 1] if index + 1 < len(self.items) else None

    def subject_before(self, item: Item) -> str:
        """Give what the clause before is about, without what it says of it (乡镇企业发展较快 → 乡镇企业)."""
        before = self.clause_before(item)
        cut = _SAID.search(before)
        return before if cut is None else before[: cut.start()]

    def clause_before(self, item: Item) -> str:
        """Give the cleaned clause before the one that the item stands in, or the empty string."""
        end = item.clause_start - 1
        if end <= self.start:
            return ""
        begin = self._clause_of(end)
        if _ON_BASE.search(self.text, begin, end) and begin - 1 > self.start:
            # …,在上年增长8%的基础上,又增长9%: the clause before that one, or what stands before 在.
            own = self.text.find("在", begin + 2, end)
            if own > 0:
                return strip_openers(self.text[begin:own])
            end = begin - 1
            begin = self._clause_of(end)
        return strip_openers(self.text[max(begin, end - _CLAUSE_LIMIT) : end])

    def _clause_of(self, end: int) -> int:
        comma = max(self.text.rfind(sign, self.start, end) for sign in "，,：；")
        return max(comma + 1, self.start)


def _tail(item: Item) -> Tail:
    if not item.number.rank:
        return read_tail(item.left, item.number.printed, closed=item.closed)
    left = item.left.rstrip("第 ")
    verbs = list(_RANK_VERB.finditer(left[-24:]))
    if not verbs:
        return read_tail(left, item.number.printed, closed=True)
    cut = len(left) - len(left[-24:]) + verbs[-1].start()
    tail = read_tail(left[:cut], item.number.printed, closed=True)
    tail.scope = left[cut + len(verbs[-1][0]) :].strip("第 ，")
    tail.rest = _FROM_RANK.sub("", tail.rest)
    among = _AMONG.fullmatch(tail.rest)
    if among is not None:
        # …,在全国沿海城市中居第7位: among whom, not what.
        tail.rest, tail.scope = "", among[1] + tail.scope
    return tail
