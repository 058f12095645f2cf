"""Tables in; the commitments and observations of their rows out. Rules: docs/reference/tables.md."""

from .indicators import read_indicators

__all__ = ["read_indicators"]
