"""Complete ranks and numbers that stand before what they count (建成5个示范点)."""

from __future__ import annotations

import re

from lantu.model import Direction

from .draft import Draft, Line
from .items import Item
from .phrases import RELATIONAL, drop_examples, leading_verb, topic
from .sharing import noun_after, words_between
from .tail import read_tail
from .units import dimension

_PACE = re.compile(r"(?:年均|平均|年)?(?:(速度|增速|增幅|增长|经济增长速度|增长速度)|比例|幅度|(?:目标|要求|任务)$)")
_SCOPE = re.compile(r"(?:在|居|列)?(?:全|西|东|中|华|沿|省|市|同|长三角|珠三角)[^，。、]{1,7}")
_WORKS = frozenset(["改造", "治理", "整治", "修复", "更新", "改造任务", "整治任务", "治理任务", "改造工程"])
_YEARS_RUNNING = re.compile(r"连续[0-9一二三四五六七八九十多]{1,3}年位?")
_DEPENDENT = re.compile(r"(?:直接|新增|累计)?(?:覆盖|惠及|辐射)$")
_PREDICATE = re.compile(
    r"(?:全部|均|都|已|全面|参加|参与|受益|通过|达到|达标|获评|获|入选|列入|纳入|进入|开工|竣工|完成|建成|投产|实现)"
)


def ranked(line: Line, index: int, previous: Draft | None) -> Draft:
    """Complete a rank: what is ranked, and among whom."""
    item, tail, rest = line.items[index], line.tails[index], line.rests[index]
    if previous is not None and previous.item.number.rank and item.joined and _SCOPE.fullmatch(rest):
        # 指数居全国第11位、西部第1位: the same among others.
        rest = previous.indicator.removesuffix(previous.tail.scope) + rest
    elif (not rest or rest in RELATIONAL) and previous is not None:
        rest = (previous.topic + rest) if rest else previous.indicator
    elif not rest or rest in RELATIONAL:
        rest = (line.clause_before(item) if rest else line.subject_before(item)) + rest
    rest = _YEARS_RUNNING.sub("", rest)
    return Draft(item, tail, rest + tail.scope, "rank", "", topic(rest))


def counted_after(line: Line, index: int, previous: Draft | None) -> Draft:
    """Complete a number that stands before what it counts (建成5个示范点)."""
    item, tail, rest = line.items[index], line.tails[index], line.rests[index]
    noun, rule = noun_after(line, index)
    following = line.following(index)
    if following is not None and following.shared:
        noun = read_tail(noun, following.number.printed, closed=True).rest or noun
    if item.shared:
        rest = words_between(rest)
    pace = _PACE.match(noun)
    if pace is not None and rest:
        tail.change, tail.change_word = tail.change or (Direction.UP if pace[1] else None), pace[0]
        return Draft(item, tail, rest, "at_a_pace", leading_verb(rest), topic(rest))
    if not rest and _PREDICATE.match(noun):
        return Draft(item, tail, _about(line, item, previous, noun) + noun, "subject_before", "", noun)
    if noun in _WORKS and not item.joined and following is None:
        # 实施管网更新,完成1.5万户改造: of what the clause before tells.
        noun = topic(line.subject_before(item)).removesuffix(noun) + noun
    if _DEPENDENT.match(rest):
        about = previous.topic if previous is not None else topic(line.subject_before(item))
        return Draft(item, tail, about + rest + noun, "reached", "", about or noun)
    listed = item.left.rstrip().endswith("、") and "、" in rest
    head = leading_verb(rest) if listed else drop_examples(rest, noun)
    verb = leading_verb(head)
    if not head and item.joined and previous is not None and previous.verb:
        head, rule = previous.verb, "shared_verb"
        verb = head
    return Draft(item, tail, head + noun, rule, verb, noun or head)


def _about(line: Line, item: Item, previous: Draft | None, noun: str) -> str:
    """Give what a number is of that only a predicate follows (…案例60项,12项获国家认可)."""
    if dimension(item.number.printed) == "people" and len(noun) >= 4:
        return ""
    if previous is not None:
        told = _PREDICATE.search(previous.topic)
        return previous.topic if told is None else previous.topic[: told.start()]
    before = line.subject_before(item)
    verb = leading_verb(before)
    return before[len(verb) :] if len(verb) < len(before) else before
