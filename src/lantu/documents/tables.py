"""Tables that a text draws with pipes: which lines are one table, and where its cells stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from lantu.model import Passage, PassageKind

from .lines import pieces_of

Row = tuple[Passage, ...]

MAX_CELLS = 200_000
"""A table of more cells is data, not part of a document; its rows stay lines."""

_ROW = re.compile(r"[^\S\n]{0,40}\|[^\n]{1,20000}\|[^\S\n]*(?:\n|\Z)")
_DELIMITER = re.compile(r"[-:\s]*")
_BAR = re.compile(r"\|")
_NOTHING = Passage(PassageKind.TABLE, "", ())


def hang_tables(passages: Iterable[Passage], text: str) -> Iterator[Passage]:
    """Give the passages; the one with which a table begins carries the rows of that table."""
    tables = _tables(text) if "|" in text else iter(())
    start, rows = next(tables, (len(text), ()))
    for passage in passages:
        begin = passage.pieces[0][0]
        while rows and begin > start:
            start, rows = next(tables, (len(text), ()))
        if rows and begin == start:
            yield replace(passage, rows=rows)
            start, rows = next(tables, (len(text), ()))
        else:
            yield passage


def _tables(text: str) -> Iterator[tuple[int, tuple[Row, ...]]]:
    """Give each run of two rows or more, with the place of its first character that is no mark."""
    at = 0
    while at < len(text):
        match = _ROW.match(text, at)
        if match is None:
            end = text.find("\n", at)
            at = len(text) if end < 0 else end + 1
            continue
        lines = []
        while match is not None:
            lines.append(match.span())
            match = _ROW.match(text, match.end())
        at = lines[-1][1]
        yield from _table(text, lines)


def _table(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, tuple[Row, ...]]]:
    rows = [_cells(text, *line) for line in lines if not _DELIMITER.fullmatch(text[slice(*line)].replace("|", ""))]
    width = max(map(len, rows), default=0)
    starts = [cell.pieces[0][0] for row in rows for cell in row if cell.pieces]
    if len(rows) > 1 and width > 1 and starts and width * len(rows) <= MAX_CELLS:
        yield min(starts), tuple((*row, *[_NOTHING] * (width - len(row))) for row in rows)


def _cells(text: str, start: int, end: int) -> list[Passage]:
    bars = [bar.start() for bar in _BAR.finditer(text, start, end)]
    return [_cell(text, a + 1, b) for a, b in pairwise(bars)]


def _cell(text: str, start: int, end: int) -> Passage:
    pieces = pieces_of(text, start, end) if text[start:end].strip() else ()
    return Passage(PassageKind.TABLE, "".join([text[a:b] for a, b in pieces]), pieces) if pieces else _NOTHING
