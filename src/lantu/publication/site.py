"""The static site: every page in both languages, from what the ledger holds and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from lantu.ledger import Ledger

from .addresses import Addresses
from .atlas import write_map, write_prints, write_tiles
from .book import Book, Theme, read_book
from .changes import Changes, changes_between
from .data import Release, export, writable
from .items import Outline
from .language import Language, languages, mark
from .offices import Duties, duties_of
from .pages import pages
from .pictures import Draw, Gallery, no_pictures
from .press import FOLDER, Press
from .rows import rows_script
from .search import search_script
from .swap import replacing

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


class Edition(NamedTuple):
    """What one build of the site shows, the same in every language."""

    book: Book
    outline: Outline
    duties: tuple[Duties, ...]
    changes: Changes | None
    gallery: Gallery


def publish(ledger: Ledger, site: Path, *, since: Ledger | None = None, draw: Draw = no_pictures) -> None:
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
        Draws the pictures of printed pages into the folder of the site; the ledger holds none.

    Raises
    ------
    lantu.model.InputError
        Where a quote is not found at its offsets in the stored text, where the ledger holds no verdict, or
        where ``site`` holds something else than a site.
    """
    book = read_book(ledger)
    changes = None if since is None else changes_between(read_book(since), book)
    outline = Outline(book)
    with replacing(Path(site)) as draft:
        edition = Edition(book, outline, duties_of(book, outline), changes, draw(draft))
        unused = () if book.measurements else ("maplibre",)
        shutil.copytree(FOLDER / "static", draft / "static", ignore=shutil.ignore_patterns(*unused))
        for language in languages():
            _write(edition, language, draft / language.code)
        for each in book.measurements:
            write_tiles(each, draft / "measured")
        for name in writable(book.plan):
            export(name, Release(book, changes), draft / "data")
        for each in book.measurements:
            write_prints(each, draft / "data" / "maps")
        start = _press(edition, languages()[0]).page("start.html", "index.html", {})
        (draft / "index.html").write_bytes(start)


def _write(edition: Edition, language: Language, folder: Path) -> None:
    folder.mkdir()
    press = _press(edition, language)
    for page in pages(edition.book, edition.outline, edition.duties, edition.changes, edition.gallery):
        (folder / page.path).parent.mkdir(exist_ok=True)
        (folder / page.path).write_bytes(press.page(page.template, page.path, page.values))
    for each in edition.book.measurements:
        write_map(each, language, folder / "measured")
    (folder / "rows.js").write_bytes(rows_script(edition.book, edition.duties, language))
    (folder / "search.js").write_bytes(search_script(edition.book, edition.outline, edition.duties, language))


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
