"""The static site: every page in both languages, from what the ledger holds and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

from markupsafe import Markup

from lantu.ledger import Ledger

from .book import Book, Theme, read_book
from .changes import Changes, changes_between
from .data import Release, export, writable
from .language import Language, languages, mark
from .manuscript import page_name
from .marks import Mark
from .pages import ROWS, pages
from .press import FOLDER, Press, printable
from .rows import rows_script
from .swap import replacing

_NAVIGATION = (
    ("index.html", mark("Overview")),
    ("commitments.html", mark("All commitments")),
    ("unreported.html", mark("Not reported")),
    ("documents.html", mark("Documents")),
    ("measured.html", mark("Measured")),
    ("unplanned.html", mark("Unplanned results")),
    ("issues.html", mark("Issues")),
    ("data.html", mark("Data")),
    ("about.html", mark("Method")),
)
_CHINESE = Markup(' lang="zh-Hans"')


def publish(ledger: Ledger, site: Path, *, since: Ledger | None = None) -> None:
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

    Raises
    ------
    lantu.model.InputError
        Where a quote is not found at its offsets in the stored text, where the ledger holds no verdict, or
        where ``site`` holds something else than a site.
    """
    book = read_book(ledger)
    changes = None if since is None else changes_between(read_book(since), book)
    with replacing(Path(site)) as draft:
        shutil.copytree(FOLDER / "static", draft / "static")
        for language in languages():
            _write(book, changes, language, draft / language.code)
        for name in writable(book.plan):
            export(name, Release(book, changes), draft / "data")
        start = _press(book, languages()[0]).page("start.html", "index.html", {})
        (draft / "index.html").write_bytes(start)


def _write(book: Book, changes: Changes | None, language: Language, folder: Path) -> None:
    for name in ("commitments", "documents", "themes"):
        (folder / name).mkdir(parents=True)
    press = _press(book, language)
    for page in pages(book, changes):
        (folder / page.path).write_bytes(press.page(page.template, page.path, page.values))
    for each in book.measurements:
        (folder / "measured").mkdir(exist_ok=True)
        drawn = each["map_en" if language.code == "en" else "map"]
        (folder / "measured" / f"{Path(each['id']).name}.svg").write_bytes(printable(drawn).encode())
    (folder / "rows.js").write_bytes(rows_script(book, language))


def _press(book: Book, language: Language) -> Press:
    translated = book.plan.get("title_en") if language.code == "en" else None
    numbers = {record["id"]: number for number, record in enumerate(book.unplanned)}

    def unplanned_page(statement: Mark) -> str:
        name = statement.anchor.partition("-")[2]
        sheet = numbers.get(name, 0) // ROWS
        return f"unplanned{f'-{sheet + 1}' if sheet else ''}.html#{statement.anchor}"

    def theme_lang(theme: Theme) -> Markup:
        return Markup() if language.code == "zh" or theme.label(language) != theme.name else _CHINESE

    return Press(
        language,
        book=book,
        kinds=frozenset(book.kinds.values()),
        navigation=[
            (path, language.say(name)) for path, name in _NAVIGATION if path != "measured.html" or book.measurements
        ],
        page_name=page_name,
        plan_title=translated or book.plan.get("title") or language.say(mark("Plan")),
        plan_lang=Markup() if language.code == "zh" or translated else _CHINESE,
        theme_lang=theme_lang,
        unplanned_page=unplanned_page,
    )
