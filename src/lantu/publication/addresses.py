"""Where things stand on the site: the addresses that pages of one language give one another and the world."""

from __future__ import annotations

from datetime import date

from lantu.model import Span

from . import figures
from .book import Book, Entry
from .complaint import complaint_link
from .language import Language
from .manuscript import page_path, sheet_of
from .marks import Mark
from .sheets import ROWS, sheet_path
from .wording import VERDICTS


class Addresses:
    """The addresses of the pages of a book in one language.

    Parameters
    ----------
    book, language:
        Of the pages.
    """

    def __init__(self, book: Book, language: Language) -> None:
        self._book, self._language = book, language
        self._unplanned = {record["id"]: number for number, record in enumerate(book.unplanned)}
        self.root = (book.plan.get("address") or "").rstrip("/")

    def permanent(self, path: str) -> str:
        """Give the address of a page as the world knows it, or its own name where no address is known."""
        return f"{self.root}/{self._language.code}/{path}" if self.root else path.rpartition("/")[2]

    def unplanned(self, statement: Mark) -> str:
        """Give where a result is listed that answers no commitment."""
        name = statement.anchor.partition("-")[2]
        return f"{sheet_path('unplanned', self._unplanned.get(name, 0) // ROWS)}#{statement.anchor}"

    def document(self, document: str, statement: str = "", sort: str = "") -> str:
        """Give where a document is shown, or a statement (its id and ``commitment`` …) in it."""
        place = self._book.places.get(statement)
        number = 0 if place is None else sheet_of(self._book, document, place.passage)
        path = sheet_path(page_path(document), number)
        return f"{path}#{sort[:1]}-{statement}" if statement else path

    def span(self, span: Span) -> str:
        """Give where a span of a document is shown, or the document where it is not."""
        passage = self._book.shown(span)
        if passage is None:
            return self.document(span.document)
        return f"{sheet_path(page_path(span.document), sheet_of(self._book, span.document, passage))}#p{passage}"

    def complaint(self, entry: Entry, promise: str, path: str) -> str:
        """Give the address of a prefilled message about a commitment."""
        language = self._language
        facts = {
            "id": entry.id,
            "page": f"{self.root}/{language.code}/{path}" if self.root else path,
            "promise": promise,
            "verdict": language.say(VERDICTS[entry.kind].label),
            "day": figures.day(date.fromisoformat(self._book.on), language),
        }
        return complaint_link(self._book.plan.get("contact"), language, **facts)
