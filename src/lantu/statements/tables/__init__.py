"""Tables in; the commitments and observations of their rows out. Rules: docs/reference/tables.md."""

from .indicators import read_indicators
from .listing import TaskReader

__all__ = ["TaskReader", "read_indicators"]
