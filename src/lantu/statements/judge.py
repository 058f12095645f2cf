"""Decide what a completed number is: promised or reported, when, bounded how, on what basis, how far along."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantu.model import Accumulation, Basis, Comparator, Direction, Period, Status, Strength

from .draft import Draft
from .lexicon import alternation, word_list
from .phrases import leading_verb
from .sections import Outline, Section
from .times import Time
from .units import dimension

_LIST = word_list("words")
_AFTER = {word: Comparator(bound) for bound, text in _LIST["after"].items() for word in text.split()}
_STARTED = re.compile(alternation(_LIST["verbs"]["started"]))
_FINISHED = re.compile(r"竣工|建成|完工|投产|投用|投入使用|完成|通车|交付|验收|达产|办结")
_SHARE = re.compile(r"率|比重|占|占比|比例|覆盖|份额|百分比|度$|面$")
_ADDED = re.compile(
    r"^新(?![型兴能材质农区疆一])|新[（(]|新增|新建|新改|新认定|新设|新引进|新签|改造|建设(?!用地)|整治|造林|开工|竣工|完成|培训|发放|拆除|安置|转移|落户|入选|获批|认定$|引进"
)
_PAST_WORD = re.compile(r"(?:去年|上年|目前|已经|已(?!知)|截至|过去)")
_FUTURE_WORD = re.compile(r"(?:将(?!军)|力争|争取(?!到)|计划(?:新|建|完|投|实|开)|拟|有望|到20[0-9]{2}年)")
_SINCE = re.compile(r"今年(?:以来|年初|[0-9一二]{1,2}月|春)|已|了")
_BINDING = re.compile(r"[（(〔\\[](约束性|预期性)")
_SOFT = re.compile(r"力争|争取|努力|原则上|力求|有望|可望")
_HARD = re.compile(r"确保|保证|务必|必须|坚决")
_LEVEL_NOUN = re.compile(
    r"(?:总值|总数|总量|总额|收入|产值|增加值|余额|里程|人数|规模|产量|率|户数|人口|总长|库容|利润|价格|标准|养老金|保有量|存量|吞吐量|成交额|交易额|支出|总投资)$"
)


def comparator(draft: Draft) -> Comparator:
    """Give how the number bounds the value: the word before it, after it, inside it."""
    item, tail = draft.item, draft.tail
    if item.suffix:
        for word in (item.suffix, item.suffix[:2], item.suffix[:3], item.suffix[-2:], item.suffix[:1]):
            bound = _AFTER.get(word)
            if bound is not None:
                return bound
    if tail.comparator is not None and not tail.comparing:
        return tail.comparator
    if item.number.more:
        return Comparator.MORE_THAN
    return Comparator.EXACTLY


def basis(draft: Draft) -> tuple[Basis, Direction | None]:
    """Give what kind of value the number is, and of a change which way it goes."""
    number, tail = draft.item.number, draft.tail
    if number.rank:
        return Basis.RANK, None
    kind = dimension(number.printed)
    if kind in ("points", "times"):
        return Basis.CHANGE, tail.change or Direction.UP
    if kind == "share":
        if tail.change is not None:
            return Basis.CHANGE, tail.change
        if re.search(r"(?:增长|增速|增幅|涨幅)$", draft.indicator):
            return Basis.CHANGE, Direction.UP
        if re.search(r"(?:降幅|减幅|下降)$", draft.indicator):
            return Basis.CHANGE, Direction.DOWN
        return Basis.SHARE, None
    if tail.change is not None and tail.change_word:
        return Basis.CHANGE, tail.change
    if _LEVEL_NOUN.search(draft.indicator) and not _ADDED.search(draft.indicator):
        return Basis.LEVEL, None
    if leading_verb(draft.indicator) or draft.verb or _ADDED.search(draft.indicator):
        return Basis.INCREMENT, None
    return Basis.LEVEL, None


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


def when(named: Sequence[Time], at: int) -> Time | None:
    """Give the time that governs the number at ``at``: the last one named before it in its sentence."""
    governing = None
    for time in named:
        if time.end > at:
            break
        if governing is not None and governing.yearly and time.rule in ("this_year",):
            continue
        governing = time
    return governing


def is_planned(outline: Outline, section: Section, time: Time | None, before: str, draft: Draft | None) -> bool:
    """Tell a promise from a report: the section decides, unless the sentence's own time or words say otherwise."""
    this = outline.clock.this
    if time is not None and time.rule == "part_of_year" and section.planned:
        return True
    if time is not None and not time.yearly:
        if time.past:
            return False
        if outline.mode == "plan":
            return outline.clock.this is None or time.period.end.year >= outline.clock.this
        reviewed = outline.clock.reviewed
        if reviewed is not None and time.period.end.year > reviewed:
            if section.planned or time.rule in (
                "own_year",
                "own_years",
                "plan_end",
                "plan_years",
                "next_years",
                "next_year",
            ):
                return True
            return (
                time.rule == "this_year" and this is not None and bool(_FUTURE_WORD.search(before)) and this > reviewed
            )
        if (
            reviewed is not None
            and section.planned
            and time.rule in ("own_year", "own_years", "own_month", "past_years")
        ):
            return False
    if section.planned:
        return not (_PAST_WORD.search(before[-30:]) and not _FUTURE_WORD.search(before[-30:]))
    return bool(draft is not None and draft.tail.future and draft.tail.strength) if outline.mode != "plan" else True


def period(
    section: Section, time: Time | None, *, planned: bool, outline: Outline
) -> tuple[Period | None, str | None, bool]:
    """Give the days, the rule that gave them, and whether it recurs yearly."""
    if time is not None and time.yearly:
        return section.period, "each_year", True
    if time is not None and not (planned and time.rule == "part_of_year"):
        if planned or time.period.end.year <= (outline.clock.reviewed or 9999):
            return time.period, time.rule, False
        if section.planned or section.period is None:
            return time.period, time.rule, False
    if planned and not section.planned:
        target = outline.clock.target
        return (None if target is None else Period.year(target)), "target_year", False
    if not planned and section.planned:
        reviewed = outline.clock.reviewed
        return (None if reviewed is None else Period.year(reviewed)), "reviewed_year", False
    return section.period, (section.rule if section.period is not None else None), False


def accumulation(draft: Draft, time: Time | None, before: str, base: Basis) -> Accumulation | None:
    """Give over what the number adds up."""
    if draft.tail.accumulation is not None:
        return draft.tail.accumulation
    if "累计" in before[-20:]:
        return Accumulation.CUMULATIVE
    if "年均" in before[-12:]:
        return Accumulation.ANNUAL_AVERAGE
    if time is not None and time.year_to_date:
        return Accumulation.YEAR_TO_DATE
    return Accumulation.PERIOD if base is Basis.INCREMENT else None
