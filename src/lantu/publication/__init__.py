"""From the ledger to what people read: a static site in Chinese and English that needs no server."""

from .site import publish

__all__ = ["publish"]
