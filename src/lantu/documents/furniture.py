"""Page numbers and running heads: what a page repeats and no text says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from lantu.model import PassageKind

from .lines import Line

HEAD = 40
"""A running head is at most this long."""

TIMES = 3
"""Page numbers and running heads are believed when there are so many."""

_NUMBERED = re.compile(
    r"[-—–―─·•]{1,2}\s?[0-9]{1,4}\s?[-—–―─·•]{1,2}|第\s?[0-9]{1,4}\s?页(?:[\s/／,，]{0,2}共\s?[0-9]{1,4}\s?页)?"
    r"|[Pp]age\s?[0-9]{1,4}(?:\s?of\s?[0-9]{1,4})?"
)
_BARE = re.compile("[0-9]{1,4}")


def set_furniture_apart(lines: Sequence[Line]) -> None:
    """Take page numbers, and the lines that are repeated beside them, for boxes."""
    numbers = {index for index, line in enumerate(lines) if _is_number(line)}
    numbers |= _counting(lines)
    if not numbers:
        return
    beside = {index for number in numbers for index in (number - 1, number + 1) if 0 <= index < len(lines)} - numbers
    heads = Counter(lines[index].text for index in beside if len(lines[index].text) <= HEAD)
    for index in numbers | {index for index in beside if heads[lines[index].text] >= TIMES}:
        lines[index].kind, lines[index].level = PassageKind.BOX, 0


def _is_number(line: Line) -> bool:
    # The hyphen before - 3 - looks like the mark of a list.
    return _NUMBERED.fullmatch(f"-{line.raw}" if line.bullet else line.raw) is not None


def _counting(lines: Sequence[Line]) -> set[int]:
    """Give the lines that are bare numbers, if they count upwards one by one as pages do."""
    bare = [(index, int(line.text)) for index, line in enumerate(lines) if _BARE.fullmatch(line.text)]
    if len(bare) < TIMES:
        return set()
    steps = [(two, one) for one, two in pairwise(bare) if two[1] == one[1] + 1]
    if 2 * len(steps) < len(bare):
        return set()
    return {index for pair in steps for index, _ in pair}
