"""What every table, view and column holds, in English and Chinese: the ledger's own ``readme``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import sqlalchemy as sa
import yaml

from . import schema


def readme(connection: sa.Connection) -> list[dict[str, str]]:
    """Give the rows of ``readme`` for our tables and views (not those that a reader added): each, then its columns."""
    words = _words()
    inspector = sa.inspect(connection)
    there = {"table": sorted(inspector.get_table_names()), "view": sorted(inspector.get_view_names())}
    rows: list[dict[str, str]] = []
    for kind in ("view", "table"):
        for name in (one for one in there[kind] if one in words[f"{kind}s"]):
            rows.append(_row(name, kind, words[f"{kind}s"][name]))
            columns = (column["name"] for column in inspector.get_columns(name))
            rows += [_row(f"{name}.{column}", "column", _meaning(words["columns"], name, column)) for column in columns]
    return rows


def write_readme(connection: sa.Connection) -> None:
    """Write the rows of ``readme`` anew."""
    connection.execute(sa.delete(schema.readme))
    connection.execute(sa.insert(schema.readme), readme(connection))


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load((files("lantu.ledger") / "readme.yaml").read_text("utf-8"))
    return words


def _meaning(columns: dict[str, Any], table: str, column: str) -> dict[str, str]:
    own: dict[str, str] | None = columns.get(f"{table}.{column}")
    return columns[column] if own is None else own


def _row(name: str, kind: str, words: dict[str, str]) -> dict[str, str]:
    return {"name": name, "kind": kind, "english": words["en"], "chinese": words["zh"]}
