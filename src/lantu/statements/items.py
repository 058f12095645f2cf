"""Cut a sentence into items: each number with the words that belong to it, before and after."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lexicon import alternation, word_list
from .phrases import VERBS
from .scan import Found
from .spot import SUFFIX

_LIST = word_list("words")
_COMMA = re.compile(r"[，,：:；;]|——|\*\*")
_JOINER = re.compile(rf"\s*(?:[、/]|(?:{alternation(_LIST['joiners'])})(?![谐美平时格会]))")
_CUT = re.compile(r"、|(?<![共饱温总中缓])和(?![谐平美])|(?<![惠普涉危波以])及(?![时格])|(?<![参给赠])与(?!会)")
_CLAUSE_WORDS = re.compile(r"等|分别|均|各(?!类|级|种)")
_BRACKET = re.compile(r"[（(][^（()）]{1,80}[)）]")


@dataclass(slots=True)
class Item:
    """One number of a sentence with its words.

    Parameters
    ----------
    left, right:
        The words before it (from the comma or the number before) and after it (to the comma or the next number).
    suffix:
        The bound that follows it (以上), or empty.
    closed:
        Whether nothing is counted after it.
    joined:
        Whether 、 or 和 ties it to the number before.
    shared:
        Whether the words before it also stand after the number before (为12家企业发放贷款3亿元).
    clause:
        Which comma clause of the sentence it stands in.
    clause_start:
        Where that clause begins in the passage.
    """

    number: Found
    left: str
    left_start: int
    right: str = ""
    suffix: str = ""
    closed: bool = True
    joined: bool = False
    shared: bool = False
    clause: int = 0
    clause_start: int = 0


def items(text: str, start: int, end: int, numbers: list[Found], names: list[tuple[int, int]]) -> list[Item]:
    """Give the items of the sentence ``text[start:end]`` for the numbers in it that state something.

    ``names`` are the places between quotation marks or brackets: a comma inside parts no clause.
    """
    commas = (match.end() for match in _COMMA.finditer(text, start, end))
    bounds = [start, *(comma for comma in commas if not any(a < comma <= b for a, b in names)), end + 1]
    out: list[Item] = []
    clause = 0
    before: Item | None = None
    before_end = start
    for index, number in enumerate(numbers):
        while bounds[clause + 1] <= number.start:
            clause += 1
        clause_end = min(bounds[clause + 1] - 1, end)
        suffix = SUFFIX.match(text, number.end, clause_end)
        tail_end = number.end if suffix is None else suffix.end()
        following = numbers[index + 1].start if index + 1 < len(numbers) else end
        item = Item(number, "", bounds[clause], clause=clause, clause_start=bounds[clause])
        item.suffix = "" if suffix is None else suffix[0]
        if before is not None and before.clause == clause:
            _divide(text, before, item, before_end)
        else:
            item.left = text[bounds[clause] : number.start]
        right_end = min(clause_end, following)
        item.right = _uncovered(text[tail_end:right_end].strip(" 　。！？!?；;"))
        item.closed = not item.right or _JOINER.match(item.right) is not None or item.right[0] in "）)”"
        if item.closed and following > clause_end:
            item.closed = not item.right or item.right[0] in "）)”、" or _tie_only(item.right)
        out.append(item)
        before, before_end = item, tail_end
    return out


def _uncovered(right: str) -> str:
    """Take a bracket off that stands between the number and what follows it, and a mark that closes a quotation."""
    bracket = _BRACKET.match(right)
    right = right if bracket is None else right[bracket.end() :].lstrip(" 　")
    return right if "“" in right else right[:1] + right[1:].replace("”", "")


def _tie_only(right: str) -> bool:
    """Whether what follows the last number of a clause is no counted thing (…和, …以及其他)."""
    match = _JOINER.match(right)
    return match is not None and match.end() == len(right)


def _next_of_list(sign: str, after: str) -> bool:
    """Whether the words from the last 、 or 和 to a number are its own: none, a verb, examples (…等), a noun."""
    if not after or after in VERBS or after.endswith("等"):
        return True
    return sign == "、" and _CLAUSE_WORDS.search(after) is None


def _divide(text: str, before: Item, item: Item, before_end: int) -> None:
    """Part the words between two numbers of one clause: what the first counts and what the second is about."""
    between = _uncovered(text[before_end : item.number.start])
    if not between.strip():
        # 4万户12万人: two counts of one thing, the noun follows the second.
        item.left, item.joined, before.right, before.closed = "", True, "", True
        return
    tie = _JOINER.match(between)
    if tie is not None:
        item.left, item.joined = between[tie.end() :], True
        before.right, before.closed = "", True
        return
    cuts = [match.start() for match in _CUT.finditer(between)]
    cut = cuts[-1] if cuts else -1
    if between.rstrip().endswith("等"):
        # 4个公园和南山、北湖等3个广场: the examples begin after the joiner.
        cut = next((at for at in cuts if between[at] != "、"), cut)
    after = between[cut + 1 :] if cut >= 0 else between
    if cut > 0 and _next_of_list(between[cut], after.strip()):
        before.right, before.closed = between[:cut].rstrip("以"), False
        item.left, item.joined = after, True
        return
    before.right, before.closed = between, False
    item.left, item.shared = between, True
