"""CSV (RFC 4180, UTF-8) with its two descriptions: a Frictionless Data Package and CSV on the Web metadata."""

from __future__ import annotations

import csv
import io
from typing import Any

import msgspec

from ..book import Book
from . import csvw, datapackage
from .release import Files, Release
from .tables import Cell, Table, tables


def files(release: Release) -> Files:
    """Give every table as CSV, then the two files that describe them."""
    written = {table.name: table_bytes(table, release) for table in tables()}
    for name, content in written.items():
        yield f"csv/{name}.csv", content
    yield "csv/datapackage.json", json_bytes(datapackage.descriptor(release, written))
    yield "csv/csv-metadata.json", json_bytes(csvw.metadata(release))


def table_bytes(table: Table, release: Release) -> bytes:
    """Give one table as CSV: a header, then a line for every row; missing is empty, lists are JSON."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(map(cell_text, table.rows(release.book)))
    return text.getvalue().encode()


def texts(table: Table, book: Book) -> dict[str, dict[str, str]]:
    """Give the rows of a table whose key is one column, by that key, every cell as text by its column."""
    names = [column.name for column in table.columns]
    at = names.index(table.key[0])
    return {str(row[at]): dict(zip(names, cell_text(row), strict=True)) for row in table.rows(book)}


def cell_text(row: tuple[Cell, ...]) -> list[str]:
    """Give the cells of a row as text."""
    return [_text(cell) for cell in row]


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case list():
            return json_text(cell)
        case _:
            return str(cell)


def json_bytes(value: Any) -> bytes:
    """Write JSON for people: indented, keys in the order given, Chinese as it is."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def json_text(value: Any) -> str:
    """Write JSON on one line, Chinese as it is."""
    return msgspec.json.encode(value).decode()
