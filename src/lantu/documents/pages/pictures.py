"""Pictures of pages: the bytes of an image file into upright pictures, one a page, within bounds of memory."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lantu.model import InputError

MOST_PIXELS = 89_000_000
"""Most pixels of a page: A2 at 300 dots an inch has 35 million."""

MOST_PAGES = 2_000
"""Most pages of a TIFF."""

DOTS = 200.0
"""Dots an inch where the file does not say."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture.

    Parameters
    ----------
    pixels:
        Rows of grey values, an array of 8 bits.
    dots:
        Pixels an inch.
    """

    pixels: Any
    dots: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        height, width = self.pixels.shape[:2]
        return (width * 72 / self.dots, height * 72 / self.dots)

    def reduced(self, dots: float, longest: int) -> Picture:
        """Give the picture at so many pixels an inch, at fewer where a side were longer, never at more than it has."""
        from numpy import asarray  # noqa: PLC0415
        from PIL import Image  # noqa: PLC0415 - an optional part

        height, width = self.pixels.shape[:2]
        share = min(1.0, dots / self.dots, longest / max(width, height))
        if share == 1.0:
            return self
        size = (max(1, round(width * share)), max(1, round(height * share)))
        smaller = Image.fromarray(self.pixels).resize(size, Image.Resampling.BOX)
        return Picture(asarray(smaller), self.dots * share)


def missing(what: str) -> InputError:
    """Say that the part that reads scans is not installed."""
    return InputError(f"{what}: scans and photos need the part that reads them", "pip install 'lantu[ocr]'")


def pictures_of(data: bytes, name: str) -> tuple[int, Iterator[Picture]]:
    """Give how many pages an image file has, and the pages one by one.

    Raises
    ------
    InputError
        Where the file is cut short, too big or no image, or the extra ``ocr`` is not installed.
    """
    try:
        from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - an optional part
    except ImportError:
        raise missing(name) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_big(name) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise InputError(f"{name}: this is no image that can be opened", "save it as PNG, JPEG or TIFF") from None
    count = getattr(image, "n_frames", 1) if image.format in {"TIFF", "MPO"} else 1
    count = 1 if image.format == "MPO" else count
    if count > MOST_PAGES:
        raise InputError(f"{name}: {count:,} pages, the limit is {MOST_PAGES:,}", "split the file")
    return count, _each(image, count, name)


def _too_big(name: str) -> InputError:
    return InputError(
        f"{name}: a page of more than {MOST_PIXELS:,} pixels", "scan it at 200 to 300 dots an inch, or split it"
    )


def _each(image: Any, count: int, name: str) -> Iterator[Picture]:
    import numpy as np  # noqa: PLC0415 - what reads scans works on arrays
    from PIL import ImageOps  # noqa: PLC0415

    for index in range(count):
        try:
            image.seek(index)
            if image.size[0] * image.size[1] > MOST_PIXELS:
                raise _too_big(name)
            dots = _dots(image)
            flat = _on_white(image)
            shown = ImageOps.exif_transpose(flat).convert("L")
        except (OSError, SyntaxError, ValueError, EOFError):
            raise InputError(f"{name}: page {index + 1} is broken or cut short", "scan or fetch it again") from None
        yield Picture(np.asarray(shown), dots)


def _on_white(image: Any) -> Any:
    """Lay a picture with transparent parts on white, as a reader sees it."""
    if "A" not in image.getbands() and "transparency" not in image.info:
        image.load()
        return image
    from PIL import Image  # noqa: PLC0415

    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image.convert("RGBA"))
    return ground


def _dots(image: Any) -> float:
    stated = image.info.get("dpi", (0, 0))
    try:
        dots = float(stated[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return DOTS
    return dots if 90 <= dots <= 2400 else DOTS
