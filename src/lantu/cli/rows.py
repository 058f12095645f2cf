"""Rows on standard output as table, JSON lines or CSV; everything else goes to standard error."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click

Record = Mapping[str, Any]
FORMATS = ("table", "jsonl", "csv")


def utf8_streams() -> None:
    """Print UTF-8 wherever we are; what a terminal cannot show is replaced, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def chosen(form: str | None) -> str:
    """Give the format: as asked, else a table for people and JSON lines for programs."""
    return form or ("table" if sys.stdout.isatty() else "jsonl")


@contextmanager
def piped() -> Iterator[None]:
    """Print inside; when the reader at the other end of a pipe has seen enough, end in silence."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(0) from None


def print_rows(rows: Iterable[Record], form: str | None, columns: Mapping[str, str]) -> None:
    """Print records in a format.

    Parameters
    ----------
    columns:
        What a table shows: field (``a.b`` for a field of a field) to heading; the other formats show all.
    """
    with piped():
        match chosen(form):
            case "jsonl":
                _print_lines(rows)
            case "csv":
                _print_csv(rows)
            case _:
                _print_table(rows, columns)


def _print_lines(rows: Iterable[Record]) -> None:
    import msgspec

    encoder = msgspec.json.Encoder()
    for row in rows:
        sys.stdout.write(encoder.encode(row).decode())
        sys.stdout.write("\n")


def _print_csv(rows: Iterable[Record]) -> None:
    import msgspec

    writer: csv.DictWriter[str] | None = None
    for row in rows:
        flat = {
            key: msgspec.json.encode(value).decode() if isinstance(value, list | tuple | dict) else value
            for key, value in _flat(row).items()
        }
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(flat), lineterminator="\n", extrasaction="ignore", restval="")
            writer.writeheader()
        writer.writerow({key: _unharmed(value) for key, value in flat.items()})


def _flat(row: Record) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, Mapping):
            flat |= {f"{key}.{inner}": part for inner, part in value.items()}
        else:
            flat[key] = value
    return flat


def _unharmed(value: Any) -> Any:
    """Keep a spreadsheet from taking text for a formula (CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value[:1] in {"=", "+", "@", "\t"} else value


def _print_table(rows: Iterable[Record], columns: Mapping[str, str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    width = None if sys.stdout.isatty() else 160
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for heading in columns.values():
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(_field(row, path)) for path in columns))
    Console(width=width, highlight=False, markup=False, emoji=False).print(table)


def _field(row: Record, path: str) -> Any:
    value: Any = row
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _cell(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, Sequence) and not isinstance(value, str) else value
    return "" if text is None else " ".join(str(text).split())


def note(line: str) -> None:
    """Say something to the person at the terminal, on standard error."""
    click.echo(line, err=True)
