"""The same ledger in the formats that other systems load; nothing here computes a figure."""

from .formats import FORMATS, PLAIN, Format, export
from .release import Release

__all__ = ["FORMATS", "PLAIN", "Format", "Release", "export"]
