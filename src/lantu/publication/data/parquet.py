"""Parquet: the same tables, typed, with what each column says in its metadata (extra ``data``)."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from lantu.model import InputError

from .release import Files, Release
from .tables import Cell, Column, Table, tables


def files(release: Release) -> Files:
    """Give every table as a Parquet file.

    Numbers are doubles: those of more than fifteen digits (shares, mostly) are rounded to the nearest double.

    Raises
    ------
    InputError
        Where pyarrow is not installed.
    """
    try:
        import pyarrow  # noqa: F401, PLC0415 - an extra, loaded where it is used
    except ImportError as error:
        raise InputError("writing Parquet needs pyarrow", "install the extra: pip install 'lantu[data]'") from error
    for table in tables():
        yield f"parquet/{table.name}.parquet", _table_bytes(table, release)


def _table_bytes(table: Table, release: Release) -> bytes:
    import pyarrow  # noqa: PLC0415 - an extra, loaded where it is used
    from pyarrow import parquet  # noqa: PLC0415

    rows = list(table.rows(release.book))
    cells = [[_typed(column, row[at]) for row in rows] for at, column in enumerate(table.columns)]
    schema = pyarrow.schema([pyarrow.field(one.name, _type(one), metadata=_about(one)) for one in table.columns])
    arrays = [pyarrow.array(one, field.type) for one, field in zip(cells, schema, strict=True)]
    written = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), written)
    return written.getvalue()


def _type(column: Column) -> Any:
    import pyarrow  # noqa: PLC0415 - an extra, loaded where it is used

    items = {"box": pyarrow.float64(), "spans": pyarrow.list_(pyarrow.int64())}
    return {
        "string": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
        "array": pyarrow.list_(items.get(column.name, pyarrow.string())),
    }[column.type]


def _about(column: Column) -> dict[str, str]:
    return {"en": column.en, "zh": column.zh}


def _typed(column: Column, cell: Cell) -> Any:
    if cell is None:
        return None
    if column.type == "date":
        return date.fromisoformat(str(cell))
    return float(str(cell)) if column.type == "number" else cell
