"""Documents that are made of pages: their characters with boxes, brought into reading order."""

from .pdf import read_pdf
from .scans import Watch, read_image, unwatched
from .showing import DOTS, Clipping, Drawn, draw

__all__ = ["DOTS", "Clipping", "Drawn", "Watch", "draw", "read_image", "read_pdf", "unwatched"]
