"""Where one line stops and another begins: the evidence of the characters that meet there."""

from __future__ import annotations

from .cohesion import cohesion
from .lexicon import lexicon
from .lines import Line
from .shapes import ended

NEVER = -99.0
"""Log odds of a sentence that is over, or of a line that begins with a number of its own."""

COMMAS = "，、,"

_CLOSING = frozenset("，、。；：！？）》”’」』】〕%％‰,;:!?)")
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("(", ")"))


def meeting(last: str, after: Line) -> float:
    """Give the log odds, by what meets alone, that the sentence stopping in ``last`` runs on in ``after``."""
    if ended(last) or after.level or after.bullet:
        return NEVER
    odds = float(cohesion().inside(after.text) if last[-1] in COMMAS else cohesion().odds(last, after.text))
    if after.text[0] in _CLOSING:
        odds += 8
    if lexicon().starters.match(after.text) is not None:
        odds -= 12
    return odds + (4 if _left_open(last) else 0)


def _left_open(text: str) -> bool:
    """Tell whether a quote or bracket that opens in the text is not closed in it."""
    tail = text[-200:]
    return any(tail.rfind(opening) > tail.rfind(closing) for opening, closing in _PAIRS)
