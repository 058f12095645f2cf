"""Alembic migrations of the ledger, shipped inside the package; `lantu.ledger.migrate` runs them."""
