"""PDF files with text, read page by page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2

from lantu.model import InputError

from ..extract import Extract
from ..layout import Layout
from .composing import Composer
from .drawing import read_drawing
from .glyphs import read_strips
from .page import indents, paragraphs_in_order
from .turning import Turn

MOST_PAGES = 5_000
"""Most pages of a document; a yearbook has a thousand."""

MOST_CHARACTERS = 200_000
"""Most characters of a page that are read; a newspaper page has ten thousand."""


def read_pdf(data: bytes, name: str) -> Extract:
    """Read the text of a PDF in reading order, each line with its page and box.

    Raises
    ------
    InputError
        Where the file is encrypted, broken, has too many pages or no text.
    """
    composer = Composer()
    with opened(data, name) as document:
        for page in _pages(document):
            _read_page(page, composer)
    if not composer.text:
        raise InputError(
            f"{name}: a PDF of {len(composer.sizes)} pages without text, they may be scans",
            "install what reads scans: pip install 'lantu[ocr]'",
        )
    return Extract(composer.text, layout=Layout(tuple(composer.runs), tuple(composer.sizes)))


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


def _pages(document: Any) -> Iterator[Any]:
    """Give the pages one by one, each closed before the next."""
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            continue
        try:
            yield page
        finally:
            page.close()


def turn_of(page: Any) -> Turn:
    """Give how a page lies: its visible part and its rotation."""
    left, bottom, right, top = page.get_cropbox()
    return Turn(left, top, right - left, top - bottom, page.get_rotation() // 90 % 4)


def _read_page(page: Any, composer: Composer) -> None:
    strips, turn = read_strips(page, turn_of(page), MOST_CHARACTERS)
    drawing = read_drawing(page, turn)
    paragraphs = paragraphs_in_order(strips, drawing, turn.shown)
    composer.add(paragraphs, turn, indents=indents(paragraphs))
