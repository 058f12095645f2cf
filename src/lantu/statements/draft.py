"""Turn the items of a sentence into drafts of statements: the indicator completed from the words around."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .items import Item
from .phrases import RELATIONAL, drop_examples, leading_verb, members, strip_openers, topic, trailing_verb
from .tail import Tail, read_tail

_THRESHOLD = re.compile(
    r"^(?:超|超过|达)?[0-9.]{1,8}[百千]?[万亿]?(?:元|吨|人|亩|公里|平方米|名|户|家)?(?:美元)?(?:以上|以下|及以上)?|^(?:[十百千万]?亿|千万|百万|万)元?(?:以上|级)?"
)
_SHARE_OF = re.compile(r"^(?:占|占到)")
_LIST_TAIL = re.compile(r"[级型类类别星等式性层]$")


@dataclass(slots=True)
class Draft:
    """A number with its completed indicator and the words that bound it."""

    item: Item
    tail: Tail
    indicator: str
    rules: list[str] = field(default_factory=list)
    verb: str = ""
    topic: str = ""


def drafts(text: str, start: int, sentence: list[Item]) -> list[Draft]:
    """Complete the items of one sentence, each from its own words and, where those are elided, from the ones before."""
    tails = [read_tail(item.left, item.number.printed, closed=item.closed) for item in sentence]
    rests = [strip_openers(tail.rest) for tail in tails]
    out: list[Draft] = []
    index = 0
    while index < len(sentence):
        group = _parallel(sentence, rests, index)
        if group > 1:
            out.extend(
                _distribute(
                    text, start, sentence[index : index + group], tails[index : index + group], rests[index], out
                )
            )
        else:
            out.append(_single(text, start, sentence, tails, rests, index, out))
        index += group
    return out


def _parallel(sentence: list[Item], rests: list[str], index: int) -> int:
    """How many values from here share one subject (分别增长5%、6%)."""
    first = sentence[index]
    size = 1
    if not first.closed:
        return 1
    while index + size < len(sentence):
        item = sentence[index + size]
        if not (item.joined and item.closed and not rests[index + size] and item.clause == first.clause):
            break
        if _kind(item) != _kind(first):
            break
        size += 1
    return size


def _kind(item: Item) -> str:
    return item.number.unit


def _distribute(
    text: str, start: int, group: list[Item], tails: list[Tail], subject: str, before: list[Draft]
) -> list[Draft]:
    count = len(group)
    names: list[str] | None = None
    rule = "shared_subject"
    if subject:
        names = members(subject, count)
        if names is not None:
            rule = "respectively"
        elif (subject in RELATIONAL or _SHARE_OF.match(subject)) and before:
            last = [draft.topic for draft in before[-count:]]
            names = [name + subject for name in last] if len(last) == count else [before[-1].topic + subject] * count
            rule = "respectively_before"
    elif len(before) >= count:
        names = [draft.indicator for draft in before[-count:]]
        rule = "respectively_before"
    elif before:
        names = [before[-1].indicator] * count
    else:
        earlier = strip_openers(_clause_before(text, start, group[0]))
        names = members(earlier, count) or [earlier] * count
    if names is None:
        names = [subject] * count
    out = []
    for item, tail, name in zip(group, tails, names, strict=True):
        _inherit(tail, tails[0])
        out.append(Draft(item, tail, name, [rule], leading_verb(name), topic(name)))
    return out


def _inherit(tail: Tail, first: Tail) -> None:
    if tail is first:
        return
    tail.change = tail.change or first.change
    tail.linked = tail.linked or first.linked
    tail.falling = tail.falling or first.falling
    tail.accumulation = tail.accumulation or first.accumulation
    tail.expected = tail.expected or first.expected
    tail.strength = tail.strength or first.strength


def _clause_before(text: str, start: int, item: Item) -> str:
    """Give the clause before the one the number stands in, where the sentence has one."""
    end = item.clause_start - 1
    if end <= start:
        return ""
    begin = max(text.rfind("，", start, end), text.rfind(",", start, end), text.rfind("：", start, end), start - 1) + 1
    return text[begin:end] if end - begin <= 30 else text[end - 30 : end]


def _single(
    text: str, start: int, sentence: list[Item], tails: list[Tail], rests: list[str], index: int, before: list[Draft]
) -> Draft:  # noqa: PLR0913
    item, tail, rest = sentence[index], tails[index], rests[index]
    previous = before[-1] if before else None
    if item.joined and previous is not None:
        _inherit_hedges(tail, previous.tail)
    if item.closed:
        return _closed(text, start, item, tail, rest, previous, sentence, index)
    return _open(item, tail, rest, previous, sentence, index)


def _inherit_hedges(tail: Tail, first: Tail) -> None:
    tail.expected = tail.expected or first.expected
    tail.strength = tail.strength or first.strength


def _closed(
    text: str, start: int, item: Item, tail: Tail, rest: str, previous: Draft | None, sentence: list[Item], index: int
) -> Draft:  # noqa: C901, PLR0912, PLR0913
    rules: list[str] = []
    if item.shared:
        rest, rules = _after_shared(rest, item), ["shared_words"]
    if not rest:
        following = sentence[index + 1] if index + 1 < len(sentence) else None
        if previous is not None and not (
            following is not None and following.joined and not following.closed and not following.left.strip()
        ):
            rest, rules = previous.indicator, ["same_indicator"]
        elif following is not None and following.joined and not following.closed:
            noun = clean_right(following.right)
            rest, rules = noun, ["shared_noun"]
        else:
            rest, rules = strip_openers(_clause_before(text, start, item)), ["clause_before"]
            if tail.change_word and not rest:
                rest = tail.change_word
        verb = previous.verb if previous is not None and rules == ["same_indicator"] else leading_verb(rest)
        return Draft(item, tail, rest, rules, verb, topic(rest))
    verb = leading_verb(rest)
    if previous is not None:
        if _SHARE_OF.match(rest) or rest in RELATIONAL:
            name = previous.topic + rest if not rest.startswith(previous.topic) else rest
            return Draft(item, tail, name, ["relational"], previous.verb, previous.topic)
        if verb == rest:
            return Draft(
                item,
                tail,
                previous.topic + rest if verb in _INTRANSITIVE else rest + previous.topic,
                ["verb_alone"],
                verb,
                previous.topic,
            )
        threshold = _THRESHOLD.match(rest)
        if threshold is not None:
            return _with_threshold(item, tail, rest, threshold, previous)
        if item.joined and not verb and previous.verb and previous.tail.change is None:
            return Draft(item, tail, previous.verb + rest, ["shared_verb"], previous.verb, rest)
    after = trailing_verb(rest)
    about = topic(rest)
    return Draft(item, tail, rest, rules, verb or (after if after in VERB_TAILS else ""), about)


_INTRANSITIVE = frozenset(
    "开工 竣工 完工 投产 投用 签约 落地 完成 入库 上市 挂牌 开工建设 新开工 达产 获批 入选 已完工 建成投用 建成 建成投产 交付 复工 在建 转化 授权 受理 审结 办结 到位 脱贫 退出 摘帽 覆盖 受益 上线".split()
)
VERB_TAILS: frozenset[str] = frozenset()


def _with_threshold(item: Item, tail: Tail, rest: str, threshold: re.Match[str], previous: Draft) -> Draft:
    """Complete 50万元以上村占比 from 年收入10万元以上村占比, or 亿元以上 from 新签约项目."""
    last = previous.indicator
    inner = re.search(r"[超达]?(?:[0-9]|[十百千万]?亿元|千万元)", last)
    if inner is not None and len(rest) > len(threshold[0]):
        name = last[: inner.start()] + rest
    elif inner is not None:
        name = (
            last[: inner.start()]
            + rest
            + re.sub(r"^[超达]?[0-9.]{0,8}[百千十]?[万亿]?元?(?:以上|以下|级)?", "", last[inner.start() :])
        )
    elif len(rest) > len(threshold[0]) + 1:
        name = previous.verb + rest
    else:
        name = previous.verb + rest + previous.topic
    return Draft(item, tail, name, ["threshold_list"], previous.verb, previous.topic)


def _after_shared(rest: str, item: Item) -> str:
    """Of words that follow one number and precede another, keep what the second is about: from the last verb on."""
    best = -1
    for at in range(len(rest) - 2, 0, -1):
        verb = leading_verb(rest[at:])
        if len(verb) >= 2 and at + len(verb) < len(rest):
            best = at
            break
    return rest[best:] if best > 0 else rest


def _open(item: Item, tail: Tail, rest: str, previous: Draft | None, sentence: list[Item], index: int) -> Draft:  # noqa: PLR0913
    noun = clean_right(item.right)
    following = sentence[index + 1] if index + 1 < len(sentence) else None
    rules = ["number_first"]
    if (
        following is not None
        and following.joined
        and not following.closed
        and _LIST_TAIL.search(noun)
        and len(noun) <= 8
    ):
        other = clean_right(following.right)
        at = other.find(noun[-1])
        if 0 <= at < len(other) - 1:
            noun, rules = noun + other[at + 1 :], ["shared_noun"]
    if item.shared:
        rest = _after_shared(rest, item)
    head = drop_examples(rest, noun)
    verb = leading_verb(head)
    if not head and item.joined and previous is not None and previous.verb:
        head = verb = previous.verb
        rules.append("shared_verb")
    name = head + noun
    return Draft(item, tail, name, rules, verb if verb else "", noun or head)


def clean_right(right: str) -> str:
    """Give the counted thing after a number: without the leading 的 and what follows its noun."""
    right = right.strip(" 　、的")
    cut = re.search(r"(?:，|。|；)", right)
    return right[: cut.start()] if cut else right
