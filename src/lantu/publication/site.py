"""The static site: every page in both languages, from what the ledger holds and nothing else."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from lantu.ledger import Ledger

from .abreast import abreast, cores
from .addresses import Addresses
from .atlas import map_files, print_files, tile_files
from .book import Book, Theme, read_book
from .changes import Changes, changes_between
from .data import Release, files, writable
from .items import Outline
from .language import Language, languages, mark
from .offices import Duties, duties_of
from .pages import pages
from .pictures import Draw, Gallery, no_pictures
from .press import FOLDER, Press
from .rows import rows_script
from .search import search_script
from .swap import Draft, replacing

_NAVIGATION = (
    ("index.html", mark("Overview")),
    ("commitments.html", mark("All commitments")),
    ("unreported.html", mark("Not reported")),
    ("documents.html", mark("Documents")),
    ("measured.html", mark("Measured")),
    ("offices.html", mark("Offices")),
    ("search.html", mark("Search")),
    ("data.html", mark("Data")),
    ("about.html", mark("Method")),
)
"""The main menu, at the top of every page."""
_FURTHER = (
    ("unplanned.html", mark("Unplanned results")),
    ("issues.html", mark("Places not read with confidence")),
    ("corrections.html", mark("Corrections and decisions")),
    ("about.html", mark("How verdicts are reached, and what they do not say")),
)
"""The lesser menu, at its foot."""
_CHINESE = Markup(' lang="zh-Hans"')


_SMALL = 1_000
"""Commitments below which one process is as quick as several."""
_MOST = 4
"""Processes at most: the pages of one language take as long as all the rest together, and each needs its memory."""


class Edition(NamedTuple):
    """What one build of the site shows, the same in every language."""

    book: Book
    outline: Outline
    duties: tuple[Duties, ...]
    changes: Changes | None
    gallery: Gallery


def publish(
    ledger: Ledger,
    site: Path,
    *,
    since: Ledger | None = None,
    draw: Draw = no_pictures,
    processes: int | None = None,
) -> None:
    """Write the site of a ledger and its data into the folder ``site``, in the place of what stood there.

    The same ledger gives the same bytes. When anything fails, the old site stays as it was.

    Parameters
    ----------
    ledger:
        Its readers are all that is asked of it.
    site:
        A folder; it is made where there is none, and must hold nothing but an earlier site.
    since:
        An earlier ledger of the same plan; with it the site says what changed between the two.
    draw:
        Draws the pictures of printed pages; the ledger holds none.
    processes:
        How many work at once; None is one for a small plan, and for a large one as many as there are processors,
        four at most.

    Raises
    ------
    lantu.model.InputError
        Where a quote is not found at its offsets in the stored text, where the ledger holds no verdict, where
        ``site`` holds something else than a site, or where a process was killed.
    """
    book = read_book(ledger)
    changes = None if since is None else changes_between(read_book(since), book)
    outline = Outline(book)
    if processes is None:
        processes = 1 if len(book.entries) < _SMALL else min(_MOST, cores())
    with replacing(Path(site)) as draft:
        edition = Edition(book, outline, duties_of(book, outline), changes, draw(draft.put))
        abreast(partial(_write, edition, draft), _parts(edition), processes)


def _parts(edition: Edition) -> list[tuple[str, str]]:
    """Give the parts of a site that can be written apart, the longest first: a language each, a format each."""
    pages = [("pages", language.code) for language in languages()]
    return [*pages, *(("data", name) for name in writable(edition.book.plan)), ("maps", ""), ("start", "")]


def _write(edition: Edition, draft: Draft, part: tuple[str, str]) -> None:
    sort, name = part
    if sort == "pages":
        _write_pages(edition, draft, next(each for each in languages() if each.code == name))
    elif sort == "data":
        for path, content in files(name, Release(edition.book, edition.changes)):
            draft.put(f"data/{path}", content)
    elif sort == "maps":
        _write_maps(edition.book, draft)
    else:
        _write_start(edition, draft)


def _write_start(edition: Edition, draft: Draft) -> None:
    """Write the page that leads to the languages, and what all pages share."""
    draft.put("index.html", _press(edition, languages()[0]).page("start.html", "index.html", {}))
    unused = FOLDER / "static" / "vendor" / "maplibre"
    for path in (FOLDER / "static").rglob("*"):
        if path.is_file() and (edition.book.measurements or unused not in path.parents):
            draft.put(str(path.relative_to(FOLDER)), path.read_bytes())


def _write_maps(book: Book, draft: Draft) -> None:
    """Write what maps of every language share, and the maps for print."""
    for each in book.measurements:
        for name, content in tile_files(each):
            draft.put(f"measured/{name}", content)
        for name, content in print_files(each):
            draft.put(f"data/maps/{name}", content)


def _write_pages(edition: Edition, draft: Draft, language: Language) -> None:
    press, code = _press(edition, language), language.code
    for page in pages(edition.book, edition.outline, edition.duties, edition.changes, edition.gallery):
        draft.put(f"{code}/{page.path}", press.page(page.template, page.path, page.values))
    for each in edition.book.measurements:
        for name, content in map_files(each, language):
            draft.put(f"{code}/measured/{name}", content)
    draft.put(f"{code}/rows.js", rows_script(edition.book, edition.duties, language))
    draft.put(f"{code}/search.js", search_script(edition.book, edition.outline, edition.duties, language))


def _press(edition: Edition, language: Language) -> Press:
    book = edition.book
    translated = book.plan.get("title_en") if language.code == "en" else None

    def theme_lang(theme: Theme) -> Markup:
        return Markup() if language.code == "zh" or theme.label(language) != theme.name else _CHINESE

    absent = {name for name, there in (("offices", edition.duties), ("measured", book.measurements)) if not there}
    menu = [entry for entry in _NAVIGATION if entry[0].removesuffix(".html") not in absent]
    return Press(
        language,
        address=Addresses(book, language),
        book=book,
        kinds=frozenset(book.kinds.values()),
        pictures=edition.gallery.quotes,
        navigation=[(path, language.say(name)) for path, name in menu],
        further=[(path, language.say(name)) for path, name in _FURTHER],
        plan_title=translated or book.plan.get("title") or language.say(mark("Plan")),
        plan_lang=Markup() if language.code == "zh" or translated else _CHINESE,
        theme_lang=theme_lang,
    )
