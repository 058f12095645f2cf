"""The workbook (XLSX): the ledger in the layout that offices use, then every table as it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date as day
from datetime import datetime, time
from decimal import Decimal
from typing import Any, NamedTuple

import xlsxwriter

from lantu.model import plain

from .. import figures, wording
from ..book import Book, Entry, Record
from ..language import languages
from ..tally import waits
from .comma import cell_text
from .release import Files, Release
from .tables import Cell, Column, leading, tables

HEADINGS = ("序号", "任务", "指标", "目标值", "实际值", "完成率", "判定", "依据", "牵头单位")
"""The columns of the first sheet, as offices head them."""
_WIDTHS = (6, 42, 26, 14, 14, 10, 14, 46, 16)
_EXACT = 15  # significant digits that a spreadsheet keeps of a number
_CELL = 32_767  # characters that a cell of a spreadsheet holds


class Line(NamedTuple):
    """One line of the first sheet; figures with the number format that shows unit and bound."""

    number: int
    task: str
    indicator: str
    target: Shown
    actual: Shown
    attained: Shown
    verdict: str
    evidence: str
    office: str


class Shown(NamedTuple):
    """A figure: a number with its format and bound where one number says it all, else text (empty where missing)."""

    value: Decimal | str
    form: str = "@"
    sign: str = ""


def files(release: Release) -> Files:
    """Give the workbook."""
    yield "ledger.xlsx", workbook_bytes(release)


def workbook_bytes(release: Release) -> bytes:
    """Write the workbook; its properties carry the day of the ledger, never the clock."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": release.title, "created": datetime.combine(_day(release.book.on), time())})
    _first_sheet(book, release)
    for table in tables():
        _table_sheet(book, table.name, table.columns, table.rows(release.book))
    _words_sheet(book)
    book.close()
    return written.getvalue()


def _first_sheet(book: Any, release: Release) -> None:
    sheet = book.add_worksheet("台账")
    looks = _Looks(book)
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    last = len(HEADINGS) - 1
    sheet.merge_range(0, 0, 0, last, release.title, looks.title)
    note = f"截至{figures.day(_day(release.book.on), _chinese())}；空白即无数据，不作0计；标“待复核”者尚待人工复核。"
    sheet.merge_range(1, 0, 1, last, note, looks.note)
    sheet.write_row(2, 0, HEADINGS, looks.heading)
    row = 2
    for row, line in enumerate(lines(release.book), start=3):
        _write_line(sheet, row, line, looks)
    sheet.autofilter(2, 0, row, last)
    sheet.freeze_panes(3, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    sheet.set_footer("&C第&P页，共&N页")


def _write_line(sheet: Any, row: int, line: Line, looks: _Looks) -> None:
    sheet.write_number(row, 0, line.number, looks.center)
    for at, text in ((1, line.task), (2, line.indicator), (7, line.evidence), (8, line.office)):
        _write_text(sheet, (row, at), text, looks.text)
    _write_text(sheet, (row, 6), line.verdict, looks.center)
    for at, shown in ((3, line.target), (4, line.actual), (5, line.attained)):
        if isinstance(shown.value, Decimal):
            sheet.write_number(row, at, float(shown.value), looks.number(shown.form))
        else:
            _write_text(sheet, (row, at), shown.value, looks.figure)


def _write_text(sheet: Any, place: tuple[int, int], text: str, look: Any) -> None:
    """Write a text as text, whatever it begins with; a missing one leaves an empty cell."""
    if text:
        sheet.write_string(*place, text[:_CELL], look)
    else:
        sheet.write_blank(*place, None, look)


class _Looks:
    """The formats of the first sheet; each number format is made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        base = {"text_wrap": True, "valign": "vcenter", "border": 1, "font_size": 10}
        self._figure = base | {"align": "right"}
        self.title = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        self.note = book.add_format({"font_size": 9, "italic": True, "align": "left"})
        self.heading = book.add_format(base | {"bold": True, "align": "center", "bg_color": "#DDE6F0"})
        self.text = book.add_format(base)
        self.center = book.add_format(base | {"align": "center"})
        self.figure = book.add_format(self._figure)
        self._numbers: dict[str, Any] = {}

    def number(self, form: str) -> Any:
        """Give the format of a figure."""
        if form not in self._numbers:
            self._numbers[form] = self._book.add_format(self._figure | {"num_format": form})
        return self._numbers[form]


def lines(book: Book) -> Iterator[Line]:
    """Give the lines of the first sheet, in the order of the book."""
    offices = leading(book)
    for number, entry in enumerate(book.entries, start=1):
        yield Line(
            number=number,
            task=book.excerpt(entry.commitment).clause,
            indicator=entry.commitment["indicator"],
            target=target(entry.commitment),
            actual=actual(entry),
            attained=_attained(entry.verdict),
            verdict=_verdict(entry),
            evidence=_evidence(entry, book),
            office="、".join(offices.get(entry.id, ())),  # empty where the plan names none: none is invented
        )


_SIGNS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<", "about": "约", "all": "全部"}


def target(record: Record) -> Shown:
    """Give the target as a sheet shows it."""
    if record["value"] is None:
        return Shown("")
    if record["upper"] is not None:
        return Shown(figures.bounded(record, _chinese()))
    return _number(Decimal(record["value"]), record["unit"], _SIGNS.get(record["comparator"] or "", ""))


def actual(entry: Entry) -> Shown:
    """Give the actual value as a sheet shows it: a number, a bound, or an interval as text."""
    low, high = (None if end is None else Decimal(end) for end in entry.verdict.get("actual") or (None, None))
    unit = entry.commitment["unit"] or ""
    if low is None and high is None:
        return Shown("")
    if low is None or high is None:
        known = high if low is None else low
        return _number(known or Decimal(0), unit, "≤" if low is None else "≥")
    return _number(low, unit, "") if low == high else Shown(f"{_short(low)}—{_short(high)}{unit}")


def _short(value: Decimal) -> str:
    return figures.number(value, _chinese())


def _number(value: Decimal, unit: str, sign: str) -> Shown:
    text = plain(value)
    if len(text.lstrip("-").replace(".", "").lstrip("0")) > _EXACT:
        return Shown(f"{sign}{text}{unit}")
    places = len(text.partition(".")[2])
    body = "#,##0" + (f".{'0' * places}" if places else "")
    return Shown(value, f"{_literal(sign)}{body}{_literal(unit)}", sign)


def _literal(text: str) -> str:
    """Quote a text for a number format."""
    return '"' + text.replace('"', "”") + '"' if text else ""


def _attained(verdict: Record) -> Shown:
    if verdict["attainment"] is None:
        return Shown("")
    low, high = figures.ends(verdict["attainment"])
    if low is not None and low == high:
        return Shown(low, "0.0%")
    return Shown(figures.attained((low, high), _chinese()))


def _verdict(entry: Entry) -> str:
    label = _chinese().say(wording.VERDICTS[entry.kind].label)
    return f"{label}（待复核）" if waits(entry.verdict) else label


def _evidence(entry: Entry, book: Book) -> str:
    cited = [f"“{each['quote']}”（{_origin(each, book)}）" for each in entry.verdict["evidence"]]
    if cited:
        return "；".join(cited)
    searched = len(entry.verdict["searched"])
    return f"已查{searched}份文件，未见通报" if searched else ""


def _origin(record: Record, book: Book) -> str:
    source = book.sources[record["document_id"]]
    return source.title if source.published is None else f"{source.title}，{source.published}"


def _table_sheet(book: Any, name: str, columns: tuple[Column, ...], rows: Iterator[tuple[Cell, ...]]) -> None:
    sheet = book.add_worksheet(name)
    heading = book.add_format({"bold": True, "bg_color": "#DDE6F0"})
    sheet.write_row(0, 0, [column.name for column in columns], heading)
    for row, cells in enumerate(rows, start=1):
        for at, (column, cell, text) in enumerate(zip(columns, cells, cell_text(cells), strict=True)):
            _write_cell(sheet, (row, at), column, cell, text)
    sheet.freeze_panes(1, 1)


def _write_cell(sheet: Any, place: tuple[int, int], column: Column, cell: Cell, text: str) -> None:
    if cell is None:
        return
    if column.type in ("number", "integer"):
        sheet.write_number(*place, float(text))
    elif isinstance(cell, bool):
        sheet.write_boolean(*place, cell)
    else:
        sheet.write_string(*place, text[:_CELL])


def _words_sheet(book: Any) -> None:
    sheet = book.add_worksheet("columns")
    sheet.set_column(2, 3, 60)
    heading = book.add_format({"bold": True, "bg_color": "#DDE6F0"})
    sheet.write_row(0, 0, ("table", "column", "中文", "English"), heading)
    told = [(table.name, one.name, one.zh, one.en) for table in tables() for one in table.columns]
    for row, words in enumerate(told, start=1):
        sheet.write_row(row, 0, words)


def _chinese() -> Any:
    return languages()[0]


def _day(text: str) -> day:
    return day.fromisoformat(text)
