"""PDF files with text, read page by page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from lantu.model import InputError, Issue, Level

from ..extract import Extract
from .composing import Composer
from .drawing import read_drawing
from .glyphs import read_strips
from .page import indents, paragraphs_in_order
from .pictures import DOTS, Picture
from .recognition import LONGEST
from .scans import Watch, add_scan, unwatched
from .turning import Turn

MOST_PAGES = 5_000
"""Most pages of a document; a yearbook has a thousand."""

MOST_CHARACTERS = 200_000
"""Most characters of a page that are read; a newspaper page has ten thousand."""


def read_pdf(data: bytes, name: str, watch: Watch = unwatched) -> Extract:
    """Read the text of a PDF in reading order, each line with its page and box; pages without text by OCR.

    Raises
    ------
    InputError
        Where the file is encrypted, broken, has too many pages or no text.
    """
    composer = Composer()
    unread: list[int] = []
    with opened(data, name) as document:
        for number, page in _pages(document):
            if _read_page(page, composer):
                continue
            watch(number, len(document))
            if not _read_scan(page, composer):
                unread.append(number)
    if not composer.text:
        raise _without_text(name, len(composer.sizes), unread)
    return composer.extract(*((_unread_pages(name, unread),) if unread else ()))


def _without_text(name: str, pages: int, unread: list[int]) -> InputError:
    if unread:
        return InputError(f"{name}: a PDF of {pages} pages that are pictures", "pip install 'lantu[ocr]'")
    return InputError(f"{name}: a PDF of {pages} pages without text", "check that this is the right file")


def _unread_pages(name: str, unread: list[int]) -> Issue:
    shown = ", ".join(map(str, unread[:12])) + (" …" if len(unread) > 12 else "")
    return Issue.worded(
        "pages_not_read",
        "%(count)s pages are pictures and were not read (pip install 'lantu[ocr]'): %(pages)s",
        Level.WARNING,
        name,
        count=len(unread),
        pages=shown,
    )


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Any]:
    """Open a PDF and close it again.

    Raises
    ------
    InputError
        Where it cannot be opened, or has more than `MOST_PAGES` pages.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(str(error), name) from None
    try:
        if len(document) > MOST_PAGES:
            raise InputError(f"{name}: a PDF of {len(document):,} pages, the limit is {MOST_PAGES:,}", "split the file")
        yield document
    finally:
        document.close()


def _refused(reason: str, name: str) -> InputError:
    if "password" in reason.lower():
        return InputError(f"{name}: this PDF is encrypted and asks for a password", "give a copy without password")
    return InputError(f"{name}: this PDF is broken or cut short", "fetch the file again, or save a copy of it as PDF")


def _pages(document: Any) -> Iterator[tuple[int, Any]]:
    """Give the pages one by one with their numbers, each closed before the next."""
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            continue
        try:
            yield index + 1, page
        finally:
            page.close()


def turn_of(page: Any) -> Turn:
    """Give how a page lies: its visible part and its rotation."""
    left, bottom, right, top = page.get_cropbox()
    return Turn(left, top, right - left, top - bottom, page.get_rotation() // 90 % 4)


def _read_page(page: Any, composer: Composer) -> bool:
    """Add a page with text, or an empty one; False for one that is a picture."""
    strips, turn = read_strips(page, turn_of(page), MOST_CHARACTERS)
    if not strips and _holds_picture(page):
        return False
    drawing = read_drawing(page, turn)
    paragraphs = paragraphs_in_order(strips, drawing, turn.upright_size)
    composer.add(paragraphs, turn, indents=indents(paragraphs))
    return True


def _holds_picture(page: Any) -> bool:
    return next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4), None) is not None


def _read_scan(page: Any, composer: Composer) -> bool:
    """Add a page that is a picture; False, with an empty page, where what reads scans is not installed."""
    if find_spec("rapidocr") is None:
        composer.add((), turn_of(page), indents=False)
        return False
    picture = render(page)
    add_scan(composer, picture, turn_of(page).shown)
    return True


def render(page: Any, dots: float = DOTS, longest: int = LONGEST) -> Picture:
    """Give the picture of a page in grey, at so many dots an inch, a very large one at fewer."""
    dots = min(dots, 72 * longest / max(*page.get_size(), 1))
    pixels = page.render(scale=dots / 72, grayscale=True).to_numpy()
    return Picture(pixels[:, :, 0] if pixels.ndim == 3 else pixels, dots)
