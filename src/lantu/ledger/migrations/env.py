"""Alembic's entry: run the migrations on the connection that the ledger hands over."""

from __future__ import annotations

from alembic import context

from lantu.ledger.schema import metadata

connection = context.config.attributes["connection"]
# SQLite alters by rebuilding a table: render_as_batch. The ledger holds one transaction around all of it.
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, transactional_ddl=False)
context.run_migrations()
