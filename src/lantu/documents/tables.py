"""Tables that a text draws with pipes or with white space: which lines are one table, and where its cells stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from lantu.model import Passage, PassageKind

from .lines import pieces_of
from .shapes import COLUMNS

Row = tuple[Passage, ...]

MAX_CELLS = 200_000
"""A table of more cells is data, not part of a document; its rows stay lines."""

_ROW = re.compile(r"[^\S\n]{0,40}\|[^\n]{1,20000}\|[^\S\n]*(?:\n|\Z)")
_DELIMITER = re.compile(r"[-:\s]*")
_BAR = re.compile(r"\|")
_TAB = re.compile(r"\t")
_WIDE_GAP = re.compile(r"[ \t\u3000\xa0]{2,}|[\t\u3000]")
_ANY_GAP = re.compile(r"\s+")
_NOTHING = Passage(PassageKind.TABLE, "", ())


def hang_tables(passages: Iterable[Passage], text: str) -> Iterator[Passage]:
    """Give the passages; the one with which a table begins carries the rows of that table."""
    listed = list(passages)
    tables = dict(_tables(text)) if "|" in text else {}
    tables |= dict(_spaced_tables(listed, text))
    for passage in listed:
        rows = tables.get(passage.pieces[0][0]) if tables else None
        yield passage if rows is None else replace(passage, rows=rows)


def outside_tables(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Give the passages that are no rows of a table with cells: what is in those is told by who reads them."""
    end = 0
    for passage in passages:
        if passage.rows:
            end = max(cell.pieces[-1][1] for row in passage.rows for cell in row if cell.pieces)
        if passage.pieces[0][0] >= end:
            yield passage


def _spaced_tables(passages: list[Passage], text: str) -> Iterator[tuple[int, tuple[Row, ...]]]:
    """Give each run of lines of a table that all have as many cells as their head, parted by tabs or white space."""
    for kind, run in groupby(passages, key=lambda passage: passage.kind):
        lines = [passage for passage in run if kind is PassageKind.TABLE]
        if len(lines) < 2 or any("|" in text[max(0, line.pieces[0][0] - 2) : line.pieces[0][0]] for line in lines):
            continue
        for gap in (_TAB, _WIDE_GAP, _ANY_GAP):
            rows = [list(_parted(text, passage.pieces[0][0], passage.pieces[-1][1], gap)) for passage in lines]
            if len(rows[0]) >= COLUMNS and {len(row) for row in rows} == {len(rows[0])}:
                yield lines[0].pieces[0][0], tuple(map(tuple, rows))
                break


def _parted(text: str, start: int, end: int, gap: re.Pattern[str]) -> Iterator[Passage]:
    at = start
    for match in gap.finditer(text, start, end):
        yield _cell(text, at, match.start())
        at = match.end()
    yield _cell(text, at, end)


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
