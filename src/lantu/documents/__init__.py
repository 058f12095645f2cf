"""Bytes in, text with stable offsets out."""

from .document import Document
from .reading import MAX_BYTES, read_bytes, read_file, read_text, reading_text

__all__ = ["MAX_BYTES", "Document", "read_bytes", "read_file", "read_text", "reading_text"]
