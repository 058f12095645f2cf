"""The same ledger in the formats that other systems load; nothing here computes a figure."""

from .formats import export, files
from .listing import FORMATS, PLAIN, Format, writable
from .release import Release

__all__ = ["FORMATS", "PLAIN", "Format", "Release", "export", "files", "writable"]
