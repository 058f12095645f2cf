"""Acts without a number: 建立…制度, 建成…大桥, 实现…全覆盖, …建成投用; and wishes that nobody can check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .lexicon import Words, alternation, word_list
from .phrases import strip_openers

_LIST = word_list("acts")
_OBJECTS, _VERBS = Words(_LIST["objects"]), Words(_LIST["verbs"])
_COMMA = re.compile(r"[，,：:]")
_DIGIT = re.compile(r"[0-9]")
_UNIVERSAL = re.compile(alternation(_LIST["universal"]))
_ENDINGS = Words(_LIST["endings"])
_FINISHED, _BEGUN = Words(_LIST["finished"]), Words(_LIST["begun"])
_WISHES, _WISHED = Words(_LIST["wishes"]), Words(_LIST["wished"])
_ITSELF = re.compile(r"本(?:行动)?(?:方案|规划|计划|意见|办法|纲要|条例|通知)")
_MANNER = re.compile(r"(?:主体工程|主体结构|主体)?(?:已经|已|均|全部|全面|顺利|正式|如期|基本)*$")
# What the last two characters of an act can be: most clauses are passed over at the cost of two look-ups.
_WORDS = [word for group in ("objects", "endings", "finished", "begun", "wished") for word in _LIST[group].split()]
_LAST = frozenset("”》）)等 ") | {word for word in _WORDS if len(word) == 1}
_LAST_TWO = frozenset(word[-2:] for word in _WORDS if len(word) > 1)


@dataclass(frozen=True, slots=True)
class Act:
    """Where an act stands in its passage, what it is, whether it speaks of all there are, whether it only began."""

    start: int
    end: int
    what: str
    universal: bool = False
    begun: bool = False


def acts(text: str, start: int, end: int) -> Iterator[Act]:
    """Give the acts of the sentence ``text[start:end]``; clauses with a digit are left to the numbers."""
    at = start
    universal = _UNIVERSAL.search(text, start, end) is not None
    for comma in _COMMA.finditer(text, start, end):
        to = comma.start()
        if universal or text[to - 2 : to] in _LAST_TWO or text[to - 1] in _LAST:
            yield from _act(text, at, to)
        at = to + 1
    if universal or text[end - 2 : end] in _LAST_TWO or text[end - 1 : end] in _LAST:
        yield from _act(text, at, end)


def _act(text: str, start: int, end: int) -> Iterator[Act]:
    if not 5 <= end - start <= 80 or _DIGIT.search(text, start, end):
        return
    clause = text[start:end]
    universal = _UNIVERSAL.search(clause) is not None
    began = _told_of(clause, _BEGUN)
    told = began or _told_of(clause, _FINISHED)
    if not (universal or told or _ends(clause) or _WISHED.ends(clause)):
        return
    what = strip_openers(clause)
    wish = _WISHES.begins(what) and _WISHED.ends(what)
    if (
        len(what) < 4
        or _ITSELF.search(what)
        or not (universal or told or wish or (_VERBS.begins(what) and _ends(what)))
    ):
        return
    at = text.find(what, start, end)
    name = strip_openers(told) if told else what
    # 主体工程完工 is not yet the thing itself.
    begun = bool(began) or ("主体" in clause and "主体" not in name)
    yield Act(at if at >= 0 else start, at + len(what) if at >= 0 else end, name, universal, begun)


def _told_of(clause: str, verbs: Words) -> str:
    """Give the clause without its manner where it ends with one of the verbs, after a thing that can be built."""
    verb = verbs.ends(clause)
    thing = _MANNER.sub("", clause[: len(clause) - len(verb)]) if verb else ""
    return thing + verb if len(thing) > 3 and _OBJECTS.ends(thing) else ""


def _ends(what: str) -> bool:
    noun = what.rstrip("”》）)等 ")
    for _ in range(2):
        thing = _OBJECTS.ends(noun)
        if thing:
            return len(thing) < len(noun)
        ending = _ENDINGS.ends(noun)
        if not ending:
            return False
        noun = noun[: -len(ending)].rstrip("”》）)等")
    return False
