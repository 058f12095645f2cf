"""Commas, colons and brackets in half or full width: OCR cannot tell them by their shape, the room they take can."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

FULL = 0.64
"""A mark that takes more room than this, in ems, is of full width."""

AROUND = 14
"""So many ems above and below, lines of a column set their marks alike."""

FEW = 3
"""Fewer marks than these tell nothing of their own."""

_GROUPS = (",;:!?", "，；：！？"), ("()", "（）")
"""Marks in half and in full width, in groups that are set alike."""

_MARK = re.compile(r"[，；：！？（）()]|(?<![0-9])[,:;!?]|[,:;!?](?![0-9])")
_WIDE = re.compile(r"[\u3400-\u9fff]")


@dataclass(slots=True)
class Characters:
    """A line as it was read.

    Parameters
    ----------
    text:
        Its characters.
    centres:
        Where the middle of each stands, in pixels; empty where unknown.
    x0, x1, middle, size:
        Left and right end, height of its middle on the page, height of a character.
    """

    text: str
    centres: Sequence[float]
    x0: float
    x1: float
    middle: float
    size: float


def in_their_width(lines: Sequence[Characters]) -> list[str]:
    """Give the texts of lines with marks in the width in which the lines around them are set.

    Marks between digits (1,234 and 8:30) stay as they are. Where a column does not tell, the columns beside it do, then
    the page; where nothing can be measured, the width stands in which most of the marks were read.
    """
    tables = [dict(_table(lines, half, full)) for half, full in _GROUPS]
    texts = []
    for index, line in enumerate(lines):
        table = {**tables[0][index], **tables[1][index]}
        texts.append(_exchanged(line.text, table))
    return texts


def _exchanged(text: str, table: Mapping[str, str]) -> str:
    return _MARK.sub(lambda found: table.get(found[0], found[0]), text)


def _table(lines: Sequence[Characters], half: str, full: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Give for each line what its marks become."""
    rooms = [list(_rooms(line, half + full)) for line in lines]
    every = [room for each in rooms for room in each]
    told = "".join(mark for line in lines for mark in _MARK.findall(line.text))
    usual = median(every) > FULL if len(every) >= FEW else sum(map(told.count, full)) >= sum(map(told.count, half))
    to_full, to_half = dict(zip(half, full, strict=True)), dict(zip(full, half, strict=True))
    measured = [(line, each) for line, each in zip(lines, rooms, strict=True) if each]
    for index, line in enumerate(lines):
        level = [(other, each) for other, each in measured if _level(line, other)]
        beside = [room for _, each in level for room in each]
        column = [room for other, each in level if _over(line, other) for room in each]
        told_by = next((each for each in (column, beside) if len(each) >= FEW), None)
        wide = usual if told_by is None else median(told_by) > FULL
        yield index, to_full if wide else to_half


def _rooms(line: Characters, group: str) -> Iterator[float]:
    """Give the room that each mark between two ideographs takes, in ems."""
    wide = [_WIDE.match(character) is not None for character in line.text]
    at = line.centres
    steps = [at[i + 1] - at[i] for i in range(len(at) - 1) if wide[i] and wide[i + 1]]
    if len(steps) < FEW or not _MARK.search(line.text):
        return
    em = median(steps)
    for i in range(1, len(at) - 1):
        if line.text[i] in group and wide[i - 1] and wide[i + 1]:
            yield (at[i + 1] - at[i - 1]) / em - 1


def _level(one: Characters, two: Characters) -> bool:
    return abs(one.size - two.size) < 0.2 * one.size and abs(one.middle - two.middle) < AROUND * one.size


def _over(one: Characters, two: Characters) -> bool:
    return min(one.x1, two.x1) - max(one.x0, two.x0) > 0.5 * min(one.x1 - one.x0, two.x1 - two.x0)
