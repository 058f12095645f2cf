"""From the ledger to what people read: a static site in Chinese and English that needs no server."""

from .pictures import Draw, Gallery, Picture
from .site import publish
from .swap import refuse_foreign

__all__ = ["Draw", "Gallery", "Picture", "publish", "refuse_foreign"]
