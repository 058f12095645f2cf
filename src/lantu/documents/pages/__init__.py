"""Documents that are made of pages: their characters with boxes, brought into reading order."""

from .pdf import read_pdf

__all__ = ["read_pdf"]
