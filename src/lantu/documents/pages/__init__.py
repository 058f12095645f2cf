"""Documents that are made of pages: their characters with boxes, brought into reading order."""

from .pdf import read_pdf
from .scans import Watch, read_image, unwatched
from .showing import page_png

__all__ = ["Watch", "page_png", "read_image", "read_pdf", "unwatched"]
