"""What of a document goes into the ledger: all of it, or only the quoted clauses with their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lantu.model import Licence, Passage, Span

STOPS = frozenset("。；;！？!?")
"""Where a clause ends."""
REACH = 80
"""Most characters of a neighbour that are kept."""

Range = tuple[int, int]


def shown_passages(passages: Iterable[Passage], spans: Iterable[Span], licence: Licence) -> list[Passage]:
    """Give the passages that may be shown.

    Parameters
    ----------
    passages:
        All passages of one document, in reading order.
    spans:
        The clauses of its statements, as ranges of the decoded text.
    licence:
        ``open`` keeps everything; ``quote`` keeps each clause with the clause before and after it.
    """
    if licence is Licence.OPEN:
        return list(passages)
    wanted = sorted((span.start, span.end) for span in spans)
    return [part for passage in passages for part in _quoted(passage, wanted)]


def _quoted(passage: Passage, wanted: list[Range]) -> Iterator[Passage]:
    text = passage.text
    kept = [_with_neighbours(text, start, end) for start, end in _inside(passage, wanted)]
    for start, end in _merged(kept):
        pieces = tuple(_cut(passage.pieces, start, end))
        yield Passage(passage.kind, text[start:end], pieces, passage.level, passage.article)


def _inside(passage: Passage, wanted: list[Range]) -> Iterator[Range]:
    """Give the wanted ranges as ranges of the passage's own text."""
    at = 0
    for first, last in passage.pieces:
        length = last - first
        for start, end in wanted:
            if start < last and first < end:
                yield at + max(start, first) - first, at + min(end, last) - first
        at += length


def _with_neighbours(text: str, start: int, end: int) -> Range:
    before = max(start - REACH, 0)
    # the clause before ends right at the start: look for the stop before that one
    for place in range(start - 2, before - 1, -1):
        if text[place] in STOPS:
            before = place + 1
            break
    after = min(end + REACH, len(text))
    for place in range(end + 1, after):
        if text[place] in STOPS:
            after = place + 1
            break
    return before, after


def _merged(ranges: Iterable[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def _cut(pieces: Iterable[Range], start: int, end: int) -> Iterator[Range]:
    """Give the part ``[start, end)`` of the joined pieces as pieces of the decoded text."""
    at = 0
    for first, last in pieces:
        low, high = max(start - at, 0), min(end - at, last - first)
        if low < high:
            yield first + low, first + high
        at += last - first
