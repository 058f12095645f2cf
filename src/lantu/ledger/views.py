"""Everything that can be made anew from the book: views, readme, and the projections themselves."""

from __future__ import annotations

from importlib.resources import files

import msgspec
import sqlalchemy as sa

from . import schema
from .entries import KINDS
from .guide import write_readme
from .projections import TABLES, show
from .sqlite import set_triggers


def definitions() -> dict[str, str]:
    """Give the SELECT of each view by its name; they lie beside the code as ``views/<name>.sql``."""
    folder = files("lantu.ledger") / "views"
    scripts = sorted((file.name, file.read_text("utf-8")) for file in folder.iterdir() if file.name.endswith(".sql"))
    return {name.removesuffix(".sql"): text.strip() for name, text in scripts}


def drop_views(connection: sa.Connection) -> None:
    """Drop the views, before a migration rebuilds a table that they look at; a reader's own views stay."""
    for name in set(definitions()) & set(sa.inspect(connection).get_view_names()):
        connection.exec_driver_sql(f"DROP VIEW {name}")


def renew(connection: sa.Connection) -> None:
    """Recreate views, triggers, the readme and all projections as this version of the program defines them."""
    for name, text in definitions().items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS\n{text}")
    set_triggers(connection)
    write_readme(connection)
    _rebuild(connection)


def _rebuild(connection: sa.Connection) -> None:
    for table in (schema.evidence, schema.theme_word, schema.theme, *(table for table, _ in TABLES.values())):
        connection.execute(sa.delete(table))
    for kind in KINDS:
        query = (
            sa.select(schema.entry.c.key, schema.event.c.record)
            .join(schema.event, schema.event.c.number == schema.entry.c.event)
            .where(schema.entry.c.kind == kind)
            .order_by(schema.event.c.number)
        )
        for rows in connection.execute(query).partitions(500):
            show(connection, kind, [(row.key, msgspec.json.decode(row.record)) for row in rows])
    settled = (
        sa.select(schema.entry.c.confirmed)
        .where(schema.entry.c.kind == "verdict", schema.entry.c.key == schema.verdict.c.commitment)
        .scalar_subquery()
    )
    connection.execute(sa.update(schema.verdict).values(settled_on=settled))
