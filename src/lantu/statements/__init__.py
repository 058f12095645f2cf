"""Text in; commitments, observations, claims, acts and issues out. The word lists lie beside the code."""

from .reading import Reading, read_statements
from .setting import Setting

__all__ = ["Reading", "Setting", "read_statements"]
