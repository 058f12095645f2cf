"""Give a bare number its unit where the words around it say people (转移劳动力30万) or money (产值突破500亿)."""

from __future__ import annotations

import re

from .lexicon import alternation, word_list
from .spot import Spot

_LIST = word_list("refuse")
_PEOPLE_AFTER = re.compile(rf"[^，。、]{{0,12}}?(?:{alternation(_LIST['people_after'])})")
_PEOPLE_BEFORE = re.compile(rf"(?:{alternation(_LIST['people_before'])})[^，。]{{0,14}}$")
_MONEY_BEFORE = re.compile(
    rf"(?:{alternation(_LIST['money_before'])})(?:的|预计|累计|分别|均|已|将|力争|首次|成功|实现|迈上|超|超过|突破|达|达到|近|逾|约|跨越|为|接近|由|从|[0-9.]{{1,6}}[百千]?[亿万]?|[、和到至]){{0,4}}$"
)
_PRINTED = re.compile(r"[万亿][多余]?\Z")


def give_unit(spot: Spot) -> bool:
    """Set the unit of a number that has none and tell whether it could be done; only numbers with 万 or 亿 qualify."""
    number, after = spot.number, spot.next
    if _PRINTED.search(spot.text[number.end - 2 : number.end]) is None:
        return False
    closed = not after or after in "，,、。；;和"
    if (closed or after in "元大关台以左增") and _MONEY_BEFORE.search(spot.before):
        number.printed = "元"
    elif _PEOPLE_AFTER.match(spot.after) or (closed and _PEOPLE_BEFORE.search(spot.before)):
        number.printed = "人"
    return bool(number.printed)
