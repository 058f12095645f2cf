"""Bytes in, text with stable offsets out."""

from .document import Document

__all__ = ["Document"]
