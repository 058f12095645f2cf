"""Decide what a completed number is: bounded how, on what basis, how far along, how firmly promised."""

from __future__ import annotations

import re

from lantu.model import Accumulation, Basis, Comparator, Direction, Status, Strength

from .draft import Draft
from .lexicon import alternation, word_list
from .phrases import VERBS
from .spot import AFTER
from .times import Time
from .units import dimension

_AFTER = {word: Comparator(bound) for word, bound in AFTER.items()}
_STARTED = re.compile(alternation(word_list("words")["verbs"]["started"]))
_FINISHED = re.compile(r"竣工|建成|完工|投产|投用|投入使用|完成|通车|交付|验收|达产|办结")
_GROWTH = re.compile(r"(?:增长|增速|增幅|涨幅|(?<!自然)增长率|(?P<down>降幅|减幅|下降))$")
_SOFT = re.compile(r"力争|争取|努力|原则上|力求|有望|可望")
_HARD = re.compile(r"确保|保证|务必|必须|坚决")
_BINDING = re.compile(r"[（(〔\[](约束性|预期性)")
_ADDED = re.compile(
    r"^新(?![型兴能材质农区疆一])|新[（(]|新增|新建|新改|新认定|新设|新引进|新签|改造|建设(?!用地)|整治|造林|绿化|开工|竣工|完成|培训|发放|拆除|安置|转移|落户|入选|获批|认定$|引进"
)
_YEARLY_MEAN = re.compile(r"(?<![上去前今])年均")
_WHOLE = re.compile(r"[^，。；、0-9]{0,24}?(?:(?<!安)(?<!健)全部(?!门)|均(?!衡|价)|全覆盖)")
"""After a count: that it is all there are (38家全部达标)."""
_LEVEL_NOUN = re.compile(
    r"(?:总值|总数|总量|总额|收入|产值|增加值|余额|里程|人数|规模|产量|率|户数|人口|总长|库容|利润|价格|标准|养老金|保有量|存量|吞吐量|成交额|交易额|支出|总投资)$"
)


def comparator(draft: Draft) -> Comparator:
    """Give how the number bounds the value: the word after it, before it, inside it."""
    item, tail = draft.item, draft.tail
    if item.suffix:
        for length in range(len(item.suffix), 0, -1):
            bound = _AFTER.get(item.suffix[:length]) or _AFTER.get(item.suffix[-length:])
            if bound is not None:
                return bound
    if tail.comparator is not None and not tail.comparing:
        return tail.comparator
    if item.number.more:
        return Comparator.MORE_THAN
    counted = not item.closed and not item.number.rank and dimension(item.number.printed) in ("count", "people")
    return Comparator.ALL if counted and _WHOLE.match(item.right) else Comparator.EXACTLY


def basis(draft: Draft) -> tuple[Basis, Direction | None]:
    """Give what kind of value the number is, and of a change which way it goes."""
    number, tail = draft.item.number, draft.tail
    kind = dimension(number.printed)
    if number.rank:
        return Basis.RANK, None
    if kind in ("points", "times"):
        return Basis.CHANGE, tail.change or Direction.UP
    if tail.change is not None and (kind == "share" or tail.change_word):
        return Basis.CHANGE, tail.change
    if kind == "share":
        growth = _GROWTH.search(draft.indicator)
        if growth is None:
            return Basis.SHARE, None
        return Basis.CHANGE, Direction.DOWN if growth["down"] else Direction.UP
    return _amount(draft), None


def _amount(draft: Draft) -> Basis:
    if _ADDED.search(draft.indicator):
        return Basis.INCREMENT
    if _LEVEL_NOUN.search(draft.indicator):
        return Basis.LEVEL
    return Basis.INCREMENT if draft.verb or VERBS.begins(draft.indicator) else Basis.LEVEL


def status(draft: Draft, *, expected: bool) -> Status:
    """Give how far a reported thing has come: 开工 is started, 预计 expected, else done."""
    if expected:
        return Status.EXPECTED
    around = draft.item.left[-14:] + draft.item.right
    if _STARTED.search(around) and not _FINISHED.search(around):
        return Status.STARTED
    return Status.DONE


def strength(draft: Draft, before: str) -> Strength:
    """Give how firmly it is promised: 确保 hard, 力争 soft."""
    if draft.tail.strength is not None:
        return draft.tail.strength
    if _SOFT.search(before):
        return Strength.SOFT
    return Strength.HARD if _HARD.search(before) else Strength.PLAIN


def binding(text: str, start: int, end: int) -> bool | None:
    """Tell 约束性 (True) from 预期性 (False) where a mark after the number says it."""
    mark = _BINDING.search(text, start, min(end, start + 24))
    return None if mark is None else mark[1] == "约束性"


def accumulation(draft: Draft, time: Time | None, before: str, base: Basis) -> Accumulation | None:
    """Give over what the number adds up."""
    if draft.tail.accumulation is not None:
        return draft.tail.accumulation
    if "累计" in before[-20:]:
        return Accumulation.CUMULATIVE
    if _YEARLY_MEAN.search(before[-12:]):
        return Accumulation.ANNUAL_AVERAGE
    if time is not None and time.year_to_date:
        return Accumulation.YEAR_TO_DATE
    return Accumulation.PERIOD if base is Basis.INCREMENT else None
