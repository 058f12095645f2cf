"""Complete all items of a sentence, in order."""

from __future__ import annotations

from .counted import counted_before
from .draft import Draft, Line
from .items import Item
from .leading import counted_after, ranked
from .sharing import distribute, distribute_back, parallel


def drafts(text: str, start: int, items: list[Item], carried: Draft | None = None) -> list[Draft]:
    """Give a draft for each item of the sentence that begins at ``start`` of the passage's text."""
    line = Line(text, start, items, carried)
    out = line.done
    index = 0
    while index < len(items):
        back = distribute_back(line, index)
        count = len(back) or parallel(line, index)
        if back:
            out.extend(back)
        elif count > 1:
            out.extend(distribute(line, index, count, out))
        else:
            out.append(_one(line, index, out[-1] if out else None))
        index += count
    return out


def _one(line: Line, index: int, previous: Draft | None) -> Draft:
    item, tail = line.items[index], line.tails[index]
    if item.joined and previous is not None:
        tail.expected = tail.expected or previous.tail.expected
        tail.strength = tail.strength or previous.tail.strength
    if item.number.rank:
        return ranked(line, index, previous)
    return counted_before(line, index, previous) if item.closed else counted_after(line, index, previous)
