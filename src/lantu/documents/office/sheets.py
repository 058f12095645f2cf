"""Spreadsheets (XLSX) and lists (CSV) as tables: each sheet a heading, its title lines, and its rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lantu.model import InputError, Issue, Level

from ..decoding import decode
from ..extract import Extract
from ..manuscript import WIDEST, Manuscript
from ..tables import MAX_CELLS
from .archive import Archive
from .cells import Formats, S

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ROWS = 1_048_576
Grid = dict[tuple[int, int], str]
"""The filled cells of a sheet by row and column, counted from 1."""


def read_workbook(data: bytes, name: str) -> Extract:
    """Turn a workbook into text; formulas give the value that was stored with them, hidden sheets are left out.

    Raises
    ------
    InputError
        Where it is damaged, encrypted, hostile or empty.
    """
    archive = Archive(data, name)
    part = archive.main_part("xl/workbook.xml")
    root = archive.root(part)
    if root is None:
        raise InputError(f"{name}: a spreadsheet without a workbook", "save it again from the program that made it")
    related = archive.related(part)
    parts = dict(related.values())
    strings = _strings(archive.root(parts.get("sharedStrings", "xl/sharedStrings.xml")))
    dated = root.find(f"{S}workbookPr")
    since = dated is not None and dated.get("date1904") in ("1", "true")
    formats = Formats(archive.root(parts.get("styles", "xl/styles.xml")), since_1904=since)
    manuscript, left = Manuscript(), 0
    for sheet in root.iter(f"{S}sheet"):
        if sheet.get("state", "visible") != "visible":
            left += 1
            continue
        kind, target = related.get(sheet.get(_R) or "", ("", ""))
        content = archive.root(target) if kind == "worksheet" else None
        if content is not None:
            _write_sheet(_filled(content, strings, formats, name), sheet.get("name") or "", manuscript)
    if not manuscript.text():
        raise InputError(f"{name}: a spreadsheet without text", "save it with its values, not with formulas alone")
    hidden = Issue.worded("hidden_sheet", "%(count)s × a hidden sheet, not read", Level.INFO, name, count=left)
    return Extract(manuscript.text(), issues=(*archive.issues(), *((hidden,) if left else ())))


def read_list(data: bytes, name: str) -> Extract:
    """Turn a file of comma- or tab-separated values into text: one table.

    Raises
    ------
    InputError
        Where it is no text, or a row of it cannot be read.
    """
    text = decode(data, name).removeprefix("\ufeff")
    first = text[: text.find("\n") if "\n" in text else len(text)]
    delimiter = max("\t,;", key=first.count)
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(map(str.strip, row))]
    except csv.Error as error:
        raise InputError(f"{name}: a list that cannot be read ({error})", "save it again as CSV in UTF-8") from None
    if sum(map(len, rows)) > MAX_CELLS:
        raise InputError(
            f"{name}: more than {MAX_CELLS:,} cells, this is data and no plan", "give the part that holds it"
        )
    manuscript = Manuscript()
    _write_rows(rows, manuscript)
    return Extract(manuscript.text())


def _strings(root: Any) -> list[str]:
    if root is None:
        return []
    return [_string(one) for one in root.iter(f"{S}si")]


def _string(element: Any) -> str:
    """Give the words of a string, without the readings (拼音) that may stand beside them."""
    return "".join(one.text or "" for one in element.iter(f"{S}t") if one.getparent().tag != f"{S}rPh")


def _filled(sheet: Any, strings: Sequence[str], formats: Formats, name: str) -> Grid:
    grid: Grid = {}
    row = 0
    for line in sheet.iter(f"{S}row"):
        row = _number(line.get("r")) or row + 1
        column = 0
        for cell in line.iter(f"{S}c"):
            place = _PLACE.fullmatch(cell.get("r") or "")
            column = column + 1 if place is None else _column(place[1])
            text = _shown(cell, strings, formats)
            if text:
                grid[row, column] = text
    if len(grid) > MAX_CELLS:
        raise InputError(
            f"{name}: more than {MAX_CELLS:,} cells, this is data and no plan", "give the part that holds it"
        )
    _merge(sheet, grid)
    return grid


def _shown(cell: Any, strings: Sequence[str], formats: Formats) -> str:
    kind, value = cell.get("t"), cell.findtext(f"{S}v")
    if kind == "inlineStr":
        held = cell.find(f"{S}is")
        return "" if held is None else _string(held)
    if value is None:
        return ""
    if kind == "s":
        return strings[int(value)] if value.isdigit() and int(value) < len(strings) else ""
    if kind in ("str", "b", "e", "d"):
        return "" if kind == "e" else value
    return formats.shown(value.strip(), cell.get("s"))


def _merge(sheet: Any, grid: Grid) -> None:
    """Put a merged cell into each place it covers, within what the sheet fills."""
    last_row = max((row for row, _ in grid), default=0)
    last_column = max((column for _, column in grid), default=0)
    left = MAX_CELLS
    for one in sheet.iter(f"{S}mergeCell"):
        corners = [_PLACE.fullmatch(corner) for corner in (one.get("ref") or "").split(":")]
        if len(corners) != 2 or corners[0] is None or corners[1] is None:
            continue
        top, first = int(corners[0][2]), _column(corners[0][1])
        text = grid.get((top, first))
        bottom, last = min(int(corners[1][2]), last_row), min(_column(corners[1][1]), last_column)
        left -= max(0, bottom - top + 1) * max(0, last - first + 1)
        if text is None or left < 0:
            continue
        for row in range(top, bottom + 1):
            for column in range(first, last + 1):
                grid.setdefault((row, column), text)


def _write_sheet(grid: Grid, title: str, manuscript: Manuscript) -> None:
    if not grid:
        return
    if title and not re.fullmatch(r"(?i)sheet\s?[0-9]*|工作表\s?[0-9]*", title):
        manuscript.heading(title, 2)
    _write_rows(_rows(grid), manuscript)


def _rows(grid: Grid) -> Iterator[list[str]]:
    """Give the filled rows; an empty row between two is given as an empty list."""
    filled: dict[int, dict[int, str]] = {}
    for (row, column), text in grid.items():
        filled.setdefault(row, {})[column] = text
    before = 0
    for row in sorted(filled):
        if before and row > before + 1:
            yield []
        columns = filled[row]
        yield [columns.get(column, "") for column in range(1, min(max(columns), WIDEST) + 1)]
        before = row


def _write_rows(rows: Iterable[list[str]], manuscript: Manuscript) -> None:
    """Write rows: those with one text before a table as its title lines, an empty one parts two tables."""
    table: list[list[str]] = []
    begun, size = False, 0
    for row in rows:
        size += len(row)
        if size > 2 * MAX_CELLS:  # one far cell a row: empty ones up to it
            raise InputError(f"a table of more than {MAX_CELLS:,} cells", "give the part of it that holds the plan")
        texts = list(dict.fromkeys(filter(None, (cell.strip() for cell in row))))
        if not texts:
            manuscript.table(table)
            table = []
        elif len(texts) == 1 and not table:
            if begun:
                manuscript.paragraph(texts[0])
            else:
                manuscript.heading(texts[0], 1)
        else:
            table.append(row)
        begun = True
    manuscript.table(table)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _number(printed: str | None) -> int:
    number = int(printed) if printed is not None and printed.isdigit() and len(printed) < 8 else 0
    return number if number <= _ROWS else 0
