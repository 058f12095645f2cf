"""Find the lists that a plan promises as a whole (办好10件民生实事) and which commitments are their items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lantu.documents import Document
from lantu.model import Commitment

from .reading import ReadDocument

_CN = "一二三四五六七八九十"
_WHOLE = re.compile(
    r"(?P<n>[一二三四五六七八九十]{1,3}|[0-9]{1,3})[件项大]{1,2}[^。；，：]{0,10}?(?:实事|民心工程)[^。；：\n]{0,12}?[”\"]?[：。:；;\n]"
)
_NEAR = 80
"""Characters after the announcement of a list within which its first item must begin."""


def promised_lists(plans: Iterable[ReadDocument]) -> dict[str, str]:
    """Give by the id of an item the id of the commitment that promises its list."""
    return {
        item.id: whole.id
        for plan in plans
        for whole, start, end in _lists(plan)
        for item in (*plan.reading.commitments, *plan.reading.acts)
        if start <= item.span.start < end
    }


def _lists(plan: ReadDocument) -> Iterator[tuple[Commitment, int, int]]:
    """Give the commitments that promise a list, with the range of the list in the text."""
    text = plan.document.text
    for match in _WHOLE.finditer(text):
        promised = (each for each in plan.reading.commitments if match.start() <= each.span.start < match.end())
        whole = next(promised, None)
        if whole is None or whole.quantity is None:
            continue
        items = _items(text, match.end(), int(whole.quantity.value))
        if items:
            yield whole, items[0], _end(plan.document, text, items[-1])


def _items(text: str, start: int, count: int) -> list[int]:
    """Give where the items of a list of ``count`` begin: the first kind of sign that numbers them all, in order."""
    for sign in (_is, _bracketed, _circled, _parenthesised, _dotted):
        found = [text.find(sign(1), start, start + _NEAR)]
        for number in range(2, count + 1):
            found.append(text.find(sign(number), found[-1] + 1) if found[-1] >= 0 else -1)
        if min(found) >= 0 and all(later - earlier < 1000 for earlier, later in pairwise(found)):
            return found
    return []


def _end(document: Document, text: str, last: int) -> int:
    """Give where the last item ends: with its sentence, which may not leave its paragraph."""
    ends = [place for place in (text.find("。", last), text.find("\n\n", last)) if place >= 0]
    return min(ends, default=len(document.text))


def _spelt(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else f"{_CN[tens - 1]}十"
    return ten + (_CN[ones - 1] if ones else "")


def _is(number: int) -> str:
    return f"{_spelt(number)}是"


def _bracketed(number: int) -> str:
    return f"（{number}）"


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else f"({number})"


def _parenthesised(number: int) -> str:
    return chr(0x2474 + number - 1) if number <= 20 else f"({number})"


def _dotted(number: int) -> str:
    return f"{number}."
