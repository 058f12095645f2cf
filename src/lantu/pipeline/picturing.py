"""Pictures of pages for the site: the place of each quote as it is printed, and the pages of open documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lantu.documents.pages import DOTS, Clipping, draw
from lantu.model import Licence, Statement
from lantu.publication import Gallery, Picture

from .clippings import SMALL, PageMap
from .reading import ReadDocument
from .settling import Settlement

FOLDER = "pictures"
"""Where the pictures lie on the site."""

SHOWN = {DOTS: 120, SMALL: 96}
"""Pixels of a web page an inch of print: a page has its size, the place of a statement a quarter more."""


def picture(settled: Settlement, base: Path, put: Callable[[str, bytes], object]) -> Gallery:
    """Draw what the site shows of pages; a document without pages gives no picture.

    Parameters
    ----------
    settled:
        Its commitments and their evidence are pictured, and of open documents the pages with statements.
    base:
        Where the documents lie.
    put:
        Writes a picture.

    Raises
    ------
    InputError
        Where a file is no longer what was read.
    """
    gallery = Gallery()
    evidence = [one.observation for verdict in settled.verdicts for one in verdict.evidence]
    quoted = {one.id: one for one in (*settled.commitments, *evidence)}
    for one in settled.read:
        wanted = list(_wanted(one, settled, quoted.values()))
        starts = {clipping.name: start for start, clipping in wanted if start is not None}
        path = base / one.source.name
        for clipping, drawn in draw(path.read_bytes(), str(path), [each for _, each in wanted]) if wanted else ():
            place = f"{FOLDER}/{clipping.name}.png"
            put(place, drawn.png)
            width, height = (round(side * SHOWN[clipping.dots] / clipping.dots) for side in (drawn.width, drawn.height))
            made = Picture(place, width, height, clipping.page, clipping.seen is None)
            if clipping.name in starts:
                gallery.pages.setdefault(one.document.id, []).append((starts[clipping.name], made))
            else:
                gallery.quotes[clipping.name] = made
    return gallery


def _wanted(
    one: ReadDocument, settled: Settlement, quoted: Iterable[Statement]
) -> Iterator[tuple[int | None, Clipping]]:
    """Give the clippings of a document: of a page with where its text begins, of a statement with None."""
    document, layout, licence = one.document.id, one.document.layout, one.source.licence
    if layout is None:
        return
    pages = PageMap(one.document, layout)
    for each in quoted:
        clipping = pages.clipping(each.span, each.sentence, licence) if each.span.document == document else None
        if clipping is not None:
            yield None, clipping
    if licence is Licence.OPEN:
        yield from pages.pages(each.span for each in settled.statements if each.span.document == document)
