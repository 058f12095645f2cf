"""Web pages: bytes in, main text with its headings and tables out; nothing is loaded, nothing is run."""

from .reading import read_page

__all__ = ["read_page"]
