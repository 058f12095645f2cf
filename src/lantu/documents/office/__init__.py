"""Word files and spreadsheets: the XML in their archives read directly, so that size and cost stay bounded."""

from .sheets import read_list, read_workbook
from .word import read_word

__all__ = ["read_list", "read_word", "read_workbook"]
