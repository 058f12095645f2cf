"""Acts without a number: 建立…制度, 出台…办法, 建成…大桥, 实现…全覆盖."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .lexicon import Words, alternation, word_list
from .phrases import strip_openers

_LIST = word_list("acts")
_OBJECTS, _VERBS = Words(_LIST["objects"]), Words(_LIST["verbs"])
_CLAUSE = re.compile(r"[^，,；;：:、。！!？?]{0,400}(?:、[^，,；;：:。！!？?]{0,200}){0,40}")
_UNIVERSAL = re.compile(alternation(_LIST["universal"]))
_ENDING = re.compile(
    r"(?:等)?(?:建设|编制|工作|任务|改革|试点|主体工程|前期工作|投用|投入使用|投入运营|运行|通车|开工|竣工|落地|实施|运营|开放|出台|启用|上线|立法)?$"
)
_HINT = re.compile(alternation(" ".join((_LIST["verbs"], _LIST["universal"]))))


@dataclass(frozen=True, slots=True)
class Act:
    """Where an act stands in its passage, what it is, and whether it speaks of all there are."""

    start: int
    end: int
    what: str
    universal: bool = False


def acts(text: str, start: int, end: int) -> Iterator[Act]:
    """Give the acts of the sentence ``text[start:end]``; clauses with a digit are left to the numbers."""
    if _HINT.search(text, start, end) is None:
        return
    at = start
    while at < end:
        match = _CLAUSE.match(text, at, end)
        stop = at if match is None else match.end()
        if stop > at:
            act = _act(text, at, stop)
            if act is not None:
                yield act
        at = stop + 1


def _act(text: str, start: int, end: int) -> Act | None:
    clause = text[start:end]
    if not 5 <= len(clause) <= 80 or any(c.isdigit() for c in clause):
        return None
    what = strip_openers(clause)
    if len(what) < 4:
        return None
    universal = _UNIVERSAL.search(what) is not None
    if not universal and not (_VERBS.begins(what) and _ends(what)):
        return None
    at = text.find(what, start, end)
    return Act(at if at >= 0 else start, at + len(what) if at >= 0 else end, what, universal)


def _ends(what: str) -> bool:
    ending = _ENDING.search(what)
    noun = what if ending is None else what[: ending.start()]
    noun = noun.rstrip("”》）)等 ")
    thing = _OBJECTS.ends(noun)
    return bool(thing) and len(thing) < len(noun)
