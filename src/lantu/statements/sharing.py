"""What the items of a list share: a noun, a predicate, a subject for several values, the words between two numbers."""

from __future__ import annotations

import re

from .draft import Draft, Line
from .items import Item
from .members import members
from .phrases import RELATIONAL, leading_verb, topic
from .spot import RELATIVE
from .tail import Tail
from .units import dimension

_MODIFIER = re.compile(r"[级型类别星等式性层]$")
_SHARED_PREDICATE = re.compile(
    r"(?:全部|全面|均|都|已|陆续|相继|实现|率先|入选|获批|获评|荣获|开展|纳入|列入|完成|竣工|开工|投产|建成|投入|通过|晋升|跻身|设立|建立|成立|实行|实施|接入|使用|享受|覆盖|提档|升级|提质|转型|就业)"
)
_RESPECTIVELY = re.compile(r"^的?(?:分别(?:是|为)|是)")
_NUMBERED = re.compile(r"[二两三四五六七八九十][大个类项]")
_NEXT_NUMBER = re.compile(r"、(?=[0-9])")
_BRACKET = re.compile(r"[（(][^（()）]{1,8}[)）](?=.)")
_SHARE_OF = re.compile(r"占(?!地面|道|补|位|用)")


def shares_noun(line: Line, index: int) -> bool:
    """Whether the next item of the list counts the same thing, named after it (解决4万人、5万头牲畜的饮水困难)."""
    following = line.following(index)
    return following is not None and following.joined and not following.closed and not line.rests[index + 1]


def noun_after(line: Line, index: int) -> tuple[str, str]:
    """Give the thing counted after the number, completed from the next item, and the rule's id."""
    noun = _noun(line.items[index].right)
    following = line.following(index)
    if following is None or not following.joined or following.closed or _own_head(following):
        return noun, "number_first"
    other = _noun(following.right)
    if _MODIFIER.search(noun) and len(noun) <= 8:
        at = other.find(noun[-1])
        if 0 <= at < len(other) - 1:
            return noun + other[at + 1 :], "shared_noun"
    predicate = None if _SHARED_PREDICATE.search(noun) else _predicate_after(line, index + 1)
    return (noun, "number_first") if predicate is None else (noun + predicate, "shared_predicate")


def _predicate_after(line: Line, index: int) -> str | None:
    """Give what is told of a list together, after its last member (1个县、6个乡镇、60个村入选全省百强)."""
    for item in line.items[index : index + 6]:
        if not item.joined or item.closed or _own_head(item):
            return None
        noun = _noun(item.right)
        predicate = _SHARED_PREDICATE.search(noun)
        if predicate is not None:
            return noun[predicate.start() :]
    return None


def distribute_back(line: Line, index: int) -> list[Draft]:
    """Give the numbers of a run the members named after it: 分别新建12所、8所幼儿园和小学; no draft where none are."""
    run = [line.items[index]]
    for item in line.items[index + 1 :]:
        if not run[-1].closed or not item.joined or item.left.strip() or item.number.unit != run[0].number.unit:
            break
        run.append(item)
    last = run[-1]
    if len(run) < 2 or last.closed or "分别" not in run[0].left + last.right[:4]:
        return []
    names = members(_RESPECTIVELY.sub("", last.right), len(run))
    if names is None:
        return []
    head = "" if line.tails[index].change is not None else line.rests[index].removeprefix("分别")
    return _given(line, index, [head + name for name in names], "respectively")


def _own_head(item: Item) -> bool:
    """Whether an item has words of its own before its number, other than examples (…等)."""
    left = item.left.strip()
    return bool(left) and not left.endswith("等")


def _noun(right: str) -> str:
    noun = _NEXT_NUMBER.split(right, maxsplit=1)[0].strip(" 　、的")
    bracket = _BRACKET.match(noun)
    return noun if bracket is None else noun[bracket.end() :]


def words_between(rest: str) -> str:
    """Of words that follow one number and precede another, keep what the second is about: from the last verb on."""
    for at in range(len(rest) - 2, 0, -1):
        verb = leading_verb(rest[at:])
        if len(verb) >= 2 and at + len(verb) < len(rest):
            # 新增开票: the verb is 新增, not 增开.
            return rest[at - 1 :] if len(leading_verb(rest[at - 1 :])) >= 2 else rest[at:]
    return rest


def parallel(line: Line, index: int) -> int:
    """How many values from here share one subject (分别增长5%、6%); 1 where they do not."""
    first = line.items[index]
    size = 1
    if not first.closed:
        return 1
    while index + size < len(line.items):
        item = line.items[index + size]
        tail = line.tails[index + size]
        told = not line.tails[index].respectively and (tail.change is not None or tail.linked)
        same = item.joined and item.closed and not line.rests[index + size] and item.clause == first.clause and not told
        if not same or item.number.rank != first.number.rank:
            break
        size += 1
    return size


def distribute(line: Line, index: int, count: int, before: list[Draft]) -> list[Draft]:
    """Give each of the parallel values its own indicator."""
    names, rule = _names(line, index, count, before)
    among = line.tails[index].scope
    return _given(line, index, [name + among for name in names], rule)


def _given(line: Line, index: int, names: list[str], rule: str) -> list[Draft]:
    """Give the values from here on one name each; they take over what is said before the first."""
    out = []
    for offset, name in enumerate(names):
        tail = line.tails[index + offset]
        inherit(tail, line.tails[index])
        out.append(Draft(line.items[index + offset], tail, name, rule, leading_verb(name), topic(name)))
    return out


def _names(line: Line, index: int, count: int, before: list[Draft]) -> tuple[list[str], str]:
    subject = line.rests[index]
    if not subject:
        if len(before) >= count:
            return [draft.indicator for draft in before[-count:]], "respectively_before"
        earlier = line.clause_before(line.items[index])
        return members(earlier, count) or [earlier] * count, "clause_before"
    head, _, verb = subject.partition("分别")
    apart = bool(verb) or line.tails[index].respectively
    kinds = {dimension(item.number.printed) for item in line.items[index : index + count]}
    # 住房9万平方米、2000套: one thing in two measures.
    names = members(head, count) if apart or len(kinds) == 1 or kinds <= RELATIVE else None
    if names is not None:
        return [name + verb for name in names], "respectively"
    numbered = _NUMBERED.match(head)
    if numbered is not None and not any(sign.isdigit() for sign in line.clause_before(line.items[index])):
        # 钢铁、造船产业…,两大产业产值分别达到…: the clause before names them.
        parts = members(line.clause_before(line.items[index]), count)
        if parts is not None:
            return [topic(part) + head[numbered.end() :].removeprefix("产业") + verb for part in parts], "respectively"
    if (subject in RELATIONAL or _SHARE_OF.match(subject) or (verb and head in RELATIONAL)) and before:
        last = before[-count:] if len(before) >= count and apart else before[-1:] * count
        subject = head + verb
        return [draft.topic + subject for draft in last], "respectively_before"
    return [head + verb] * count, "shared_subject"


def inherit(tail: Tail, first: Tail) -> None:
    """Let a value of a list take over what the words before the list's first value say."""
    if tail is first:
        return
    tail.change, tail.change_word = tail.change or first.change, tail.change_word or first.change_word
    tail.linked, tail.falling = tail.linked or first.linked, tail.falling or first.falling
    tail.accumulation = tail.accumulation or first.accumulation
    tail.expected = tail.expected or first.expected
    tail.strength = tail.strength or first.strength
